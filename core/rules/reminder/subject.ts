// The document that a reminder is about.
import type { ReminderKind } from '#core/rules/reminder/kinds';
import { type Id, makeId } from '#core/values/ids';

/** Its id: a coupon's, or a check-in plan's; null for a member's own standing, which is about no document of its own. */
export function subjectOf(communityId: string, kind: ReminderKind, about: string): Id | null {
  if (kind === 'standing_fading') return null;
  return kind === 'coupon_expiring' ? about : makeId(communityId, 'campaign', about);
}
