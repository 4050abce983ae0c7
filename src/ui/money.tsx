// An amount of money: a small sign, a large number, figures that line up.
import { Text, View } from '@tarojs/components';
import { moneyText, yuanText } from '#app/ui/money-text';
import './money.scss';

export function Money({ fen, size = 'body' }: { readonly fen: number; readonly size?: 'body' | 'section' | 'hero' }) {
  const number = yuanText(fen);
  const long = size === 'hero' && number.length > 4 ? ' money--long' : '';
  return (
    <View className={`money money--${size}${long}`} aria-label={moneyText(fen)}>
      <Text className="money__sign">¥</Text>
      <Text className="money__number">{number}</Text>
    </View>
  );
}
