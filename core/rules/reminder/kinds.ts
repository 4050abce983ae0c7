// What a member can be reminded of: the closed list that contract, wallet, templates and words follow.

/** coupon_expiring: a coupon ends tomorrow; checkin_open: this evening a streak is at risk. */
export const reminderKinds = ['coupon_expiring', 'checkin_open'] as const;

/** What a reminder is about. */
export type ReminderKind = (typeof reminderKinds)[number];
