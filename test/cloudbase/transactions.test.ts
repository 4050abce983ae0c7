// Transactions as the vendor and MongoDB have them, through the unchanged SDK: snapshots, locks, conflicts, waiting, ends.
import tcb from '@cloudbase/node-sdk';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';

let now = Date.UTC(2026, 2, 1);
const cloudBase = await enterCloudBase({ collections: ['accounts'], clock: () => now });
cloudBase.declareIndex('accounts', { name: 'code_unique', unique: true, sparse: true, keys: [{ path: 'code' }] });
const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
const { inc, gte } = database.command;
const accounts = database.collection('accounts');

beforeEach(async () => {
  cloudBase.reset();
  await accounts.add([
    { _id: 'a', money: 10 },
    { _id: 'b', money: 10 },
  ]);
});
afterAll(() => cloudBase.stop());

const conflict = expect.objectContaining({ code: 'DATABASE_TRANSACTION_CONFLICT' });
const gone = expect.objectContaining({ message: expect.stringContaining('TransactionNotExist') });
const money = async (id: string) => (await accounts.doc(id).get()).data[0]?.money;

async function start() {
  const transaction = await database.startTransaction();
  return { transaction, inside: transaction.collection('accounts'), id: transaction.getTransactionId() };
}

describe('what a transaction sees', () => {
  test('is what there was at its first operation, and its own writes', async () => {
    const { transaction, inside } = await start();
    await accounts.doc('a').update({ money: 11 });
    expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', money: 11 });
    await accounts.doc('b').update({ money: 12 });
    await accounts.add({ _id: 'c', money: 1 });
    expect((await inside.doc('b').get()).data).toEqual({ _id: 'b', money: 10 });
    expect((await inside.doc('c').get()).data).toBeNull();
    await inside.doc('a').update({ money: inc(5) });
    expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', money: 16 });
    expect((await inside.where({ money: gte(10) }).get()).data).toHaveLength(2);
    expect((await accounts.where({ money: gte(12) }).get()).data.map(({ _id }) => _id)).toEqual(['b']);
    await transaction.commit();
    expect(await money('a')).toBe(16);
  });

  test('is not what another has not yet committed', async () => {
    const { transaction, inside } = await start();
    await inside.doc('a').set({ money: 99 });
    await inside.doc('b').remove();
    await inside.add({ _id: 'd' });
    expect(await money('a')).toBe(10);
    expect((await accounts.get()).data).toHaveLength(2);
    await transaction.rollback();
    expect(await money('a')).toBe(10);
    expect((await accounts.get()).data).toHaveLength(2);
  });
});

describe('two transactions on one document', () => {
  test('the second to write it conflicts at the write, and is over', async () => {
    const [first, second] = [await start(), await start()];
    await first.inside.doc('a').get();
    await second.inside.doc('a').get();
    await first.inside.doc('a').update({ money: inc(1) });
    await expect(second.inside.doc('a').update({ money: inc(1) })).rejects.toEqual(conflict);
    await expect(second.transaction.commit()).rejects.toEqual(gone);
    await first.transaction.commit();
    expect(await money('a')).toBe(11);
    expect(cloudBase.openTransactions).toBe(0);
  });

  test('whoever saw it before another committed conflicts at the write, though nobody holds it any more', async () => {
    const late = await start();
    await late.inside.doc('b').get();
    const { transaction, inside } = await start();
    await inside.doc('a').update({ money: inc(1) });
    await transaction.commit();
    await expect(late.inside.doc('a').update({ money: inc(1) })).rejects.toEqual(conflict);
  });

  test('adding one id at once is a conflict, adding one that is there is a duplicate', async () => {
    const [first, second] = [await start(), await start()];
    await first.inside.add({ _id: 'new' });
    await expect(second.inside.add({ _id: 'new' })).rejects.toEqual(conflict);
    await first.transaction.commit();
    const third = await start();
    await expect(third.inside.add({ _id: 'new' })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(/multiple write errors.*E11000 duplicate key error.*index: _id_ dup key: { _id: "new" }/),
    });
    await expect(third.transaction.commit()).rejects.toEqual(gone);
  });

  test('reading is no conflict, so that write skew is possible', async () => {
    const [first, second] = [await start(), await start()];
    await Promise.all([first.inside.doc('a').get(), second.inside.doc('b').get()]);
    await first.inside.doc('b').update({ money: 0 });
    await second.inside.doc('a').update({ money: 0 });
    await first.transaction.commit();
    await second.transaction.commit();
    expect([await money('a'), await money('b')]).toEqual([0, 0]);
  });

  test('writing what is there already neither conflicts nor holds', async () => {
    const [first, second] = [await start(), await start()];
    expect(await first.inside.doc('a').update({ money: 10 })).toMatchObject({ updated: 0 });
    expect(await second.inside.doc('a').update({ money: 11 })).toMatchObject({ updated: 1 });
    await second.transaction.commit();
    await first.transaction.commit();
    expect(await money('a')).toBe(11);
  });

  test('the SDK runs a transaction again after a conflict, and counts both', async () => {
    let attempts = 0;
    const addOne = () =>
      database.runTransaction(async (transaction: Awaited<ReturnType<typeof database.startTransaction>>) => {
        attempts += 1;
        const inside = transaction.collection('accounts');
        await inside.doc('a').get();
        await inside.doc('a').update({ money: inc(1) });
      });
    // The first to write is held until the other has read, so that one of them must lose.
    let reads = 0;
    let letWrite = (): void => undefined;
    const bothHaveRead = new Promise<void>((resolve) => {
      letWrite = resolve;
    });
    cloudBase.beforeRequest = ({ action }) => {
      if (action === 'database.getDocument' && ++reads === 2) letWrite();
      return action === 'database.modifyDocument' ? bothHaveRead : undefined;
    };
    await Promise.all([addOne(), addOne()]);
    expect(attempts).toBe(3);
    expect(await money('a')).toBe(12);
  });
});

