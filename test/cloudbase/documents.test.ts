// The stand-in answers the unchanged SDK: what the document database does for documents, there and back.
import tcb from '@cloudbase/node-sdk';
import { afterAll, expect, test } from 'vitest';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';

const cloudBase = await enterCloudBase({ collections: ['goods'] });
const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
const command = database.command;
const goods = database.collection('goods');

afterAll(() => cloudBase.stop());

test('documents come back as they were added, changed and counted', async () => {
  expect(await goods.add({ _id: 'g1', name: 'pen', stock: 2 })).toMatchObject({ id: 'g1' });
  const list = [
    { _id: 'g2', stock: 3 },
    { _id: 'g3', stock: 5 },
  ];
  expect(await goods.add(list)).toMatchObject({ ids: ['g2', 'g3'] });
  expect((await goods.doc('g1').get()).data).toEqual([{ _id: 'g1', name: 'pen', stock: 2 }]);
  const inRange = goods.where({ stock: command.gte(2).and(command.lt(8)) });
  expect((await inRange.orderBy('stock', 'desc').limit(2).get()).data).toEqual([...list].reverse());
  expect(await goods.where({ _id: 'g1', stock: command.gt(0) }).update({ stock: command.inc(-1) })).toMatchObject({ updated: 1 });
  expect(await goods.doc('g4').set({ name: 'new' })).toMatchObject({ updated: 0, upsertedId: 'g4' });
  expect(await goods.doc('g4').remove()).toMatchObject({ deleted: 1 });
  expect(await goods.where({ stock: command.gt(0) }).count()).toMatchObject({ total: 3 });
});

test('a transaction reads, changes and adds, and then everybody sees it', async () => {
  const stock = await database.runTransaction(async (transaction: Pick<typeof database, 'collection'>) => {
    const inside = transaction.collection('goods');
    const { data } = await inside.doc('g1').get();
    await inside.doc('g1').update({ stock: command.inc(1) });
    await inside.add([{ _id: 't1' }, { _id: 't2' }]);
    return data.stock;
  });
  expect(stock).toBe(1);
  expect((await goods.where({ _id: command.in(['g1', 't1', 't2']) }).get()).data).toHaveLength(3);
  const actions = cloudBase.requests.filter(({ transactionId }) => transactionId !== null).map(({ action }) => action);
  expect(actions).toEqual(['getDocument', 'modifyDocument', 'insertDocument', 'commitTransaction'].map((name) => `database.${name}`));
});
