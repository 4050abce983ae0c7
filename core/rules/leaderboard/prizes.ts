// Prizes of the check-in board: which seasons a campaign covers, how far down the board its prizes look, and what each place brings.
import type { CampaignDays } from '#core/rules/campaign/define-type';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import { type BenefitValues, benefitOf, benefitProblems, thresholdOf } from '#core/rules/coupon/benefit-parameters';
import { boardWindow } from '#core/rules/leaderboard/boards';
import type { SeasonPeriod } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import { type Points, points } from '#core/values/points';

/** The most places of a season that can have a prize. */
export const PRIZE_PLACES_MAX = 30;

/** How many rows of a board a settlement goes through: those with prizes, and as many as may be passed over among them. */
export const PRIZE_ROWS = 50;

/** The kinds of coupon that a place can bring. */
export const couponKinds = ['amount_off', 'percent_off', 'gift', 'service'] as const;

/** What the owner can choose for a step of the prizes: points, or a coupon of one of those kinds. */
export const prizeKinds = ['points', ...couponKinds] as const;

/** The code of such a choice. */
export type PrizeKind = (typeof prizeKinds)[number];

/** One step of the prizes: each place after those of the step before, down to `untilRank`, gets `points`, or a coupon of the kind it `gives`. */
export interface PrizeStep extends Omit<BenefitValues, 'benefit'> {
  readonly untilRank: number;
  /** Points where it does not say. */
  readonly gives?: PrizeKind;
  readonly points?: number;
  /** For how many days the coupon can be used, the day on which it is given included. */
  readonly validDays?: number;
}

/** What a place brings. */
export type Prize =
  | { readonly kind: 'points'; readonly points: Points }
  | ({ readonly kind: 'coupon'; readonly validDays: number } & WorthTerms);

/** What each place of a step brings. */
export function prizeOfStep({ gives = 'points', points: amount = 0, validDays = 1, ...values }: PrizeStep): Prize {
  if (gives === 'points') return { kind: 'points', points: points(amount) };
  const chosen = { ...values, benefit: gives };
  return { kind: 'coupon', benefit: benefitOf(chosen), thresholdFen: thresholdOf(chosen), validDays };
}

/** The problems inside of steps: what a coupon takes off, and points that grow towards the lower places. */
export function prizeProblems(ranks: readonly PrizeStep[]): DraftProblem[] {
  let least = Number.POSITIVE_INFINITY;
  return ranks.flatMap((step, index): DraftProblem[] => {
    const { gives = 'points', points: amount = 0 } = step;
    if (gives !== 'points')
      return benefitProblems({ ...step, benefit: gives }).map((one) => ({ ...one, path: `ranks.${index}.${one.path}` }));
    const limit = least;
    least = Math.min(least, amount);
    return amount > limit ? [{ path: `ranks.${index}.points`, problem: 'too_large', limit }] : [];
  });
}

/** Whether a season of the board ends with a day. */
export function isSeasonEnd(period: SeasonPeriod, on: Day): boolean {
  return boardWindow(period, on).untilOn === on;
}

/** The last days of the seasons that end within the days of a campaign, in order: these are the seasons that it has prizes for. */
export function seasonEnds(period: SeasonPeriod, { startsOn, endsOn }: CampaignDays): Day[] {
  const ends: Day[] = [];
  for (let on = startsOn; on <= endsOn; ) {
    const { untilOn } = boardWindow(period, on);
    if (untilOn === null || untilOn > endsOn) break;
    ends.push(untilOn);
    on = addDays(untilOn, 1);
  }
  return ends;
}

/** The step that a place lies in; null below the last. */
export function stepOf(ranks: readonly PrizeStep[], place: number): PrizeStep | null {
  return ranks.find(({ untilRank }) => place <= untilRank) ?? null;
}

/** What a place brings; null below the last that has a prize. */
export function prizeOf(ranks: readonly PrizeStep[], place: number): Prize | null {
  const step = stepOf(ranks, place);
  return step === null ? null : prizeOfStep(step);
}

/** A board as somebody sees it: the top in order, and their own row among its neighbours. */
interface SeenBoard {
  readonly mine: { readonly rank: number } | null;
  readonly top: readonly { readonly mine: boolean }[];
  readonly around: readonly { readonly rank: number; readonly mine: boolean }[];
}

/** A place on a board, and whether it is that one; otherwise a tie hides where it begins, and this is the best one that it can be. */
export interface PresentPlace {
  readonly place: number;
  readonly exact: boolean;
}

/**
 * The place that somebody would have if the season ended now; null off the board. Those with the same days stand in the order of the
 * board. Nobody is known yet to be passed over, so the place of the settlement may be a better one.
 */
export function presentPlace({ mine, top, around }: SeenBoard): PresentPlace | null {
  if (mine === null) return null;
  const index = top.findIndex((row) => row.mine);
  if (index >= 0) return { place: index + 1, exact: true };
  const own = around.findIndex((row) => row.mine);
  const before = around.slice(0, Math.max(0, own)).filter(({ rank }) => rank === mine.rank).length;
  // Everybody at the top is ahead, whether or not their days are the same.
  const place = Math.max(mine.rank + before, top.length + 1);
  return { place, exact: around[0] !== undefined && around[0].rank < mine.rank };
}

/** How many places have a prize. */
export function placesOf(ranks: readonly PrizeStep[]): number {
  return ranks[ranks.length - 1]?.untilRank ?? 0;
}

/** Points and coupons. */
export interface PrizeSum {
  readonly points: number;
  readonly coupons: number;
}

/** What all places of one season get together. */
export function prizesOf(ranks: readonly PrizeStep[]): PrizeSum {
  const sum = { points: 0, coupons: 0 };
  ranks.forEach((step, index) => {
    const places = step.untilRank - (ranks[index - 1]?.untilRank ?? 0);
    const prize = prizeOfStep(step);
    if (prize.kind === 'points') sum.points += places * prize.points;
    else sum.coupons += places;
  });
  return sum;
}
