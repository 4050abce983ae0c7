// The editor of a draft: what is typed survives every answer, and the server's problems stand at their fields.
import { describe, expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { formOf, readParameters } from '#app/features/campaign/campaign-form';
import { createEditor } from '#app/features/campaign/create-editor';
import { ownerEn } from '#app/i18n/owner-en';
import { ownerZhCn } from '#app/i18n/owner-zh-cn';
import { addDays } from '#core/values/day';
import { offeredType, offeredTypes } from '../support/offered-types';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

function preview(problems: readonly unknown[] = [], draft: unknown = offeredType('coupon_drop').start): ScriptedAnswer {
  return good({ draft, problems, findings: [], terms: [], reserve: { coupons: 0, points: 0 }, card: { state: 'draft' } });
}

async function editing(script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport({ 'campaign.types': [good({ types: offeredTypes() })], 'campaign.preview': [preview()], ...script });
  const editor = createEditor({
    caller: createCaller({ send: transport.send, wait: () => Promise.resolve() }),
    newId: countedIds(),
    now: () => 1_000,
  });
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

test('a new draft begins with the words of its owner’s language, and no other shop’s', async () => {
  for (const { editor: says } of [ownerZhCn, ownerEn]) {
    const { editor } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })] });
    for (const { code, parameters, start } of offeredTypes()) {
      await editor.begin('c1', code, says.startTexts);
      const { form, declarations } = editor.store.getState();
      const texts = Object.values(parameters).some(({ kind }) => kind === 'text' || kind === 'rows');
      expect(JSON.stringify(form)).not.toMatch(/烘焙|面包|欧包|早餐|bak|bread|breakfast/i);
      if (!texts || form === null) continue;
      // What is said at the start is as whole as what the type declares.
      const own = readParameters(form, declarations).problems.map(({ path }) => path);
      const declared = readParameters(formOf(start, declarations), declarations).problems.map(({ path }) => path);
      expect(own).toEqual(declared);
    }
  }
});

test('what is no number as a whole is no number', async () => {
  const { editor, saves } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })] });
  editor.setField('stock', '1e3');
  expect(await editor.save()).toBe('problems');
  expect(editor.store.getState().problems.stock).toEqual({ path: 'stock', problem: 'not_whole' });
  editor.setField('stock', '１２');
  expect(await editor.save()).toBe('sound');
  expect(saves()[0]?.input).toMatchObject({ draft: { parameters: { stock: 12 } } });
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

test('a draft that was published elsewhere is not saved by itself again and again, and keeps what was typed', async () => {
  const { editor, saves } = await editing({ 'campaign.save': [no('campaign_not_draft', { state: 'live' })] });
  await editor.keep();
  editor.set({ title: '接着写' });
  await editor.keep();
  expect(saves()).toHaveLength(1);
  expect(editor.store.getState()).toMatchObject({ form: { title: '接着写' }, unkept: { code: 'campaign_not_draft' } });
});

test.each(['live', 'paused', 'ended'])('a campaign that is %s is no draft to go on with', async (state) => {
  const draft = offeredType('coupon_drop').start;
  const published = good({ draft, problems: [], findings: [], terms: [], reserve: { coupons: 0, points: 0 }, card: { state } });
  const { editor } = await editing({ 'campaign.preview': [published] });
  await editor.resume('c1', 'k9');
  const said = { code: 'campaign_not_draft', data: { state } };
  expect(editor.store.getState()).toMatchObject({ form: null, loading: false, campaignId: 'k9', no: said });
  await editor.copy('c1', 'k9');
  expect(editor.store.getState()).toMatchObject({ form: { startsOn: draft.startsOn }, campaignId: null, no: null });
});

