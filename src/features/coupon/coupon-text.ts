// What a coupon wants of an order, in words.
import type { Words } from '#app/i18n/words';
import { moneyText } from '#app/ui/money-text';

/** 满 ¥30 可用, or that any order will do. */
export function conditionText(words: Words, thresholdFen: number): string {
  return thresholdFen === 0 ? words.member.shared.anyOrder : words.member.shared.condition(moneyText(thresholdFen));
}
