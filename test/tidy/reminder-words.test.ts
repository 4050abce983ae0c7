// Agreeing to a message is never worth anything (operation rules 5.21), so no word about reminders may sound as if it were.
import { expect, test } from 'vitest';
import { reminderEn } from '#app/i18n/reminder-en';
import { reminderZhCn } from '#app/i18n/reminder-zh-cn';
import { reminderTemplates } from '#core/rules/reminder/templates';

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (sample: unknown) => unknown)('3'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test('no word about reminders offers or demands anything', () => {
  const chinese = textsOf(reminderZhCn);
  const english = textsOf(reminderEn);
  expect(chinese.length).toBe(english.length);
  expect(chinese.length).toBeGreaterThan(10);
  expect(chinese.filter((text) => /积分|奖|送|礼|福利|得到|领取|赚|必须|才能/.test(text))).toEqual([]);
  expect(english.filter((text) => /\b(points?|reward|earn|gift|bonus|win|prize|must|unlock)/i.test(text))).toEqual([]);
});

test('the templates say what they are about, and nothing else', () => {
  expect(textsOf(reminderTemplates).filter((text) => /积分|奖|送|礼|福利|领取|赚|立即|马上/.test(text))).toEqual([]);
});
