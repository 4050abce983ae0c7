// What a member can be reminded of: the closed list that contract, wallet, templates and words follow.

/**
 * coupon_expiring: a coupon ends tomorrow; checkin_open: this evening a streak is at risk; standing_fading: a tier, or points, will not be
 * there any more in a few days.
 */
export const reminderKinds = ['coupon_expiring', 'checkin_open', 'standing_fading'] as const;

/** What a reminder is about. */
export type ReminderKind = (typeof reminderKinds)[number];

/** A record with something for each kind. */
export function perKind<Value>(of: (kind: ReminderKind) => Value): Readonly<Record<ReminderKind, Value>> {
  return Object.fromEntries(reminderKinds.map((kind) => [kind, of(kind)])) as Record<ReminderKind, Value>;
}

/** What a reminder of what fades is about: there is one per member. */
export const STANDING = 'standing';
