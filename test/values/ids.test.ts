// Ids are paths whose parts nobody outside can forge.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { communityOf, ID_LENGTH_MAX, isIdPart, makeId, tableOf } from '#core/values/ids';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-'.split('');
const part = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 64 }).filter(isIdPart);

describe('an id', () => {
  test('gives back its community and its table', () => {
    fc.assert(
      fc.property(part, part, fc.array(part, { maxLength: 3 }), (community, table, parts) => {
        const id = makeId(community, table, ...parts);
        expect(communityOf(id)).toBe(community);
        expect(tableOf(id)).toBe(table);
        expect(id.split('/')).toEqual([community, table, ...parts]);
      }),
    );
  });

  test('is another for other parts', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), fc.array(part, { maxLength: 3 }), (some, others) => {
        const equal = some.length === others.length && some.every((one, index) => one === others[index]);
        expect(makeId('c', 'coupon', ...some) === makeId('c', 'coupon', ...others)).toBe(equal);
      }),
    );
  });

  test.each(['', 'a/b', '券', 'a b', 'a\n', '\0', '%2F', 'x'.repeat(65)])('takes no part %j', (bad) => {
    expect(isIdPart(bad)).toBe(false);
    expect(() => makeId('c', 'coupon', bad)).toThrow(RangeError);
  });

  test.each(Object.getOwnPropertyNames(Object.prototype))('is never taken from outside as %s: every record has something there', (name) => {
    expect(isIdPart(name)).toBe(false);
    expect(isIdPart(`${name}1`)).toBe(true);
  });

  test('whatever text comes from outside, it makes an id of that very part or none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        if (isIdPart(text)) expect(makeId('c', 'member', text)).toBe(`c/member/${text}`);
        else if (!(text in Object.prototype)) expect(() => makeId('c', 'member', text)).toThrow(RangeError);
      }),
    );
  });

  test('of the longest parts of any table still fits', () => {
    const longest = 'x'.repeat(64);
    expect(makeId(longest, 'coupon', longest, longest, longest).length).toBeLessThanOrEqual(ID_LENGTH_MAX);
  });
});
