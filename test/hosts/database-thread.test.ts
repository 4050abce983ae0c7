// The embedded store in a thread of its own: the whole contract, and what only a second thread can get wrong.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteStore, createThreadedSqliteStore, type SnapshotStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import { databaseThreadProgram } from '../../scripts/workshop/bundle-program';
import { counter, countOf, fill, memberId, put, stockId, writing } from '../store/contract/contract-case';
import { storeContract } from '../store/store.contract';

let folder = '';
let program = '';
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-thread-'));
  program = await databaseThreadProgram();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function freshPath(): string {
  files += 1;
  return join(folder, `store-${files}.db`);
}

const open = (path: string): Promise<SnapshotStore> => createThreadedSqliteStore({ path, program });

storeContract({
  name: 'SQLite in a thread of its own',
  reopens: true,
  async open() {
    const path = freshPath();
    return { store: await open(path), reopen: () => open(path) };
  },
});

describe('a database in a thread of its own', () => {
  const id = stockId('count');

  it('gives the file back when it is closed: another thread, and this one, can have it then', async () => {
    const path = freshPath();
    const first = await open(path);
    await first.decide([id], writing(put(counter(id, 1))));
    await expect(open(path)).rejects.toMatchObject({ code: 'store_unavailable', message: expect.stringContaining('in use') });
    await expect(createSqliteStore({ path })).rejects.toMatchObject({ code: 'store_unavailable' });
    await first.close();
    const second = await open(path);
    expect(countOf(await second.read([id]), id)).toBe(1);
    await second.close();
    const third = await createSqliteStore({ path });
    expect(countOf(await third.read([id]), id)).toBe(1);
    await third.close();
  });

  it('says why a file cannot be had, in the same words as without the thread', async () => {
    const [older, foreign, text, nowhere] = [freshPath(), freshPath(), freshPath(), join(folder, 'nowhere', 'store.db')];
    await (await createSqliteStore({ path: older })).close();
    const database = openDatabase(older);
    database.execute('PRAGMA user_version = 1');
    database.close();
    const other = openDatabase(foreign);
    other.execute('CREATE TABLE things (id TEXT)');
    other.close();
    await writeFile(text, 'not a database at all, but long enough to be looked at as one'.repeat(40));
    for (const path of [older, foreign, text, nowhere]) {
      const [said, expected] = await Promise.all(
        [open, (one: string) => createSqliteStore({ path: one })].map((way) =>
          way(path).then(
            () => 'it opened',
            (error: Error & { code?: string; format?: number }) => [error.name, error.code, error.format, error.message],
          ),
        ),
      );
      expect(said).toEqual(expected);
      expect(said).not.toBe('it opened');
    }
  });

  it('writes a copy while decisions go on', async () => {
    const path = freshPath();
    const copy = freshPath();
    const store = await open(path);
    await fill(store, [counter(id, 0), counter(memberId('m7'), 7)]);
    const adding = Array.from({ length: 100 }, () =>
      store.decide([id], (documents) => ({ reply: null, writes: [put(counter(id, countOf(documents, id) + 1))] })),
    );
    await store.snapshot(copy);
    await Promise.all(adding);
    expect(countOf(await store.read([id]), id)).toBe(100);
    await store.close();
    const kept = await createSqliteStore({ path: copy });
    expect((await kept.read([memberId('m7')])).size).toBe(1);
    await kept.close();
  });

  it('tells whoever waits when the thread has ended, and whoever comes later', async () => {
    const path = freshPath();
    const broken = freshPath();
    await writeFile(
      broken,
      `const { parentPort } = require('node:worker_threads');
       parentPort.postMessage(['value', undefined]);
       parentPort.on('message', () => process.exit(1));`,
    );
    const store = await createThreadedSqliteStore({ path, program: broken });
    const fault = { name: 'Fault', code: 'store_unavailable', message: expect.stringContaining('thread') };
    await expect(Promise.all([store.read([id]), store.ping()])).rejects.toMatchObject(fault);
    await expect(store.read([id])).rejects.toMatchObject(fault);
    await expect(store.decide([id], writing(put(counter(id, 1))))).rejects.toMatchObject(fault);
  });
});
