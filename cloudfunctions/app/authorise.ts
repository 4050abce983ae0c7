// Who may call what: the action's `who` against the role in the caller's member document, and whether the owner has put them out.
import type { Action } from '#core/contract';
import type { Denial } from '#core/refusals';
import { againAtOf } from '#core/rules/community/joining';
import { deniedBelow, reaches } from '#core/rules/community/roles';
import type { JoinWish, MemberDocument } from '#core/tables';

/** The denial for somebody who has not come in: they have not asked, they wait, or they were turned down. */
function notIn(wish: JoinWish | undefined): Denial {
  if (wish === undefined) return { code: 'join_required', data: {} };
  if (wish.state === 'waiting') return { code: 'join_waiting', data: { askedAt: wish.askedAt } };
  return { code: 'join_refused', data: { reason: wish.reason, text: wish.text, againAt: againAtOf(wish) } };
}

/** The denial for a caller who may not; null for one who may. */
export function authorise({ who, blocked }: Pick<Action, 'who' | 'blocked'>, member: MemberDocument | null): Denial | null {
  const isOpen = who === 'anyone' || who === 'person';
  if (member?.block !== undefined) {
    const { reason, text, appeal } = member.block;
    return (blocked ?? isOpen) ? null : { code: 'blocked', data: { reason, text, appeal } };
  }
  if (isOpen) return null;
  if (member === null || member.joinedAt === null) return notIn(member?.wish);
  if (who === 'member' || reaches(member.role, who)) return null;
  return { code: deniedBelow[who], data: {} };
}
