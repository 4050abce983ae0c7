// Who may call what: the action's `who` against the role in the caller's member document.
import type { Who } from '#core/contract';
import type { Denial } from '#core/refusals';
import type { MemberDocument } from '#core/tables';

/** The denial for a caller who may not; null for one who may. */
export function authorise(who: Who, member: MemberDocument | null): Denial | null {
  if (who === 'anyone' || who === 'person') return null;
  if (member === null || member.joinedAt === null) return { code: 'join_required', data: {} };
  if (who === 'clerk' && member.role !== 'clerk' && member.role !== 'owner') return { code: 'clerk_only', data: {} };
  if (who === 'owner' && member.role !== 'owner') return { code: 'owner_only', data: {} };
  return null;
}
