// Law 12: a board's answers equal a full recount.
import { expect } from 'vitest';
import type { BoardRow, Store, Write } from '#server/ports/store';
import { boardId, COMMUNITY, type ContractCase, counter, countOf, crowd, memberId, put, score, seededDice, writing } from './contract-case';

type Scores = Map<string, { points: number; at: number }>;

/** The rows of a board, counted from nothing but its scores. */
function recount(scores: Scores): BoardRow[] {
  const rows = [...scores].map(([key, { points, at }]) => ({ key, points, at }));
  rows.sort((first, second) => {
    if (first.points !== second.points) return second.points - first.points;
    if (first.at !== second.at) return first.at - second.at;
    return first.key < second.key ? -1 : 1;
  });
  return rows.map((row) => ({ ...row, rank: 1 + rows.filter((other) => other.points > row.points).length }));
}

/** Compares all that a store says about a board with a recount. */
async function expectRecount(store: Store, board: string, scores: Scores): Promise<void> {
  const rows = recount(scores);
  const total = rows.length;
  for (const limit of [0, 1, 3, total, total + 1]) expect(await store.top(board, limit)).toEqual({ rows: rows.slice(0, limit), total });
  expect(await store.count([board, boardId('nobody')])).toEqual(
    new Map([
      [board, total],
      [boardId('nobody'), 0],
    ]),
  );
  for (const [position, row] of rows.entries()) {
    expect(await store.rank(board, row.key)).toEqual({ row, total });
    for (const reach of [0, 1, 5]) {
      expect(await store.around(board, row.key, reach)).toEqual(rows.slice(Math.max(0, position - reach), position + reach + 1));
    }
  }
  expect(await store.rank(board, 'nobody')).toEqual({ row: null, total });
  expect(await store.around(board, 'nobody', 5)).toEqual([]);
}

const setAll = (store: Store, board: string, scores: Scores): Promise<unknown> =>
  Promise.all([...scores].map(([key, { points, at }]) => store.decide([memberId(key)], writing(score(board, key, points, at)))));

