// The log of a database file: what a disk has damaged is refused, what a power cut leaves is taken up.
import { copyFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteStore, type SqliteStore, sqliteStoreOn } from '#server/adapters/store-sqlite/create-sqlite-store';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import { readWholeSqlite } from '#server/adapters/store-sqlite/sqlite-whole';
import type { Store } from '#server/ports/store';
import { counter, countOf, insert, put, stockId, writing } from './contract/contract-case';

const HEADER = 32;
const FRAME = 24 + 4_096;
const id = stockId('count');

let folder = '';
let files = 0;
/** A store that was killed after it had made its tables and five transactions. */
let killed = '';
const closing: Store[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-log-'));
  const store = await createSqliteStore({ path: join(folder, 'first.db') });
  await countTo(store, 1, 5);
  killed = await copyOf(join(folder, 'first.db'));
  await store.close();
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((store) => store.close()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function freshPath(): string {
  files += 1;
  return join(folder, `store-${files}.db`);
}

async function open(path: string): Promise<SqliteStore> {
  const store = await createSqliteStore({ path });
  closing.push(store);
  return store;
}

/** Counts on, in transactions of several pages. */
async function countTo(store: Store, from: number, to: number): Promise<void> {
  for (let count = from; count <= to; count += 1) {
    await store.decide([id], writing(put(counter(id, count)), insert({ id: stockId(`large-${count}`), text: 'x'.repeat(20_000) })));
  }
}

/** The files of an open store as a killed server would leave them. */
async function copyOf(path: string): Promise<string> {
  const copy = freshPath();
  await copyFile(path, copy);
  await copyFile(`${path}-wal`, `${copy}-wal`);
  return copy;
}

/** The first and the last frame of each transaction in a log. */
async function transactionsIn(path: string): Promise<{ readonly first: number; readonly last: number }[]> {
  const log = await readFile(`${path}-wal`);
  const found: { first: number; last: number }[] = [];
  let first = 0;
  for (let frame = 0; HEADER + (frame + 1) * FRAME <= log.length; frame += 1) {
    if (log.readUInt32BE(HEADER + frame * FRAME + 4) === 0) continue;
    found.push({ first, last: frame });
    first = frame + 1;
  }
  return found;
}

const NONE = { first: 0, last: 0 };
const at = (frame: number, byte = 0): number => HEADER + frame * FRAME + byte;

async function flip(path: string, byte: number): Promise<void> {
  const log = await readFile(`${path}-wal`);
  log[byte] = (log[byte] ?? 0) ^ 0x10;
  await writeFile(`${path}-wal`, log);
}

async function bytesOf(path: string): Promise<Buffer> {
  return Buffer.concat([await readFile(path), await readFile(`${path}-wal`)]);
}

async function expectDamaged(path: string): Promise<void> {
  const before = await bytesOf(path);
  const words = { name: 'Fault', code: 'store_unavailable', message: expect.stringMatching(/已损坏[\s\S]*is damaged/) };
  await expect(createSqliteStore({ path })).rejects.toMatchObject(words);
  expect(() => readWholeSqlite(path)).toThrow(/已损坏/);
  expect((await bytesOf(path)).equals(before)).toBe(true);
}

async function countIn(path: string): Promise<number> {
  return countOf(await (await open(path)).read([id]), id);
}

describe('a damaged log', () => {
  it.each([
    ['in the page of its first frame', 24 + 700],
    ['in the number of a page', 3],
    ['in the size that ends a transaction', 7],
    ['in a salt', 9],
    ['in a sum', 17],
  ])('is refused, %s', async (_where, byte) => {
    const path = await copyOf(killed);
    await flip(path, at(0, byte));
    await expectDamaged(path);
  });

  it('is refused in every byte of its header, and nothing of it is passed over', async () => {
    const path = await copyOf(killed);
    for (let byte = 0; byte < HEADER; byte += 1) {
      await flip(path, byte);
      await expectDamaged(path);
      await flip(path, byte);
    }
    expect(await countIn(path)).toBe(5);
  });

  it('is refused in any frame of a transaction that another one follows', async () => {
    const path = await copyOf(killed);
    const { first, last } = (await transactionsIn(path)).at(-2) ?? NONE;
    expect(last - first).toBeGreaterThan(4);
    for (let frame = first; frame <= last; frame += 1) {
      for (const byte of [9, 18, 24 + 4_000]) {
        await flip(path, at(frame, byte));
        await expectDamaged(path);
        await flip(path, at(frame, byte));
      }
    }
  });

  it('is refused where a stretch of it reads as zeros', async () => {
    const path = await copyOf(killed);
    const log = await readFile(`${path}-wal`);
    await writeFile(`${path}-wal`, log.fill(0, 8_192, 12_288));
    await expectDamaged(path);
    await writeFile(`${path}-wal`, log.fill(0, 0, 4_096));
    await expectDamaged(path);
  });

  it('is not spoken of while a server is writing it', async () => {
    const path = await copyOf(killed);
    await open(path);
    await flip(path, at(0, 24));
    await expect(createSqliteStore({ path })).rejects.toThrow('in use by another server');
    await flip(path, at(0, 24));
  });
});

describe('a log after a power cut', () => {
  it.each([
    ['with a flipped byte in its last transaction', 0],
    ['with a flipped byte in the end of its last transaction', 1],
  ])('%s is taken up to the transaction before', async (_what, end) => {
    const path = await copyOf(killed);
    const { first, last } = (await transactionsIn(path)).at(-1) ?? NONE;
    await flip(path, at(end === 0 ? first : last, 24 + 5));
    expect(await countIn(path)).toBe(4);
  });

  it('cut off in the middle of its last transaction, or of a frame or a header, is taken up as far as it goes', async () => {
    const path = await copyOf(killed);
    const { first } = (await transactionsIn(path)).at(-1) ?? NONE;
    for (const [length, count] of [
      [at(first + 2), 4],
      [at(first, 100), 4],
      [HEADER, 0],
      [HEADER - 5, 0],
      [0, 0],
    ] as const) {
      const cut = await copyOf(path);
      await truncate(`${cut}-wal`, length);
      expect(await countIn(cut)).toBe(count);
    }
  });

  it('that has the size of a transaction and nothing of it yet is taken up', async () => {
    const path = await copyOf(killed);
    await truncate(`${path}-wal`, (await readFile(`${path}-wal`)).length + 20 * FRAME);
    expect(await countIn(path)).toBe(5);
    const empty = await copyOf(killed);
    await writeFile(`${empty}-wal`, Buffer.alloc(30 * FRAME));
    await open(empty);
  });

  it('is taken up with the frames of an earlier round behind its own', async () => {
    const path = freshPath();
    const database = openDatabase(path);
    const store = await sqliteStoreOn(database, path);
    closing.push(store);
    await countTo(store, 1, 6);
    database.execute('PRAGMA wal_checkpoint(RESTART)');
    await countTo(store, 7, 8);
    const copy = await copyOf(path);
    const log = await readFile(`${copy}-wal`);
    const rounds = (await transactionsIn(copy)).map(({ last }) => log.readBigUInt64BE(at(last, 8)));
    expect(new Set(rounds).size).toBe(2);
    expect(await countIn(copy)).toBe(8);
  });

  it('is taken up with the frames behind it that earlier cuts left, each with an end', async () => {
    let path = await copyOf(killed);
    // Each time a transaction was not finished, and reached less far than the one before.
    for (const size of [120_000, 80_000, 40_000]) {
      const store = await open(path);
      await store.decide([id], writing(put(counter(id, size)), insert({ id: stockId('torn'), text: 'y'.repeat(size) })));
      path = await copyOf(path);
      await flip(path, at((await transactionsIn(path))[6]?.first ?? 0, 24));
    }
    expect(await transactionsIn(path)).toHaveLength(6 + 3);
    expect(await countIn(path)).toBe(5);
  });
});
