// The welcome gift: points or a coupon for a newcomer's first own action, once per person and community.
import { defineType } from '#core/rules/campaign/define-type';
import { term } from '#core/rules/campaign/terms';
import { benefitOf } from '#core/rules/coupon/benefit-parameters';
import { chosenCoupon, chosenCouponProblems, chosenCouponTerms, couponByChoice } from '#core/rules/coupon/coupon-by-choice';
import { NO_WORTH, worthOf } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** Welcome gift 新人礼. Given at the moment of the person's own check-in or claim, never for coming or being brought (operation rules 5.1.4, 5.1.7). */
export const welcomeGift = defineType({
  code: 'welcome_gift',
  trigger: 'first_action',
  parameters: {
    gives: { kind: 'choice', options: ['points', 'coupon'], default: 'points' },
    points: { kind: 'points', min: 1, max: 10_000, default: 20, better: 'more', when: { parameter: 'gives', is: ['points'] } },
    ...couponByChoice(['amount_off', 'percent_off', 'gift', 'service']),
    gifts: { kind: 'count', min: 1, max: 100_000, default: 100, better: 'more' },
  },
  check: (draft, values) => (values.gives === 'coupon' ? chosenCouponProblems(values, draft) : []),
  reserve: (values) =>
    values.gives === 'coupon' ? { coupons: values.gifts, points: points(0) } : { coupons: 0, points: points(values.points * values.gifts) },
  dearestCoupon: (values) => (values.gives === 'coupon' ? worthOf({ benefit: benefitOf(values) }) : NO_WORTH),
  terms: (values, facts) => [
    ...(values.gives === 'coupon' ? chosenCouponTerms(values, facts) : [term('welcome_points', { points: values.points })]),
    term('welcome_gifts', { gifts: values.gifts }),
    term('welcome_moment', {}),
    term('welcome_once', {}),
    ...(values.gives === 'coupon' ? [] : [term('points_no_money', {})]),
  ],
  decide(values, facts) {
    if (values.gives === 'coupon') {
      if (facts.left.coupons < 1) return { kind: 'give', grants: [], budgetGone: true };
      const terms = chosenCoupon(values, facts);
      return { kind: 'give', budgetGone: false, grants: [{ kind: 'coupon', to: 'self', reason: 'welcome', terms }] };
    }
    if (facts.left.points < values.points) return { kind: 'give', grants: [], budgetGone: true };
    return {
      kind: 'give',
      budgetGone: false,
      grants: [{ kind: 'points', to: 'self', points: points(values.points), reason: 'welcome' }],
    };
  },
});
