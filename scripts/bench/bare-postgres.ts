// Bare deeds on PostgreSQL: one statement per batch, or one transaction of several round trips per deed.
import pg from 'pg';
import { batchesOf } from '#core/values/batches';
import { integerArray, longArray, textArray } from '#server/adapters/store-postgres/postgres-array';
import { type BareDeeds, COLUMNS, groundOf, type PreparedDeed, type PreparedJob, type Row, rowsOf, type ScoreRow } from './bare-deeds';
import { perSecond } from './measure';

/** The connections that claim one by one at the same time. */
export const ROW_LOCK_CALLERS = 8;

/** So many deeds go before those that are measured one by one: connections are opened, and their statements prepared. */
const WARM_DEEDS = 128;

const NAMES = COLUMNS.join(', ');
const WIDTH = COLUMNS.length;
const SETS = COLUMNS.slice(1).map((column) => `${column} = new.${column}`);
const arrays = (first: number): string => COLUMNS.map((_, position) => `$${first + position}::text[]`).join(', ');
const SCORE_NAMES = 'board, key, points, at, fine, coarse';
const scoreArrays = (first: number): string =>
  ['text', 'text', 'int4', 'int8', 'int4', 'int4'].map((type, position) => `$${first + position}::${type}[]`).join(', ');
const SCORES = 1 + 2 * WIDTH;
const COUNTERS = SCORES + 6;

const ON_SCORE = `ON CONFLICT (board, key) DO UPDATE SET points = excluded.points, at = excluded.at, fine = excluded.fine, coarse = excluded.coarse`;
const ON_COUNTER = 'ON CONFLICT (board, level, top) DO UPDATE SET members = counter.members + excluded.members';

/** Everything in one statement: the new documents, the changed ones, the boards and their counters. */
const BATCH = `
WITH fresh AS (
  INSERT INTO qunhui_documents (${NAMES}) SELECT * FROM unnest(${arrays(1)}) RETURNING 1
), changed AS (
  UPDATE qunhui_documents AS old SET ${SETS.join(', ')} FROM unnest(${arrays(1 + WIDTH)}) AS new (${NAMES}) WHERE old.id = new.id RETURNING 1
), scored AS (
  INSERT INTO qunhui_scores (${SCORE_NAMES}) SELECT * FROM unnest(${scoreArrays(SCORES)}) ${ON_SCORE} RETURNING 1
), counted AS (
  INSERT INTO qunhui_counters AS counter (board, level, top, members)
  SELECT * FROM unnest($${COUNTERS}::text[], $${COUNTERS + 1}::int4[], $${COUNTERS + 2}::int4[], $${COUNTERS + 3}::int4[]) ${ON_COUNTER}
)
SELECT (SELECT count(*) FROM fresh) + (SELECT count(*) FROM changed) + (SELECT count(*) FROM scored)`;

const places = COLUMNS.map((_, position) => `$${position + 1}`).join(', ');
const puts = COLUMNS.slice(1).map((column, position) => `${column} = $${position + 2}`);
const ONE = {
  look: { name: 'look', text: 'SELECT id, body FROM qunhui_documents WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE' },
  insert: { name: 'insert', text: `INSERT INTO qunhui_documents (${NAMES}) VALUES (${places})` },
  put: { name: 'put', text: `UPDATE qunhui_documents SET ${puts.join(', ')} WHERE id = $1` },
  score: { name: 'score', text: `INSERT INTO qunhui_scores (${SCORE_NAMES}) VALUES ($1, $2, $3, $4, $5, $6) ${ON_SCORE}` },
  count: {
    name: 'count',
    text: `INSERT INTO qunhui_counters AS counter (board, level, top, members) VALUES ($1, $2, $3, $4) ${ON_COUNTER}`,
  },
};

const columnsOf = (rows: readonly Row[]): Buffer[] => COLUMNS.map((_, column) => textArray(rows.map((row) => row[column] ?? null)));

const scoreColumnsOf = (scores: readonly ScoreRow[]): Buffer[] => [
  textArray(scores.map((score) => score.board)),
  textArray(scores.map((score) => score.key)),
  integerArray(scores.map((score) => score.points)),
  longArray(scores.map((score) => score.at)),
  integerArray(scores.map((score) => score.fine)),
  integerArray(scores.map((score) => score.coarse)),
];

