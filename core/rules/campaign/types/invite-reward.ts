// The invite campaign: fixed coupons at the friend's own first check-in or claim, for one side or both, and more at stated numbers of friends; one level only.
import { refuse } from '#core/refusals';
import { condition } from '#core/rules/campaign/condition';
import { defineType, type Grant } from '#core/rules/campaign/define-type';
import { heldIn, heldOn, memberLimit, someLeft } from '#core/rules/campaign/own-conditions';
import type { ValuesOf } from '#core/rules/campaign/parameters';
import { term } from '#core/rules/campaign/terms';
import { benefitOf, benefitProblems, thresholdOf } from '#core/rules/coupon/benefit-parameters';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { worthOf } from '#core/rules/coupon/worth';
import { DAY_MS } from '#core/values/instant';
import { points } from '#core/values/points';

/** The most friends whom one step may ask for: five people in one team, the initiator among them (operation rules 5.1.8). */
const STEP_FRIENDS_MAX = 4;

const parameters = {
  /** Who is given a coupon for each friend. */
  sides: { kind: 'choice', options: ['both', 'friend', 'inviter'], default: 'both' },
  amountOffFen: { kind: 'fen', min: 1, max: 100_000, default: 200, better: 'more' },
  thresholdFen: { kind: 'fen', min: 0, max: 10_000_000, default: 0, better: 'less' },
  useUntilOn: { kind: 'day', default: 'ends_on', better: 'later' },
  /** One more coupon for the inviter, at once, with the friend who completes a number: each can be used by itself (5.1.7). */
  steps: {
    kind: 'rows',
    columns: { friends: { kind: 'count', min: 2, max: STEP_FRIENDS_MAX }, amountOffFen: { kind: 'fen', min: 1, max: 100_000 } },
    lengthMin: 0,
    lengthMax: STEP_FRIENDS_MAX - 1,
    increasing: 'friends',
    better: 'more',
    default: [],
  },
  inviterMax: { kind: 'count', min: 1, max: 5, default: 5, better: 'more' },
  inviterDayMax: { kind: 'count', min: 1, max: 3, default: 3, better: 'more' },
  pairs: { kind: 'count', min: 1, max: 100_000, default: 50, better: 'more' },
  touchDays: { kind: 'days', min: 1, max: 30, default: 7, better: 'more' },
} as const;

type Values = ValuesOf<typeof parameters>;

/** How many coupons one friend brings to both sides, steps apart. */
function couponsEach({ sides }: Pick<Values, 'sides'>): number {
  return sides === 'both' ? 2 : 1;
}

/**
 * The most step coupons that so many rewarded friends can bring: friends who are spread over inviters as well as can be. An inviter with
 * `f` friends has reached `s(f)` steps, so no spreading brings more than `friends × max s(f) / f`.
 */
function stepCouponsMax({ steps, pairs }: Pick<Values, 'steps' | 'pairs'>): number {
  const perFriend = steps.map(({ friends }, index) => (index + 1) / friends);
  return Math.floor(pairs * Math.max(0, ...perFriend) + 1e-9);
}

/** The friends of the last step; one where there is none: the friend of any invite. */
function lastStep({ steps }: Pick<Values, 'steps'>): number {
  return Math.max(1, ...steps.map(({ friends }) => friends));
}

