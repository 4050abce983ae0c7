// What only a server with several processes can get wrong: two at once, a killed one, a lost connection, an unreachable server.
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { createPool } from '#server/adapters/store-postgres/postgres-pool';
import type { Store } from '#server/ports/store';
import { countRoundTrips } from '../support/count-round-trips';
import { freePort, type PostgresServer, startPostgresServer } from '../support/postgres-server';
import { runCountingProcess } from '../support/run-counting-process';
import { boardId, CROWD, counter, countOf, insert, memberId, put, score, stockId, writing } from './contract/contract-case';
import { storeContract } from './store.contract';
import { takingTurns } from './taking-turns';

let server: PostgresServer;
const closing: Store[] = [];

beforeAll(async () => {
  server = await startPostgresServer();
}, 60_000);
afterEach(async () => {
  await Promise.all(closing.splice(0).map((store) => store.close()));
});
afterAll(() => server.stop());

async function open(url: string): Promise<Store> {
  const store = await createPostgresStore({ url });
  closing.push(store);
  return store;
}

storeContract({
  name: 'PostgreSQL, through two servers in turn',
  reopens: false,
  async open() {
    const url = await server.freshDatabase();
    // Both start at the same moment on a database without tables.
    const [first, second] = await Promise.all([createPostgresStore({ url, lanes: 2 }), createPostgresStore({ url, lanes: 2 })]);
    return { store: takingTurns(first, second) };
  },
});

describe('several processes on one PostgreSQL server', () => {
  const id = stockId('count');

  it('lose no update when each has 64 decisions on one document at once', async () => {
    const url = await server.freshDatabase();
    const job = { engine: 'postgres', place: url, id, times: 4 * CROWD, atOnce: CROWD } as const;
    const processes = await Promise.all([runCountingProcess(job), runCountingProcess(job)]);
    for (const counting of processes) counting.go();
    expect(await Promise.all(processes.map((counting) => counting.ended()))).toEqual([0, 0]);
    const counts = processes.flatMap((counting) => counting.counts);
    expect(new Set(counts).size).toBe(8 * CROWD);
    expect(Math.max(...counts)).toBe(8 * CROWD);
    expect(countOf(await (await open(url)).read([id]), id)).toBe(8 * CROWD);
  });

  it('go on when one of them is killed, and keep all that it had acknowledged', async () => {
    const url = await server.freshDatabase();
    const doomed = await runCountingProcess({ engine: 'postgres', place: url, id, times: 1_000_000, atOnce: 8 });
    const store = await open(url);
    doomed.go();
    await doomed.acknowledged(200);
    await doomed.kill();
    const count = await store.decide([id], (documents) => ({ reply: countOf(documents, id), writes: [put(counter(id, 0))] }));
    expect(count).toBeGreaterThanOrEqual(Math.max(...doomed.counts));
  });
});

