// Who may call what: the action's `who` against the role in the caller's member document, and whether the owner has put them out.
import type { Action } from '#core/contract';
import type { Denial } from '#core/refusals';
import type { MemberDocument } from '#core/tables';

/** The denial for a caller who may not; null for one who may. */
export function authorise({ who, blocked }: Pick<Action, 'who' | 'blocked'>, member: MemberDocument | null): Denial | null {
  const isOpen = who === 'anyone' || who === 'person';
  if (member?.block !== undefined) {
    const { reason, text, appeal } = member.block;
    return (blocked ?? isOpen) ? null : { code: 'blocked', data: { reason, text, appeal } };
  }
  if (isOpen) return null;
  if (member === null || member.joinedAt === null) return { code: 'join_required', data: {} };
  if (who === 'clerk' && member.role !== 'clerk' && member.role !== 'owner') return { code: 'clerk_only', data: {} };
  if (who === 'owner' && member.role !== 'owner') return { code: 'owner_only', data: {} };
  return null;
}
