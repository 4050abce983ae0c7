// What disks do to a server on the embedded database: full, read-only, not a folder, damaged; said in words, and nothing destroyed.
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteStore, type SnapshotStore, sqliteStoreOn } from '#server/adapters/store-sqlite/create-sqlite-store';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import { checkData } from '#server/app/check-data';
import { StartProblem } from '#server/hosts/node/environment';
import { readData } from '#server/hosts/node/keeping/read-data';
import { openStore } from '#server/hosts/node/open-store';
import { createTown, openShop } from '../support/town';
import { ask, communityInput, signIn, startTestServer } from './node-host';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-disk-'));
  path = join(folder, 'qunhui.db');
});
afterEach(async () => {
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true, force: true });
});

const start = () => startTestServer({ DATA_DIR: folder });

/** Makes data and closes it; gives its bytes. */
async function makeData(): Promise<Buffer> {
  const store = await createSqliteStore({ path });
  const { member, publish, communityId } = await openShop(createTown({ store }));
  const anna = await member('anna');
  await anna.get('checkin.checkIn', { communityId, campaignId: await publish({ type: 'checkin_plan' }) });
  await store.close();
  return readFile(path);
}

/** Why a server does not start. */
async function whyNot(): Promise<string> {
  const problem: unknown = await start().then(
    () => 'it started',
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(StartProblem);
  return problem instanceof StartProblem ? problem.message : '';
}

describe('a full disk', () => {
  it('makes changes try_again while views go on, and they go on by themselves when there is room', async () => {
    const database = openDatabase(path);
    const store = await sqliteStoreOn(database, path);
    const server = await startTestServer({ DEMO: '1', DATA_DIR: folder }, { store, actionsPerMinute: Number.POSITIVE_INFINITY });
    const headers = await signIn(server.origin, 'owner');
    const create = (requestId: string) =>
      ask(server.origin, '/api/community.create', { body: { input: communityInput, requestId }, headers });
    expect((await create('request-0000')).json?.ok).toBe(true);
    // SQLite's own limit of a file gives the very error that a full disk gives.
    const pages = Number(database.prepare('PRAGMA page_count').get()?.[0]);
    database.execute(`PRAGMA max_page_count = ${pages}`);
    let requests = 0;
    let refused = await create('request-1000');
    while (refused.json?.ok === true) {
      requests += 1;
      refused = await create(`request-${1_000 + requests}`);
    }
    expect([refused.status, refused.json]).toEqual([
      503,
      { ok: false, code: 'try_again', data: { reference: expect.stringMatching(/^[a-z2-7]{8}$/) } },
    ]);
    expect(server.log.lines.map(({ error }) => String(error)).join('\n')).toContain('磁盘满了');
    const mine = await ask(server.origin, '/api/community.mine', { body: { input: {} }, headers });
    expect(mine.json).toMatchObject({ ok: true, value: { communities: expect.arrayContaining([]) } });
    expect((await ask(server.origin, '/healthz', { method: 'GET' })).status).toBe(200);
    database.execute('PRAGMA max_page_count = 1000000');
    expect((await create(`request-${1_000 + requests}`)).json?.ok).toBe(true);
    expect(await checkData(store)).toMatchObject({ communities: 2 + requests, differences: [] });
    await server.stop();
  });
});

describe('a damaged file', () => {
  const middle = (bytes: Buffer): number => Math.floor(bytes.length / 2 / 4_096) * 4_096;

  it.each<[string, RegExp, (bytes: Buffer) => Buffer]>([
    ['cut in half', /已损坏[\s\S]*is damaged/, (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['a hundred bytes short', /已损坏/, (bytes) => bytes.subarray(0, bytes.length - 100)],
    ['with a page of noise in the middle', /已损坏/, (bytes) => Buffer.from(bytes).fill(0xa5, middle(bytes), middle(bytes) + 4_096)],
    ['with a flipped byte at the head of a page', /已损坏/, (bytes) => Buffer.from(bytes).fill(0x3f, middle(bytes), middle(bytes) + 1)],
    ['without its beginning', /不是数据库文件[\s\S]*is not a database/, (bytes) => Buffer.from(bytes).fill(0x41, 0, 16)],
    ['that is a picture', /不是数据库文件/, () => Buffer.alloc(30_000, 'JFIF')],
    ['that has lost all of its content', /是空文件[\s\S]*is empty/, () => Buffer.alloc(0)],
  ])('%s is refused in words and left as it is, by the server and by a backup', async (_how, words, spoil) => {
    const spoiled = spoil(await makeData());
    await writeFile(path, spoiled);
    expect(await whyNot()).toMatch(words);
    if (spoiled.length > 0) await expect(readData({ dataDir: folder, databaseUrl: null })).rejects.toThrow(words);
    expect(await readFile(path)).toEqual(spoiled);
    expect(await readdir(folder)).toEqual(['qunhui.db']);
  });

  it('beside a damaged log is refused, too, by the server and by a backup: the log is not passed over', async () => {
    const elsewhere = join(folder, 'elsewhere.db');
    const store = await createSqliteStore({ path: elsewhere });
    await openShop(createTown({ store }));
    await copyFile(elsewhere, path);
    const log = await readFile(`${elsewhere}-wal`);
    await store.close();
    log[100] = (log[100] ?? 0) ^ 1;
    await writeFile(`${path}-wal`, log);
    expect(await whyNot()).toMatch(/已损坏[\s\S]*is damaged/);
    await expect(readData({ dataDir: folder, databaseUrl: null })).rejects.toThrow(/已损坏/);
    expect((await readFile(`${path}-wal`)).equals(log)).toBe(true);
  });
});

describe('what lies in a data folder', () => {
  const modeOf = async (name: string): Promise<string> => ((await stat(join(folder, name))).mode & 0o777).toString(8);
  /** What an opening of the folder says of rights. */
  async function said(): Promise<string> {
    const words: string[] = [];
    await (await openStore({ dataDir: folder, databaseUrl: null }, { say: (one) => words.push(one) })).close();
    return words.filter((one) => one.includes('账户')).join('\n');
  }

  it('is made for the account of the server alone: the folder, the database, its log and a copy of it', async () => {
    const server = await startTestServer({ DATA_DIR: join(folder, 'new') });
    await (server.store as SnapshotStore).snapshot(join(folder, 'new', 'copy'));
    const names = ['new', 'new/qunhui.db', 'new/qunhui.db-wal', 'new/operator.json', 'new/copy'];
    expect(await Promise.all(names.map(modeOf))).toEqual(['700', '600', '600', '600', '600']);
    await server.stop();
  });

  it('is closed where everybody could read it, which is said once', async () => {
    await makeData();
    await writeFile(join(folder, 'qunhui.format-1.db'), 'of before');
    await chmod(folder, 0o755);
    await Promise.all(['qunhui.db', 'qunhui.format-1.db'].map((name) => chmod(join(folder, name), 0o644)));
    expect(await said()).toMatch(/qunhui\.db、.*qunhui\.format-1\.db.*：已改为/);
    expect(await Promise.all(['', 'qunhui.db', 'qunhui.format-1.db'].map(modeOf))).toEqual(['700', '600', '600']);
    expect(await said()).toBe('');
  });

  it('stays as it is where it is no database of ours', async () => {
    await writeFile(path, 'Dear diary, today I was not a database. '.repeat(100));
    await chmod(path, 0o644);
    await expect(said()).rejects.toThrow(/不是数据库文件/);
    expect(await modeOf('qunhui.db')).toBe('644');
  });

  it('stays as it is where a group alone may read it, and so does a folder in which other things lie', async () => {
    await makeData();
    await chmod(folder, 0o750);
    await chmod(path, 0o640);
    expect([await said(), await modeOf(''), await modeOf('qunhui.db')]).toEqual(['', '750', '640']);
    await writeFile(join(folder, 'photos.zip'), 'of somebody');
    await chmod(folder, 0o755);
    await chmod(path, 0o644);
    expect([await said(), await modeOf(''), await modeOf('qunhui.db')]).toEqual([
      expect.stringMatching(/都能读 qunhui\.db、qunhui\.db-wal：/),
      '755',
      '600',
    ]);
  });
});

describe('a data folder', () => {
  it('that is a file, or lies in one, is refused in words', async () => {
    await writeFile(path, 'a file');
    await expect(startTestServer({ DATA_DIR: path })).rejects.toThrow(/不是文件夹/);
    await expect(startTestServer({ DATA_DIR: join(path, 'deeper') })).rejects.toThrow(/不是文件夹/);
    expect(await readFile(path, 'utf8')).toBe('a file');
  });

  it('that is missing is made, and that is said: a disk that is not there would look like a new shop', async () => {
    const server = await startTestServer({ DATA_DIR: join(folder, 'new') });
    expect(server.log.lines.map(({ event }) => event)).toContain('data');
    await server.stop();
    const again = await startTestServer({ DATA_DIR: join(folder, 'new') });
    expect(again.log.lines.map(({ event }) => event)).not.toContain('data');
    await again.stop();
  });

  it('that may only be read is refused in words, with data in it or without', async () => {
    await mkdir(join(folder, 'empty'), { mode: 0o555 });
    const before = await makeData();
    await chmod(path, 0o444);
    await chmod(folder, 0o555);
    // A superuser may write everywhere: so that the folder is read-only, this process is somebody else for a moment.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await whyNot()).toMatch(/只读|打不开/);
      await expect(startTestServer({ DATA_DIR: join(folder, 'empty') })).rejects.toThrow(/打不开/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    expect(await readFile(path)).toEqual(before);
  });

  it('in which a killed restore has left its half is started on as it is', async () => {
    await makeData();
    await writeFile(`${path}.filling`, 'half of a database');
    const server = await start();
    expect(await checkData(server.store)).toMatchObject({ communities: 1, differences: [] });
    await server.stop();
    expect(await readFile(`${path}.filling`, 'utf8')).toBe('half of a database');
  });

  it('that another server has is refused in words', async () => {
    const first = await start();
    expect(await whyNot()).toMatch(/正被另一个服务器使用[\s\S]*in use by another server/);
    await first.stop();
  });
});