describe('the way to a PostgreSQL server', () => {
  const id = memberId('ana');
  const unavailable = { name: 'Fault', code: 'store_unavailable' };

  it('is used for two round trips by a lonely decision, whatever it writes', async () => {
    const url = await server.freshDatabase();
    const counted = await countRoundTrips(server.port);
    const store = await createPostgresStore({ url: url.replace(`:${server.port}/`, `:${counted.port}/`), lanes: 1 });
    const work = (count: number) =>
      writing(put(counter(id, count)), insert(counter(stockId(`s${count}`), 1)), score(boardId('week'), 'ana', count, count));
    await store.decide([id], work(1));
    const before = counted.roundTrips();
    await store.decide([id], work(2));
    expect(counted.roundTrips() - before).toBe(2);
    await store.close();
    await counted.close();
  });

  it('is used for one round trip by a whole screen of a board', async () => {
    const url = await server.freshDatabase();
    const counted = await countRoundTrips(server.port);
    const store = await createPostgresStore({ url: url.replace(`:${server.port}/`, `:${counted.port}/`) });
    const board = boardId('week');
    await store.decide([], writing(score(board, 'ana', 7, 1), score(board, 'ben', 7, 2), score(board, 'cleo', 3, 3)));
    const screen = (key: string) => Promise.all([store.rank(board, key), store.top(board, 2), store.around(board, key, 1)]);
    await screen('ana');
    const before = counted.roundTrips();
    const [rank, top, around] = await screen('cleo');
    expect(counted.roundTrips() - before).toBe(1);
    const row = { key: 'cleo', points: 3, at: 3, rank: 3 };
    expect(rank).toEqual({ row, total: 3 });
    expect(top).toMatchObject({
      rows: [
        { key: 'ana', rank: 1 },
        { key: 'ben', rank: 1 },
      ],
      total: 3,
    });
    expect(around).toEqual([{ key: 'ben', points: 7, at: 2, rank: 1 }, row]);
    const together = await Promise.all([screen('ana'), screen('nobody')]);
    expect(together.map(([own]) => own.row?.key)).toEqual(['ana', undefined]);
    await store.close();
    await counted.close();
  });

  it('makes a server wait for its disk that would not', async () => {
    const url = await server.freshDatabase();
    await (await createPostgresStore({ url })).close();
    await onDatabase(
      url,
      `CREATE TABLE noted (setting text);
       CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         INSERT INTO noted VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$;
       CREATE TRIGGER noting BEFORE INSERT ON qunhui_documents FOR EACH ROW EXECUTE FUNCTION note()`,
    );
    const store = await open(`${url}%20-c%20synchronous_commit%3Doff`);
    await store.decide([id], writing(put(counter(id, 1))));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    expect((await client.query('SELECT setting FROM noted')).rows).toEqual([{ setting: 'on' }]);
    await client.end();
  });

  it('is found again after every connection was cut while nobody used it', async () => {
    const url = await server.freshDatabase();
    const store = await open(url);
    await store.decide([id], writing(put(counter(id, 1))));
    await cutConnections(url);
    await store.decide([id], writing(put(counter(id, 2))));
    expect(countOf(await store.read([id]), id)).toBe(2);
  });

  it('may cut a connection between two statements of whoever holds it, and the process lives on', async () => {
    const url = await server.freshDatabase();
    const pool = createPool(url, 2);
    const heard: unknown[] = [];
    const hear = (error: unknown) => heard.push(error);
    process.on('uncaughtException', hear);
    try {
      const held = await pool.connect();
      await held.query('SELECT 1');
      const broken = new Promise((resolve) => held.once('end', resolve));
      await cutConnections(url);
      await broken;
      held.release(true);
      expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
      expect(heard).toEqual([]);
    } finally {
      process.off('uncaughtException', hear);
      await pool.end();
    }
  });

  it('when it is gone makes every call a fault that says so, without the password', async () => {
    const other = await startPostgresServer();
    const store = await open(await other.freshDatabase());
    await store.decide([id], writing(put(counter(id, 1))));
    await other.stop();
    await expect(store.decide([id], writing(put(counter(id, 2))))).rejects.toMatchObject(unavailable);
    await expect(store.read([id])).rejects.toMatchObject(unavailable);
    await expect(store.rank(boardId('week'), 'ana')).rejects.toMatchObject(unavailable);
    await expect(store.ping()).rejects.toMatchObject(unavailable);
    const refused: unknown = await store.ping().catch((error: unknown) => error);
    expect(String(refused)).not.toContain('qunhui:qunhui');
  });

  it('that leads nowhere, or to a server that does not know us, is a fault at the start', async () => {
    await expect(createPostgresStore({ url: `postgres://qunhui:qunhui@127.0.0.1:${await freePort()}/postgres` })).rejects.toMatchObject(
      unavailable,
    );
    await expect(createPostgresStore({ url: `postgres://qunhui:wrong@127.0.0.1:${server.port}/postgres` })).rejects.toMatchObject(
      unavailable,
    );
    await expect(createPostgresStore({ url: `postgres://qunhui:qunhui@127.0.0.1:${server.port}/nothing` })).rejects.toMatchObject(
      unavailable,
    );
  });

  it('leads to a database whose boards an earlier version has put in order, and keeps no second index of them', async () => {
    const url = await server.freshDatabase();
    const board = boardId('week');
    const first = await createPostgresStore({ url });
    await first.decide([], writing(score(board, 'ana', 7, 1), score(board, 'ben', 7, 2), score(board, 'cleo', 3, 3)));
    await first.close();
    const [before] = await onDatabase(url, SCORE_INDEXES);
    await onDatabase(
      url,
      'DROP INDEX qunhui_scores_by_place; CREATE INDEX qunhui_scores_in_order ON qunhui_scores (board, points DESC, at, key)',
    );
    const store = await open(url);
    expect((await store.around(board, 'cleo', 1)).map(({ key, rank }) => `${rank} ${key}`)).toEqual(['1 ben', '3 cleo']);
    expect(await onDatabase(url, SCORE_INDEXES)).toEqual([before]);
  });

  it('leads to a database written under other declared indexes, whose keys are then built again', async () => {
    const url = await server.freshDatabase();
    const first = await createPostgresStore({ url });
    await first.decide([id], writing(put({ id, joinedAt: 5 }), insert({ id: memberId('ben'), joinedAt: 4 })));
    await first.close();
    await onDatabase(url, "UPDATE qunhui_documents SET key0 = 'nonsense'; UPDATE qunhui_facts SET value = 'older' WHERE name = 'indexes'");
    const page = await (await open(url)).list('member.byJoined', 'tea', { prefix: [], order: 'ascending' }, 5);
    expect(page.documents.map((document) => document.id)).toEqual([memberId('ben'), id]);
  });
});

const SCORE_INDEXES =
  "SELECT array_agg(indexname::text ORDER BY indexname) AS names FROM pg_indexes WHERE tablename = 'qunhui_scores' AND schemaname = current_schema";

/** Runs SQL beside the store; gives the rows of a single statement. */
async function onDatabase(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

/** Ends every other connection of this product to the server. */
function cutConnections(url: string): Promise<unknown> {
  return onDatabase(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'qunhui'");
}
