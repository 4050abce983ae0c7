// Who came through whom: the groups that are looked at, made of people who joined lately and did a first action of their own.
import { thresholds } from '#core/rules/risk/signs';
import type { InvitedBy, MemberDocument } from '#core/tables';
import type { Instant } from '#core/values/instant';

/** What is looked at of somebody who joined lately, or who brought them. */
export type Newcomer = Pick<MemberDocument, 'memberId' | 'role' | 'invitedBy' | 'joinedAt' | 'firstActionAt' | 'lastEnteredOn' | 'deeds'>;

/** Somebody who has done a first action of their own: only that pays an invite. */
export type Acted = Newcomer & { readonly joinedAt: Instant; readonly firstActionAt: Instant };

/** One of those who came through an invite. */
export type Friend = Acted & { readonly invitedBy: InvitedBy };

/** The people whom each member brought themselves, in the order of their joining. */
export type Brought = ReadonlyMap<string, readonly Friend[]>;

function byJoining(one: Acted, other: Acted): number {
  return one.joinedAt - other.joinedAt || (one.memberId < other.memberId ? -1 : 1);
}

/** Those who have acted, the first to join first. */
export function actedOf(newcomers: readonly Newcomer[]): readonly Acted[] {
  return newcomers.filter((one): one is Acted => one.joinedAt !== null && one.firstActionAt !== null).sort(byJoining);
}

/** Who brought whom. Whoever works for the shop is nobody's friend. */
export function broughtOf(acted: readonly Acted[]): Brought {
  const brought = new Map<string, Friend[]>();
  for (const one of acted) {
    const { invitedBy, role } = one;
    if (invitedBy === null || role !== 'member') continue;
    const own = brought.get(invitedBy.inviterId) ?? [];
    own.push({ ...one, invitedBy });
    brought.set(invitedBy.inviterId, own);
  }
  return brought;
}

/**
 * Everybody who came through a member and joined after `since`: those they brought, and those whom these brought, down to whoever brought
 * a group of their own, which is looked at by itself. In the order of joining.
 */
export function groupOf(brought: Brought, memberId: string, since: Instant): readonly Friend[] {
  const friendsOf = (one: string) => (brought.get(one) ?? []).filter(({ joinedAt }) => joinedAt > since);
  const seen = new Set([memberId]);
  const group: Friend[] = [];
  const waiting = [...friendsOf(memberId)];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next.memberId)) continue;
    seen.add(next.memberId);
    group.push(next);
    const own = friendsOf(next.memberId);
    if (own.length < thresholds.ownGroupMin) waiting.push(...own);
  }
  return group.sort(byJoining);
}
