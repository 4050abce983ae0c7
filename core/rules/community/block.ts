// Putting somebody out, and taking that back: who can be, and what a person who is out still has.
import { refuse } from '#core/refusals';
import { mayPutOut } from '#core/rules/community/roles';
import { type Decision, done, refused } from '#core/rules/decision';
import type { Block, BlockReason, MemberDocument } from '#core/tables';

/** The reasons, in the order in which an owner is offered them. */
export const blockReasons: readonly BlockReason[] = ['advertising', 'harassing', 'cheating', 'rules', 'other'];

/**
 * Whether what somebody was promised is still theirs: of members, and of whoever was put out. Who has left for good has given it up, and
 * who never joined was promised nothing.
 */
export function keepsPromises(member: Pick<MemberDocument, 'joinedAt' | 'block'> | null): boolean {
  return member !== null && (member.joinedAt !== null || (member.block !== undefined && member.block.joinedAt !== null));
}

/** Whether an owner can read of somebody: of members, of whoever was put out, and of whoever waits to come in. */
export function isKnown(member: Pick<MemberDocument, 'joinedAt' | 'block' | 'wish'>): boolean {
  return member.joinedAt !== null || member.block !== undefined || member.wish?.state === 'waiting';
}

/**
 * Puts somebody out; `by` is whoever runs the desk. Refusals, in their order: nobody who is there; the owner; a co-owner, whom the owner
 * alone puts out; put out already. So nobody puts out themselves.
 */
export function decideBlock(
  by: Pick<MemberDocument, 'role'>,
  member: MemberDocument | null,
  { reason, text }: Pick<Block, 'reason' | 'text'>,
): Decision<{ readonly memberId: string }> {
  if (member === null || !isKnown(member)) return refused(refuse('not_found', { what: 'member' }));
  if (member.role === 'owner') return refused(refuse('owner_stays', {}));
  if (!mayPutOut(by.role, member.role)) return refused(refuse('owner_appoints', {}));
  if (member.block !== undefined) return refused(refuse('already_blocked', { at: member.block.at }));
  const { memberId } = member;
  return done({ memberId }, [{ kind: 'member_blocked', memberId, reason, text }]);
}

/** Takes it back: the person is a member again, with what they had. Refusals: nobody who is known; not put out. */
export function decideUnblock(member: MemberDocument | null): Decision<{ readonly memberId: string }> {
  if (member === null) return refused(refuse('not_found', { what: 'member' }));
  if (member.block === undefined) return refused(refuse('not_blocked', {}));
  const { memberId } = member;
  return done({ memberId }, [{ kind: 'member_unblocked', memberId }]);
}
