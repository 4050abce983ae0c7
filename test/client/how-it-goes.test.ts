// The first sentence on a campaign's page: nobody is told to post what cannot be posted.
import { expect, test } from 'vitest';
import { sayHowItGoes } from '#app/features/campaign/how-it-goes';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { en } from '#app/i18n/en';
import { withOwnersWords } from '#app/i18n/owners-words';
import { zhCn } from '#app/i18n/zh-cn';

const TODAY = '2026-03-09';

function campaign(state: string, opened = 0, startsOn = TODAY): OwnerCampaign {
  return { card: { type: 'quiz', state, startsOn }, funnel: { seen: opened, opened, claimed: 1, redeemed: 0 } } as OwnerCampaign;
}

test.each([
  ['runs', campaign('live'), '还没有人打开。发到群里，大家才看得到。'],
  ['is paused', campaign('paused'), '还没有人打开。现在暂停着，恢复以后再发到群里。'],
  ['is over', campaign('ended'), '结束以前没有人打开过。'],
  ['begins later', campaign('live', 0, '2026-03-12'), '未开始，3月12日开始'],
  ['was opened, and is paused', campaign('paused', 3), '3 人打开，1 人答完。'],
])('of one that %s', (_, one, sentence) => {
  expect(sayHowItGoes(withOwnersWords(zhCn), one, TODAY)).toBe(sentence);
});

test('says the same in English', () => {
  expect(sayHowItGoes(withOwnersWords(en), campaign('paused'), TODAY)).toMatch(/^Nobody has opened it yet\. It is paused/);
});
