// Making a published campaign better: only what may change is changed, and what would be worse stands at its field with the way it may go.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createImproving } from '#app/features/campaign/create-improving';
import { wayOf } from '#app/features/campaign/editor-problems';
import { sayProblem } from '#app/features/campaign/say-problem';
import { withOwnersWords } from '#app/i18n/owners-words';
import { zhCn } from '#app/i18n/zh-cn';
import { offeredType, offeredTypes } from '../support/offered-types';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const TODAY = '2026-03-05';
const audience = { tierMin: 'fan', tags: [], streakDaysMin: null, newcomerDaysMax: 30, earlyTier: null, earlyHours: 0 } as const;
const published = { ...offeredType('coupon_drop').start, title: '周末券', audience };

const preview = (state = 'live', draft: unknown = published): ScriptedAnswer =>
  good({ draft, problems: [], terms: [], reserve: { coupons: 0, points: 0 }, card: { state, version: 2 } });

async function improvingOf(script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport({ 'campaign.types': [good({ types: offeredTypes() })], 'campaign.preview': [preview()], ...script });
  const improving = createImproving(createCaller({ send: transport.send, wait: () => Promise.resolve() }), countedIds());
  await improving.look('c1', 'k1');
  const sent = () => transport.sent.filter(({ action }) => action === 'campaign.improve');
  return { improving, sent, state: () => improving.store.getState() };
}

test('begins with what holds now, and sends it back with what was changed and nothing else', async () => {
  const { improving, sent, state } = await improvingOf({ 'campaign.improve': [good({ version: 3, coupons: 20, points: 0 })] });
  expect(state().form).toMatchObject({ title: '周末券', fields: { stock: '100' } });
  improving.setField('stock', '120');
  expect(await improving.improve(TODAY, [])).toEqual({ version: 3, isNew: true, coupons: 20, points: 0 });
  const draft = { ...published, parameters: { ...published.parameters, stock: 120 } };
  expect(sent()[0]?.input).toEqual({ communityId: 'c1', campaignId: 'k1', draft, confirmed: [] });
  expect(state().published).toEqual({ draft, version: 3 });
});

test('what cannot be taken back is known before it is saved: what more is set aside, and the most that it costs before and after', async () => {
  const { improving, sent } = await improvingOf({});
  improving.setField('stock', '9000');
  const each = published.parameters.amountOffFen as number;
  expect(improving.stakes(TODAY)).toEqual({
    more: { coupons: 8_900, points: 0, goods: 0 },
    before: { fen: 100 * each, goods: 0, points: 0, coupons: 100 },
    after: { fen: 9_000 * each, goods: 0, points: 0, coupons: 9_000 },
    named: [],
  });
  expect(sent()).toEqual([]);
});

test('the title and the summary that name a number are told where they stay as they were', async () => {
  const draft = { ...published, title: '周末１００张', summary: '每人两张，先到先得' };
  const { improving } = await improvingOf({ 'campaign.preview': [preview('live', draft)] });
  const named = () => improving.stakes(TODAY)?.named;
  improving.setField('stock', '120');
  expect(named()).toEqual(['周末１００张', '每人两张，先到先得']);
  improving.set({ title: '周末120张' });
  expect(named()).toEqual(['每人两张，先到先得']);
  improving.set({ summary: '第一次来就有' });
  expect(named()).toEqual([]);
});

test.each([
  ['nothing changes', { stock: '100' }],
  ['something would be worse', { stock: '90' }],
  ['something cannot be read', { stock: '很多' }],
  ['something is beyond what may be', { stock: '99999999999' }],
])('nothing is at stake where %s', async (_why, fields) => {
  const { improving } = await improvingOf({});
  for (const [name, text] of Object.entries(fields)) improving.setField(name, text);
  expect(improving.stakes(TODAY)).toBeNull();
});

test('nothing is at stake where only what may be written anew is', async () => {
  const { improving } = await improvingOf({});
  improving.set({ title: '周末的券' });
  expect(improving.stakes(TODAY)).toBeNull();
  improving.setDay('endsOn', '2026-04-09');
  expect(improving.stakes(TODAY)).toMatchObject({ more: { coupons: 0 } });
});