describe('a write without a transaction', () => {
  const isSettled = async (promise: Promise<unknown>) =>
    (await Promise.race([
      promise,
      accounts
        .doc('b')
        .get()
        .then(() => 'still waiting'),
    ])) !== 'still waiting';

  test.each(['commit', 'rollback'] as const)('waits for the one that holds the document, until its %s', async (end) => {
    const { transaction, inside } = await start();
    await inside.doc('a').update({ money: inc(1) });
    const waiting = accounts.where({ _id: 'a', money: 10 }).update({ money: inc(100) });
    expect(await isSettled(waiting)).toBe(false);
    await transaction[end]();
    // The condition is looked at again after the wait.
    expect(await waiting).toMatchObject({ updated: end === 'commit' ? 0 : 1 });
    expect(await money('a')).toBe(end === 'commit' ? 11 : 110);
  });

  test('waits to add and to remove as well', async () => {
    const { transaction, inside } = await start();
    await inside.add({ _id: 'c' });
    await inside.doc('a').update({ money: 1 });
    const adding = accounts.add({ _id: 'c' });
    const removing = accounts.doc('a').remove();
    expect(await isSettled(Promise.race([adding, removing]))).toBe(false);
    await transaction.rollback();
    expect(await adding).toMatchObject({ id: 'c' });
    expect(await removing).toMatchObject({ deleted: 1 });
  });
});

describe('an index that allows a key once', () => {
  test('holds inside a transaction, also against what others have not committed', async () => {
    const [first, second] = [await start(), await start()];
    await first.inside.add({ _id: 'c', code: 'X' });
    await expect(second.inside.doc('a').update({ code: 'X' })).rejects.toEqual(conflict);
    await first.transaction.commit();
    const third = await start();
    await expect(third.inside.doc('a').update({ code: 'X' })).rejects.toThrow(/E11000.*index: code_unique dup key: { code: "X" }/);
    const fourth = await start();
    await fourth.inside.doc('c').remove();
    expect(await fourth.inside.doc('a').update({ code: 'X' })).toMatchObject({ updated: 1 });
    await fourth.transaction.commit();
    await expect(accounts.add({ _id: 'e', code: 'X' })).rejects.toThrow(/E11000/);
  });
});

describe('the life of a transaction', () => {
  test('ends after thirty seconds, and lets those go on who wait for it', async () => {
    const { transaction, inside } = await start();
    await inside.doc('a').update({ money: inc(1) });
    const waiting = accounts.doc('a').update({ money: inc(2) });
    now += 29_999;
    expect((await inside.doc('a').get()).data).toEqual({ _id: 'a', money: 11 });
    now += 1;
    await expect(transaction.commit()).rejects.toEqual(gone);
    expect(await waiting).toMatchObject({ updated: 1 });
    expect(await money('a')).toBe(12);
  });

  test('two operations of one transaction at once are refused, and the transaction goes on', async () => {
    const { transaction, inside } = await start();
    const both = await Promise.allSettled([inside.doc('a').update({ money: 1 }), inside.doc('b').update({ money: 1 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({ message: expect.stringContaining('TransactionBusy') }),
    });
    await transaction.commit();
    expect([await money('a'), await money('b')].sort()).toEqual([1, 10]);
  });

  test('a refused statement ends it', async () => {
    await accounts.doc('a').update({ name: 'text' });
    const { transaction, inside } = await start();
    await inside.doc('b').update({ money: 0 });
    await expect(inside.doc('a').update({ name: inc(1) })).rejects.toThrow(/non-numeric/);
    await expect(transaction.commit()).rejects.toEqual(gone);
    expect(await money('b')).toBe(10);
  });
});
