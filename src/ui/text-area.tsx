// A field for a few sentences: what is typed, how much of it may be, and what is wrong with it in words.
import { Text, Textarea, View } from '@tarojs/components';
import './text-area.scss';

export interface TextAreaProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly lengthMax: number;
  /** How long it is, beside how long it may be. */
  readonly counted: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
}

export function TextArea({ id, label, value, lengthMax, counted, problem, onChange }: TextAreaProps) {
  return (
    <View className={`text-area${problem === undefined ? '' : ' text-area--problem'}`}>
      <View className="text-area__head">
        <Text className="text-area__label">{label}</Text>
        <Text className="text-area__count">{counted}</Text>
      </View>
      <Textarea
        id={id}
        className="text-area__input"
        value={value}
        maxlength={lengthMax}
        aria-label={label}
        onInput={({ detail }) => onChange(detail.value)}
      />
      {problem === undefined ? null : (
        <Text id={`${id}-problem`} className="text-area__trouble">
          {problem}
        </Text>
      )}
    </View>
  );
}
