// What the app says about reminders in Chinese: what happens and when, and nothing that would make agreeing look like a gain.
import type { Words } from '#app/i18n/words';
import type { ReminderKind } from '#core/rules/reminder/kinds';

/** What a language says about reminders. */
export interface ReminderWords {
  readonly title: string;
  readonly hint: string;
  readonly names: Readonly<Record<ReminderKind, string>>;
  readonly offer: Readonly<Record<ReminderKind, string>>;
  readonly planned: Readonly<Record<ReminderKind, (day: string) => string>>;
  readonly outcomes: Readonly<Record<'too_late' | 'declined' | 'switched_off' | 'impossible', string>>;
  /** How to have more of them. */
  readonly add: string;
  left(credits: number): string;
  readonly stop: string;
}

export const reminderZhCn: ReminderWords = {
  title: '提醒',
  hint: '同意一次，发一条。还没办的才提醒，晚九点到早九点不发；一天最多一条，一周最多三条。',
  names: { coupon_expiring: '券到期前', checkin_open: '晚上还没打卡', standing_fading: '会员权益到期前' },
  offer: { coupon_expiring: '到期前提醒我', checkin_open: '明晚没打卡就提醒我', standing_fading: '到期前提醒我' },
  planned: {
    coupon_expiring: (day) => `已安排，${day}上午提醒一次。用掉了就不提醒。`,
    checkin_open: (day) => `已安排，${day}晚八点还没打卡就提醒一次。打了就顺延到下一晚。`,
    standing_fading: () => '已安排，会员权益到期前一周内提醒一次。在那以前留住了就不提醒。',
  },
  outcomes: {
    too_late: '这次来不及提醒了，同意的次数给你留着。',
    declined: '没有安排提醒。想要的时候再点一次就好。',
    switched_off: '微信里关掉了这个小程序的全部消息。在右上角菜单的「设置」里打开后再点。',
    impossible: '现在问不了微信，提醒没有安排。过一会儿再点。',
  },
  left: (credits) => `还可提醒 ${credits} 次`,
  add: '想多几次，就在券、打卡或等级旁边点「提醒我」，每同意一次多一条。',
  stop: '不用提醒了',
};

export const reminderNoZhCn = {
  reminder_unavailable: () => ({ reason: '这里现在发不了提醒。', next: '日期都写在券面和打卡日历上，随时可以打开看。' }),
} satisfies Partial<Words['no']>;
