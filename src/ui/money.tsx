// An amount of money: a small sign, a large number, figures that line up.
import { Text, View } from '@tarojs/components';
import { groupedYuan, moneyText } from '#app/i18n/format-parts';
import './money.scss';

export function Money({ fen, size = 'body' }: { readonly fen: number; readonly size?: 'body' | 'section' | 'hero' }) {
  const number = groupedYuan(fen);
  const long = size === 'hero' && number.length > 4 ? ' money--long' : '';
  return (
    <View className={`money money--${size}${long}`} aria-label={moneyText(fen)}>
      <Text className="money__sign">¥</Text>
      <Text className="money__number">{number}</Text>
    </View>
  );
}
