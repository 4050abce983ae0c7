// The season prize: points for the top places of the check-in board, when each of its weeks or months is over.
import { defineType } from '#core/rules/campaign/define-type';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { boardWindow } from '#core/rules/leaderboard/boards';
import { PRIZE_PLACES_MAX, PRIZE_ROWS, placesOf, prizeOf, prizesOf, seasonEnds } from '#core/rules/leaderboard/prizes';
import { points } from '#core/values/points';

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
        points: { kind: 'points', min: 1, max: 100_000 },
      },
      lengthMin: 1,
      lengthMax: 5,
      increasing: 'untilRank',
      default: [
        { untilRank: 1, points: 50 },
        { untilRank: 3, points: 30 },
        { untilRank: 10, points: 10 },
      ],
      better: 'more',
    },
  },
  check(draft, values) {
    const problems: DraftProblem[] = [];
    const { ranks, period } = values;
    const rising = ranks.findIndex(({ points: prize }, index) => prize > (ranks[index - 1]?.points ?? prize));
    if (rising > 0) problems.push({ path: `ranks.${rising}.points`, problem: 'too_large', limit: ranks[rising - 1]?.points ?? 0 });
    if (draft.startsOn <= draft.endsOn && seasonEnds(period, draft).length === 0) {
      problems.push({ path: 'endsOn', problem: 'not_in_order', limit: boardWindow(period, draft.startsOn).untilOn ?? draft.startsOn });
    }
    return problems;
  },
  reserve: (values, days) => ({ coupons: 0, points: points(prizesOf(values.ranks) * seasonEnds(values.period, days).length) }),
  dearestCoupon: () => NO_WORTH,
  terms: (values) => [
    term('season_counts', { period: values.period }),
    term('season_prizes', { ranks: values.ranks }),
    term('season_places', { places: placesOf(values.ranks) }),
    term('season_ties', {}),
    term('season_passed_over', { rows: PRIZE_ROWS }),
    term('season_paid', {}),
    term('season_ended_early', {}),
    term('points_no_money', {}),
  ],
  decide(values, facts) {
    const prize = points(prizeOf(values.ranks, facts.place));
    if (prize === 0) return { kind: 'give', grants: [], budgetGone: false };
    if (facts.left.points < prize) return { kind: 'give', grants: [], budgetGone: true };
    return { kind: 'give', budgetGone: false, grants: [{ kind: 'points', to: 'self', points: prize, reason: 'season_prize' }] };
  },
});
