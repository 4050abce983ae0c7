// Who needs the owner's look: members with something to lose who have stopped coming, and newcomers whom nothing has held yet.

import { tagOf } from '#core/rules/membership/member';
import { type Condition, isInSegment } from '#core/rules/membership/segment';
import { type TierCode, tierOf } from '#core/rules/membership/tier';
import type { CommunityDocument, MemberDocument, Role } from '#core/tables';
import type { Day } from '#core/values/day';

/** Two weeks: whoever has not come for so long has left a habit behind, not missed a day. */
export const ASLEEP_DAYS = 14;

/** For so many days, the day of joining among them, somebody is new. */
export const NEW_DAYS = 3;

/** Those with a tier, which only deeds give, who have not come for long. */
export const asleep: readonly Condition[] = [
  { kind: 'tier_at_least', tier: 'user' },
  { kind: 'unseen_for', amount: ASLEEP_DAYS },
];

/** Those who have joined just now. */
export const newcomers: readonly Condition[] = [{ kind: 'joined_within', amount: NEW_DAYS }];

/** Whom the owner looks for; what is left out says nothing. */
export interface Among {
  /** A part of the name that is shown, or of the four characters that stand for a name. */
  readonly words?: string | undefined;
  readonly role?: Role | undefined;
  readonly tier?: TierCode | undefined;
  /** Whether they have done something of their own since joining. */
  readonly started?: boolean | undefined;
  readonly conditions?: readonly Condition[] | undefined;
}

/** A name as it is looked for: widths and cases of letters make no difference, nor do blanks. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Whether a member is looked for, their name aside. */
export function isAmong(member: MemberDocument, among: Among, community: CommunityDocument, today: Day): boolean {
  const { role, tier, started, conditions = [] } = among;
  if (role !== undefined && member.role !== role) return false;
  if (tier !== undefined && tierOf(member, today) !== tier) return false;
  if (started !== undefined && (member.firstActionAt !== null) !== started) return false;
  return isInSegment(member, conditions, community, today);
}

/** Whether somebody is called so: by the name that is shown, or by the characters that tell masked people apart. */
export function isCalled(person: { readonly memberId: string; readonly name: string | null }, words: string): boolean {
  const wanted = foldName(words);
  return foldName(person.name ?? '').includes(wanted) || foldName(tagOf(person.memberId)).includes(wanted);
}
