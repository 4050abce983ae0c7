// The picture of a play: what it is about, in a few lines.
import { View } from '@tarojs/components';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import './type-picture.scss';

export function TypePicture({ type, marked = false }: { readonly type: CampaignTypeCode; readonly marked?: boolean }) {
  return (
    <View className={`type-picture${marked ? ' type-picture--marked' : ''}`} aria-hidden>
      <View className={`type-picture__lines type-picture__lines--${type}`} />
    </View>
  );
}
