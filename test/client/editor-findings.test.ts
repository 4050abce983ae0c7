// What the owner's form says while somebody types: it is judged by the rules of the server, at the field that it concerns.
import { describe, expect, test } from 'vitest';
import { type CampaignForm, declarationsOf, formOf } from '#app/features/campaign/campaign-form';
import { findingsIn } from '#app/features/campaign/editor-findings';
import { typedProblems } from '#app/features/campaign/editor-problems';
import { sayProblem } from '#app/features/campaign/say-problem';
import { en } from '#app/i18n/en';
import { withOwnersWords } from '#app/i18n/owners-words';
import { zhCn } from '#app/i18n/zh-cn';
import type { ValueOf } from '#core/contract';
import { offeredType } from '../support/offered-types';

const offered = offeredType('coupon_drop');
const declarations = declarationsOf(offered);
const form: CampaignForm = { ...formOf(offered.start, declarations), title: '三月券' };
const community = {
  ...{ communityId: 'c', name: '果蔬', theme: '新鲜', promise: '每天新鲜', organiser: '果蔬店', contact: '010-5555 0101' },
  ...{ zone: 'Asia/Shanghai', dayStartsMinutes: 0, members: 3 },
} as ValueOf<'community.home'>['community'];
const groups = [{ groupId: 'g', label: '清仓群', boundAt: 0 }];

test('a form of plain words has nothing to mind', () => expect(findingsIn(form, declarations, community, groups)).toEqual({}));

test('a word stands at its field, the worst one where there are several', () => {
  const found = findingsIn({ ...form, title: '免费抽奖', summary: '第一次来', groupId: 'g' }, declarations, community, groups);
  expect(found).toEqual({
    title: { rule: 'LOT-01', severity: 'block', path: 'title', about: '抽奖' },
    groupId: { rule: 'PRICE-01', severity: 'warn', path: 'groupId', about: '清仓' },
  });
});

test('a text that a type asks for is judged while it is asked for', () => {
  const gift = { ...form, fields: { ...form.fields, benefit: 'gift', item: '盲盒一个' } };
  expect(findingsIn(gift, declarations, community, groups)['item']).toMatchObject({ rule: 'LOT-01' });
  const amount = { ...gift, fields: { ...gift.fields, benefit: 'amount_off' } };
  expect(findingsIn(amount, declarations, community, groups)).toEqual({});
});

test('a licence that the shop has recorded counts', () => {
  const alcohol = { ...form, title: '啤酒满减' };
  expect(Object.values(findingsIn(alcohol, declarations, community, groups)).map(({ rule }) => rule)).toEqual(['MINOR-01']);
  const shelf = { ...form, title: '感冒药满减' };
  expect(findingsIn(shelf, declarations, community, groups)['title']).toMatchObject({ rule: 'CAT-01', about: '感冒药' });
  expect(findingsIn(shelf, declarations, { ...community, licences: '药品经营许可证' }, groups)).toEqual({});
});

describe('a plan, as it is typed', () => {
  const plan = offeredType('checkin_plan');
  const asked = declarationsOf(plan);
  const begun: CampaignForm = formOf(plan.start, asked);
  const said = (form: CampaignForm, openOn?: string) =>
    Object.entries(typedProblems(form, asked, openOn)).map(([path, problem]) => [
      path,
      sayProblem(withOwnersWords(zhCn), problem),
      sayProblem(withOwnersWords(en), problem),
    ]);

  test('has nothing to mind as it begins, though its title is still missing', () => expect(said(begun)).toEqual([]));

  test('says at a step that nobody can reach it, and for how many days there are', () => {
    const zh = '谁也打不满：活动最多能打 14 天。请改少，或延长活动。';
    const english = 'Out of reach: 14 days at most. Ask for fewer, or end later.';
    expect(said({ ...begun, endsOn: '2026-03-14' })).toEqual([['milestones.1.days', zh, english]]);
    const weekly = { ...begun, fields: { ...begun.fields, more: '1', cycle: 'week' } };
    expect(said(weekly)).toMatchObject([
      ['milestones.1.days', '谁也打不满：一轮最多 7 天。请改少，或换长的周期。', expect.stringContaining('7 days a round')],
    ]);
  });

  test('counts a draft from today where it began before, and a published one from its first day', () => {
    expect(said(begun, '2026-03-15').map(([path]) => path)).toEqual(['milestones.1.days']);
    expect(said(begun)).toEqual([]);
  });

  test('says nothing of it while its numbers cannot be read or its days are in no order', () => {
    expect(said({ ...begun, endsOn: '2026-03-14', fields: { ...begun.fields, pointsPerDay: '' } })).toEqual([]);
    expect(said({ ...begun, endsOn: '2026-02-14' })).toEqual([]);
  });
});
