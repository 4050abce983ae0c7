// A person: the picture that they opted to show, else the first letter of their name, else the tag that tells masked people apart.
import { Image, Text, View } from '@tarojs/components';
import './avatar.scss';

export function Avatar({
  name,
  tag,
  picture = null,
  mine = false,
  size = 'body',
}: {
  readonly name: string | null;
  readonly tag: string;
  /** What an image takes as its source. */
  readonly picture?: string | null;
  readonly mine?: boolean;
  readonly size?: 'body' | 'large';
}) {
  const isMasked = name === null && picture === null;
  return (
    <View className={`avatar avatar--${size}${mine ? ' avatar--mine' : ''}${isMasked ? ' avatar--masked' : ''}`} aria-hidden>
      {picture === null ? (
        <Text className="avatar__text">{name === null ? tag.slice(0, 2) : Array.from(name)[0]}</Text>
      ) : (
        <Image className="avatar__picture" src={picture} mode="aspectFill" lazyLoad />
      )}
    </View>
  );
}
