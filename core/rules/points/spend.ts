// How points leave a member: spent, the one way in which something comes of them, and given back when nothing does; or over.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { isOneLot, type Lot, lotState, pointsOn, sumOfLots, takeFrom, withLots } from '#core/rules/points/lots';
import type { MemberDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import type { Points } from '#core/values/points';

/** For how many days at least points hold that come back: their own last day may be over by then. */
export const RETURNED_DAYS = 30;

type Spent = Extract<JournalEvent, { kind: 'points_spent' }>;
type Returned = Extract<JournalEvent, { kind: 'points_returned' }>;

/** What is missing for a wish: what it takes, what can be spent, and what cannot be spent yet. */
export interface PointsShort {
  readonly need: number;
  readonly have: number;
  readonly pending: number;
}

/**
 * Spends points of a member on something of a campaign: the oldest first, and none that wait or are over.
 * @returns the event, whose `lots` are to be kept with what was bought so that they can come back; or what is missing
 */
export function spendPoints(
  member: MemberDocument,
  wish: { readonly campaignId: string; readonly points: Points; readonly today: Day },
): { readonly event: Spent } | { readonly short: PointsShort } {
  const { campaignId, today } = wish;
  const { active, pending } = pointsOn(member, today);
  if (active < wish.points) return { short: { need: wish.points, have: active, pending } };
  const { taken } = takeFrom(member.lots, wish.points, (lot) => lotState(lot, today) === 'active');
  return { event: { kind: 'points_spent', campaignId, memberId: member.memberId, points: wish.points, lots: taken } };
}

/** Gives back what was spent, with the days it had, but for RETURNED_DAYS at least. */
export function returnPoints(spent: {
  readonly memberId: string;
  readonly campaignId: string;
  readonly lots: readonly Lot[];
  readonly today: Day;
}): Returned {
  const { memberId, campaignId, today } = spent;
  const least = addDays(today, RETURNED_DAYS);
  const lots = spent.lots.map((lot) => (lot.expiresOn !== null && lot.expiresOn < least ? { ...lot, expiresOn: least } : lot));
  return { kind: 'points_returned', campaignId, memberId, points: sumOfLots(lots), lots };
}

/** The event that takes off everything whose last day is over; none where nothing is. `finishedOn` is the last day that has ended. */
export function expireEvents(member: MemberDocument, finishedOn: Day): JournalEvent[] {
  const lots = member.lots.filter((lot) => lotState(lot, addDays(finishedOn, 1)) === 'expired');
  return lots.length === 0 ? [] : [{ kind: 'points_expired', memberId: member.memberId, points: sumOfLots(lots), lots }];
}

/** The first rules that take away the very lots that an event names: those before looked at the last day alone. */
const NAMED_LOTS_SINCE = 4;

/** A member without lots that an event names. What is earned in the same action may have joined one that can be spent, and moved its first day. */
export function withoutLots(member: MemberDocument, gone: readonly Lot[], on: Day, rules: number): MemberDocument {
  const isMeant = (named: Lot, lot: Lot) => (rules < NAMED_LOTS_SINCE ? lot.expiresOn === named.expiresOn : isOneLot(lot, named, on));
  const takeOne = (lots: readonly Lot[], named: Lot) => takeFrom(lots, named.points, (lot) => isMeant(named, lot)).left;
  return withLots(member, gone.reduce(takeOne, member.lots), on);
}
