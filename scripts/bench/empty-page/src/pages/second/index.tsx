// The other page.
import { Text } from '@tarojs/components';

export default function SecondPage() {
  return <Text id="second">2</Text>;
}
