// How wx-server-sdk 4.0.2 behaves on this wire: what whoever writes against it must know.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import { openWxCloud, type WxTransaction } from './wx-cloud';

const cloudBase = await enterCloudBase({ collections: ['goods'], checkSignatures: true });
const cloud = openWxCloud();
const database = cloud.database();
const { inc, gt, set } = database.command;
const goods = database.collection('goods');

beforeEach(() => cloudBase.reset());
afterAll(() => cloudBase.stop());

const actions = () => cloudBase.requests.map(({ action }) => action.replace('database.', ''));
const stockOf = async (id: string) => (await goods.doc(id).get()).data?.['stock'];

/** Both have read before either writes. */
function holdWritesUntilRead(readers: number): void {
  let release = (): void => undefined;
  const allHaveRead = new Promise<void>((resolve) => {
    release = resolve;
  });
  let reads = 0;
  cloudBase.beforeRequest = ({ action }) => {
    if (action === 'database.getDocument') reads += 1;
    if (reads >= readers) release();
    return action === 'database.modifyDocument' ? allHaveRead : undefined;
  };
}

describe('the wire', () => {
  test('documents, conditions and updates travel as canonical EJSON', async () => {
    await goods.add({ data: { _id: 'g1', name: 'pen', stock: 2, price: 1.5, at: new Date(0), big: 1_700_000_000_000 } });
    await goods.where({ _id: 'g1', stock: gt(0) }).update({ data: { stock: inc(-1), 'meta.a': 1, box: set({ w: 1 }) } });
    const [add, update] = cloudBase.requests;
    expect(add?.parsed('data')).toEqual([
      {
        _id: 'g1',
        name: 'pen',
        stock: { $numberInt: '2' },
        price: { $numberDouble: '1.5' },
        at: { $date: { $numberLong: '0' } },
        big: { $numberLong: '1700000000000' },
      },
    ]);
    expect(update?.body).toMatchObject({ queryType: 'WHERE', multi: true, merge: true, upsert: false });
    expect(update?.parsed('query')).toEqual({ _id: 'g1', stock: { $gt: { $numberInt: '0' } } });
    expect(update?.parsed('data')).toEqual({
      $inc: { stock: { $numberInt: '-1' } },
      $set: { 'meta.a': { $numberInt: '1' }, box: { w: { $numberInt: '1' } } },
    });
  });

  test('a transaction of two reads and two writes is six requests, one after another', async () => {
    await goods.add({ data: { _id: 'a', stock: 1 } });
    await goods.add({ data: { _id: 'b', stock: 1 } });
    cloudBase.clearLog();
    await database.runTransaction(async (transaction) => {
      for (const id of ['a', 'b']) await transaction.collection('goods').doc(id).get();
      for (const id of ['a', 'b'])
        await transaction
          .collection('goods')
          .doc(id)
          .update({ data: { stock: inc(1) } });
    });
    expect(actions()).toEqual(['startTransaction', 'getDocument', 'getDocument', 'modifyDocument', 'modifyDocument', 'commitTransaction']);
  });
});

describe('transactions', () => {
  const takeOne = (onAttempt: () => void) =>
    database.runTransaction(async (transaction: WxTransaction) => {
      onAttempt();
      const document = transaction.collection('goods').doc('g1');
      await document.get();
      await document.update({ data: { stock: inc(-1) } });
    });

  test('a conflict at a write is not run again: the SDK has lost its code', async () => {
    await goods.add({ data: { _id: 'g1', stock: 5 } });
    holdWritesUntilRead(2);
    let attempts = 0;
    const count = () => {
      attempts += 1;
    };
    const both = await Promise.allSettled([takeOne(count), takeOne(count)]);
    expect(attempts).toBe(2);
    const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('TransactionConflict') });
    expect(lost.reason.code).toBeUndefined();
    expect(await stockOf('g1')).toBe(4);
  });

  test('a conflict at the commit is run again', async () => {
    await goods.add({ data: { _id: 'g1', stock: 5 } });
    cloudBase.faults.inject({ action: 'database.commitTransaction', times: 2, fault: { kind: 'conflict' } });
    let attempts = 0;
    await takeOne(() => {
      attempts += 1;
    });
    expect(attempts).toBe(3);
    expect(await stockOf('g1')).toBe(4);
    expect(actions()).not.toContain('abortTransaction');
  });

  test('where().update(), where().remove() and count() run outside, at once, and stay though it is rolled back', async () => {
    for (const id of ['a', 'b']) await goods.add({ data: { _id: id, stock: 1 } });
    const undone = database.runTransaction(async (transaction) => {
      const inside = transaction.collection('goods');
      await inside.where({ _id: 'a' }).update({ data: { stock: 7 } });
      await inside.where({ _id: 'b' }).remove();
      await inside.where({ stock: gt(0) }).count();
      await inside.aggregate().end();
      await transaction.rollback();
    });
    await expect(undone).rejects.toBeUndefined();
    expect(await stockOf('a')).toBe(7);
    expect((await goods.count()).total).toBe(1);
    const withId = cloudBase.requests.filter(({ transactionId }) => transactionId !== null);
    expect(withId.map(({ action }) => action)).toEqual(['database.abortTransaction']);
  });

  test('where().update() on a document that the transaction has written waits for its own lock', async () => {
    await goods.add({ data: { _id: 'g1', stock: 1 } });
    const transaction = await database.startTransaction();
    const inside = transaction.collection('goods');
    await inside.doc('g1').update({ data: { stock: inc(1) } });
    const own = inside.where({ _id: 'g1' }).update({ data: { stock: inc(10) } });
    expect(await Promise.race([own, stockOf('g1')])).toBe(1);
    await transaction.commit();
    await own;
    expect(await stockOf('g1')).toBe(12);
  });

  test('created is always 0 in a transaction, whatever set() made', async () => {
    await database.runTransaction(async (transaction) => {
      const { stats } = await transaction
        .collection('goods')
        .doc('new')
        .set({ data: { stock: 1 } });
      expect(stats).toEqual({ updated: 0, created: 0 });
    });
    expect((await goods.doc('newer').set({ data: { stock: 1 } })).stats).toEqual({ updated: 0, created: 1 });
  });

  test('a lost answer to the commit leaves the data committed, and its id tells so', async () => {
    await goods.add({ data: { _id: 'g1', stock: 5 } });
    cloudBase.faults.inject({ action: 'database.commitTransaction', fault: { kind: 'drop_answer' } });
    const commit = database.runTransaction(async (transaction) => {
      await transaction.collection('goods').add({ data: { _id: 'request-1' } });
      await transaction
        .collection('goods')
        .doc('g1')
        .update({ data: { stock: inc(-1) } });
    });
    await expect(commit).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await stockOf('g1')).toBe(4);
    await expect(goods.add({ data: { _id: 'request-1' } })).rejects.toThrow(/E11000 duplicate key/);
  });
});

