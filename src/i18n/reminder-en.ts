// What the app says about reminders in English: the same as in Chinese, and no more.
import type { ReminderWords } from '#app/i18n/reminder-zh-cn';
import type { Words } from '#app/i18n/words';

export const reminderEn: ReminderWords = {
  title: 'Reminders',
  hint: 'One message for each time you agree, only for what is still open, never from nine at night to nine in the morning; at most one a day and three a week.',
  names: {
    coupon_expiring: 'Before a coupon ends',
    checkin_open: 'Evening without check-in',
    standing_fading: 'Before what you hold ends',
  },
  offer: {
    coupon_expiring: 'Remind me before it ends',
    checkin_open: 'Remind me tomorrow evening if I forget',
    standing_fading: 'Remind me before it ends',
  },
  planned: {
    coupon_expiring: (day) => `Planned: one reminder on the morning of ${day}. None if you have used it.`,
    checkin_open: (day) =>
      `Planned: one reminder at eight in the evening of ${day} if you have not checked in. If you have, the evening after.`,
    standing_fading: () => 'Planned: one reminder in the week before something that you hold ends. None if you keep it.',
  },
  outcomes: {
    too_late: 'It is too late to remind you this time. What you agreed to is kept for another.',
    declined: 'No reminder is planned. Tap again whenever you want one.',
    switched_off: 'All messages of this app are off in WeChat. Turn them on in the menu at the top right, under Settings, then tap again.',
    impossible: 'WeChat could not be asked just now, and no reminder is planned. Tap again in a while.',
  },
  left: (credits) => `${credits} left`,
  add: 'For more, tap “Remind me” beside a coupon, a check-in or your tier: each yes is one more.',
  stop: 'Stop these reminders',
};

export const reminderNoEn = {
  reminder_unavailable: () => ({
    reason: 'Reminders cannot be sent from here now.',
    next: 'The dates are on the coupon and in the calendar at any time.',
  }),
} satisfies Partial<Words['no']>;
