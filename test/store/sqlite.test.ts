// The contract on the embedded store, and what only a file can get wrong: two servers, a killed server, a full disk, foreign files.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DATA_FORMAT } from '#core/tables';
import { createSqliteStore, sqliteStoreOn } from '#server/adapters/store-sqlite/create-sqlite-store';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import { KEY_COLUMNS } from '#server/adapters/store-sqlite/sqlite-schema';
import type { Store } from '#server/ports/store';
import { runCountingProcess } from '../support/run-counting-process';
import { boardId, counter, countOf, fill, insert, memberId, put, score, stockId, writing } from './contract/contract-case';
import { storeContract } from './store.contract';

let folder = '';
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-sqlite-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function freshPath(): string {
  files += 1;
  return join(folder, `store-${files}.db`);
}

storeContract({
  name: 'SQLite',
  reopens: true,
  async open() {
    const path = freshPath();
    return { store: await createSqliteStore({ path }), reopen: () => createSqliteStore({ path }) };
  },
});

/** A file as earlier versions made them: documents in the order of their ids, without rows by number. */
async function olderFile(): Promise<string> {
  const path = freshPath();
  await (await createSqliteStore({ path })).close();
  const database = openDatabase(path);
  const columns = KEY_COLUMNS.map((column) => `, ${column} TEXT`).join('');
  database.execute(`BEGIN; DROP TABLE documents; CREATE TABLE documents (id TEXT PRIMARY KEY, body TEXT NOT NULL${columns}) WITHOUT ROWID;
    UPDATE facts SET value = '' WHERE name = 'indexes'; COMMIT`);
  database.close();
  return path;
}

storeContract({
  name: 'SQLite, in a file of an earlier version',
  reopens: true,
  async open() {
    const path = await olderFile();
    return { store: await createSqliteStore({ path }), reopen: () => createSqliteStore({ path }) };
  },
});

describe('a database file', () => {
  const id = stockId('count');
  const closing: Store[] = [];

  async function open(path: string): Promise<Store> {
    const store = await createSqliteStore({ path });
    closing.push(store);
    return store;
  }

  afterEach(async () => {
    await Promise.all(closing.splice(0).map((store) => store.close()));
  });

  it('belongs to one server: a second one is refused in words, and the first goes on', async () => {
    const path = freshPath();
    const store = await open(path);
    await expect(createSqliteStore({ path })).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('in use by another server'),
    });
    const elsewhere = runCountingProcess({ engine: 'sqlite', place: path, id, times: 1, atOnce: 1 });
    await expect(elsewhere).rejects.toThrow('in use by another server');
    await store.decide([id], writing(put(counter(id, 1))));
    expect(countOf(await store.read([id]), id)).toBe(1);
  });

  it('outlives a killed server with everything that was acknowledged, and opens again at once', async () => {
    const path = freshPath();
    const server = await runCountingProcess({ engine: 'sqlite', place: path, id, times: 1_000_000, atOnce: 4 });
    server.go();
    await server.acknowledged(200);
    await server.kill();
    const store = await open(path);
    const kept = countOf(await store.read([id]), id);
    expect(kept).toBeGreaterThanOrEqual(Math.max(...server.counts));
    expect(server.counts.length).toBeGreaterThanOrEqual(200);
  });

  it('on a full disk refuses with words, keeps what it has, and goes on when there is room again', async () => {
    const path = freshPath();
    const database = openDatabase(path);
    const store = await sqliteStoreOn(database, path);
    closing.push(store);
    await store.decide([id], writing(put(counter(id, 1))));
    const pages = Number(database.prepare('PRAGMA page_count').get()?.[0]);
    // SQLite's own limit of a file gives the very error that a full disk gives.
    database.execute(`PRAGMA max_page_count = ${pages}`);
    const large = { id: stockId('large'), text: 'x'.repeat(100_000) };
    const refused = store.decide([id], writing(put(counter(id, 2)), insert(large), score(boardId('week'), 'ana', 5)));
    await expect(refused).rejects.toMatchObject({ name: 'Fault', code: 'storage_full', message: expect.stringContaining('full') });
    expect(countOf(await store.read([id, large.id]), id)).toBe(1);
    expect((await store.rank(boardId('week'), 'ana')).total).toBe(0);
    database.execute('PRAGMA max_page_count = 1000000');
    await store.decide([id], writing(put(counter(id, 3)), insert(large)));
    expect((await store.read([id, large.id])).size).toBe(2);
  });

  it('that may only be read says so', async () => {
    const path = freshPath();
    const database = openDatabase(path);
    const store = await sqliteStoreOn(database, path);
    closing.push(store);
    database.execute('PRAGMA query_only = 1');
    await expect(store.decide([id], writing(put(counter(id, 1))))).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('read-only'),
    });
    database.execute('PRAGMA query_only = 0');
  });

  it('of a newer version, of another program, or of no database at all is refused in words and left as it is', async () => {
    const newer = freshPath();
    await (await createSqliteStore({ path: newer })).close();
    change(newer, `PRAGMA user_version = ${DATA_FORMAT + 1}`);
    await expect(createSqliteStore({ path: newer })).rejects.toThrow('newer version');
    const foreign = freshPath();
    change(foreign, 'CREATE TABLE recipes (name TEXT)');
    await expect(createSqliteStore({ path: foreign })).rejects.toThrow('another program');
    const text = freshPath();
    await writeFile(text, 'Dear diary, today I was not a database. '.repeat(100));
    await expect(createSqliteStore({ path: text })).rejects.toThrow('not a database');
    expect(await readFile(text, 'utf8')).toContain('Dear diary');
    await expect(createSqliteStore({ path: join(folder, 'nowhere', 'store.db') })).rejects.toMatchObject({ code: 'store_unavailable' });
  });

  it('written under other declared indexes has them built again when it is opened', async () => {
    const path = freshPath();
    const first = await createSqliteStore({ path });
    const documents = Array.from({ length: 30 }, (_, position) => ({ id: memberId(`m${position}`), joinedAt: 30 - position }));
    await fill(first, documents);
    await first.close();
    change(path, "UPDATE documents SET key0 = NULL, key1 = 'nonsense'; UPDATE facts SET value = 'older' WHERE name = 'indexes'");
    const again = await open(path);
    const page = await again.list('member.byJoined', 'tea', { prefix: [], order: 'descending' }, 50);
    expect(page.documents).toEqual(documents);
  });
});

/** Changes a file behind the store's back. */
function change(path: string, sql: string): void {
  const database = openDatabase(path);
  database.execute(sql);
  database.close();
}