describe('queries and data', () => {
  test('a condition without a value vanishes, and the update hits everything', async () => {
    for (const id of ['a', 'b']) await goods.add({ data: { _id: id, owner: id, stock: 1 } });
    expect((await goods.where({ owner: undefined, stock: 1 }).update({ data: { stock: 2 } })).stats.updated).toBe(2);
    expect((await goods.where({ owner: {} }).remove()).stats.removed).toBe(2);
  });

  test('an operator that a client sends is carried out', async () => {
    for (const owner of ['a', 'b']) await goods.add({ data: { owner } });
    expect((await goods.where({ owner: { $ne: null } }).count()).total).toBe(2);
  });

  test('an empty object is dropped from an update, an object is merged, and _.set() replaces', async () => {
    await goods.add({ data: { _id: 'g1', tags: { a: 1 } } });
    await goods.doc('g1').update({ data: { tags: {}, name: 'x' } });
    await goods.doc('g1').update({ data: { tags: { b: 2 } } });
    expect((await goods.doc('g1').get()).data).toEqual({ _id: 'g1', name: 'x', tags: { a: 1, b: 2 } });
    await goods.doc('g1').update({ data: { tags: set({ c: 3 }) } });
    expect((await goods.doc('g1').get()).data).toMatchObject({ tags: { c: 3 } });
  });

  test('updated counts what changed: equal values and missing documents give 0', async () => {
    await goods.add({ data: { _id: 'g1', stock: 1 } });
    expect((await goods.doc('g1').update({ data: { stock: 1 } })).stats.updated).toBe(0);
    expect((await goods.doc('gone').update({ data: { stock: 1 } })).stats.updated).toBe(0);
    expect((await goods.doc('g1').set({ data: { stock: 1 } })).stats).toEqual({ updated: 0, created: 0 });
    expect((await goods.doc('g1').update({ data: { stock: 2 } })).stats.updated).toBe(1);
  });

  test('an aggregation of 21 rows gives 20, a query of 101 gives 100, of 1001 at most 1000', async () => {
    await goods.add({ data: Array.from({ length: 21 }, (_, n) => ({ n })) });
    expect((await goods.aggregate().sort({ n: 1 }).end()).list).toHaveLength(20);
    expect((await goods.aggregate().sort({ n: 1 }).limit(21).end()).list).toHaveLength(21);
    await goods.add({ data: Array.from({ length: 980 }, (_, n) => ({ n })) });
    expect((await goods.get()).data).toHaveLength(100);
    expect((await goods.limit(0).get()).data).toHaveLength(100);
    expect((await goods.limit(5_000).get()).data).toHaveLength(1_000);
  });
});

describe('errors', () => {
  test.each([
    ['request_failed', -502001],
    ['duplicate_write', -501001],
  ] as const)('a duplicate as %s arrives as %i, and only its text tells', async (wording, errCode) => {
    cloudBase.duplicateWording = wording;
    await goods.add({ data: { _id: 'g1' } });
    await expect(goods.add({ data: { _id: 'g1' } })).rejects.toMatchObject({
      errCode,
      errMsg: expect.stringContaining('E11000 duplicate key error'),
    });
  });

  test('a missing collection is -502005, one that exists already says so', async () => {
    await expect(database.collection('nowhere').get()).rejects.toMatchObject({ errCode: -502005 });
    await expect(database.createCollection('goods')).rejects.toMatchObject({ errCode: -1, errMsg: expect.stringContaining('Table exist') });
  });

  test('a missing document is an error unless it was asked otherwise', async () => {
    await expect(goods.doc('zzz').get()).rejects.toMatchObject({ errCode: -1, errMsg: expect.stringContaining('does not exist') });
    expect(await cloud.database({ throwOnNotFound: false }).collection('goods').doc('zzz').get()).toMatchObject({ data: null });
  });

  test('a gateway that fails and a connection that breaks look alike', async () => {
    cloudBase.faults.inject({ fault: { kind: 'status', status: 502 } });
    await expect(goods.get()).rejects.toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('502') });
    cloudBase.faults.inject({ fault: { kind: 'drop' } });
    await expect(goods.get()).rejects.toMatchObject({ errCode: -501001, errMsg: expect.stringContaining('socket hang up') });
  });
});