/** Invite 邀请有礼. Limits follow operation rules 5.1.4 (own action), 5.1.7 (at once), 5.1.8 (five in a team), 5.1.9 and 5.28 (small caps), 5.9 (one level). */
export const inviteReward = defineType({
  code: 'invite_reward',
  trigger: 'friend_first_action',
  parameters,
  check(draft, values) {
    const problems = benefitProblems(values);
    values.steps.forEach(({ amountOffFen }, index) => {
      const stepProblems = benefitProblems({ amountOffFen, thresholdFen: values.thresholdFen });
      problems.push(...stepProblems.map((problem) => ({ ...problem, path: `steps.${index}.amountOffFen` })));
    });
    if (values.useUntilOn < draft.endsOn) problems.push({ path: 'useUntilOn', problem: 'too_small', limit: draft.endsOn });
    if (values.inviterDayMax > values.inviterMax) problems.push({ path: 'inviterDayMax', problem: 'too_large', limit: values.inviterMax });
    const stepMax = lastStep(values);
    // Steps make a team of the inviter and the friends: whoever reaches the last one is at its limit.
    if (values.steps.length > 0 && values.inviterMax > STEP_FRIENDS_MAX)
      problems.push({ path: 'inviterMax', problem: 'too_large', limit: STEP_FRIENDS_MAX });
    if (stepMax > values.inviterMax) problems.push({ path: 'inviterMax', problem: 'too_small', limit: stepMax });
    return problems;
  },
  reserve: (values) => ({ coupons: values.pairs * couponsEach(values) + stepCouponsMax(values), points: points(0) }),
  dearestCoupon: (values) => {
    const amounts = values.steps.map(({ amountOffFen }) => amountOffFen);
    return worthOf({ benefit: benefitOf({ amountOffFen: Math.max(values.amountOffFen, ...amounts) }) });
  },
  terms: (values, facts) => [
    term('invite_reward', { sides: values.sides, benefit: benefitOf(values), thresholdFen: thresholdOf(values) }),
    ...(values.steps.length > 0 ? [term('invite_steps', { steps: values.steps, thresholdFen: thresholdOf(values) })] : []),
    term('invite_moment', {}),
    term('invite_touch_days', { days: values.touchDays }),
    term('invite_limits', { max: values.inviterMax, dayMax: values.inviterDayMax }),
    term('invite_pairs', { pairs: values.pairs, coupons: values.pairs * couponsEach(values) + stepCouponsMax(values) }),
    term('invite_one_level', {}),
    term('invite_fraud', {}),
    term('no_sharing_reward', {}),
    term('coupon_use_until', { useUntilOn: values.useUntilOn }),
    term('coupon_where', { organiser: facts.organiser }),
    term('not_cash', {}),
  ],
  describe: (values) => ({
    invite: {
      friendDoes: ['checks_in', 'claims'],
      teamSize: lastStep(values) + 1,
      paidAfterDays: 0,
      usableAfterInvites: 0,
      inviterMax: values.inviterMax,
      inviterDayMax: values.inviterDayMax,
      depth: 1,
      commissionPercent: 0,
      entryFeeFen: 0,
    },
  }),
  conditions(values, { invites, on, left }) {
    const dayHave = heldOn(invites, on);
    const isFree = dayHave < values.inviterDayMax;
    const reserved = values.pairs * couponsEach(values) + stepCouponsMax(values);
    return [
      memberLimit(values.inviterMax, invites),
      condition(
        'day_limit',
        { max: values.inviterDayMax, have: dayHave },
        isFree ? null : refuse('limit_reached', { max: values.inviterDayMax, held: dayHave }),
      ),
      someLeft(reserved, left.coupons, couponsEach(values)),
    ];
  },
  decide(values, facts) {
    if (facts.at - facts.openedAt > values.touchDays * DAY_MS) return { kind: 'refuse_invite', reason: 'touch_expired' };
    const rewarded = heldIn(facts.invites);
    if (rewarded >= values.inviterMax || heldOn(facts.invites, facts.on) >= values.inviterDayMax) {
      return { kind: 'refuse_invite', reason: 'limit_reached' };
    }
    const coupon = (to: 'self' | 'inviter', amountOffFen: number): Grant => {
      const { title, groupId } = facts.draft;
      const worth = { benefit: benefitOf({ amountOffFen }), thresholdFen: thresholdOf(values) };
      const terms: CouponTerms = { title, ...worth, useFromOn: facts.on, useUntilOn: values.useUntilOn, groupId, version: facts.version };
      return { kind: 'coupon', to, terms, reason: to === 'self' ? 'invited' : 'invited_a_friend' };
    };
    const step = values.steps.find(({ friends }) => friends === rewarded + 1);
    const grants = [
      ...(values.sides === 'inviter' ? [] : [coupon('self', values.amountOffFen)]),
      ...(values.sides === 'friend' ? [] : [coupon('inviter', values.amountOffFen)]),
      ...(step === undefined ? [] : [coupon('inviter', step.amountOffFen)]),
    ];
    // All that an invite brings, or nothing.
    if (facts.left.coupons < grants.length) return { kind: 'refuse_invite', reason: 'sold_out' };
    return { kind: 'give', budgetGone: false, grants };
  },
});
