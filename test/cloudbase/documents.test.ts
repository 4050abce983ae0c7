// What the document database does for documents without a transaction, through the unchanged node-sdk.
import tcb from '@cloudbase/node-sdk';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';

const now = Date.UTC(2026, 2, 1, 4);
const cloudBase = await enterCloudBase({ collections: ['goods', 'shops'], clock: () => now });
cloudBase.declareIndex('shops', { name: 'name_unique', unique: true, keys: [{ path: 'name' }] });
cloudBase.declareIndex('shops', {
  name: 'town_code',
  unique: true,
  sparse: true,
  keys: [{ path: 'town' }, { path: 'code', direction: -1 }],
});
const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
const command = database.command;
const goods = database.collection('goods');
const shops = database.collection('shops');

beforeEach(() => cloudBase.reset());
afterAll(() => cloudBase.stop());

const ids = (data: readonly { readonly _id: string }[]) => data.map(({ _id }) => _id);

describe('adding', () => {
  test('what is read is what was added, to the last character and kind', async () => {
    const document = {
      _id: 'g1',
      text: '群惠 \u{1f600} "quoted" \\ \u0000',
      whole: 2,
      half: -1.5,
      huge: 1_700_000_000_000,
      tiny: 5e-324,
      truth: [true, false, null],
      day: new Date(now),
      nested: { list: [{ deep: [[], {}] }], 'key with.dot': 1 },
    };
    expect(await goods.add(document)).toMatchObject({ id: 'g1' });
    expect((await goods.doc('g1').get()).data).toEqual([document]);
  });

  test('a document without an id gets one of its own', async () => {
    const { id } = await goods.add({ a: 1 });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await goods.doc(String(id)).get()).data).toEqual([{ _id: id, a: 1 }]);
  });

  test('a list is added one after another, up to the first that is refused', async () => {
    expect(await goods.add([{ _id: 'g1' }, { _id: 'g2' }])).toMatchObject({ ids: ['g1', 'g2'] });
    await expect(goods.add([{ _id: 'g3' }, { _id: 'g1' }, { _id: 'g4' }])).rejects.toThrow(/E11000/);
    expect(ids((await goods.get()).data)).toEqual(['g1', 'g2', 'g3']);
  });

  test('the number 1 and the text 1 are two ids', async () => {
    await goods.add([{ _id: 1 }, { _id: '1' }]);
    expect((await goods.doc(1).get()).data).toEqual([{ _id: 1 }]);
    expect((await goods.count()).total).toBe(2);
  });

  test('the server writes its own clock where it is asked to', async () => {
    await goods.add({ _id: 'g1', at: database.serverDate(), later: database.serverDate({ offset: 1_000 }) });
    expect((await goods.doc('g1').get()).data).toEqual([{ _id: 'g1', at: new Date(now), later: new Date(now + 1_000) }]);
  });

  test('a document may have 512 KB, counted in bytes', async () => {
    const characters = 512 * 1024 - 100;
    await goods.add({ _id: 'g1', text: 'x'.repeat(characters) });
    await expect(goods.add({ _id: 'g2', text: 'x'.repeat(characters + 100) })).rejects.toThrow(/larger than 524288 bytes/);
    await expect(goods.doc('g1').update({ text: '群'.repeat(characters / 2) })).rejects.toThrow(/larger than 524288 bytes/);
  });

  test('a field of the database’s own kind is refused', async () => {
    await expect(goods.add({ _id: 'g1', $set: { a: 1 } })).rejects.toThrow(/dollar/);
  });
});

describe('changing', () => {
  test('set makes a document or replaces it', async () => {
    expect(await goods.doc('g1').set({ a: 1 })).toMatchObject({ updated: 0, upsertedId: 'g1' });
    expect(await goods.doc('g1').set({ b: 2 })).toMatchObject({ updated: 1 });
    expect((await goods.doc('g1').get()).data).toEqual([{ _id: 'g1', b: 2 }]);
  });

  test('update changes what its condition matches, or nothing', async () => {
    await goods.add([
      { _id: 'g1', stock: 1 },
      { _id: 'g2', stock: 0 },
    ]);
    const take = () => goods.where({ stock: command.gt(0) }).update({ stock: command.inc(-1), sold: command.inc(1) });
    expect(await take()).toMatchObject({ updated: 1 });
    expect(await take()).toMatchObject({ updated: 0 });
    expect((await goods.doc('g1').get()).data).toEqual([{ _id: 'g1', stock: 0, sold: 1 }]);
  });

  test('of twenty who take at once, as many succeed as there is stock', async () => {
    await goods.add({ _id: 'g1', stock: 5 });
    const take = () => goods.where({ _id: 'g1', stock: command.gt(0) }).update({ stock: command.inc(-1) });
    const taken = await Promise.all(Array.from({ length: 20 }, take));
    expect(taken.filter(({ updated }) => updated === 1)).toHaveLength(5);
  });

  test('updateAndReturn gives the document as it is then', async () => {
    await goods.add({ _id: 'g1', stock: 1 });
    const answer = await goods.where({ _id: 'g1' }).updateAndReturn({ stock: command.inc(1) });
    expect(answer).toMatchObject({ updated: 1, doc: { _id: 'g1', stock: 2 } });
  });

  test('remove takes one document or all that match', async () => {
    await goods.add([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]);
    expect(await goods.doc('a').remove()).toMatchObject({ deleted: 1 });
    expect(await goods.doc('a').remove()).toMatchObject({ deleted: 0 });
    expect(await goods.where({ _id: command.in(['b', 'c', 'd']) }).remove()).toMatchObject({ deleted: 2 });
  });
});