async function writeBatch(pool: pg.Pool, batch: readonly PreparedDeed[]): Promise<void> {
  const { inserts, puts: changed, scores, counters } = rowsOf(batch);
  const values = [
    ...columnsOf(inserts),
    ...columnsOf(changed),
    ...scoreColumnsOf(scores),
    textArray(counters.map((counter) => counter.board)),
    integerArray(counters.map((counter) => counter.level)),
    integerArray(counters.map((counter) => counter.top)),
    integerArray(counters.map((counter) => counter.members)),
  ];
  const { rows } = await pool.query<unknown[]>({ name: 'batch', text: BATCH, values, rowMode: 'array' });
  const wanted = inserts.length + changed.length + scores.length;
  if (Number(rows[0]?.[0]) !== wanted) throw new Error(`a batch wrote ${rows[0]?.[0]} rows instead of ${wanted}`);
}

async function writeOne(pool: pg.Pool, deed: PreparedDeed): Promise<void> {
  const client = await pool.connect();
  const { inserts, puts: changed, scores, counters } = rowsOf([deed]);
  await client.query('BEGIN');
  await client.query({ ...ONE.look, values: [textArray(changed.map(([id]) => id ?? null))] });
  for (const row of inserts) await client.query({ ...ONE.insert, values: [...row] });
  for (const row of changed) await client.query({ ...ONE.put, values: [...row] });
  for (const { board, key, points, at, fine, coarse } of scores)
    await client.query({ ...ONE.score, values: [board, key, points, at, fine, coarse] });
  for (const { board, level, top, members } of counters) await client.query({ ...ONE.count, values: [board, level, top, members] });
  await client.query('COMMIT');
  client.release();
}

/** Counts all boards anew. */
const COUNT_ANEW = `
INSERT INTO qunhui_counters (board, level, top, members)
SELECT board, 1, fine, count(*) FROM qunhui_scores GROUP BY board, fine
UNION ALL SELECT board, 0, coarse, count(*) FROM qunhui_scores GROUP BY board, coarse`;

/** Brings back what was there before the first deed, in tables that are swept as a server sweeps them in time. */
async function reset(pool: pg.Pool, job: PreparedJob): Promise<void> {
  const ground = groundOf(job);
  const back = `UPDATE qunhui_documents AS old SET ${SETS.join(', ')} FROM unnest(${arrays(1)}) AS new (${NAMES}) WHERE old.id = new.id`;
  const moved = `INSERT INTO qunhui_scores (${SCORE_NAMES}) SELECT * FROM unnest(${scoreArrays(1)}) ${ON_SCORE}`;
  await pool.query('DELETE FROM qunhui_documents WHERE id = ANY($1::text[])', [textArray(ground.fresh)]);
  await pool.query('DELETE FROM qunhui_scores WHERE (board, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))', [
    textArray(ground.freshScores.map(({ board }) => board)),
    textArray(ground.freshScores.map(({ key }) => key)),
  ]);
  await pool.query(back, columnsOf(ground.documents));
  await pool.query(moved, scoreColumnsOf(ground.scores));
  await pool.query('DELETE FROM qunhui_counters');
  await pool.query(COUNT_ANEW);
  for (const table of ['documents', 'scores', 'counters']) await pool.query(`VACUUM ANALYZE qunhui_${table}`);
}

/** Connects to a place on which a job can be done. */
export function openBarePostgres(url: string, job: PreparedJob): BareDeeds {
  const pool = new pg.Pool({ connectionString: url, max: ROW_LOCK_CALLERS });
  // The server may be stopped while the last connections are still being closed.
  pool.on('error', () => undefined);
  return {
    async batched(size) {
      const batches = batchesOf(job.deeds, size);
      const perBatch = (await perSecond(1, batches.length, (position) => writeBatch(pool, batches[position] ?? []))) / batches.length;
      return perBatch * job.deeds.length;
    },
    async oneByOne(count) {
      const write = (position: number): Promise<void> => writeOne(pool, job.deeds[position] as PreparedDeed);
      const warm = Math.min(WARM_DEEDS, job.deeds.length - count);
      await perSecond(ROW_LOCK_CALLERS, warm, write);
      return perSecond(ROW_LOCK_CALLERS, count, (position) => write(warm + position));
    },
    reset: () => reset(pool, job),
    close: () => pool.end(),
  };
}