test('nothing changed is no new version', async () => {
  const { improving } = await improvingOf({ 'campaign.improve': [good({ version: 2, coupons: 0, points: 0 })] });
  expect(await improving.improve(TODAY, [])).toMatchObject({ version: 2, isNew: false });
});

test('what would be worse stands at its field in the words of the way it may go', async () => {
  const { improving, state } = await improvingOf({ 'campaign.improve': [no('would_worsen', { paths: ['stock', 'rush'] })] });
  improving.setField('stock', '90');
  expect(await improving.improve(TODAY, [])).toBeNull();
  expect(state()).toMatchObject({ saving: false, form: { fields: { stock: '90' } }, no: { code: 'would_worsen' } });
  const { stock, rush } = state().problems;
  expect(stock === undefined ? null : sayProblem(withOwnersWords(zhCn), stock)).toBe('只能加，不能减。');
  expect(rush === undefined ? null : sayProblem(withOwnersWords(zhCn), rush)).toBe('发布后不能改。');
  improving.setField('stock', '110');
  expect(state().problems).toEqual({ rush });
});

test('what is missing stands at its field as the rules of the type say it', async () => {
  const { improving, state } = await improvingOf({ 'campaign.improve': [no('draft_incomplete', { paths: ['useUntilOn'] })] });
  improving.setField('useUntilOn', '2026-03-02');
  await improving.improve(TODAY, []);
  expect(state().problems.useUntilOn).toMatchObject({ path: 'useUntilOn' });
  expect(state().problems.useUntilOn?.problem).not.toBe('missing');
});

test('what cannot be read is marked and never sent', async () => {
  const { improving, sent, state } = await improvingOf({});
  improving.setField('stock', '很多');
  expect(await improving.improve(TODAY, [])).toBeNull();
  expect(sent()).toEqual([]);
  expect(Object.keys(state().problems)).toEqual(['stock']);
});

test('warnings of operation rules are sent along once they are ticked', async () => {
  const { improving, sent, state } = await improvingOf({
    'campaign.improve': [no('policy_unconfirmed', { rules: ['TEXT-01'] }), good({ version: 3, coupons: 0, points: 0 })],
  });
  expect(await improving.improve(TODAY, [])).toBeNull();
  expect(state().no?.code).toBe('policy_unconfirmed');
  expect(await improving.improve(TODAY, ['TEXT-01'] as never)).toMatchObject({ version: 3 });
  expect(sent().map(({ input }) => (input as { confirmed: unknown }).confirmed)).toEqual([[], ['TEXT-01']]);
});

test('two taps at once are one improvement', async () => {
  const { improving, sent } = await improvingOf({ 'campaign.improve': [good({ version: 3, coupons: 0, points: 0 })] });
  await Promise.all([improving.improve(TODAY, []), improving.improve(TODAY, [])]);
  expect(sent()).toHaveLength(1);
});

test.each([
  ['draft', 'draft'],
  ['ended', 'ended'],
])('a campaign that is %s has nothing to improve', async (state, said) => {
  const { state: now } = await improvingOf({ 'campaign.preview': [preview(state)] });
  expect(now()).toMatchObject({ form: null, loading: false, no: { code: 'campaign_not_live', data: { state: said } } });
});

test('each field knows its way: a day that has come stays, one to come may be earlier, a group may become everybody', () => {
  const ahead = { ...published, startsOn: '2026-03-09', groupId: 'fruit' };
  const paths = ['title', 'startsOn', 'endsOn', 'groupId', 'stock', 'useFromOn', 'useUntilOn', 'rush'];
  expect(paths.map((path) => wayOf(ahead as never, path, TODAY))).toEqual([
    'any',
    'earlier',
    'later',
    'wider',
    'more',
    'earlier',
    'later',
    'fixed',
  ]);
  expect(wayOf({ ...ahead, startsOn: TODAY } as never, 'startsOn', TODAY)).toBe('fixed');
  expect(wayOf({ ...ahead, groupId: null } as never, 'groupId', TODAY)).toBe('fixed');
});
