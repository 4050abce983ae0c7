// A small word in a pill: running low, for this group only, redeemed.
import { Text, View } from '@tarojs/components';
import './tag.scss';

export function Tag({ text, tone = 'plain' }: { readonly text: string; readonly tone?: 'plain' | 'green' | 'amber' | 'blue' | 'seal' }) {
  return (
    <View className={`tag tag--${tone}`}>
      <Text>{text}</Text>
    </View>
  );
}

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

/** A few choices of which one holds, side by side; none where nothing is chosen yet. */
export function Choices<Value extends string>({
  id,
  choices,
  chosen,
  onChoose,
}: {
  readonly id: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <View id={id} className="choices" role="tablist">
      {choices.map((choice) => (
        <View
          key={choice.value}
          id={`${id}-${choice.value}`}
          className={`choices__choice${choice.value === chosen ? ' choices__choice--on' : ''}`}
          role="tab"
          aria-selected={choice.value === chosen}
          onClick={() => onChoose(choice.value)}
        >
          <Text>{choice.text}</Text>
        </View>
      ))}
    </View>
  );
}
