// A draft that was saved elsewhere meanwhile: it is asked about, what is typed stays, and a save of one's own that was lost is no such thing.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createEditor } from '#app/features/campaign/create-editor';
import { offeredType, offeredTypes } from '../support/offered-types';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

interface Sent {
  readonly campaignId?: string;
  readonly basis?: number;
  readonly draft: { readonly title: string };
}

async function writing(saves: readonly ScriptedAnswer[], basis?: number) {
  const draft = { ...offeredType('coupon_drop').start, title: '周末券' };
  const preview = good({
    draft,
    problems: [],
    findings: [],
    terms: [],
    reserve: { coupons: 0, points: 0 },
    card: { state: 'draft' },
    basis,
  });
  const transport = scriptTransport({
    'campaign.types': [good({ types: offeredTypes() })],
    'campaign.preview': [preview],
    'campaign.save': saves,
  });
  const editor = createEditor({
    caller: createCaller({ send: transport.send, wait: () => Promise.resolve() }),
    newId: countedIds(),
    now: () => 1_000,
  });
  await editor.resume('c1', 'k9');
  editor.set({ title: '我改的' });
  const sent = () => transport.sent.filter(({ action }) => action === 'campaign.save');
  return { editor, sent, inputs: () => sent().map(({ input }) => input as Sent) };
}

const saved = (basis: number) => good({ campaignId: 'k9', basis });
const changed = no('draft_changed', { basis: 7 });

test('every save rests on the state that was opened, or on the last save', async () => {
  const { editor, inputs } = await writing([saved(6), saved(8)], 5);
  await editor.keep();
  editor.set({ title: '又改的' });
  expect(await editor.save()).toBe('sound');
  expect(inputs().map(({ basis }) => basis)).toEqual([5, 6]);
});

test('of a server that knows no states nothing is said of them', async () => {
  const { editor, inputs } = await writing([good({ campaignId: 'k9' })]);
  await editor.keep();
  expect('basis' in (inputs()[0] as Sent)).toBe(false);
});

test('a change elsewhere is asked about once, what was typed stays, and nothing more is sent by itself', async () => {
  const { editor, sent } = await writing([changed], 5);
  await editor.keep();
  expect(editor.store.getState()).toMatchObject({ rival: { basis: 7, isAsking: true }, form: { title: '我改的' }, basis: 5 });
  editor.putAside();
  editor.set({ title: '接着写' });
  await editor.keep();
  expect(sent()).toHaveLength(1);
  const { form, clean, rival } = editor.store.getState();
  expect({ title: form?.title, isKept: form === clean, rival }).toEqual({
    title: '接着写',
    isKept: false,
    rival: { basis: 7, isAsking: false },
  });
});

test('saving by hand asks again as long as nobody has decided', async () => {
  const { editor, sent } = await writing([changed], 5);
  expect(await editor.save()).toBe('not_saved');
  expect(editor.store.getState()).toMatchObject({ saving: false, no: null, rival: { isAsking: true } });
  editor.putAside();
  expect(await editor.save()).toBe('not_saved');
  expect(editor.store.getState()).toMatchObject({ saving: false, rival: { isAsking: true } });
  expect(sent()).toHaveLength(1);
});

test('saved over on purpose it rests on the state that the server named, and saves itself again', async () => {
  const { editor, inputs } = await writing([changed, saved(9), saved(12)], 5);
  await editor.keep();
  expect(await editor.saveOver()).toBe('sound');
  expect(editor.store.getState()).toMatchObject({ rival: null, basis: 9 });
  editor.set({ title: '再改' });
  await editor.keep();
  expect(inputs().map(({ basis, draft }) => [basis, draft.title])).toEqual([
    [5, '我改的'],
    [7, '我改的'],
    [9, '再改'],
  ]);
});

test('a third change in between is asked about again', async () => {
  const { editor } = await writing([changed, no('draft_changed', { basis: 8 })], 5);
  await editor.keep();
  expect(await editor.saveOver()).toBe('not_saved');
  expect(editor.store.getState()).toMatchObject({ rival: { basis: 8, isAsking: true }, form: { title: '我改的' } });
});

test('a save whose answer was lost is asked for again before what was typed since is saved on top of it', async () => {
  const { editor, sent, inputs } = await writing(['lost', 'lost', 'lost', saved(6), saved(7)], 5);
  await editor.keep();
  editor.set({ title: '接着写' });
  await editor.keep();
  expect(sent().map(({ requestId }) => requestId)).toEqual(['tap-1', 'tap-1', 'tap-1', 'tap-1', 'tap-2']);
  expect(inputs().slice(3)).toMatchObject([
    { basis: 5, draft: { title: '我改的' } },
    { basis: 6, draft: { title: '接着写' } },
  ]);
  const { form, clean, rival, unkept } = editor.store.getState();
  expect({ isKept: form === clean, rival, unkept }).toEqual({ isKept: true, rival: null, unkept: null });
});

test('a new draft whose first answer was lost is not made twice', async () => {
  const { editor, inputs } = await writing(['lost', 'lost', 'lost', saved(6), saved(7)]);
  await editor.begin('c1', 'coupon_drop');
  editor.set({ title: '新的' });
  await editor.keep();
  editor.set({ title: '新的一稿' });
  await editor.keep();
  expect(inputs().map(({ campaignId }) => campaignId)).toEqual([undefined, undefined, undefined, undefined, 'k9']);
});

test('while the network stays away only the lost save is tried, and what was typed waits', async () => {
  const { editor, inputs } = await writing(['lost', 'lost', 'lost', 'lost', 'lost', 'lost'], 5);
  await editor.keep();
  editor.set({ title: '接着写' });
  await editor.keep();
  expect(new Set(inputs().map(({ draft }) => draft.title))).toEqual(new Set(['我改的']));
  expect(editor.store.getState()).toMatchObject({ unkept: { code: 'offline' }, form: { title: '接着写' } });
});
