// What a member has done that a tier or their influence counts, by the business day on which it happened.
import type { Deed } from '#core/rules/membership/ladder';
import type { MemberDocument } from '#core/tables';
import { DATES, type Day, type Month } from '#core/values/day';

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

function checkedInDays({ checkins }: MemberDocument): readonly Day[] {
  const marks = new Map<Month, number>();
  for (const { months } of Object.values(checkins)) {
    for (const month of Object.keys(months)) marks.set(month, (marks.get(month) ?? 0) | (months[month] ?? 0));
  }
  const days: Day[] = [];
  for (const month of [...marks.keys()].sort().reverse().slice(0, MONTHS_KEPT)) {
    const bits = marks.get(month) ?? 0;
    for (let date = DATES.length - 1; date >= 0; date -= 1) if ((bits & (1 << date)) !== 0) days.push(`${month}-${DATES[date]}`);
  }
  return days;
}

/** What was found last of each record of check-ins: one action asks for every tier, before it and after it. */
const found = new WeakMap<MemberDocument['checkins'], readonly Day[]>();

function knownCheckedInDays(member: MemberDocument): readonly Day[] {
  const known = found.get(member.checkins);
  if (known !== undefined) return known;
  const days = checkedInDays(member);
  found.set(member.checkins, days);
  return days;
}

/** The days of some kinds of deeds, the newest first; a day with several stands there several times. */
export function daysOfDeeds(member: MemberDocument, deeds: readonly Deed[]): readonly Day[] {
  const kinds = deeds
    .map((deed) => (deed === 'checked_in' ? knownCheckedInDays(member) : member.deeds[deed].latestOn))
    .filter((days) => days.length > 0);
  // Each kind is in order by itself.
  if (kinds.length <= 1) return kinds[0] ?? [];
  return kinds.flat().sort((one, other) => (one < other ? 1 : one > other ? -1 : 0));
}

/** How much a member moves others, apart from anything that they spend: answers that helped, and friends who came through them. */
export function influenceOf(member: MemberDocument): { readonly helped: number; readonly invited: number; readonly total: number } {
  const helped = member.deeds.helped.total;
  const invited = member.deeds.invited.total;
  return { helped, invited, total: helped + invited };
}
