// Roles in a community: which reaches which, and what is said to whoever may not.
import type { DenialCode } from '#core/refusals';
import type { CommunityDocument, Role } from '#core/tables';

/** So many co-owners at most, beside the owner: each of them can spend what the owner has to stand for. */
export const CO_OWNERS_MAX = 5;

/** The roles that can be given, in the order in which they are offered. */
export const givenRoles = ['clerk', 'co_owner', 'member'] as const;

/** A role that can be given. */
export type GivenRole = (typeof givenRoles)[number];

/** The roles of those who work for the shop. */
export type StaffRole = Exclude<Role, 'visitor' | 'member'>;

const ranks: Readonly<Record<Role, number>> = { visitor: 0, member: 1, clerk: 2, co_owner: 3, owner: 4 };

/** What somebody hears whose role does not reach the one that is needed. */
export const deniedBelow = { clerk: 'clerk_only', co_owner: 'co_owner_only', owner: 'owner_only' } as const satisfies Record<
  StaffRole,
  DenialCode
>;

/** Whether a role may do what another may. */
export function reaches(role: Role, needed: Role): boolean {
  return ranks[role] >= ranks[needed];
}

/** Whether somebody works for the shop: prizes and reviews pass them by. */
export function isStaff(role: Role): role is StaffRole {
  return reaches(role, 'clerk');
}

/** Whether somebody runs the owner's desk: the owner, or a co-owner. Nobody at all does not. */
export function runsTheDesk(role: Role | undefined): boolean {
  return role !== undefined && reaches(role, 'co_owner');
}

/**
 * Whether somebody may give a member who is `now` a role: whoever runs the desk makes clerks and members of each other, and only the owner
 * makes a co-owner or dismisses one. Nobody takes the owner's place, and a visitor has to join first.
 */
export function mayGive(by: Role, now: Role, role: GivenRole): boolean {
  if (now === 'owner' || now === 'visitor') return false;
  return reaches(by, now === 'co_owner' || role === 'co_owner' ? 'owner' : 'co_owner');
}

/**
 * Whether somebody may put a person out who is `now`: whoever runs the desk puts out members and clerks, only the owner puts out a
 * co-owner, and nobody the owner. So nobody puts out themselves.
 */
export function mayPutOut(by: Role, now: Role): boolean {
  return now !== 'owner' && reaches(by, now === 'co_owner' ? 'owner' : 'co_owner');
}

/** The community once a member has another role: it knows its co-owners by id, in the order in which they were appointed. */
export function withRole(community: CommunityDocument, memberId: string, role: Role): CommunityDocument {
  const { coOwners = [], ...settings } = community;
  const isOne = coOwners.includes(memberId);
  const others = coOwners.filter((coOwnerId) => coOwnerId !== memberId);
  const now = role !== 'co_owner' ? others : isOne ? coOwners : [...coOwners, memberId];
  return now.length === 0 ? settings : { ...settings, coOwners: now };
}
