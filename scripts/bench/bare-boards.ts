// The board screen as somebody would write it by hand on the engine itself: one count over an index, neighbours, the first rows.
import pg from 'pg';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import type { EngineName } from './bench-engines';

/** The board screen without the store. */
export interface BareBoard {
  screen(board: string, key: string): Promise<number>;
  close(): Promise<void>;
}

const REACH = 5;
const FIRST = 50;

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

/** Opens a place that a store has filled and closed. */
export async function openBareBoard(engine: EngineName, place: string): Promise<BareBoard> {
  if (engine === 'sqlite') {
    const database = openDatabase(place);
    const statement = database.prepare(statementOf('scores', '').replaceAll('$1', '?1').replaceAll('$2', '?2'));
    return {
      screen: async (board, key) => statement.all(board, key).length,
      close: async () => database.close(),
    };
  }
  const client = new pg.Client({ connectionString: place });
  await client.connect();
  // The tables have just been filled: without this the planner guesses, and the hand-written statement would look worse than it is.
  await client.query('VACUUM ANALYZE qunhui_scores');
  const text = statementOf('qunhui_scores', 'LATERAL');
  return {
    screen: async (board, key) => (await client.query({ name: 'screen', text, values: [board, key], rowMode: 'array' })).rows.length,
    close: () => client.end(),
  };
}
