// One tap, one deed: however often a person taps, and whatever the network does.
import { expect, test } from 'vitest';
import { type Caller, createCaller } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { countedIds, good, no, scriptTransport } from '../support/scripted-transport';

const input = { communityId: 'c1', campaignId: 'p1' };

function claimDeed(...answers: Parameters<typeof scriptTransport>[0][string]) {
  const transport = scriptTransport({ 'coupon.claim': answers });
  const caller: Caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  const deed = createDeed((claim: typeof input, requestId) => caller.change('coupon.claim', claim, requestId), countedIds());
  return { deed, transport };
}

test('a double tap sends one claim', async () => {
  const { deed, transport } = claimDeed(good({ left: 3 }));
  const [first, second] = await Promise.all([deed.run(input), deed.run(input)]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toBeNull();
  expect(transport.sent).toHaveLength(1);
  expect(deed.store.getState()).toEqual({ busy: false, no: null });
});

test('a tap after a lost connection is the same claim, with the same request id', async () => {
  const { deed, transport } = claimDeed('lost', 'lost', 'lost', good({ left: 3 }));
  expect(await deed.run(input)).toMatchObject({ code: 'offline' });
  expect(deed.store.getState().no?.code).toBe('offline');
  expect(await deed.run(input)).toMatchObject({ ok: true });
  expect(new Set(transport.sent.map(({ requestId }) => requestId))).toEqual(new Set(['tap-1']));
});

test('after a lost connection another claim is another request', async () => {
  const { deed, transport } = claimDeed('lost', 'lost', 'lost', good({ left: 3 }));
  await deed.run(input);
  await deed.run({ ...input, campaignId: 'p2' });
  expect(transport.sent.at(-1)?.requestId).toBe('tap-2');
});

test('a claim after an answered one is a new claim', async () => {
  const { deed, transport } = claimDeed(good({ left: 3 }), no('limit_reached', { max: 1, held: 1 }), good({ left: 2 }));
  await deed.run(input);
  await deed.run(input);
  await deed.run(input);
  expect(transport.sent.map(({ requestId }) => requestId)).toEqual(['tap-1', 'tap-2', 'tap-3']);
});

test('a refusal stays in sight until the next try or until it is put away', async () => {
  const { deed } = claimDeed(no('sold_out', { stock: 5 }));
  await deed.run(input);
  expect(deed.store.getState().no).toEqual({ ok: false, code: 'sold_out', data: { stock: 5 } });
  deed.dismiss();
  expect(deed.store.getState().no).toBeNull();
});

test('a bug does not leave the button busy for ever', async () => {
  const deed = createDeed<typeof input, 'coupon.claim'>(() => Promise.reject(new TypeError('a bug')), countedIds());
  await expect(deed.run(input)).rejects.toThrow('a bug');
  expect(deed.store.getState().busy).toBe(false);
});
