// What came with somebody's first own action, a check-in or a claim, in sentences: the welcome gift, and the coupon of a friend's invite.
import { worthText } from '#app/features/coupon/coupon-text';
import { benefitLabel } from '#app/i18n/say-benefit';
import type { Words } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

/** The sentences, none of every other action. */
export function firstGainsTexts(words: Words, value: Pick<ValueOf<'coupon.claim'>, 'inviteCoupon' | 'welcome'>): readonly string[] {
  const { inviteCoupon, welcome } = value;
  const says = words.gifts.welcome;
  return [
    ...(welcome === null
      ? []
      : [welcome.coupon === null ? says.arrived(welcome.points) : says.arrivedCoupon(worthText(words, welcome.coupon))]),
    ...(inviteCoupon === null ? [] : [words.member.home.inviteCoupon(benefitLabel(words.benefits, inviteCoupon.benefit))]),
  ];
}
