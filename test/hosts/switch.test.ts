// One database takes the place of another: wherever the machine stops meanwhile, the next start finds a shop or says what to do.
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import { readWholeSqlite } from '#server/adapters/store-sqlite/sqlite-whole';
import { checkData } from '#server/app/check-data';
import { checkBackup, writeBackup } from '#server/hosts/node/keeping/backup-file';
import { restoreData } from '#server/hosts/node/keeping/restore-data';
import { openStore } from '#server/hosts/node/open-store';
import { createTown, openShop } from '../support/town';

/** How many changes of names the machine still makes before it stops. */
const machine = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, hasLinks: true }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const step = async <Result>(change: () => Promise<Result>): Promise<Result> => {
    if (machine.left <= 0) throw new Error('the machine has stopped');
    machine.left -= 1;
    return change();
  };
  return {
    ...real,
    link: (from: string, to: string) =>
      step(() => (machine.hasLinks ? real.link(from, to) : Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })))),
    rename: (from: string, to: string) => step(() => real.rename(from, to)),
    rm: (path: string, options?: object) => step(() => real.rm(path, options)),
  };
});

let folder: string;
let shop: string;

const inShop = (name: string): string => join(shop, name);
const environment = () => ({ dataDir: shop, databaseUrl: null });
const names = async (): Promise<string[]> => (await readdir(shop)).sort();

async function freshShop(): Promise<void> {
  shop = await mkdtemp(join(folder, 'shop-'));
}

/** What a process that is no more has left: copied with its second names, since this process still has files open. */
async function leaveShop(): Promise<void> {
  const left = `${shop}-left`;
  await promisify(execFile)('cp', ['-a', shop, left]);
  shop = left;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-switch-'));
  await freshShop();
});
afterEach(async () => {
  Object.assign(machine, { left: Number.POSITIVE_INFINITY, hasLinks: true });
  await rm(folder, { recursive: true, force: true });
});

/** Stops the machine after one change, after two and so on, until all are made; looks at what is left each time. */
async function stopEverywhere(begin: () => Promise<void>, run: () => Promise<unknown>, look: () => Promise<void>) {
  for (let changes = 0; ; changes += 1) {
    await freshShop();
    await begin();
    machine.left = changes;
    const isStopped = await run().then(
      () => false,
      () => true,
    );
    machine.left = Number.POSITIVE_INFINITY;
    await leaveShop();
    await look();
    if (!isStopped) return changes;
  }
}

/** What a server that starts finds: a shop with everything, or words. */
async function find(): Promise<string> {
  const words: string[] = [];
  try {
    const store = await openStore(environment(), { say: (said) => words.push(said) });
    const { communities, differences } = await checkData(store).finally(() => store.close());
    expect([differences, words.join('\n')]).toEqual([[], expect.not.stringContaining('新建')]);
    return `${communities} communities`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A shop in a file, with its log as a killed server leaves it; and a backup of it. */
async function makeShop(at: string): Promise<void> {
  const store = await createSqliteStore({ path: at });
  await openShop(createTown({ store }));
  await copyFile(at, `${at}.killed`);
  await copyFile(`${at}-wal`, `${at}.killed-wal`);
  await store.close();
  const whole = readWholeSqlite(at);
  await writeBackup(`${at}.jsonl`, whole);
  await whole.close();
}

async function putKilled(made: string): Promise<void> {
  await copyFile(`${made}.killed`, inShop('qunhui.db'));
  await copyFile(`${made}.killed-wal`, inShop('qunhui.db-wal'));
}

const upgrade = async (): Promise<void> => (await openStore(environment(), { say: () => undefined })).close();

const restore = async (from: string): Promise<unknown> =>
  restoreData(environment(), (await checkBackup(`${from}.jsonl`)).whole, { replaces: true, withDifferences: false });

describe('a machine that stops', () => {
  it('in an upgrade leaves the old data or the new, and the next start goes on', async () => {
    const older = brotliDecompressSync(await readFile(join(__dirname, 'older-data', '1-the-first.db.br')));
    await stopEverywhere(
      () => writeFile(inShop('qunhui.db'), older),
      upgrade,
      async () => {
        expect(await find()).toBe('1 communities');
        expect(await names()).toEqual(['qunhui.db', 'qunhui.format-1.db']);
        expect((await readFile(inShop('qunhui.format-1.db'))).equals(older)).toBe(true);
      },
    );
  });

  it('in an upgrade of the data of a killed server, too, and no log is parted from its file', async () => {
    const made = join(folder, 'made');
    await writeFile(made, brotliDecompressSync(await readFile(join(__dirname, 'older-data', '1-the-first.db.br'))));
    const database = openDatabase(made);
    database.execute("PRAGMA journal_mode = WAL; UPDATE facts SET value = '' WHERE name = 'indexes'");
    await copyFile(made, `${made}.killed`);
    await copyFile(`${made}-wal`, `${made}.killed-wal`);
    database.close();
    await stopEverywhere(
      () => putKilled(made),
      upgrade,
      async () => {
        expect(await find()).toBe('1 communities');
        expect(await names()).toEqual(['qunhui.db', 'qunhui.format-1.db']);
      },
    );
  });

  it('in a restore over the data of a killed server leaves that or the backup, whole', async () => {
    const made = join(folder, 'made');
    await makeShop(made);
    const changes = await stopEverywhere(
      () => putKilled(made),
      () => restore(made),
      async () => expect(await find()).toBe('1 communities'),
    );
    expect(changes).toBeGreaterThan(4);
    expect(await names()).toEqual(['qunhui.db', 'qunhui.replaced.db']);
  });

  it('in a restore over damaged data and its log never leaves a shop that looks new, and a second restore ends it', async () => {
    const made = join(folder, 'made');
    await makeShop(made);
    const damaged = (await readFile(`${made}.killed-wal`)).fill(1, 60, 62);
    const found = new Set<string | undefined>();
    await stopEverywhere(
      async () => {
        await putKilled(made);
        await writeFile(inShop('qunhui.db-wal'), damaged);
      },
      () => restore(made),
      async () => {
        found.add(/1 communities|已损坏|却有/.exec(await find())?.[0]);
        await restore(made);
        expect(await find()).toBe('1 communities');
        expect((await readFile(inShop('qunhui.replaced.db-wal'))).equals(damaged)).toBe(true);
      },
    );
    expect(found).toEqual(new Set(['已损坏', '却有', '1 communities']));
  });
});

it('a disk without second names keeps the old data as a copy', async () => {
  const made = join(folder, 'made');
  await makeShop(made);
  await copyFile(made, inShop('qunhui.db'));
  const before = await readFile(made);
  machine.hasLinks = false;
  await restore(made);
  expect((await readFile(inShop('qunhui.replaced.db'))).equals(before)).toBe(true);
  expect(await find()).toBe('1 communities');
});

it.each(['qunhui.db.filling', 'qunhui.format-1.db', 'qunhui.replaced-2.db', 'qunhui.db-wal'])(
  'a folder with %s and no database is refused in words, and nothing is made in it',
  async (name) => {
    await writeFile(inShop(name), 'what was left');
    expect(await find()).toMatch(new RegExp(`没有 qunhui\\.db，却有 ${name}[\\s\\S]*改名为 qunhui\\.db[\\s\\S]*Nothing was made`));
    expect(await names()).toEqual([name]);
  },
);
