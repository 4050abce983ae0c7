// Money and points are whole numbers that no arithmetic here can break.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEN_MAX, fen } from '#core/values/fen';
import { isBalanced, move, POINTS_MAX, points } from '#core/values/points';

describe('an amount in fen', () => {
  test.each([0, 1, FEN_MAX])('%s is one', (value) => {
    expect(fen(value)).toBe(value);
  });

  test.each([-1, 0.5, FEN_MAX + 1, Number.NaN, Number.POSITIVE_INFINITY])('%s is none', (value) => {
    expect(() => fen(value)).toThrow(RangeError);
  });
});

describe('points', () => {
  test.each([0, -5, POINTS_MAX, -POINTS_MAX])('%s is a number of points', (value) => {
    expect(points(value)).toBe(value);
  });

  test.each([0.1, POINTS_MAX + 1, -POINTS_MAX - 1, Number.NaN])('%s is none', (value) => {
    expect(() => points(value)).toThrow(RangeError);
  });

  test('every movement balances, and any list of movements does', () => {
    const movement = fc.record({
      from: fc.constantFrom('a', 'b', 'c'),
      to: fc.constantFrom('a', 'b', 'c'),
      amount: fc.nat({ max: 1_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        const entries = movements.flatMap((one) => move(`member:${one.from}`, `member:${one.to}`, points(one.amount)));
        expect(isBalanced(entries)).toBe(true);
        expect(entries).toHaveLength(movements.filter((one) => one.amount > 0).length * 2);
      }),
    );
  });

  test('one side of a movement alone does not balance', () => {
    const [taken] = move('owner', 'member:anna', points(5));
    expect(isBalanced(taken === undefined ? [] : [taken])).toBe(false);
  });

  test('points do not move backwards', () => {
    expect(() => move('owner', 'member:anna', points(-1))).toThrow(RangeError);
  });
});
