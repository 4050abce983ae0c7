// Bare claims on PostgreSQL: one statement per batch, or one transaction of several round trips per claim.
import pg from 'pg';
import { integerArray, longArray, textArray } from '#server/adapters/store-postgres/postgres-array';
import { type BareClaims, batchesOf, COLUMNS, newMembersOf, type PreparedClaim, type PreparedJob, type Row } from './bare-claims';
import { perSecond } from './measure';

/** The connections that claim one by one at the same time. */
export const ROW_LOCK_CALLERS = 8;

const NAMES = COLUMNS.join(', ');
const WIDTH = COLUMNS.length;
const SETS = COLUMNS.slice(1).map((column) => `${column} = new.${column}`);
const arrays = (first: number): string => COLUMNS.map((_, position) => `$${first + position}::text[]`).join(', ');
const SCORES = 3 + 2 * WIDTH;

/** Everything in one statement: the guard on the stock, the new documents, the members, the boards. */
const BATCH = `
WITH stock AS (
  UPDATE qunhui_documents SET body = $2 WHERE id = $1 AND (body::json ->> 'couponsIssued')::int >= 0 RETURNING id
), fresh AS (
  INSERT INTO qunhui_documents (${NAMES}) SELECT new.* FROM stock, unnest(${arrays(3)}) AS new RETURNING 1
), members AS (
  UPDATE qunhui_documents AS old SET ${SETS.join(', ')} FROM stock, unnest(${arrays(3 + WIDTH)}) AS new (${NAMES}) WHERE old.id = new.id RETURNING 1
), scores AS (
  INSERT INTO qunhui_scores (board, key, points, at, fine, coarse)
  SELECT board, key, points, at, points, points FROM stock,
  unnest($${SCORES}::text[], $${SCORES + 1}::text[], $${SCORES + 2}::int4[], $${SCORES + 3}::int8[]) AS new (board, key, points, at) RETURNING 1
), counters AS (
  INSERT INTO qunhui_counters AS counter (board, level, top, members)
  SELECT board, level, 1, members FROM stock, unnest($${SCORES + 4}::text[], $${SCORES + 5}::int4[]) AS new (board, members), generate_series(0, 1) AS level
  ON CONFLICT (board, level, top) DO UPDATE SET members = counter.members + excluded.members
)
SELECT (SELECT count(*) FROM fresh) + (SELECT count(*) FROM members) + (SELECT count(*) FROM scores)`;

const places = COLUMNS.map((_, position) => `$${position + 1}`).join(', ');
const puts = COLUMNS.slice(1).map((column, position) => `${column} = $${position + 2}`);
const ONE = {
  look: { name: 'look', text: 'SELECT body FROM qunhui_documents WHERE id = $1 FOR UPDATE' },
  insert: { name: 'insert', text: `INSERT INTO qunhui_documents (${NAMES}) VALUES (${places})` },
  put: { name: 'put', text: `UPDATE qunhui_documents SET ${puts.join(', ')} WHERE id = $1` },
  score: {
    name: 'score',
    text: 'INSERT INTO qunhui_scores (board, key, points, at, fine, coarse) VALUES ($1, $2, $3, $4, $3, $3)',
  },
  count: {
    name: 'count',
    text: `INSERT INTO qunhui_counters AS counter (board, level, top, members) SELECT $1, level, 1, 1 FROM generate_series(0, 1) AS level
           ON CONFLICT (board, level, top) DO UPDATE SET members = counter.members + 1`,
  },
};

const columnsOf = (rows: readonly Row[]): Buffer[] => COLUMNS.map((_, column) => textArray(rows.map((row) => row[column] ?? null)));

async function writeBatch(pool: pg.Pool, stock: Row, batch: readonly PreparedClaim[]): Promise<void> {
  const inserts = batch.flatMap((claim) => claim.inserts);
  const scores = batch.flatMap((claim) => claim.scores);
  const members = [...newMembersOf(batch)];
  const values = [
    stock[0],
    stock[1],
    ...columnsOf(inserts),
    ...columnsOf(batch.map((claim) => claim.member)),
    textArray(scores.map((score) => score.board)),
    textArray(scores.map((score) => score.key)),
    integerArray(scores.map((score) => score.points)),
    longArray(scores.map((score) => score.at)),
    textArray(members.map(([board]) => board)),
    integerArray(members.map(([, count]) => count)),
  ];
  const { rows } = await pool.query<unknown[]>({ name: 'batch', text: BATCH, values, rowMode: 'array' });
  const wanted = inserts.length + batch.length + scores.length;
  if (Number(rows[0]?.[0]) !== wanted) throw new Error(`a batch wrote ${rows[0]?.[0]} rows instead of ${wanted}`);
}

async function writeOne(pool: pg.Pool, stock: Row, claim: PreparedClaim): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query({ ...ONE.look, values: [stock[0]] });
  for (const row of claim.inserts) await client.query({ ...ONE.insert, values: [...row] });
  await client.query({ ...ONE.put, values: [...claim.member] });
  for (const { board, key, points, at } of claim.scores) {
    await client.query({ ...ONE.score, values: [board, key, points, at] });
    await client.query({ ...ONE.count, values: [board] });
  }
  await client.query({ ...ONE.put, values: [...stock] });
  await client.query('COMMIT');
  client.release();
}

/** Prepares a schema whose tables a store has made. */
export async function openBarePostgres(url: string, { claims, stock }: PreparedJob): Promise<BareClaims> {
  const pool = new pg.Pool({ connectionString: url, max: ROW_LOCK_CALLERS });
  // The server may be stopped while the last connections are still being closed.
  pool.on('error', () => undefined);
  await pool.query(
    `INSERT INTO qunhui_documents (${NAMES}) SELECT * FROM unnest(${arrays(1)})`,
    columnsOf([stock, ...claims.map((claim) => claim.member)]),
  );
  async function reset(): Promise<void> {
    const ids = claims.flatMap((claim) => claim.inserts.map((row) => row[0] ?? null));
    await pool.query('DELETE FROM qunhui_documents WHERE id = ANY($1::text[])', [textArray(ids)]);
    await pool.query('TRUNCATE qunhui_scores, qunhui_counters');
    await pool.query('VACUUM ANALYZE qunhui_documents');
  }
  await reset();
  return {
    async batched(size) {
      const batches = batchesOf(claims, size);
      const rate = await perSecond(1, batches.length, (position) => writeBatch(pool, stock, batches[position] ?? []));
      await reset();
      return rate * size;
    },
    async oneByOne(count) {
      const rate = await perSecond(ROW_LOCK_CALLERS, count, (position) => writeOne(pool, stock, claims[position] as PreparedClaim));
      await reset();
      return rate;
    },
    close: () => pool.end(),
  };
}
