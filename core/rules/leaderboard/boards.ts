// Which boards there are, which days they count, and what ids they have.
import { addDays, type Day, lastDayOf, monthOf, weekStartOf } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';

/** What a board counts: a member's check-in days, or the friends whose invite was rewarded. */
export type BoardKind = 'checkin' | 'invite';

/** Which stretch of time a board counts. Weeks begin on Monday. */
export type BoardPeriod = 'week' | 'month' | 'all';

export const boardKinds: readonly BoardKind[] = ['checkin', 'invite'];
export const boardPeriods: readonly BoardPeriod[] = ['week', 'month', 'all'];

/** The first business day that a board counts; null for all time. */
function beginOf(period: BoardPeriod, on: Day): Day | null {
  if (period === 'all') return null;
  return period === 'week' ? weekStartOf(on) : `${monthOf(on)}-01`;
}

/** The first and last business day that a board counts; nulls for all time. */
export function boardWindow(period: BoardPeriod, on: Day): { readonly fromOn: Day | null; readonly untilOn: Day | null } {
  const fromOn = beginOf(period, on);
  if (fromOn === null) return { fromOn, untilOn: null };
  return { fromOn, untilOn: period === 'week' ? addDays(fromOn, 6) : lastDayOf(monthOf(on)) };
}

/** The id of the board of a kind and period that a business day counts for. */
export function boardId(communityId: string, kind: BoardKind, period: BoardPeriod, on: Day): Id {
  return makeId(communityId, 'board', kind, period, beginOf(period, on) ?? 'all');
}

/** What is counted of a day: each person once; of what was redeemed, each coupon. */
export type DayCount = 'entered' | 'joined' | 'checkedIn' | 'claimed' | 'redeemed';

/** The id of the board that counts a day's people, or what was redeemed on it. */
export function dayBoardId(communityId: string, on: Day, what: DayCount): Id {
  return makeId(communityId, 'day', on, what);
}

/** Not a stage of people: the board of a campaign that counts each of its coupons that was used. */
export const USED = 'used';

/** The id of the board that counts the people who reached a stage of a campaign. */
export function funnelBoardId(communityId: string, campaignId: string, stage: string): Id {
  return makeId(communityId, 'funnel', campaignId, stage);
}