export const boardCases: readonly ContractCase[] = [
  {
    law: 12,
    name: 'a board that nobody is on is empty',
    async run({ store }) {
      await expectRecount(store, boardId('week'), new Map());
    },
  },
  {
    law: 12,
    name: 'ties share a rank, the earlier stands first within a tie, then the key',
    async run({ store }) {
      const scores: Scores = new Map([
        ['ana', { points: 7, at: 30 }],
        ['ben', { points: 9, at: 20 }],
        ['cem', { points: 7, at: 10 }],
        ['dan', { points: 7, at: 30 }],
        ['eva', { points: 0, at: 5 }],
        ['Fay', { points: 7, at: 30 }],
      ]);
      await setAll(store, boardId('week'), scores);
      const { rows } = await store.top(boardId('week'), 10);
      expect(rows.map((row) => `${row.rank} ${row.key}`)).toEqual(['1 ben', '2 cem', '2 Fay', '2 ana', '2 dan', '6 eva']);
      await expectRecount(store, boardId('week'), scores);
    },
  },
  {
    law: 12,
    name: 'points at the edges of every size of range are ranked exactly',
    async run({ store }) {
      const edges = [
        0,
        1,
        127,
        128,
        129,
        2046,
        2047,
        2048,
        2049,
        2050,
        4095,
        4096,
        4098,
        4099,
        4100,
        65_535,
        65_536,
        1_000_000,
        1_000_001,
        2 ** 30,
        2 ** 31 - 2,
        2 ** 31 - 1,
      ];
      const scores: Scores = new Map(edges.map((points, position) => [`m${position}`, { points, at: 1_772_323_200_000 + position }]));
      await setAll(store, boardId('ever'), scores);
      await expectRecount(store, boardId('ever'), scores);
    },
  },
  {
    law: 12,
    name: 'ties that reach out of sight are ranked exactly, in one range of points, in its neighbour and far away',
    async run({ store }) {
      const points = [3, 4, 127, 128, 5_000, 5_001, 5_003, 5_004, 1_000_000];
      // Seven of each see nobody else within five; of the pairs between them, both neighbours are in sight.
      const sizes = [7, 2, 7, 7, 7, 2, 7, 7, 2];
      const scores: Scores = new Map(
        points.flatMap((each, position) =>
          Array.from(
            { length: sizes[position] ?? 0 },
            (_, member) => [`m${position}x${member}`, { points: each, at: member % 3 }] as const,
          ),
        ),
      );
      await setAll(store, boardId('ever'), scores);
      await expectRecount(store, boardId('ever'), scores);
    },
  },
  {
    law: 12,
    name: 'after hundreds of random changes made at once, every answer equals a recount',
    async run({ store }) {
      const dice = seededDice(12);
      const board = boardId('week');
      const scores: Scores = new Map();
      for (let wave = 0; wave < 4; wave += 1) {
        const decisions: Promise<unknown>[] = [];
        for (let change = 0; change < 64; change += 1) {
          const key = `m${change}`;
          const points = dice(6) === 0 ? null : dice([12, 3_000, 5_000_000][dice(3)] ?? 1);
          const at = 1_772_323_200_000 + dice(3);
          if (points === null) scores.delete(key);
          else scores.set(key, { points, at });
          decisions.push(store.decide([memberId(key)], writing(score(board, key, points, at))));
        }
        await Promise.all(decisions);
      }
      await expectRecount(store, board, scores);
    },
  },
  {
    law: 12,
    name: 'one key set by 64 decisions at once is on the board once',
    async run({ store }) {
      const board = boardId('week');
      await crowd((position) =>
        store.decide([memberId('ana')], (documents) => {
          const points = countOf(documents, memberId('ana')) + 100;
          const other: Write = score(board, `other${position % 8}`, position * 50);
          return { reply: points, writes: [put(counter(memberId('ana'), points)), score(board, 'ana', points, points), other] };
        }),
      );
      const { row, total } = await store.rank(board, 'ana');
      expect(row).toMatchObject({ points: 6_400, at: 6_400, rank: 1 });
      expect(total).toBe(9);
      const { rows } = await store.top(board, 20);
      expect(rows).toHaveLength(9);
      const scores: Scores = new Map(rows.map(({ key, points, at }) => [key, { points, at }]));
      await expectRecount(store, board, scores);
    },
  },
  {
    law: 12,
    name: 'boards do not mix, and the last score of a decision stands',
    async run({ store }) {
      const [week, month] = [boardId('week'), boardId('month')];
      await store.decide([], writing(score(week, 'ana', 1), score(month, 'ana', 8), score(week, 'ana', 3, 2), score(week, 'ben', 4)));
      await store.decide([], writing(score(month, 'ben', null), score(month, 'cem', 5), score(month, 'cem', null)));
      await expectRecount(
        store,
        week,
        new Map([
          ['ana', { points: 3, at: 2 }],
          ['ben', { points: 4, at: 0 }],
        ]),
      );
      await expectRecount(store, month, new Map([['ana', { points: 8, at: 0 }]]));
    },
  },
  {
    law: 12,
    name: 'a score belongs to its decision: what is refused leaves the board as it was',
    async run({ store }) {
      const board = boardId('week');
      await store.decide([], writing(score(board, 'ana', 5)));
      const ended = await crowd((position) =>
        store.decide([memberId('ana')], () => {
          if (position % 2 === 0) throw new Error('no');
          return { reply: null, writes: [score(board, 'ana', 5, position), score(board, `m${position}`, position)] };
        }),
      );
      expect(ended.filter((end) => end.status === 'rejected')).toHaveLength(ended.length / 2);
      const { rows, total } = await store.top(board, 100);
      expect(total).toBe(1 + ended.length / 2);
      await expectRecount(store, board, new Map(rows.map(({ key, points, at }) => [key, { points, at }])));
      expect(rows.every((row) => row.key === 'ana' || Number(row.key.slice(1)) % 2 === 1)).toBe(true);
      expect(board.startsWith(`${COMMUNITY}/`)).toBe(true);
    },
  },
];
