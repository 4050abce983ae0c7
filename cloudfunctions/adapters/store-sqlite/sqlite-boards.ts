// Boards in SQLite: scores in order, and counters of members on two levels that are kept in the same commit.
import type { Id } from '#core/values/ids';
import { rangeTopsOf } from '#server/adapters/store-lane/board-range';
import { type BoardScore, rankFromFirst, rankWindow } from '#server/adapters/store-lane/board-rows';
import type { SqliteDatabase, SqliteRow } from '#server/adapters/store-sqlite/libsql-database';
import type { PackedScore } from '#server/adapters/store-sqlite/pack-writes';
import type { BoardRow, Rank, Top } from '#server/ports/store';

const COARSE = 0;
const FINE = 1;

/**
 * Rows of scores as lists in JSON: SQLite writes a long list faster than its binding hands out as many values, and to another thread three
 * texts go faster than fifty rows.
 */
export type ListedScores = readonly [keys: string, points: string, ats: string];

/** The boards of one database file. */
export interface SqliteBoards {
  /** Writes scores; inside a transaction of the caller. */
  write(changes: readonly PackedScore[]): void;
  rank(board: Id, key: string): Rank;
  /** The first rows and the total, for `topOf`. */
  top(board: Id, limit: number): readonly [rows: ListedScores, total: number];
  around(board: Id, key: string, reach: number): readonly BoardRow[];
  count(boards: readonly Id[]): ReadonlyMap<Id, number>;
}

const scoreOf = ([key, points, at]: SqliteRow): BoardScore => ({ key: String(key), points: Number(points), at: Number(at) });

/** What `top` answered, with ranks. */
export function topOf([[keys, points, ats], total]: ReturnType<SqliteBoards['top']>): Top {
  const pointsOf = JSON.parse(points) as number[];
  const atOf = JSON.parse(ats) as number[];
  const scores = (JSON.parse(keys) as string[]).map((key, position) => ({ key, points: pointsOf[position] ?? 0, at: atOf[position] ?? 0 }));
  return { rows: rankFromFirst(scores), total };
}

/** The statements that change boards. */
function createWriter(database: SqliteDatabase): SqliteBoards['write'] {
  // One question for the whole batch: asked row by row, most of the time would go into asking. The list leads, and finds each row by its key.
  const old = database.prepare(
    `SELECT asked.key, fine, coarse FROM json_each(?) AS asked
     CROSS JOIN scores ON scores.board = asked.value ->> 0 AND scores.key = asked.value ->> 1`,
  );
  const set = database.prepare(
    `INSERT INTO scores (board, key, points, at, fine, coarse) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (board, key) DO UPDATE SET points = excluded.points, at = excluded.at, fine = excluded.fine, coarse = excluded.coarse`,
  );
  const unset = database.prepare('DELETE FROM scores WHERE board = ? AND key = ?');
  const count = database.prepare(
    `INSERT INTO counters (board, level, top, members) VALUES (?, ?, ?, ?)
     ON CONFLICT (board, level, top) DO UPDATE SET members = members + excluded.members`,
  );
  return (changes) => {
    // A batch moves many members between few ranges: each counter is written once, with the sum.
    const sums = new Map<string, { board: Id; level: number; top: number; members: number }>();
    const add = (board: Id, level: number, top: number, members: number): void => {
      const name = `${board} ${level} ${top}`;
      const sum = sums.get(name);
      if (sum === undefined) sums.set(name, { board, level, top, members });
      else sum.members += members;
    };
    const asked = JSON.stringify(changes);
    const standing = new Map(changes.length === 0 ? [] : old.all(asked).map(([position, ...ranges]) => [Number(position), ranges]));
    for (const [position, [board, key, points, at]] of changes.entries()) {
      const before = standing.get(position);
      if (before !== undefined) {
        add(board, FINE, Number(before[0]), -1);
        add(board, COARSE, Number(before[1]), -1);
      }
      if (points === null) {
        unset.run(board, key);
        continue;
      }
      const tops = rangeTopsOf(points);
      add(board, FINE, tops.fine, 1);
      add(board, COARSE, tops.coarse, 1);
      set.run(board, key, points, at, tops.fine, tops.coarse);
    }
    for (const { board, level, top, members } of sums.values()) if (members !== 0) count.run(board, level, top, members);
  };
}

