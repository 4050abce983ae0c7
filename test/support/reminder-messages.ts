// Reminders for tests of messengers, with values that need care: a shop's name that is too long, cents, the last minute of a day.
import type { ReminderKind } from '#core/rules/reminder/kinds';
import type { AddressedReminder } from '#server/ports/messenger';
import { amountOff } from './documents';

const reminders: { readonly [K in ReminderKind]: Extract<AddressedReminder, { kind: K }> } = {
  coupon_expiring: {
    kind: 'coupon_expiring',
    personKey: 'wechat:oAnna-1',
    fields: {
      coupon: { type: 'text', text: '满三十减五元券' },
      worth: { type: 'benefit', benefit: amountOff(550) },
      until: { type: 'day', day: '2026-03-31' },
      shop: { type: 'text', text: '幸福里果蔬店'.repeat(4) },
    },
    page: '/packages/member/ticket/index?c=c&coupon=1',
  },
  checkin_open: {
    kind: 'checkin_open',
    personKey: 'wechat:oAnna-1',
    fields: {
      plan: { type: 'text', text: '每日打卡' },
      streak: { type: 'count', count: 12 },
      until: { type: 'moment', at: Date.UTC(2026, 2, 10, 16) - 1, zone: 'Asia/Shanghai' },
    },
    page: '/packages/member/campaign/index?c=c&id=x',
  },
  standing_fading: {
    kind: 'standing_fading',
    personKey: 'wechat:oAnna-1',
    fields: {
      what: {
        type: 'fading',
        fading: [
          { what: 'points', points: 1_250, untilOn: '2026-03-31' },
          { what: 'tier', tier: 'fan', untilOn: '2026-04-02' },
        ],
      },
      until: { type: 'day', day: '2026-03-31' },
      shop: { type: 'text', text: '幸福里果蔬店' },
    },
    page: '/packages/member/campaign/index?c=c',
  },
};

/** A reminder of a kind, to Anna. */
export function aReminder(kind: ReminderKind): AddressedReminder {
  return reminders[kind];
}
