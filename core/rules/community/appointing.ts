// The roles that are given.
import { refuse } from '#core/refusals';
import { CO_OWNERS_MAX, type GivenRole, mayGive } from '#core/rules/community/roles';
import { type Decision, done, refused } from '#core/rules/decision';
import type { CommunityDocument, MemberDocument } from '#core/tables';

/** What an appointment is decided on: who gives which role to whom. */
export interface AppointFacts {
  readonly community: Pick<CommunityDocument, 'coOwners'>;
  readonly by: Pick<MemberDocument, 'role'>;
  readonly member: MemberDocument | null;
  readonly role: GivenRole;
}

/**
 * Gives a member a role; who has it already is given it once more, so that the request is on record. Refusals, in their order: nobody
 * of that id has joined; the owner stays the owner; a co-owner is made and dismissed by the owner alone, themselves included; there are as many
 * co-owners as there may be.
 */
export function decideAppoint({ community, by, member, role }: AppointFacts): Decision<{ memberId: string; role: GivenRole }> {
  if (member === null || member.joinedAt === null) return refused(refuse('not_found', { what: 'member' }));
  if (member.role === 'owner') return refused(refuse('owner_stays', {}));
  if (!mayGive(by.role, member.role, role)) return refused(refuse('owner_appoints', {}));
  const { memberId } = member;
  const coOwners = community.coOwners ?? [];
  const isNew = role === 'co_owner' && !coOwners.includes(memberId);
  if (isNew && coOwners.length >= CO_OWNERS_MAX) return refused(refuse('too_many_co_owners', { max: CO_OWNERS_MAX }));
  return done({ memberId, role }, [{ kind: 'role_given', memberId, role }]);
}
