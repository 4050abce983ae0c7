// Prizes of the check-in board: which seasons a campaign covers, how far down the board its prizes look, and what each place brings.
import type { CampaignDays } from '#core/rules/campaign/define-type';
import { boardWindow } from '#core/rules/leaderboard/boards';
import type { SeasonPeriod } from '#core/tables';
import { addDays, type Day } from '#core/values/day';

/** The most places of a season that can have a prize. */
export const PRIZE_PLACES_MAX = 30;

/** How many rows of a board a settlement goes through: those with prizes, and as many as may be passed over among them. */
export const PRIZE_ROWS = 50;

/** One step of the prizes: the places after those of the step before, down to `untilRank`, get `points` each. */
export interface PrizeStep {
  readonly untilRank: number;
  readonly points: number;
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

/** What a place gets, in points; 0 below the last that has a prize. */
export function prizeOf(ranks: readonly PrizeStep[], place: number): number {
  return ranks.find(({ untilRank }) => place <= untilRank)?.points ?? 0;
}

/** A board as somebody sees it: the top in order, and their own row among its neighbours. */
interface SeenBoard {
  readonly mine: { readonly rank: number } | null;
  readonly top: readonly { readonly mine: boolean }[];
  readonly around: readonly { readonly rank: number; readonly mine: boolean }[];
}

/**
 * The place that somebody would have if the season ended now; null off the board. Those with the same days stand in the order of the
 * board. Nobody is known yet to be passed over, so the place of the settlement may be a better one; below the top, where a long tie hides
 * its beginning, this is the best place that it can be.
 */
export function presentPlace({ mine, top, around }: SeenBoard): number | null {
  if (mine === null) return null;
  const index = top.findIndex((row) => row.mine);
  if (index >= 0) return index + 1;
  const own = around.findIndex((row) => row.mine);
  return mine.rank + around.slice(0, Math.max(0, own)).filter(({ rank }) => rank === mine.rank).length;
}

/** How many places have a prize. */
export function placesOf(ranks: readonly PrizeStep[]): number {
  return ranks[ranks.length - 1]?.untilRank ?? 0;
}

/** What all places of one season get together, in points. */
export function prizesOf(ranks: readonly PrizeStep[]): number {
  return ranks.reduce((sum, { untilRank, points }, index) => sum + points * (untilRank - (ranks[index - 1]?.untilRank ?? 0)), 0);
}
