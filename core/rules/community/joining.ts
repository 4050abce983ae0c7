// Joining a community, once; and the roles that an owner gives.
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { type Decision, done, refused } from '#core/rules/decision';
import type { MemberDocument } from '#core/tables';

/** Makes a person a member; the thread of an invite that brought them goes on. `member` is null for somebody who never came. */
export function decideJoin(memberId: string, member: MemberDocument | null): Decision<Record<never, never>> {
  if (member !== null && member.joinedAt !== null) return refused(refuse('already_joined', { joinedAt: member.joinedAt }));
  const bound = member?.invitedBy ?? null;
  const events: JournalEvent[] = [{ kind: 'joined' }];
  if (bound !== null) events.push({ kind: 'invite_joined', campaignId: bound.campaignId, inviterId: bound.inviterId, inviteeId: memberId });
  return done({}, events);
}

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
