// The lots of a member's points: what was earned when, from which day it can be spent, and to which day it holds. The oldest go first.
import type { MemberDocument } from '#core/tables';
import { addDays, type Day, dayFromNumber, dayNumber } from '#core/values/day';
import { type Points, points } from '#core/values/points';

/** Points that share their days. */
export interface Lot {
  readonly points: Points;
  /** The business day on which the first of them were earned. */
  readonly earnedOn: Day;
  /** The first day on which they can be spent. */
  readonly activeOn: Day;
  /** The last day on which they can be spent; null where they hold for ever. */
  readonly expiresOn: Day | null;
}

/** How long a community's points hold: declared by its owner, and only ever made better. */
export interface PointsPolicy {
  /** Months after the one in which they become active, to the end of the last; null for ever. */
  readonly validMonths: number | null;
  /** Days between earning points and being able to spend them. */
  readonly pendingDays: number;
}

/** What holds until an owner says otherwise. */
export const standardPolicy: PointsPolicy = { validMonths: 12, pendingDays: 0 };

/** The limits of a policy. */
export const policyLimits = { validMonthsMin: 3, validMonthsMax: 36, pendingDaysMax: 30 } as const;

/** The last day of the month that lies some months after a day's own. */
export function monthEndAfter(day: Day, months: number): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const next = year * 12 + month + months;
  const firstOfNext = `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01`;
  return dayFromNumber(dayNumber(firstOfNext) - 1);
}

/** The lot of points that are earned on a day. */
export function newLot(amount: Points, policy: PointsPolicy, on: Day): Lot {
  const activeOn = addDays(on, policy.pendingDays);
  const expiresOn = policy.validMonths === null ? null : monthEndAfter(activeOn, policy.validMonths);
  return { points: amount, earnedOn: on, activeOn, expiresOn };
}

/** Where a lot stands on a day. */
export type LotState = 'pending' | 'active' | 'expired';

/** Whether a lot waits, can be spent, or is over and only has to be taken off the account. */
export function lotState(lot: Lot, today: Day): LotState {
  if (lot.expiresOn !== null && lot.expiresOn < today) return 'expired';
  return lot.activeOn > today ? 'pending' : 'active';
}

function isBefore(one: Lot, other: Lot): number {
  const end = (lot: Lot) => lot.expiresOn ?? '9999-12-31';
  const keys = [
    [end(one), end(other)],
    [one.activeOn, other.activeOn],
    [one.earnedOn, other.earnedOn],
  ] as const;
  for (const [mine, theirs] of keys) if (mine !== theirs) return mine < theirs ? -1 : 1;
  return 0;
}

/** Whether two lots are one on a day: they end together, and both can be spent already or will be from the same day on. */
export function isOneLot(one: Lot, other: Lot, today: Day): boolean {
  if (one.expiresOn !== other.expiresOn) return false;
  return one.activeOn === other.activeOn || (one.activeOn <= today && other.activeOn <= today);
}

/**
 * Lots in the order in which they are spent. Those that can be spent already and end together are one: so a member has as many lots as
 * there are months to come and days to wait, however often they earn.
 */
export function ordered(lots: readonly Lot[], today: Day): Lot[] {
  const merged: Lot[] = [];
  for (const lot of [...lots].sort(isBefore)) {
    const last = merged[merged.length - 1];
    if (lot.points === 0) continue;
    if (last === undefined || !isOneLot(last, lot, today)) merged.push(lot);
    else {
      const earnedOn = last.earnedOn < lot.earnedOn ? last.earnedOn : lot.earnedOn;
      merged[merged.length - 1] = { ...last, earnedOn, activeOn: lot.activeOn, points: points(last.points + lot.points) };
    }
  }
  return merged;
}

/** How many points lie in some lots. */
export function sumOfLots(lots: readonly Lot[]): Points {
  return points(lots.reduce((sum, lot) => sum + lot.points, 0));
}

/** Takes an amount from lots in their order, as far as `may` lets it. What is taken keeps its days. */
export function takeFrom(
  lots: readonly Lot[],
  amount: Points,
  may: (lot: Lot) => boolean,
): { readonly taken: readonly Lot[]; readonly left: readonly Lot[] } {
  let open: number = amount;
  const taken: Lot[] = [];
  const left: Lot[] = [];
  for (const lot of lots) {
    const part = may(lot) ? Math.min(open, lot.points) : 0;
    open -= part;
    if (part > 0) taken.push({ ...lot, points: points(part) });
    if (part < lot.points) left.push({ ...lot, points: points(lot.points - part) });
  }
  return { taken, left };
}

/** A member with other lots; the balance is always their sum. */
export function withLots(member: MemberDocument, lots: readonly Lot[], today: Day): MemberDocument {
  const inOrder = ordered(lots, today);
  return { ...member, lots: inOrder, points: sumOfLots(inOrder) };
}

/** A member after earning points on a day. */
export function withGranted(member: MemberDocument, amount: Points, policy: PointsPolicy, on: Day): MemberDocument {
  return withLots(member, [...member.lots, newLot(amount, policy, on)], on);
}

/** What a member's points come to on a day. */
export interface PointsStanding {
  readonly active: number;
  readonly pending: number;
  /** Those that end first, of what can be spent or will be; null where nothing ends. */
  readonly expiring: { readonly points: number; readonly on: Day } | null;
}

/** How many points a member can spend on a day, how many wait, and which end first. */
export function pointsOn(member: Pick<MemberDocument, 'lots'>, today: Day): PointsStanding {
  const sum = (state: LotState) => sumOfLots(member.lots.filter((lot) => lotState(lot, today) === state));
  const ending = member.lots.filter((lot) => lot.expiresOn !== null && lot.expiresOn >= today);
  const on = ending.reduce<Day | null>((first, { expiresOn }) => (first === null || (expiresOn ?? '') < first ? expiresOn : first), null);
  const first = ending.filter(({ expiresOn }) => expiresOn === on);
  return { active: sum('active'), pending: sum('pending'), expiring: on === null ? null : { points: sumOfLots(first), on } };
}
