// Movement on a board: whatever is told is what a full recount of the day's beginning says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movements, pointsBefore } from '#core/rules/leaderboard/movement';

interface Life {
  readonly before: number;
  /** Points gained today, each at a time of its own; the last is what the row's tie goes by. */
  readonly gains: number;
  readonly at: number;
}

/** The whole board in its order, with ranks. */
function boardOf(lives: readonly Life[]) {
  const rows = lives
    .map(({ before, gains, at }, key) => ({ key, before, points: before + gains, at: gains > 0 ? 1_000 + at : at }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points || one.at - other.at || one.key - other.key);
  return rows.map((row) => ({ ...row, rank: 1 + rows.filter(({ points }) => points > row.points).length }));
}

function lives(gainsMax: number) {
  const life = fc.record({ before: fc.nat({ max: 7 }), gains: fc.nat({ max: gainsMax }), at: fc.nat({ max: 900 }) });
  return fc.array(life, { maxLength: 40 });
}

function expectTrue(board: ReturnType<typeof boardOf>, shown: number, climbs: boolean): number {
  const list = board.slice(0, shown);
  const told = movements(list, { isWhole: list.length === board.length, climbs });
  told.forEach((moved, index) => {
    const row = list[index];
    if (row === undefined || moved === null) return;
    const rank = 1 + board.filter(({ before }) => before > row.before).length;
    expect(moved).toBe(row.before === 0 ? 'new' : rank - row.rank);
  });
  return told.filter((moved) => moved !== null).length;
}

describe('movement', () => {
  test('of a whole board is what a recount says, of every row', () => {
    fc.assert(
      fc.property(lives(3), (all) => {
        const board = boardOf(all);
        const told = expectTrue(board, board.length, false);
        expect(told).toBe(board.some(({ before }) => before > 0) ? board.length : 0);
      }),
    );
  });

  test('of the first rows is never a guess', () => {
    fc.assert(fc.property(lives(2), fc.integer({ min: 1, max: 12 }), (all, shown) => void expectTrue(boardOf(all), shown, true)));
    fc.assert(fc.property(lives(3), fc.integer({ min: 1, max: 12 }), (all, shown) => void expectTrue(boardOf(all), shown, false)));
  });

  test('of the first rows is known of everybody, where a point comes once a day', () => {
    fc.assert(
      fc.property(lives(1), fc.integer({ min: 1, max: 12 }), (all, shown) => {
        const board = boardOf(all);
        const list = board.slice(0, shown);
        if (list.some(({ before }) => before > 0)) expect(expectTrue(board, shown, true)).toBe(list.length);
      }),
    );
  });

  test('is not told where nobody had anything, nor where a beginning is not known', () => {
    const list = { isWhole: true, climbs: true };
    expect(movements([{ points: 1, rank: 1, before: 0 }], list)).toEqual([null]);
    const rows = [
      { points: 3, rank: 1, before: null },
      { points: 2, rank: 2, before: 2 },
    ];
    expect(movements(rows, list)).toEqual([null, null]);
    expect(movements([], list)).toEqual([]);
  });
});

test('what somebody had when the day began is kept with the first point of the day, and what was taken back never counted', () => {
  const before = { on: '2026-03-03', points: 4 };
  expect(pointsBefore({ points: 6, before }, '2026-03-03')).toBe(4);
  expect(pointsBefore({ points: 3, before }, '2026-03-03')).toBe(3);
  expect(pointsBefore({ points: 6, before }, '2026-03-04')).toBe(6);
});
