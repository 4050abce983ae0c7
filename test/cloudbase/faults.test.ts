// Faults on order: each hits the request it is meant for, and does to it what its name says.
import tcb from '@cloudbase/node-sdk';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import type { Fault } from '../support/cloudbase/faults';

const cloudBase = await enterCloudBase({ collections: ['goods', 'other'] });
const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
/** Gives up soon, for what is never answered. */
const impatient = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: 300 }).database();
const { inc } = database.command;
const goods = database.collection('goods');

beforeEach(async () => {
  cloudBase.reset();
  await goods.add({ _id: 'g1', stock: 1 });
});
afterAll(() => cloudBase.stop());

const stock = async () => (await goods.doc('g1').get()).data[0]?.stock;
const addOne = (through = database) =>
  through
    .collection('goods')
    .doc('g1')
    .update({ stock: inc(1) });
const outcomeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { readonly code?: unknown; readonly message: string }) => String(error.code ?? error.message),
  );

const faults: readonly (readonly [Fault, string, number])[] = [
  [{ kind: 'error', code: 'DATABASE_REQUEST_FAILED', message: 'no' }, 'DATABASE_REQUEST_FAILED', 1],
  [{ kind: 'conflict' }, 'DATABASE_TRANSACTION_CONFLICT', 1],
  [{ kind: 'status', status: 503 }, '503', 1],
  [{ kind: 'drop' }, 'ECONNRESET', 1],
  [{ kind: 'drop_answer' }, 'ECONNRESET', 2],
  [{ kind: 'silence', applied: false }, 'ESOCKETTIMEDOUT', 1],
  [{ kind: 'silence', applied: true }, 'ESOCKETTIMEDOUT', 2],
  [{ kind: 'delay', ms: 5, applied: 'before' }, 'done', 2],
  [{ kind: 'delay', ms: 5, applied: 'after' }, 'done', 2],
];

test.each(faults)('%j tells the caller %s and leaves %i', async (fault, told, left) => {
  cloudBase.faults.inject({ action: 'database.modifyDocument', fault });
  expect(await outcomeOf(addOne(fault.kind === 'silence' ? impatient : database))).toBe(told);
  expect(cloudBase.faults.pending).toBe(0);
  expect(await stock()).toBe(left);
});

test('a fault hits only what it is meant for: action, collection, occurrence, how often', async () => {
  const fault: Fault = { kind: 'error', code: 'X', message: 'x' };
  cloudBase.faults.inject({ action: 'database.modifyDocument', collection: 'goods', occurrence: 2, times: 2, fault });
  await database.collection('other').doc('o').update({ stock: 1 });
  const told: string[] = [];
  for (let round = 0; round < 4; round += 1) told.push(await outcomeOf(addOne()));
  expect(told).toEqual(['done', 'X', 'X', 'done']);
});

test('a fault can be told by anything that the request says', async () => {
  const fault: Fault = { kind: 'error', code: 'X', message: 'x' };
  cloudBase.faults.inject({ when: (request) => JSON.stringify(request.parsed('query')) === '{"_id":"g2"}', fault });
  expect(await outcomeOf(addOne())).toBe('done');
  expect(await outcomeOf(goods.doc('g2').update({ stock: 1 }))).toBe('X');
});

test('a failed statement ends its transaction unless the fault says otherwise', async () => {
  const busy = { kind: 'error', code: 'DATABASE_TRANSACTION_FAIL', message: 'TransactionBusy' } as const;
  for (const [endsTransaction, left] of [
    [true, 'DATABASE_TRANSACTION_FAIL'],
    [false, 'done'],
  ] as const) {
    const transaction = await database.startTransaction();
    cloudBase.faults.inject({ action: 'database.modifyDocument', fault: { ...busy, endsTransaction } });
    expect(await outcomeOf(transaction.collection('goods').doc('g1').update({ stock: 9 }))).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await outcomeOf(transaction.commit())).toBe(left);
  }
});

test('a request that the client has given up may still be carried out later', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  cloudBase.beforeRequest = ({ action }) => (action === 'database.modifyDocument' ? held : undefined);
  expect(await outcomeOf(addOne(impatient))).toBe('ESOCKETTIMEDOUT');
  expect(await stock()).toBe(1);
  release();
  expect(await stock()).toBe(2);
});

test('a connection that was kept open may be gone when it is used again', async () => {
  // In a cloud function the SDK keeps connections open only when it is told to.
  const keeping = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database();
  await keeping.collection('goods').doc('g1').get();
  cloudBase.faults.inject({ when: ({ reusedSocket }) => reusedSocket, fault: { kind: 'drop' } });
  expect(await outcomeOf(keeping.collection('goods').doc('g1').update({ stock: 5 }))).toBe('ECONNRESET');
  expect(await stock()).toBe(1);
});

test('the stand-in stops although requests are still held', async () => {
  const other = await enterCloudBase({ collections: ['goods'] });
  other.faults.inject({ fault: { kind: 'silence', applied: false } });
  const unanswered = outcomeOf(goods.get());
  while (other.requests.length === 0) await new Promise(setImmediate);
  await other.stop();
  expect(await unanswered).toBe('ECONNRESET');
});
