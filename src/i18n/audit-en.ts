// The words in English for checking an account against its history.
import type { AuditWords } from '#app/i18n/audit-zh-cn';
import { counted } from '#app/i18n/formats-en';

export const auditEn: AuditWords = {
  open: 'Check my account',
  openOther: 'Check the account',
  title: 'Account check',
  intro: 'Everything is counted again from the first record and compared with what is kept.',
  read: (actions) => `${counted(actions, 'record')} read`,
  same: 'Every figure is right.',
  differs: (count) => `${counted(count, 'figure')} differ.`,
  tellOwner: 'Please send a picture of this page to the organiser.',
  points: (points) => points,
  tier: (name) => `Tier: ${name}`,
  plans: (plans) => `Days of ${counted(plans, 'check-in plan')}`,
  coupons: (coupons) => `States of ${coupons}`,
  right: 'right',
  rebuilt: (value) => `counted again: ${value}`,
};
