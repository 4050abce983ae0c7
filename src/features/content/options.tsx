// Options to choose from, and the same options as bars once there are results.
import { Text, View } from '@tarojs/components';
import { Tag } from '#app/ui/tag.tsx';
import './content.scss';

export interface OptionsProps {
  readonly id: string;
  readonly options: readonly string[];
  /** Options that are chosen, from 1. */
  readonly chosen: readonly number[];
  readonly several: boolean;
  readonly onChoose: (option: number) => void;
}

export function Options({ id, options, chosen, several, onChoose }: OptionsProps) {
  return (
    <View role={several ? 'group' : 'radiogroup'} className="options">
      {options.map((text, index) => {
        const on = chosen.includes(index + 1);
        return (
          <View
            key={text}
            id={`${id}-${String(index + 1)}`}
            className={`options__option${on ? ' options__option--on' : ''}`}
            role={several ? 'checkbox' : 'radio'}
            aria-checked={on}
            hoverClass="card--pressed"
            onClick={() => onChoose(index + 1)}
          >
            <View className={`options__mark${several ? ' options__mark--square' : ''}`} />
            <Text className="options__text">{text}</Text>
          </View>
        );
      })}
    </View>
  );
}

export interface Bar {
  readonly text: string;
  /** What stands at its end: a count, a share. */
  readonly note: string;
  /** 0 to 100. */
  readonly percent: number;
  readonly mark?: string | null;
}

export function Bars({ id, bars }: { readonly id: string; readonly bars: readonly Bar[] }) {
  return (
    <View id={id} className="bars">
      {bars.map(({ text, note, percent, mark = null }) => (
        <View key={text} className="bars__row" aria-label={`${text} ${note}`}>
          <View className="bars__words">
            <Text className="bars__text">{text}</Text>
            {mark === null ? null : <Tag text={mark} tone="green" />}
            <Text className="bars__note">{note}</Text>
          </View>
          <View className="bars__track">
            <View className={`bars__bar${mark === null ? '' : ' bars__bar--mine'}`} style={{ width: `${String(percent)}%` }} />
          </View>
        </View>
      ))}
    </View>
  );
}