describe('finding', () => {
  beforeEach(() =>
    goods.add([
      { _id: 'a', name: 'Pen', price: 3, tags: ['x', 'y'] },
      { _id: 'b', name: 'pencil', price: 1, tags: [] },
      { _id: 'c', name: 'book', price: 3, shop: { town: '上海' } },
      { _id: 'd', price: 2 },
    ]),
  );

  const found = async (condition: object) => ids((await goods.where(condition).orderBy('_id', 'asc').get()).data);

  test('by values, ranges, lists, texts and their parts', async () => {
    expect(await found({ price: 3 })).toEqual(['a', 'c']);
    expect(await found({ price: command.gt(1).and(command.lte(3)) })).toEqual(['a', 'c', 'd']);
    expect(await found({ _id: command.in(['a', 'd', 'zz']) })).toEqual(['a', 'd']);
    expect(await found({ tags: 'y' })).toEqual(['a']);
    expect(await found({ name: /^P/i })).toEqual(['a', 'b']);
    expect(await found({ shop: { town: '上海' } })).toEqual(['c']);
    expect(await found({ name: command.exists(false) })).toEqual(['d']);
    expect(await found(command.or([{ price: 1 }, { tags: command.exists(true), price: command.lt(9) }]))).toEqual(['a', 'b']);
  });

  test('in the order of several fields, from anywhere, with few of the fields', async () => {
    const page = await goods.orderBy('price', 'desc').orderBy('_id', 'desc').skip(1).limit(2).field({ price: true }).get();
    expect(page.data).toEqual([
      { _id: 'a', price: 3 },
      { _id: 'd', price: 2 },
    ]);
    expect(
      (
        await goods
          .doc('a')
          .field({ tags: command.project.slice(1), _id: 0 })
          .get()
      ).data,
    ).toMatchObject([{ tags: ['x'] }]);
  });

  test('counted and summed up', async () => {
    expect(await goods.where({ price: command.gte(2) }).count()).toMatchObject({ total: 3 });
    const sums = await goods
      .aggregate()
      .match({ price: command.gt(0) })
      .group({ _id: '$price', names: command.aggregate.sum(1) })
      .sort({ _id: 1 })
      .end();
    expect(sums.data).toEqual([
      { _id: 1, names: 1 },
      { _id: 2, names: 1 },
      { _id: 3, names: 2 },
    ]);
  });

  test('joined with another collection, and opened along a list', async () => {
    await shops.add({ _id: 's1', name: 'one', of: 'a' });
    const joined = await goods
      .aggregate()
      .match({ _id: 'a' })
      .unwind('$tags')
      .lookup({ from: 'shops', localField: '_id', foreignField: 'of', as: 'shops' })
      .project({ tags: 1, 'shops.name': 1 })
      .end();
    const shop = [{ name: 'one' }];
    expect(joined.data).toEqual([
      { _id: 'a', tags: 'x', shops: shop },
      { _id: 'a', tags: 'y', shops: shop },
    ]);
    // What a stage makes of a document is not kept.
    expect((await goods.doc('a').get()).data).toEqual([{ _id: 'a', name: 'Pen', price: 3, tags: ['x', 'y'] }]);
  });

  test('not by an operator that does not exist', async () => {
    await expect(goods.where({ price: { $frobnicate: 1 } }).get()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    await expect(
      goods
        .aggregate()
        .project({ a: { $frobnicate: 1 } })
        .end(),
    ).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });
});

describe('an index that allows a key once', () => {
  test('refuses a second of the same, counts a missing field as null, and lets a removed key be used again', async () => {
    await shops.add({ _id: 's1', name: 'one' });
    await expect(shops.add({ _id: 's2', name: 'one' })).rejects.toThrow(
      /E11000 duplicate key error collection: .*\.shops index: name_unique/,
    );
    await shops.add({ _id: 's2' });
    await expect(shops.add({ _id: 's3' })).rejects.toThrow(/dup key: { name: null }/);
    await expect(shops.doc('s2').update({ name: 'one' })).rejects.toThrow(/E11000/);
    expect(await shops.doc('s1').update({ name: 'two' })).toMatchObject({ updated: 1 });
    expect(await shops.doc('s2').update({ name: 'one' })).toMatchObject({ updated: 1 });
    await shops.doc('s1').remove();
    await shops.add({ _id: 's3', name: 'two' });
  });

  test('may be of several fields, and sparse: without any of them a document is left out', async () => {
    await shops.add({ _id: 's1', name: '1', town: 'x', code: 1 });
    await shops.add({ _id: 's2', name: '2', town: 'x', code: 2 });
    await expect(shops.add({ _id: 's3', name: '3', town: 'x', code: 1 })).rejects.toThrow(/town_code dup key: { town: "x", code: 1 }/);
    await shops.add([
      { _id: 's4', name: '4' },
      { _id: 's5', name: '5' },
    ]);
  });
});

describe('collections', () => {
  test('must be made before they are used, and only once', async () => {
    await expect(database.collection('later').add({ a: 1 })).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
    await database.createCollection('later');
    expect((await database.collection('later').get()).data).toEqual([]);
    await expect(database.createCollection('later')).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_ALREADY_EXIST' });
  });

  test('are empty after a reset, with their indexes', async () => {
    await shops.add({ _id: 's1', name: 'one' });
    cloudBase.reset();
    expect((await shops.get()).data).toEqual([]);
    await shops.add({ _id: 's1', name: 'one' });
    await expect(shops.add({ _id: 's2', name: 'one' })).rejects.toThrow(/E11000/);
  });
});
