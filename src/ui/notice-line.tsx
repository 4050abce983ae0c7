// One line of quiet text.
import { Text } from '@tarojs/components';

export function NoticeLine({ text }: { text: string }) {
  return <Text className="notice-line">{text}</Text>;
}