/** The boards of an open database. */
export function createSqliteBoards(database: SqliteDatabase): SqliteBoards {
  const one = database.prepare('SELECT key, points, at FROM scores WHERE board = ? AND key = ?');
  const first = database.prepare(
    `SELECT json_group_array(key), json_group_array(points), json_group_array(at)
     FROM (SELECT key, points, at FROM scores WHERE board = ? ORDER BY points DESC, at, key LIMIT ?)`,
  );
  const total = database.prepare(`SELECT coalesce(sum(members), 0) FROM counters WHERE board = ? AND level = ${COARSE}`);
  const above = database.prepare(
    `SELECT (SELECT coalesce(sum(members), 0) FROM counters WHERE board = ?1 AND level = ${COARSE} AND top > ?4)
       + (SELECT coalesce(sum(members), 0) FROM counters WHERE board = ?1 AND level = ${FINE} AND top > ?3 AND top <= ?4)
       + (SELECT count(*) FROM scores WHERE board = ?1 AND points > ?2 AND points <= ?3)`,
  );
  // A row value compares from left to right, but here points fall while instants and keys rise: so each side is two ranges.
  const tieBefore = database.prepare(
    'SELECT key, points, at FROM scores WHERE board = ? AND points = ? AND (at, key) < (?, ?) ORDER BY at DESC, key DESC LIMIT ?',
  );
  const higher = database.prepare(
    'SELECT key, points, at FROM scores WHERE board = ? AND points > ? ORDER BY points, at DESC, key DESC LIMIT ?',
  );
  const tieAfter = database.prepare(
    'SELECT key, points, at FROM scores WHERE board = ? AND points = ? AND (at, key) > (?, ?) ORDER BY at, key LIMIT ?',
  );
  const lower = database.prepare('SELECT key, points, at FROM scores WHERE board = ? AND points < ? ORDER BY points DESC, at, key LIMIT ?');

  function rankOf(board: Id, points: number): number {
    const { fine, coarse } = rangeTopsOf(points);
    return 1 + Number(above.get(board, points, fine, coarse)?.[0]);
  }

  const totalOf = (board: Id): number => Number(total.get(board)?.[0]);

  return {
    write: createWriter(database),
    rank(board, key) {
      const found = one.get(board, key);
      if (found === undefined) return { row: null, total: totalOf(board) };
      const score = scoreOf(found);
      return { row: { ...score, rank: rankOf(board, score.points) }, total: totalOf(board) };
    },
    top(board, limit) {
      const [keys, points, ats] = first.get(board, limit) ?? [];
      return [[String(keys), String(points), String(ats)], totalOf(board)];
    },
    count: (boards) => new Map(boards.map((board) => [board, totalOf(board)])),
    around(board, key, reach) {
      const found = one.get(board, key);
      if (found === undefined) return [];
      const own = scoreOf(found);
      const window = [own];
      window.unshift(...tieBefore.all(board, own.points, own.at, key, reach).map(scoreOf).reverse());
      const missing = reach + 1 - window.length;
      if (missing > 0) window.unshift(...higher.all(board, own.points, missing).map(scoreOf).reverse());
      const behind = tieAfter.all(board, own.points, own.at, key, reach).map(scoreOf);
      if (behind.length < reach) behind.push(...lower.all(board, own.points, reach - behind.length).map(scoreOf));
      return rankWindow([...window, ...behind], (points) => rankOf(board, points));
    },
  };
}
