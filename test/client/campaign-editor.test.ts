// The editor of a draft: what is typed survives every answer, and the server's problems stand at their fields.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createEditor } from '#app/features/campaign/create-editor';
import { offeredType, offeredTypes } from '../support/offered-types';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

function preview(problems: readonly unknown[] = [], draft: unknown = offeredType('coupon_drop').start): ScriptedAnswer {
  return good({ draft, problems, terms: [], reserve: { coupons: 0, points: 0 }, card: {} });
}

async function editing(script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport({ 'campaign.types': [good({ types: offeredTypes() })], 'campaign.preview': [preview()], ...script });
  const editor = createEditor(createCaller({ send: transport.send, wait: () => Promise.resolve() }), countedIds());
  await editor.begin('c1', 'coupon_drop');
  editor.set({ title: '本群专享' });
  const saves = () => transport.sent.filter(({ action }) => action === 'campaign.save');
  return { editor, transport, saves };
}

test('a new draft is saved once and, saved again, is the same draft', async () => {
  const { editor, saves } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })] });
  expect(await editor.save()).toBe('sound');
  editor.setField('stock', '50');
  expect(await editor.save()).toBe('sound');
  expect(saves().map(({ input }) => (input as { campaignId?: string }).campaignId)).toEqual([undefined, 'k1']);
  expect(saves()[1]?.input).toMatchObject({ draft: { parameters: { stock: 50 } } });
});

test('what cannot be read is marked and never sent', async () => {
  const { editor, saves } = await editing({});
  editor.setField('amountOffFen', '五块');
  expect(await editor.save()).toBe('problems');
  expect(saves()).toEqual([]);
  expect(editor.store.getState().problems.amountOffFen).toEqual({ path: 'amountOffFen', problem: 'not_money' });
  expect(editor.store.getState().form?.fields.amountOffFen).toBe('五块');
});

test('problems that the server finds stand at their fields, and go when the field is typed into', async () => {
  const found = { path: 'amountOffFen', problem: 'not_below_threshold', limit: 3_000 };
  const { editor } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })], 'campaign.preview': [preview([found])] });
  editor.setField('amountOffFen', '40');
  expect(await editor.save()).toBe('problems');
  expect(editor.store.getState().problems).toEqual({ amountOffFen: found });
  editor.setField('amountOffFen', '4');
  expect(editor.store.getState().problems).toEqual({});
});

test('a refused save keeps what was typed and says why', async () => {
  const { editor } = await editing({ 'campaign.save': [no('campaign_not_draft', { state: 'live' })] });
  expect(await editor.save()).toBe('not_saved');
  expect(editor.store.getState()).toMatchObject({ saving: false, form: { title: '本群专享' }, no: { code: 'campaign_not_draft' } });
});

test('a save after a lost answer is the same request', async () => {
  const { editor, saves } = await editing({ 'campaign.save': ['lost', 'lost', 'lost', good({ campaignId: 'k1' })] });
  expect(await editor.save()).toBe('not_saved');
  expect(editor.store.getState().no?.code).toBe('offline');
  expect(await editor.save()).toBe('sound');
  expect(new Set(saves().map(({ requestId }) => requestId))).toEqual(new Set(['tap-1']));
});

test('a double tap saves once', async () => {
  const { editor, saves } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })] });
  await Promise.all([editor.save(), editor.save()]);
  expect(saves()).toHaveLength(1);
});

test('steps of a ladder come and go, and a step that goes takes its problems along', async () => {
  const { editor } = await editing({});
  await editor.begin('c1', 'checkin_plan');
  editor.set({ title: '早起' });
  editor.addRow('milestones');
  expect(await editor.save()).toBe('problems');
  expect(Object.keys(editor.store.getState().problems)).toEqual(['milestones.2.days', 'milestones.2.points']);
  editor.removeRow('milestones', 2);
  expect(editor.store.getState().problems).toEqual({});
  expect(editor.store.getState().form?.fields.milestones).toHaveLength(2);
});

test('an old draft opens as it was left', async () => {
  const draft = {
    ...offeredType('coupon_drop').start,
    title: '周末券',
    parameters: { ...offeredType('coupon_drop').start.parameters, amountOffFen: 650 },
  };
  const { editor } = await editing({ 'campaign.preview': [preview([], draft)] });
  await editor.resume('c1', 'k9');
  expect(editor.store.getState()).toMatchObject({ campaignId: 'k9', form: { title: '周末券', fields: { amountOffFen: '6.50' } } });
});

test('a denial that names a field stands at that field, and the text stays', async () => {
  const { editor } = await editing({ 'campaign.save': [no('invalid_input', { path: 'draft.summary', problem: 'x' })] });
  editor.set({ summary: '早起' });
  expect(await editor.save()).toBe('not_saved');
  expect(editor.store.getState().problems).toEqual({ summary: { path: 'summary', problem: 'odd_characters' } });
  expect(editor.store.getState().form?.summary).toBe('早起');
});

test('a text that may not be shown is marked at its field with its word, and stays as it was typed', async () => {
  const { editor } = await editing({ 'campaign.save': [no('content_refused', { path: 'draft.title', label: 'promotion', word: '抽奖' })] });
  editor.set({ title: '周末抽奖' });
  expect(await editor.save()).toBe('not_saved');
  const { form, problems, no: said } = editor.store.getState();
  expect([form?.title, problems.title, said?.code]).toEqual([
    '周末抽奖',
    { path: 'title', problem: 'content_refused', word: '抽奖' },
    'content_refused',
  ]);
});
