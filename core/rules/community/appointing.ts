// The roles that an owner gives.
import { refuse } from '#core/refusals';
import { type Decision, done, refused } from '#core/rules/decision';
import type { MemberDocument } from '#core/tables';

/** Makes a member a clerk, or a clerk a member again; the owner stays the owner. */
export function decideAppoint(
  member: MemberDocument | null,
  role: 'clerk' | 'member',
): Decision<{ memberId: string; role: 'clerk' | 'member' }> {
  if (member === null || member.joinedAt === null) return refused(refuse('not_found', { what: 'member' }));
  if (member.role === 'owner') return refused(refuse('owner_stays', {}));
  const { memberId } = member;
  return done({ memberId, role }, [{ kind: 'role_given', memberId, role }]);
}
