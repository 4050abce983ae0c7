// The store on any PostgreSQL server, for any number of processes at once.
import type pg from 'pg';
import { createLaneStore } from '#server/adapters/store-lane/create-lane-store';
import type { EngineReader, KeyedText } from '#server/adapters/store-lane/engine';
import { createBoardReader } from '#server/adapters/store-postgres/postgres-boards';
import { faulting } from '#server/adapters/store-postgres/postgres-fault';
import { createPostgresLane, loadStatement, textsOf } from '#server/adapters/store-postgres/postgres-lane';
import { createPool } from '#server/adapters/store-postgres/postgres-pool';
import { prepareSchema } from '#server/adapters/store-postgres/postgres-schema';
import type { BatchMeter } from '#server/ports/meter';
import type { Store } from '#server/ports/store';

/** Which server, and how much of it. */
export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. The tables are made in the first schema of its search path. */
  readonly url: string;
  /** How many batches may run at once; a community always keeps to one of them. */
  readonly lanes?: number;
  /** Hears of every batch. */
  readonly meter?: BatchMeter | undefined;
  /** Opens a database that is being filled from a backup: no server is let in until endPostgresFilling. */
  readonly fills?: boolean;
}

const LANES = 4;
const READERS = 4;

// Steps from the first document of one community to the first behind it: '0' is the character after '/'.
const COMMUNITIES = `
WITH RECURSIVE step (id) AS (
  SELECT min(id) FROM qunhui_documents
  UNION ALL
  SELECT (SELECT min(next.id) FROM qunhui_documents AS next WHERE next.id >= split_part(step.id, '/', 1) || '0') FROM step WHERE step.id IS NOT NULL
)
SELECT split_part(id, '/', 1) FROM step WHERE id IS NOT NULL`;

function createPaging(pool: pg.Pool): EngineReader['page'] {
  return async (interval, descending, limit, after) => {
    const column = interval.slot === null ? 'overall' : `key${interval.slot}`;
    const direction = descending ? 'DESC' : 'ASC';
    const text = `SELECT ${column}, id, body FROM qunhui_documents WHERE ${column} >= $1 AND ${column} < $2
      ${after === null ? '' : `AND (${column}, id) ${descending ? '<' : '>'} ($4, $5)`}
      ORDER BY ${column} ${direction}, id ${direction} LIMIT $3`;
    const values = [interval.from, interval.before, limit, ...(after === null ? [] : [after.key, after.id])];
    const name = `page ${column} ${direction} ${after === null ? 'first' : 'next'}`;
    const { rows } = await faulting(() => pool.query<unknown[]>({ name, text, values, rowMode: 'array' }));
    return rows.map(([key, id, body]): KeyedText => ({ key: String(key), id: String(id), text: String(body) }));
  };
}

function createReader(readers: pg.Pool, writers: pg.Pool): EngineReader {
  return {
    read: async (ids) => textsOf(await faulting(() => readers.query<unknown[]>({ ...loadStatement(ids), rowMode: 'array' }))),
    page: createPaging(readers),
    async communities() {
      const { rows } = await faulting(() => readers.query<unknown[]>({ name: 'communities', text: COMMUNITIES, rowMode: 'array' }));
      return rows.map(([community]) => String(community));
    },
    ...createBoardReader(readers),
    async ping() {
      await faulting(() => readers.query('SELECT 1'));
    },
    async end() {
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

/**
 * Opens the store on a server and makes its tables when they are missing.
 * @throws Fault('store_unavailable') when the server cannot be reached or does not let us in; OlderFormat when the database
 * must be upgraded first; Error in words when it is of a newer format or only partly filled.
 */
export async function createPostgresStore({ url, lanes: laneCount = LANES, meter, fills = false }: PostgresStoreOptions): Promise<Store> {
  const writers = createPool(url, laneCount);
  const readers = createPool(url, READERS);
  try {
    const client = await faulting(() => writers.connect());
    try {
      await faulting(() => prepareSchema(client, fills));
    } finally {
      client.release();
    }
  } catch (error) {
    await Promise.all([readers.end(), writers.end()]);
    throw error;
  }
  const lanes = Array.from({ length: laneCount }, () => createPostgresLane(writers));
  return createLaneStore({ name: 'postgres', lanes, reader: createReader(readers, writers) }, meter);
}
