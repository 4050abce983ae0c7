// What is found by ids and by the orders of fields is what looking at every document would find.
import { EJSON } from 'bson';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Collection, keyOfId } from '../support/cloudbase/database/collection';
import { compileCondition } from '../support/cloudbase/database/matching';
import { readPage } from '../support/cloudbase/database/reading';
import { type CloudDocument, compareBy } from '../support/cloudbase/database/value-order';

const simple = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom('', 'a', 'b', '中', '\u{1f600}', '\uffee'),
  fc.boolean(),
  fc.date({ min: new Date(0), max: new Date(3), noInvalidDate: true }),
);
const value = fc.oneof(
  { weight: 6, arbitrary: simple },
  fc.constant(null),
  fc.array(simple, { maxLength: 3 }),
  fc.record({ b: simple }, { noNullPrototype: true }),
);
const document = fc.record(
  { _id: fc.oneof({ weight: 40, arbitrary: fc.nat(40).map(String) }, fc.constant(9)), a: value, b: value },
  { requiredKeys: ['_id'], noNullPrototype: true },
);

const bound = (name: string) => simple.map((limit) => ({ [name]: limit }));
const comparison = fc.oneof(
  bound('$gt'),
  bound('$gte'),
  bound('$lt'),
  bound('$lte'),
  bound('$eq'),
  fc.array(simple, { maxLength: 3 }).map((values) => ({ $in: values })),
  fc.record({ $gte: simple, $lt: simple }, { noNullPrototype: true }),
  fc.constant({ $exists: true }),
  fc.constant(null),
  simple,
);
const ids = fc.subarray(['1', '2', '7', '9']).map((chosen) => ({ $in: chosen }));
const plainCondition = fc.record(
  { a: comparison, b: comparison, 'a.b': comparison, _id: fc.oneof(comparison, ids) },
  { requiredKeys: [], noNullPrototype: true },
);
const condition = fc.oneof(
  plainCondition,
  fc.array(plainCondition, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
  fc.array(plainCondition, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })),
);
const order = fc.record({ a: fc.constantFrom(1, -1), _id: fc.constantFrom(1, -1) }, { requiredKeys: ['_id'], noNullPrototype: true });

/** The documents that are left after writing all of these, later ones in place of earlier ones, every fifth removed again. */
function fill(documents: readonly CloudDocument[]): { readonly collection: Collection; readonly left: CloudDocument[] } {
  const collection = new Collection('c');
  // Orders that exist before anything is written must follow what is written.
  for (const path of ['a', 'a.b']) collection.orderOf(path);
  const left = new Map<string, CloudDocument>();
  for (const [place, each] of documents.entries()) {
    const key = keyOfId(each['_id']);
    const removed = place % 5 === 4;
    collection.commit(key, removed ? null : each, place + 1, null);
    if (removed) left.delete(key);
    else left.set(key, each);
  }
  return { collection, left: [...left.values()] };
}

const texts = (documents: readonly CloudDocument[]) => documents.map((each) => EJSON.stringify(each));

test('every condition finds what it matches, in the order that was asked for, page by page', () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 80, size: 'max' }),
      condition,
      order,
      fc.nat(2),
      fc.integer({ min: 1, max: 3 }),
      (...samples) => {
        const [documents, asked, by, offset, limit] = samples;
        const { collection, left } = fill(documents);
        const expected = left.filter(compileCondition(asked)).sort(compareBy(by));
        const page = (from: number, length: number) =>
          texts(readPage(collection, { condition: asked, order: by, offset: from, limit: length }, null));
        expect(page(0, 1_000)).toEqual(texts(expected));
        expect(page(offset, limit)).toEqual(texts(expected.slice(offset, offset + limit)));
        expect(texts(readPage(collection, { condition: asked, offset: 0, limit: 1_000 }, null)).sort()).toEqual(texts(expected).sort());
      },
    ),
    { numRuns: 150 },
  );
});

test('a document with a list is found once, also when each bound holds for another of its values', () => {
  const { collection } = fill([
    { _id: '1', a: [1, 9] },
    { _id: '2', a: 5 },
  ]);
  const found = (asked: CloudDocument) =>
    readPage(collection, { condition: asked, order: { _id: 1 }, offset: 0, limit: 9 }, null).map(({ _id }) => _id);
  expect(found({ a: { $in: [1, 9] } })).toEqual(['1']);
  expect(found({ a: { $gte: 4, $lte: 6 } })).toEqual(['1', '2']);
  expect(found({ $and: [{ a: { $gte: 7 } }, { a: { $lt: 3 } }] })).toEqual(['1']);
});
