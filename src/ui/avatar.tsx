// A person without a picture: the first letter of the name they opted to show, or the tag that tells masked people apart.
import { Text, View } from '@tarojs/components';
import './avatar.scss';

export function Avatar({
  name,
  tag,
  mine = false,
  size = 'body',
}: {
  readonly name: string | null;
  readonly tag: string;
  readonly mine?: boolean;
  readonly size?: 'body' | 'large';
}) {
  return (
    <View className={`avatar avatar--${size}${mine ? ' avatar--mine' : ''}${name === null ? ' avatar--masked' : ''}`} aria-hidden>
      <Text className="avatar__text">{name === null ? tag.slice(0, 2) : Array.from(name)[0]}</Text>
    </View>
  );
}
