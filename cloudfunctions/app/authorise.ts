// Who may call what: the action's `who` against the role in the caller's member document.
import type { Who } from '#core/contract';
import type { Denial } from '#core/refusals';
import { deniedBelow, reaches } from '#core/rules/community/roles';
import type { MemberDocument } from '#core/tables';

/** The denial for a caller who may not; null for one who may. */
export function authorise(who: Who, member: MemberDocument | null): Denial | null {
  if (who === 'anyone' || who === 'person') return null;
  if (member === null || member.joinedAt === null) return { code: 'join_required', data: {} };
  if (who === 'member' || reaches(member.role, who)) return null;
  return { code: deniedBelow[who], data: {} };
}
