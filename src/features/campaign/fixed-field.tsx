// A field of a published campaign that can only be read: what it says, and why it stays so.
import { Text, View } from '@tarojs/components';

export function FixedField({
  id,
  label,
  text,
  reason,
  problem,
}: {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly reason: string;
  readonly problem?: string | undefined;
}) {
  return (
    <View id={id} className="field">
      <Text className="field__label">{label}</Text>
      <Text>{text}</Text>
      {problem === undefined ? (
        <Text className="field__hint">{reason}</Text>
      ) : (
        <Text id={`${id}-problem`} className="field__problem">
          {problem}
        </Text>
      )}
    </View>
  );
}
