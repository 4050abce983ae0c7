// Whom the owner looks for among the members: by what they are called, what they are and what they have done.

import { tagOf } from '#core/rules/membership/member';
import { type Condition, meets } from '#core/rules/membership/segment';
import { type TierCode, tierOf } from '#core/rules/membership/tier';
import type { CommunityDocument, MemberDocument, Role } from '#core/tables';
import type { Day } from '#core/values/day';

/** Whom the owner looks for; what is left out says nothing. */
export interface Among {
  /** A part of the name that is shown, or of the four characters that stand for a name. */
  readonly words?: string | undefined;
  readonly role?: Role | undefined;
  readonly tier?: TierCode | undefined;
  /** Whether they have done something of their own since joining. */
  readonly started?: boolean | undefined;
  /** Those who are put out, instead of those who are there. */
  readonly blocked?: true | undefined;
  readonly conditions?: readonly Condition[] | undefined;
}

/** A name as it is looked for: widths and cases of letters make no difference, nor do blanks. */
function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Whether a member is looked for, their name aside. */
export function isAmong(member: MemberDocument, among: Among, community: CommunityDocument, today: Day): boolean {
  const { role, tier, started, blocked, conditions = [] } = among;
  if (blocked === true ? member.block === undefined : member.joinedAt === null) return false;
  if (role !== undefined && member.role !== role) return false;
  if (tier !== undefined && tierOf(member, today) !== tier) return false;
  if (started !== undefined && (member.firstActionAt !== null) !== started) return false;
  return meets(member, conditions, community, today);
}

/** Whether somebody is called so: by the name that is shown, or by the characters that tell masked people apart. */
export function isCalled(person: { readonly memberId: string; readonly name: string | null }, words: string): boolean {
  const wanted = foldName(words);
  return foldName(person.name ?? '').includes(wanted) || foldName(tagOf(person.memberId)).includes(wanted);
}
