// The board screen as somebody would write it by hand on the engine itself: one count over an index, neighbours, the first rows.
import pg from 'pg';
import { rangeTopsOf } from '#server/adapters/store-lane/board-range';
import { integerArray, longArray, textArray } from '#server/adapters/store-postgres/postgres-array';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import type { EngineName } from './bench-engines';

/** One row of a board. */
export interface BareScore {
  readonly key: string;
  readonly points: number;
  readonly at: number;
}

/** Boards without the store. */
export interface BareBoards {
  /** Puts rows onto a board, with the counters that the store keeps. */
  fill(board: string, rows: readonly BareScore[]): Promise<void>;
  /** When all boards are filled: lets the engine learn what it holds. */
  ready(): Promise<void>;
  /** The board screen; gives how many rows it has. */
  screen(board: string, key: string): Promise<number>;
  close(): Promise<void>;
}

/** How many neighbours a screen has on each side. */
export const REACH = 5;
/** How many of the first it has. */
export const FIRST = 50;

/** One side of a key. SQLite takes its join for this, PostgreSQL only keeps to the index inside LATERAL. */
const side = (scores: string, lateral: string, far: string, tie: string, order: string): string => `
SELECT side.key, side.points, side.at FROM own, ${lateral} (
  SELECT * FROM ${scores} AS other WHERE other.board = $1 AND other.points ${far} ${lateral === '' ? '(SELECT points FROM own)' : 'own.points'}
  AND NOT (other.points = ${lateral === '' ? '(SELECT points FROM own)' : 'own.points'} AND ${tie}) ORDER BY ${order} LIMIT ${REACH}) AS side`;

const statementOf = (scores: string, lateral: string): string => `
WITH own AS (SELECT * FROM ${scores} WHERE board = $1 AND key = $2)
SELECT 0 AS part, own.key, own.points, own.at, (SELECT 1 + count(*) FROM ${scores} AS higher WHERE higher.board = $1 AND higher.points > own.points)
FROM own
UNION ALL SELECT 1, key, points, at, 0 FROM (${side(scores, lateral, '>=', '(other.at, other.key) >= (SELECT at, key FROM own)', 'other.points, other.at DESC, other.key DESC')}) AS before
UNION ALL SELECT 2, key, points, at, 0 FROM (${side(scores, lateral, '<=', '(other.at, other.key) <= (SELECT at, key FROM own)', 'other.points DESC, other.at, other.key')}) AS after
UNION ALL SELECT 3, key, points, at, 0 FROM (SELECT * FROM ${scores} WHERE board = $1 ORDER BY points DESC, at, key LIMIT ${FIRST}) AS first`;

interface Counter {
  readonly level: number;
  readonly top: number;
  members: number;
}

function countersOf(rows: readonly BareScore[]): Counter[] {
  const counters = new Map<string, Counter>();
  for (const { points } of rows) {
    const { fine, coarse } = rangeTopsOf(points);
    for (const [level, top] of [
      [0, coarse],
      [1, fine],
    ] as const) {
      const counter = counters.get(`${level} ${top}`) ?? { level, top, members: 0 };
      counters.set(`${level} ${top}`, counter);
      counter.members += 1;
    }
  }
  return [...counters.values()];
}

function openOnSqlite(path: string): BareBoards {
  const database = openDatabase(path);
  const score = database.prepare('INSERT INTO scores (board, key, points, at, fine, coarse) VALUES (?, ?, ?, ?, ?, ?)');
  const count = database.prepare('INSERT INTO counters (board, level, top, members) VALUES (?, ?, ?, ?)');
  const statement = database.prepare(statementOf('scores', '').replaceAll('$1', '?1').replaceAll('$2', '?2'));
  return {
    async fill(board, rows) {
      database.execute('BEGIN');
      for (const { key, points, at } of rows) {
        const { fine, coarse } = rangeTopsOf(points);
        score.run(board, key, points, at, fine, coarse);
      }
      for (const { level, top, members } of countersOf(rows)) count.run(board, level, top, members);
      database.execute('COMMIT');
    },
    ready: async () => undefined,
    screen: async (board, key) => statement.all(board, key).length,
    close: async () => database.close(),
  };
}

const FILLED_AT_ONCE = 50_000;
const FILL = `INSERT INTO qunhui_scores (board, key, points, at, fine, coarse)
SELECT $1, * FROM unnest($2::text[], $3::int4[], $4::int8[], $5::int4[], $6::int4[])`;

async function openOnPostgres(url: string): Promise<BareBoards> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const text = statementOf('qunhui_scores', 'LATERAL');
  return {
    async fill(board, rows) {
      for (let start = 0; start < rows.length; start += FILLED_AT_ONCE) {
        const some = rows.slice(start, start + FILLED_AT_ONCE);
        const tops = some.map(({ points }) => rangeTopsOf(points));
        await client.query(FILL, [
          board,
          textArray(some.map(({ key }) => key)),
          integerArray(some.map(({ points }) => points)),
          longArray(some.map(({ at }) => at)),
          integerArray(tops.map(({ fine }) => fine)),
          integerArray(tops.map(({ coarse }) => coarse)),
        ]);
      }
      const counters = countersOf(rows);
      await client.query(
        'INSERT INTO qunhui_counters (board, level, top, members) SELECT $1, * FROM unnest($2::int4[], $3::int4[], $4::int4[])',
        [
          board,
          integerArray(counters.map(({ level }) => level)),
          integerArray(counters.map(({ top }) => top)),
          integerArray(counters.map(({ members }) => members)),
        ],
      );
    },
    // The tables have just been filled: without this the planner guesses, and the hand-written statement would look worse than it is.
    async ready() {
      await client.query('CREATE INDEX bare_scores_in_order ON qunhui_scores (board, points DESC, at, key)');
      await client.query('VACUUM ANALYZE qunhui_scores');
      await client.query('VACUUM ANALYZE qunhui_counters');
    },
    screen: async (board, key) => (await client.query({ name: 'screen', text, values: [board, key], rowMode: 'array' })).rows.length,
    close: () => client.end(),
  };
}

/** Opens a place whose tables a store has made, and which no store has open. */
export async function openBareBoards(engine: EngineName, place: string): Promise<BareBoards> {
  return engine === 'sqlite' ? openOnSqlite(place) : openOnPostgres(place);
}
