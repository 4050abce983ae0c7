// Operators against what MongoDB's manual says of them: updates with their refusals, conditions, and the order of values.
import { describe, expect, test } from 'vitest';
import { compileCondition } from '../support/cloudbase/database/matching';
import { projected } from '../support/cloudbase/database/reading';
import { updated } from '../support/cloudbase/database/updating';
import { compareBy, compareValues } from '../support/cloudbase/database/value-order';

type Fields = { readonly [field: string]: unknown };

const day = (on: number) => new Date(Date.UTC(2026, 0, on));

const updates: readonly (readonly [Fields, Fields, Fields])[] = [
  [{ a: 1 }, { $set: { b: 2 } }, { a: 1, b: 2 }],
  [{ a: { x: 1 } }, { $set: { 'a.y.z': 2 } }, { a: { x: 1, y: { z: 2 } } }],
  [{ a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
  [{ a: [1] }, { $set: { 'a.2': 5 } }, { a: [1, null, 5] }],
  [{ a: 1 }, { $set: { a: null } }, { a: null }],
  [{ a: { x: 1 } }, { $set: { a: { y: 2 } } }, { a: { y: 2 } }],
  [{ a: day(1) }, { $set: { b: day(2) } }, { a: day(1), b: day(2) }],
  [{ a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
  [{ a: 1 }, { $unset: { 'x.y': '' } }, { a: 1 }],
  [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  [{ a: 5 }, { $inc: { a: -2, b: 3 } }, { a: 3, b: 3 }],
  [{ a: { b: 1 } }, { $inc: { 'a.b': 1.5 } }, { a: { b: 2.5 } }],
  [{ a: 5 }, { $mul: { a: 3, b: 3 } }, { a: 15, b: 0 }],
  [{ a: 5 }, { $min: { a: 3, b: 1 } }, { a: 3, b: 1 }],
  [{ a: 5 }, { $min: { a: 7 } }, { a: 5 }],
  [{ a: 5 }, { $max: { a: 7, b: 1 } }, { a: 7, b: 1 }],
  [{ a: day(1) }, { $max: { a: day(2) } }, { a: day(2) }],
  [{ a: 12 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
  [{ a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
  [{ a: 1 }, { $rename: { x: 'y' } }, { a: 1 }],
  [{ a: [1] }, { $push: { a: { $each: [2, 3] }, b: { $each: [1] } } }, { a: [1, 2, 3], b: [1] }],
  [{ a: [1] }, { $push: { a: { $each: [2, 3], $position: 0 } } }, { a: [2, 3, 1] }],
  [{ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: 2 } } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $push: { a: { $each: [4], $slice: -2 } } }, { a: [3, 4] }],
  [{ a: [{ n: 2 }] }, { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } }, { a: [{ n: 1 }, { n: 2 }] }],
  [{ a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [{ a: [{ n: 1, m: 1 }, { n: 2 }] }, { $pull: { a: { n: 1 } } }, { a: [{ n: 2 }] }],
  [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  [{ a: 1 }, { $pull: { b: 1 }, $pop: { c: 1 } }, { a: 1 }],
  [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [{ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  [{ a: 1 }, { $set: { b: 1 }, $inc: { a: 1 }, $push: { c: 1 } }, { a: 2, b: 1, c: [1] }],
];

const refusals: readonly (readonly [Fields, Fields, RegExp])[] = [
  [{ a: 'x' }, { $inc: { a: 1 } }, /\$inc.*non-numeric/],
  [{ a: null }, { $inc: { a: 1 } }, /\$inc.*non-numeric/],
  [{ a: 'x' }, { $mul: { a: 1 } }, /\$mul.*non-numeric/],
  [{ a: 1 }, { $inc: { a: 'x' } }, /non-numeric/],
  [{ a: 1 }, { $push: { a: 1 } }, /non-array/],
  [{ a: null }, { $push: { a: 1 } }, /non-array/],
  [{ a: 1 }, { $addToSet: { a: 1 } }, /non-array/],
  [{ a: 1 }, { $pull: { a: 1 } }, /non-array/],
  [{ a: 1 }, { $pop: { a: 1 } }, /non-array/],
  [{ a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
  [{ a: null }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
  [{ a: [1] }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
  [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, /conflict at 'a'/],
  [{ a: 1 }, { $set: { 'a.b': 1, a: 2 } }, /conflict at 'a'/],
  [{ a: 1 }, { $rename: { a: 'b' }, $set: { b: 1 } }, /conflict at 'b'/],
  [{ a: 1 }, { $set: { _id: 2 } }, /immutable field '_id'/],
  [{ a: 1 }, { $frobnicate: { a: 1 } }, /Unknown modifier: \$frobnicate/],
  [{ a: 1 }, { b: 1 }, /Unknown modifier: b/],
];

describe('an update', () => {
  test.each(updates)('of %j by %j gives %j', (before, update, after) => {
    const given = structuredClone({ _id: '1', ...before });
    expect(updated(given, update)).toEqual({ _id: '1', ...after });
    // What is stored is never changed in place: others may still look at it.
    expect(given).toEqual({ _id: '1', ...before });
  });

  test.each(refusals)('of %j by %j is refused: %s', (before, update, why) => {
    expect(() => updated({ _id: '1', ...before }, update)).toThrow(why);
  });
});

const matches: readonly (readonly [Fields, Fields, boolean])[] = [
  [{ a: 1 }, {}, true],
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: [1, 2] }, { a: 2 }, true],
  [{ a: [1, 2] }, { a: [1, 2] }, true],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [{ a: { b: 1 } }, { 'a.b': 1 }, true],
  [{ a: [{ b: 1 }, { b: 2 }] }, { 'a.b': 2 }, true],
  [{ a: [{ b: 1 }, { b: 2 }] }, { 'a.0.b': 1 }, true],
  [{}, { a: null }, true],
  [{ a: null }, { a: null }, true],
  [{ a: 0 }, { a: null }, false],
  [{}, { a: { $exists: false } }, true],
  [{ a: null }, { a: { $exists: true } }, true],
  [{ a: 1 }, { a: { $ne: 2 } }, true],
  [{}, { a: { $ne: 2 } }, true],
  [{ a: [1, 2] }, { a: { $ne: 2 } }, false],
  [{ a: 1 }, { a: { $in: [1, 'x'] } }, true],
  [{ a: [3, 1] }, { a: { $in: [1] } }, true],
  [{}, { a: { $in: [null] } }, true],
  [{}, { a: { $nin: [1] } }, true],
  [{ a: 5 }, { a: { $gt: 4, $lt: 6 } }, true],
  [{ a: '5' }, { a: { $gt: 4 } }, false],
  [{ a: [1, 9] }, { a: { $gt: 4, $lt: 6 } }, true],
  [{ a: [1, 9] }, { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, false],
  [{ a: day(2) }, { a: { $gt: day(1) } }, true],
  [{ a: null }, { a: { $gte: null } }, true],
  [{}, { a: { $lt: 5 } }, false],
  [{ a: '\u{1f600}' }, { a: { $gt: '\uffee' } }, true],
  [{ a: 'Pen' }, { a: /^p/i }, true],
  [{ a: ['x', 'pen'] }, { a: /^p/ }, true],
  [{ a: 7 }, { a: { $mod: [4, 3] } }, true],
  [{ a: [1, 2] }, { a: { $size: 2 } }, true],
  [{ a: [1, 2, 3] }, { a: { $all: [1, 3] } }, true],
  [{ a: [{ x: 1, y: 2 }] }, { a: { $elemMatch: { x: 1, y: 2 } } }, true],
  [{ a: 1 }, { $or: [{ a: 2 }, { a: 1 }] }, true],
  [{ a: 1 }, { $nor: [{ a: 2 }, { a: 1 }] }, false],
  [{ a: 5 }, { a: { $not: { $gt: 6 } } }, true],
  [{}, { a: { $not: { $gt: 6 } } }, true],
];

describe('a condition', () => {
  test.each(matches)('on %j as %j: %s', (document, condition, expected) => {
    expect(compileCondition(condition)({ _id: '1', ...document })).toBe(expected);
  });

  test.each([{ a: { $frobnicate: 1 } }, { $frobnicate: [] }, { a: { $in: 1 } }])('%j is refused', (condition) => {
    expect(() => compileCondition(condition)({ _id: '1' })).toThrow();
  });
});

test('values have an order across kinds: nothing, numbers, texts by bytes, objects, lists, truth, dates', () => {
  const ordered = [null, -1, 2.5, '', 'a', '中', '\uffee', '\u{1f600}', { a: 1 }, [1], false, true, day(1), day(2)];
  expect([...ordered].reverse().sort(compareValues)).toEqual(ordered);
  expect(compareValues(undefined, null)).toBe(0);
});

test('a list sorts upward with its smallest, downward with its largest', () => {
  const documents = [{ a: 3 }, { a: [1, 9] }, { a: 5 }, {}];
  expect([...documents].sort(compareBy({ a: 1 }))).toEqual([{}, { a: [1, 9] }, { a: 3 }, { a: 5 }]);
  expect([...documents].sort(compareBy({ a: -1 }))).toEqual([{ a: [1, 9] }, { a: 5 }, { a: 3 }, {}]);
});

test.each([
  [{ a: 1 }, { _id: '1', a: 1 }],
  [{ a: 1, _id: 0 }, { a: 1 }],
  [{ a: 0 }, { _id: '1', b: { c: 2, d: 3 }, l: [1, 2, 3] }],
  [{ 'b.c': 1 }, { _id: '1', b: { c: 2 } }],
  [
    { l: { $slice: 1 }, a: 1 },
    { _id: '1', a: 1, l: [1] },
  ],
] as const)('the projection %j leaves %j', (projection, expected) => {
  expect(projected({ _id: '1', a: 1, b: { c: 2, d: 3 }, l: [1, 2, 3] }, projection)).toEqual(expected);
});
