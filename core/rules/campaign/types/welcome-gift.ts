// The welcome gift: points for a newcomer's first own action, once per person and community.
import { defineType } from '#core/rules/campaign/define-type';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** Welcome gift 新人礼. Given at the moment of the person's own check-in, never for coming or being brought (operation rules 5.1.4, 5.1.7). */
export const welcomeGift = defineType({
  code: 'welcome_gift',
  trigger: 'first_action',
  parameters: {
    points: { kind: 'points', min: 1, max: 10_000, default: 20, better: 'more' },
    gifts: { kind: 'count', min: 1, max: 100_000, default: 100, better: 'more' },
  },
  check: () => [],
  reserve: (values) => ({ coupons: 0, points: points(values.points * values.gifts) }),
  dearestCoupon: () => NO_WORTH,
  terms: (values) => [
    term('welcome_points', { points: values.points }),
    term('welcome_gifts', { gifts: values.gifts }),
    term('welcome_moment', {}),
    term('welcome_once', {}),
    term('points_no_money', {}),
  ],
  decide(values, facts) {
    if (facts.left.points < values.points) return { kind: 'give', grants: [], budgetGone: true };
    return {
      kind: 'give',
      budgetGone: false,
      grants: [{ kind: 'points', to: 'self', points: points(values.points), reason: 'welcome' }],
    };
  },
});
