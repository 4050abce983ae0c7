// All my data as one text, whole or not at all; and being erased once.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createMyData } from '#app/features/membership/create-my-data';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

function dataWith(script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport(script);
  let erased = 0;
  const data = createMyData({
    caller: createCaller({ send: transport.send, wait: () => Promise.resolve() }),
    newId: countedIds(),
    onErased: async () => {
      erased += 1;
    },
  });
  return { data, sent: transport.sent, erased: () => erased };
}

const part = (section: string, ids: readonly string[], cursor: string | null) => {
  return good({ section, documents: ids.map((id) => ({ id })), cursor });
};

test('every page is gathered into one text, section by section', async () => {
  const pages = [
    part('person', ['m'], 'coupons'),
    part('coupons', ['a'], 'coupons~2'),
    part('coupons', ['b'], 'journal'),
    part('journal', [], null),
  ];
  const { data, sent } = dataWith({ 'membership.export': pages });
  await data.gather('c1');
  const { text, gathered, gathering } = data.store.getState();
  expect(JSON.parse(text ?? '')).toEqual({ communityId: 'c1', person: [{ id: 'm' }], coupons: [{ id: 'a' }, { id: 'b' }], journal: [] });
  expect([gathered, gathering]).toEqual([3, false]);
  expect(sent.map(({ input }) => (input as { cursor?: string }).cursor)).toEqual([undefined, 'coupons', 'coupons~2', 'journal']);
});

test('a page that does not come leaves no half of a file', async () => {
  const { data } = dataWith({ 'membership.export': [part('person', ['m'], 'coupons'), no('try_again', { reference: 'r' })] });
  await data.gather('c1');
  expect(data.store.getState()).toMatchObject({ gathering: false, text: null, no: { code: 'try_again' } });
});

test('being erased is told once it is done, and forgotten when the page is left', async () => {
  const { data, sent, erased } = dataWith({ 'membership.erase': [good({})] });
  await data.erase('c1');
  expect([data.store.getState().erased, erased(), sent.length]).toEqual([true, 1, 1]);
  data.clear();
  expect(data.store.getState().erased).toBe(false);
});

test('an owner is told why not, and stays', async () => {
  const { data, erased } = dataWith({ 'membership.erase': [no('owner_stays')] });
  await data.erase('c1');
  expect([data.store.getState(), erased()]).toEqual([
    expect.objectContaining({ erased: false, erasing: false, no: expect.objectContaining({ code: 'owner_stays' }) }),
    0,
  ]);
});
