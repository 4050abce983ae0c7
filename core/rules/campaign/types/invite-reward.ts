// The invite campaign: one fixed coupon for the friend and one for the inviter, at the friend's own first check-in; one level only.
import { defineType } from '#core/rules/campaign/define-type';
import { term } from '#core/rules/campaign/terms';
import { benefitOf, benefitProblems, thresholdOf } from '#core/rules/coupon/benefit-parameters';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { worthOf } from '#core/rules/coupon/worth';
import { DAY_MS } from '#core/values/instant';
import { points } from '#core/values/points';

/** Invite 邀请有礼. Limits follow operation rules 5.1.4 (own action), 5.1.7 (at once), 5.1.9 and 5.28 (small caps), 5.9 (one level). */
export const inviteReward = defineType({
  code: 'invite_reward',
  trigger: 'friend_first_action',
  parameters: {
    amountOffFen: { kind: 'fen', min: 1, max: 100_000, default: 200, better: 'more' },
    thresholdFen: { kind: 'fen', min: 0, max: 10_000_000, default: 0, better: 'less' },
    useUntilOn: { kind: 'day', default: 'ends_on', better: 'later' },
    inviterMax: { kind: 'count', min: 1, max: 5, default: 5, better: 'more' },
    inviterDayMax: { kind: 'count', min: 1, max: 3, default: 3, better: 'more' },
    pairs: { kind: 'count', min: 1, max: 100_000, default: 50, better: 'more' },
    touchDays: { kind: 'days', min: 1, max: 30, default: 7, better: 'more' },
  },
  check(draft, values) {
    const problems = benefitProblems(values);
    if (values.useUntilOn < draft.endsOn) problems.push({ path: 'useUntilOn', problem: 'too_small', limit: draft.endsOn });
    if (values.inviterDayMax > values.inviterMax) problems.push({ path: 'inviterDayMax', problem: 'too_large', limit: values.inviterMax });
    return problems;
  },
  reserve: (values) => ({ coupons: values.pairs * 2, points: points(0) }),
  dearestCoupon: (values) => worthOf({ benefit: benefitOf(values) }),
  terms: (values, facts) => [
    term('invite_reward', { benefit: benefitOf(values), thresholdFen: thresholdOf(values) }),
    term('invite_moment', {}),
    term('invite_touch_days', { days: values.touchDays }),
    term('invite_limits', { max: values.inviterMax, dayMax: values.inviterDayMax }),
    term('invite_pairs', { pairs: values.pairs }),
    term('invite_one_level', {}),
    term('no_sharing_reward', {}),
    term('coupon_use_until', { useUntilOn: values.useUntilOn }),
    term('coupon_where', { organiser: facts.organiser }),
    term('not_cash', {}),
  ],
  decide(values, facts) {
    if (facts.at - facts.openedAt > values.touchDays * DAY_MS) return { kind: 'refuse_invite', reason: 'touch_expired' };
    const rewarded = facts.invites?.total ?? 0;
    const rewardedToday = facts.invites?.on === facts.on ? facts.invites.today : 0;
    if (rewarded >= values.inviterMax || rewardedToday >= values.inviterDayMax) {
      return { kind: 'refuse_invite', reason: 'limit_reached' };
    }
    if (facts.left.coupons < 2) return { kind: 'refuse_invite', reason: 'sold_out' };
    const terms: CouponTerms = {
      title: facts.draft.title,
      benefit: benefitOf(values),
      thresholdFen: thresholdOf(values),
      useFromOn: facts.on,
      useUntilOn: values.useUntilOn,
      groupId: facts.draft.groupId,
      version: facts.version,
    };
    return {
      kind: 'give',
      budgetGone: false,
      grants: [
        { kind: 'coupon', to: 'self', terms, reason: 'invited' },
        { kind: 'coupon', to: 'inviter', terms, reason: 'invited_a_friend' },
      ],
    };
  },
});
