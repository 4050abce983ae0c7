// Where rows of boards lie on CloudBase: whatever order boards are written in, every row has one place and every answer is a recount.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeId } from '#core/values/ids';
import { placeScore } from '#server/adapters/store-cloudbase/place-score';
import type { Content } from '#server/adapters/store-cloudbase/stored-document';
import type { Store } from '#server/ports/store';
import { openStore, startStandIn } from './cloudbase-case';
import { COMMUNITY, counter, crowd, memberId, put, score, seededDice } from './contract/contract-case';

const cloudBase = await startStandIn();
afterAll(() => cloudBase.stop());
beforeEach(() => cloudBase.reset());

const weeks = ['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16'].map((on) => makeId(COMMUNITY, 'board', 'checkin', 'week', on));
const others = [makeId(COMMUNITY, 'board', 'checkin', 'all', 'all'), makeId(COMMUNITY, 'day', '2026-03-02', 'claimed')];
const keys = ['ana', 'ben', 'cem'];

async function expectRows(store: Store, rows: ReadonlyMap<string, number>): Promise<void> {
  const boards = [...weeks, ...others];
  const expected = boards.map((board) => keys.flatMap((key) => (rows.has(`${board} ${key}`) ? [[key, rows.get(`${board} ${key}`)]] : [])));
  const tops = await Promise.all(boards.map((board) => store.top(board, 100)));
  const found = tops.map((top) => top.rows.map(({ key, points }) => [key, points]).sort());
  expect(found).toEqual(expected);
  const counts = await store.count(boards);
  expect(boards.map((board) => counts.get(board))).toEqual(expected.map((of) => of.length));
}

describe('rows of boards', () => {
  it('are right after weeks were set, taken off and set again in any order, from two function instances', async () => {
    const stores = [openStore(), openStore({ wholeBoardRowsMax: 1 })];
    const dice = seededDice(5);
    const rows = new Map<string, number>();
    for (let turn = 0; turn < 120; turn += 1) {
      const key = keys[dice(keys.length)] ?? '';
      const boards = [...weeks, ...others].filter(() => dice(3) === 0);
      const changes = boards.map((board) => ({ board, points: dice(4) === 0 ? null : dice(50) }));
      for (const { board, points } of changes) {
        if (points === null) rows.delete(`${board} ${key}`);
        else rows.set(`${board} ${key}`, points);
      }
      const writes = changes.map(({ board, points }) => score(board, key, points, turn));
      const withMember = dice(2) === 0 ? [put(counter(memberId(key), turn))] : [];
      await (stores[dice(2)] as Store).decide([memberId(key)], () => ({ reply: null, writes: [...writes, ...withMember] }));
      if (turn % 30 === 29) for (const store of stores) await expectRows(store, rows);
    }
  });

  it('outlive the document beside them', async () => {
    const store = openStore();
    const ana = memberId('ana');
    await store.decide([ana], () => ({ reply: null, writes: [put(counter(ana, 1)), score(weeks[0] ?? '', 'ana', 4)] }));
    await store.decide([ana], () => ({ reply: null, writes: [{ kind: 'remove', id: ana }] }));
    expect((await store.read([ana])).size).toBe(0);
    await store.decide([], () => ({ reply: null, writes: [{ kind: 'insert', document: counter(ana, 2) }] }));
    await expectRows(store, new Map([[`${weeks[0]} ana`, 4]]));
  });

  it('of one key that many set at once on different weeks are each the last that was set', async () => {
    await crowd(
      (position) => openStore().decide([], () => ({ reply: null, writes: [score(weeks[position % 4] ?? '', 'ana', position)] })),
      16,
    );
    const store = openStore();
    for (const [position, board] of weeks.entries()) {
      const { rows, total } = await store.top(board, 5);
      expect(total).toBe(1);
      expect((rows[0]?.points ?? -1) % 4).toBe(position);
    }
  });
});

describe('a home', () => {
  const row = (board: string | undefined, points: number) => ({ b: board ?? '', p: points, t: 0 });
  const [first = '', second = '', third = ''] = weeks;

  it('keeps the latest board of a family and lets go of the one before', () => {
    const home: Content = { rows: [row(first, 1), row(others[0], 9)] };
    expect(placeScore(home, second, row(second, 2))).toEqual({
      kind: 'home',
      rows: [row(others[0], 9), row(second, 2)],
      past: [],
      moved: row(first, 1),
    });
  });

  it('sends an earlier board elsewhere, even after the latest one was taken off', () => {
    expect(placeScore({ rows: [row(second, 2)] }, first, row(first, 1))).toEqual({ kind: 'apart' });
    const off = placeScore({ rows: [row(second, 2)] }, second, null);
    expect(off).toEqual({ kind: 'home', rows: [], past: [second], moved: null });
    expect(placeScore({ past: [second] }, first, row(first, 1))).toEqual({ kind: 'apart' });
    expect(placeScore({ past: [second] }, third, row(third, 1))).toEqual({ kind: 'home', rows: [row(third, 1)], past: [], moved: null });
  });
});
