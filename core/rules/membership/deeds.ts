// What a member has done that a tier or their influence counts, by the business day on which it happened.
import type { Deed } from '#core/rules/membership/ladder';
import type { MemberDocument } from '#core/tables';
import { type Day, daysOfMonth, type Month } from '#core/values/day';

/** The deeds that are kept as days; check-ins are found in the records of the plans. */
export type KeptDeed = Exclude<Deed, 'checked_in'>;

/** One kind of deed of a member. */
export interface KeptDeeds {
  readonly total: number;
  /** The days of the latest ones, the newest first, as many as a criterion can ask for and some more. */
  readonly latestOn: readonly Day[];
}

/** What is kept of a member's deeds. */
export type Deeds = Readonly<Record<KeptDeed, KeptDeeds>>;

/** How many of the latest days of each kind are kept: more than any criterion needs, so that some can be taken back. */
export const DEEDS_KEPT = 20;

/** How many months of check-ins are looked at: more than the longest window of a criterion that counts them. */
const MONTHS_KEPT = 7;

const none: KeptDeeds = { total: 0, latestOn: [] };

/** Somebody who has done nothing yet. */
export const noDeeds: Deeds = { redeemed: none, helped: none, invited: none };

/** A member after one more deed. */
export function withDeed(member: MemberDocument, deed: KeptDeed, on: Day): MemberDocument {
  const { total, latestOn } = member.deeds[deed];
  const days = [...latestOn, on].sort((one, other) => (one < other ? 1 : -1)).slice(0, DEEDS_KEPT);
  return { ...member, deeds: { ...member.deeds, [deed]: { total: total + 1, latestOn: days } } };
}

/** A member after a deed of a day has been taken back. */
export function withoutDeed(member: MemberDocument, deed: KeptDeed, on: Day): MemberDocument {
  const { total, latestOn } = member.deeds[deed];
  const at = latestOn.indexOf(on);
  const days = at < 0 ? latestOn : latestOn.filter((_day, index) => index !== at);
  return { ...member, deeds: { ...member.deeds, [deed]: { total: Math.max(0, total - 1), latestOn: days } } };
}

function checkedInDays(member: MemberDocument): Day[] {
  const marks = new Map<Month, number>();
  for (const { months } of Object.values(member.checkins)) {
    for (const [month, bits] of Object.entries(months)) marks.set(month, (marks.get(month) ?? 0) | bits);
  }
  const latest = [...marks.keys()].sort().reverse().slice(0, MONTHS_KEPT);
  return latest.flatMap((month) => daysOfMonth(month).filter((_day, index) => ((marks.get(month) ?? 0) & (1 << index)) !== 0));
}

/** The days of some kinds of deeds, the newest first; a day with several stands there several times. */
export function daysOfDeeds(member: MemberDocument, deeds: readonly Deed[]): Day[] {
  const days = deeds.flatMap((deed) => (deed === 'checked_in' ? checkedInDays(member) : member.deeds[deed].latestOn));
  return days.sort((one, other) => (one < other ? 1 : one > other ? -1 : 0));
}

/** How much a member moves others, apart from anything that they spend: answers that helped, and friends who came through them. */
export function influenceOf(member: MemberDocument): { readonly helped: number; readonly invited: number; readonly total: number } {
  const helped = member.deeds.helped.total;
  const invited = member.deeds.invited.total;
  return { helped, invited, total: helped + invited };
}
