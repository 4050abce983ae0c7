// The season prize: points or coupons for the top places of the check-in board, when each of its weeks or months is over.
import { defineType } from '#core/rules/campaign/define-type';
import { term } from '#core/rules/campaign/terms';
import { benefitColumns } from '#core/rules/coupon/benefit-parameters';
import { NO_WORTH, worthOf } from '#core/rules/coupon/worth';
import { boardWindow } from '#core/rules/leaderboard/boards';
import {
  couponKinds,
  PRIZE_PLACES_MAX,
  PRIZE_ROWS,
  type PrizeStep,
  placesOf,
  prizeKinds,
  prizeOf,
  prizeOfStep,
  prizeProblems,
  prizesOf,
  seasonEnds,
} from '#core/rules/leaderboard/prizes';
import { addDays } from '#core/values/day';
import { points } from '#core/values/points';

/** Whether any place brings a coupon. */
function givesCoupons(ranks: readonly PrizeStep[]): boolean {
  return prizesOf(ranks).coupons > 0;
}

/** Season prize 榜单奖. What a place brings is stated before, and follows from a member's own check-ins: nothing is drawn, nobody votes. */
export const seasonPrize = defineType({
  code: 'season_prize',
  trigger: 'season_close',
  parameters: {
    period: { kind: 'choice', options: ['week', 'month'], default: 'week' },
    ranks: {
      kind: 'rows',
      columns: {
        untilRank: { kind: 'count', min: 1, max: PRIZE_PLACES_MAX },
        gives: { kind: 'choice', options: prizeKinds, default: 'points' },
        points: { kind: 'points', min: 1, max: 100_000, when: { column: 'gives', is: ['points'] } },
        ...benefitColumns,
        /** How long the coupon can be used, from the day on which it is given. */
        validDays: { kind: 'days', min: 1, max: 366, when: { column: 'gives', is: couponKinds } },
      },
      lengthMin: 1,
      lengthMax: 5,
      increasing: 'untilRank',
      default: [
        { untilRank: 1, gives: 'points', points: 50 },
        { untilRank: 3, gives: 'points', points: 30 },
        { untilRank: 10, gives: 'points', points: 10 },
      ],
      better: 'more',
    },
  },
  check(draft, { ranks, period }) {
    const problems = prizeProblems(ranks);
    if (draft.startsOn <= draft.endsOn && seasonEnds(period, draft).length === 0) {
      problems.push({ path: 'endsOn', problem: 'not_in_order', limit: boardWindow(period, draft.startsOn).untilOn ?? draft.startsOn });
    }
    return problems;
  },
  reserve({ ranks, period }, days) {
    const sum = prizesOf(ranks);
    const seasons = seasonEnds(period, days).length;
    return { coupons: sum.coupons * seasons, points: points(sum.points * seasons) };
  },
  dearestCoupon: ({ ranks }) =>
    ranks.reduce((dearest, step) => {
      const prize = prizeOfStep(step);
      if (prize.kind === 'points') return dearest;
      const { fen, goods } = worthOf(prize);
      return { fen: Math.max(dearest.fen, fen), goods: Math.max(dearest.goods, goods) };
    }, NO_WORTH),
  terms: ({ period, ranks }, { organiser }) => [
    term('season_counts', { period }),
    term('season_prizes', { ranks }),
    term('season_places', { places: placesOf(ranks) }),
    term('season_ties', {}),
    term('season_passed_over', { rows: PRIZE_ROWS }),
    term('season_paid', {}),
    term('season_ended_early', {}),
    ...(givesCoupons(ranks) ? [term('coupon_where', { organiser }), term('coupon_frozen', {}), term('not_cash', {})] : []),
    ...(prizesOf(ranks).points > 0 ? [term('points_no_money', {})] : []),
  ],
  decide({ ranks }, { place, left, on, draft, version }) {
    const prize = prizeOf(ranks, place);
    if (prize === null) return { kind: 'give', grants: [], budgetGone: false };
    if (prize.kind === 'points') {
      if (left.points < prize.points) return { kind: 'give', grants: [], budgetGone: true };
      return { kind: 'give', budgetGone: false, grants: [{ kind: 'points', to: 'self', points: prize.points, reason: 'season_prize' }] };
    }
    if (left.coupons < 1) return { kind: 'give', grants: [], budgetGone: true };
    const { benefit, thresholdFen, validDays } = prize;
    const window = { useFromOn: on, useUntilOn: addDays(on, validDays - 1) };
    const terms = { title: draft.title, benefit, thresholdFen, ...window, groupId: draft.groupId, version };
    return { kind: 'give', budgetGone: false, grants: [{ kind: 'coupon', to: 'self', reason: 'season_prize', terms }] };
  },
});
