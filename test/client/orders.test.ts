// Orders on the phone: page by page, by how they stand, and settled once however often somebody taps.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createMyOrders, createOrderDesk, orderKey } from '#app/features/points/create-orders';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const key = { campaignId: 'a1', memberId: 'm1', n: 2 };
const here = () => ({ communityId: 'c1' });

function callerOf(answers: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport(answers);
  return { caller: createCaller({ send: transport.send, wait: () => Promise.resolve() }), sent: transport.sent };
}

test('my orders come page by page', async () => {
  const { caller, sent } = callerOf({
    'points.myOrders': [good({ orders: [key], cursor: 'p2' }), good({ orders: [{ ...key, n: 1 }], cursor: null })],
  });
  const orders = createMyOrders(caller, here);
  await orders.refresh();
  await orders.more();
  expect(orders.store.getState().items.map(orderKey)).toEqual(['a1-m1-2', 'a1-m1-1']);
  expect(sent.map(({ input }) => input)).toEqual([here(), { ...here(), cursor: 'p2' }]);
});

test('the counter asks for the orders of one state, and forgets all of them together', async () => {
  const { caller, sent } = callerOf({ 'points.orders': [good({ orders: [key], cursor: null }), no('clerk_only', {})] });
  const { shelves, clear } = createOrderDesk(caller, countedIds(), here);
  await shelves.ordered.refresh();
  await shelves.cancelled.refresh();
  expect(shelves.ordered.store.getState().items).toHaveLength(1);
  expect(shelves.cancelled.store.getState().no?.code).toBe('clerk_only');
  expect(sent.map(({ input }) => input)).toMatchObject([{ state: 'ordered' }, { state: 'cancelled' }]);
  clear();
  expect(Object.values(shelves).map(({ store }) => [store.getState().items.length, store.getState().at])).toEqual(Array(3).fill([0, null]));
});

test('two taps hand over once, and a try that was lost is the same one again', async () => {
  const { caller, sent } = callerOf({ 'points.handOver': ['lost', 'lost', 'lost', 'lost', good({})] });
  const { handOver } = createOrderDesk(caller, countedIds(), here);
  const input = { ...here(), ...key };
  const [first, second] = await Promise.all([handOver.run(input), handOver.run(input)]);
  expect([first?.ok, second]).toEqual([false, null]);
  while (handOver.store.getState().no !== null) await handOver.run(input);
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1);
});

test('an order that somebody else has settled says so until it is put away', async () => {
  const { caller } = callerOf({ 'points.cancelOrder': [no('order_not_open', { state: 'handed_over' }), good({ points: 40 })] });
  const { cancel } = createOrderDesk(caller, countedIds(), here);
  const input = { ...here(), ...key, reason: '缺货' };
  await cancel.run(input);
  expect(cancel.store.getState().no).toMatchObject({ code: 'order_not_open', data: { state: 'handed_over' } });
  cancel.dismiss();
  expect(cancel.store.getState().no).toBeNull();
  expect(await cancel.run(input)).toMatchObject({ ok: true, value: { points: 40 } });
});
