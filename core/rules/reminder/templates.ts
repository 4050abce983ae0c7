// The message templates that an owner applies for at WeChat, as data: their titles, their keywords and what each is filled with.
import type { ReminderKind } from '#core/rules/reminder/kinds';

/** The types of keywords that WeChat has and that our values can be written as. */
export type KeywordType = 'thing' | 'phrase' | 'number' | 'amount' | 'date' | 'time' | 'character_string';

/** One keyword of a template. */
export interface TemplateKeyword {
  /** What the message calls its value. */
  readonly field: string;
  /** How the keyword is called in WeChat's library, or close to it. */
  readonly name: string;
  readonly type: KeywordType;
}

/** One template. Its title and keywords are public: nothing in them promises anything or asks for anything. */
export interface ReminderTemplate {
  readonly title: string;
  readonly keywords: readonly TemplateKeyword[];
}

/**
 * One template per kind, all one-time, with different titles (of equal ones WeChat keeps the first).
 * WeChat numbers the keywords of each library template in its own way, so an installation may say which key is which field.
 */
export const reminderTemplates = {
  coupon_expiring: {
    title: '优惠券到期提醒',
    keywords: [
      { field: 'coupon', name: '优惠券名称', type: 'thing' },
      { field: 'worth', name: '优惠内容', type: 'thing' },
      { field: 'until', name: '到期时间', type: 'date' },
      { field: 'shop', name: '适用门店', type: 'thing' },
    ],
  },
  checkin_open: {
    title: '打卡提醒',
    keywords: [
      { field: 'plan', name: '打卡名称', type: 'thing' },
      { field: 'streak', name: '已连续天数', type: 'number' },
      { field: 'until', name: '截止时间', type: 'time' },
    ],
  },
  standing_fading: {
    title: '权益到期提醒',
    keywords: [
      { field: 'what', name: '权益名称', type: 'thing' },
      { field: 'until', name: '到期时间', type: 'date' },
      { field: 'shop', name: '适用门店', type: 'thing' },
    ],
  },
} as const satisfies Record<ReminderKind, ReminderTemplate>;

/** The names of a kind's fields. */
export type FieldOf<K extends ReminderKind> = (typeof reminderTemplates)[K]['keywords'][number]['field'];