test('the form of a draft that was published says so, unless something in it is saved nowhere', async () => {
  const { editor } = await editing({ 'campaign.save': [good({ campaignId: 'k1' }), good({ campaignId: 'k1' })] });
  await editor.save();
  editor.set({ title: '还没存' });
  editor.published('k1');
  expect(editor.store.getState()).toMatchObject({ form: { title: '还没存' }, no: null });
  await editor.save();
  editor.published('k2');
  expect(editor.store.getState().no).toBeNull();
  editor.published('k1');
  expect(editor.store.getState()).toMatchObject({
    form: null,
    campaignId: 'k1',
    no: { code: 'campaign_not_draft', data: { state: 'live' } },
  });
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

describe('a draft that saves itself', () => {
  test('is kept once typing rests, with the time, and not again while nothing was typed', async () => {
    const { editor, saves } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })] });
    await editor.keep();
    await editor.keep();
    expect(saves()).toHaveLength(1);
    const { form, clean, campaignId, keptAt } = editor.store.getState();
    expect({ campaignId, keptAt, isClean: clean === form }).toEqual({ campaignId: 'k1', keptAt: 1_000, isClean: true });
  });

  test('is not begun by looking at an empty form', async () => {
    const { editor, saves } = await editing({});
    await editor.begin('c1', 'coupon_drop');
    await editor.keep();
    expect(saves()).toEqual([]);
  });

  test('waits for what cannot be read, and marks nothing meanwhile', async () => {
    const { editor, saves } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })] });
    editor.setField('amountOffFen', '五块');
    await editor.keep();
    expect(saves()).toEqual([]);
    expect(editor.store.getState().problems).toEqual({});
    editor.setField('amountOffFen', '5');
    await editor.keep();
    expect(saves()).toHaveLength(1);
  });

  test('what is typed while it is on its way is still to be saved', async () => {
    const { editor, saves } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })] });
    const first = editor.keep();
    editor.set({ title: '本群专享券' });
    await first;
    expect(editor.store.getState().clean).not.toBe(editor.store.getState().form);
    await editor.keep();
    expect(saves().map(({ input }) => (input as { draft: { title: string } }).draft.title)).toEqual(['本群专享', '本群专享券']);
  });

  test('and is saved by hand at the same time is the same draft', async () => {
    const { editor, saves } = await editing({ 'campaign.save': [good({ campaignId: 'k1' })] });
    await Promise.all([editor.keep(), editor.save()]);
    expect(saves().map(({ input }) => (input as { campaignId?: string }).campaignId)).toEqual([undefined, 'k1']);
  });

  test('says at its field what may not be kept, and tries again after an answer that did not come', async () => {
    const refused = no('content_refused', { path: 'draft.title', word: '抽奖' });
    const { editor } = await editing({ 'campaign.save': [refused, 'lost', 'lost', 'lost', good({ campaignId: 'k1' })] });
    await editor.keep();
    expect(editor.store.getState().problems.title).toMatchObject({ problem: 'content_refused', word: '抽奖' });
    editor.set({ title: '本群专享券' });
    await editor.keep();
    expect(editor.store.getState().unkept?.code).toBe('offline');
    await editor.keep();
    expect(editor.store.getState()).toMatchObject({ unkept: null, campaignId: 'k1', keptAt: 1_000 });
  });
});

test('a copy has the words and numbers of the other, its days as far apart, and is a draft of its own', async () => {
  const { start } = offeredType('coupon_drop');
  const parameters = { ...start.parameters, amountOffFen: 650, useFromOn: '2026-01-05', useUntilOn: '2026-01-20' };
  const draft = { ...start, title: '周末券', startsOn: '2026-01-05', endsOn: '2026-01-11', parameters };
  const { editor, saves } = await editing({ 'campaign.preview': [preview([], draft)], 'campaign.save': [good({ campaignId: 'k2' })] });
  await editor.copy('c1', 'k9');
  const { startsOn } = start;
  expect(editor.store.getState()).toMatchObject({
    campaignId: null,
    form: {
      title: '周末券',
      startsOn,
      endsOn: addDays(startsOn, 6),
      fields: { amountOffFen: '6.50', useFromOn: startsOn, useUntilOn: addDays(startsOn, 15) },
    },
  });
  await editor.keep();
  expect(saves().map(({ input }) => (input as { campaignId?: string }).campaignId)).toEqual([undefined]);
});
