// Backup and restore as an operator does them: of a running server, into an empty folder, never over what is there; and what damage comes to.
import { type ExecFileException, execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATA_FORMAT } from '#core/tables';
import { createSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { readWholeSqlite } from '#server/adapters/store-sqlite/sqlite-whole';
import { checkData } from '#server/app/check-data';
import { checkBackup, writeBackup } from '#server/hosts/node/keeping/backup-file';
import { readData } from '#server/hosts/node/keeping/read-data';
import { type RestoreChoices, restoreData } from '#server/hosts/node/keeping/restore-data';
import type { Piece, WholeData } from '#server/ports/whole-data';
import { createTown, openShop } from '../support/town';
import { ask, communityInput, signIn, startTestServer } from './node-host';

const root = resolve(__dirname, '..', '..');
const carefully: RestoreChoices = { replaces: false, withDifferences: false };

let folder: string;
let shop: string;
let backup: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-keeping-'));
  shop = join(folder, 'shop');
  backup = join(folder, 'backup.jsonl.gz');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const embedded = (dataDir: string) => ({ dataDir, databaseUrl: null });

/** A data folder in which a little has happened. */
async function openData(): Promise<void> {
  await mkdir(shop);
  const store = await createSqliteStore({ path: join(shop, 'qunhui.db') });
  const { communityId, member, publish } = await openShop(createTown({ store }));
  const anna = await member('anna');
  await anna.get('checkin.checkIn', { communityId, campaignId: await publish({ type: 'checkin_plan' }) });
  await anna.get('coupon.claim', { communityId, campaignId: await publish({ type: 'coupon_drop' }) });
  await store.close();
}

async function piecesOf(whole: WholeData): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of whole.pieces()) pieces.push(piece);
  await whole.close();
  return pieces;
}

async function writeOne(dataDir = shop): Promise<void> {
  const whole = await readData(embedded(dataDir));
  await writeBackup(backup, whole);
  await whole.close();
}

/** Runs one of the commands; its exit code and all that it said. */
function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    const options = { cwd: root, env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, ['--import', 'tsx', script, ...args], options, (error: ExecFileException | null, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), text: out + err }),
    );
  });
}

describe('a backup', () => {
  it('restored into an empty folder is the same, piece by piece, and whole', async () => {
    await openData();
    await writeOne();
    const other = join(folder, 'other');
    await mkdir(other);
    await writeFile(join(other, 'qunhui.db.filling'), 'what a killed restore left');
    const restored = await restoreData(embedded(other), (await checkBackup(backup)).whole, carefully);
    expect(restored).toMatchObject({ isInPlace: true, kept: null, check: { communities: 1, differences: [] } });
    const pieces = await piecesOf(readWholeSqlite(join(other, 'qunhui.db')));
    expect(pieces).toEqual(await piecesOf(readWholeSqlite(join(shop, 'qunhui.db'))));
    expect(pieces.length).toBeGreaterThan(20);
    expect(await readdir(other)).toEqual(['qunhui.db']);
  });

  it('of a running server is made while people act, and holds one moment: whole, with all that was answered before', async () => {
    const server = await startTestServer({ DEMO: '1', DATA_DIR: shop });
    const headers = await signIn(server.origin, 'owner');
    let acting = true;
    let made = 0;
    const act = async (): Promise<void> => {
      while (acting) {
        made += 1;
        const body = { input: communityInput, requestId: `request-${String(made).padStart(4, '0')}` };
        expect((await ask(server.origin, '/api/community.create', { body, headers })).json?.code).not.toBe('try_again');
      }
    };
    const people = [act(), act()];
    while (made < 10) await new Promise(setImmediate);
    const before = made;
    await writeOne();
    acting = false;
    await Promise.all(people);
    await server.stop();
    const other = join(folder, 'other');
    const { check } = await restoreData(embedded(other), (await checkBackup(backup)).whole, carefully);
    expect(check.differences).toEqual([]);
    expect(check.communities).toBeGreaterThanOrEqual(before - 2);
    expect(await readdir(shop)).toEqual(['qunhui.db']);
  });

  it('is made of a killed server’s data, past the door that it left open', async () => {
    await openData();
    await writeFile(join(shop, 'operator.json'), JSON.stringify({ port: 1, token: 'old' }));
    await writeOne();
    expect((await checkBackup(backup)).documents).toBeGreaterThan(10);
  });

  it('never goes over another file', async () => {
    await openData();
    await writeFile(backup, 'precious');
    await expect(writeOne()).rejects.toThrow(/已经存在/);
    expect(await readFile(backup, 'utf8')).toBe('precious');
    expect((await readdir(folder)).sort()).toEqual(['backup.jsonl.gz', 'shop']);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.lastIndexOf('{"end"'))],
    ['with a changed figure', (text: string) => text.replace('"points":', '"points":1')],
    ['with a line left out', (text: string) => text.split('\n').toSpliced(3, 1).join('\n')],
    ['with something behind its end', (text: string) => `${text}{"document":{}}\n`],
    ['of a newer format', (text: string) => text.replace(`"format":${DATA_FORMAT}`, `"format":${DATA_FORMAT + 1}`)],
    ['that is something else', () => '{"name":"recipes"}\n'],
    ['that is empty', () => ''],
  ])('%s is refused in words before anything is touched', async (_how, spoil) => {
    await openData();
    await writeOne();
    await writeFile(backup, gzipSync(spoil(gunzipSync(await readFile(backup)).toString())));
    await expect(checkBackup(backup)).rejects.toThrow(/不是完整的备份|更新版本的程序/);
  });

  it('whose compressed bytes are cut off or flipped is refused in words', async () => {
    await openData();
    await writeOne();
    const whole = await readFile(backup);
    await truncate(backup, Math.floor(whole.length / 2));
    await expect(checkBackup(backup)).rejects.toThrow(/不是完整的备份/);
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 2)] = (flipped[Math.floor(whole.length / 2)] ?? 0) ^ 0xff;
    await writeFile(backup, flipped);
    await expect(checkBackup(backup)).rejects.toThrow(/不是完整的备份/);
    await expect(checkBackup(join(folder, 'nowhere'))).rejects.toThrow(/ENOENT/);
  });
});

describe('restoring', () => {
  it('never goes over data unless told, and then keeps what was there', async () => {
    await openData();
    await writeOne();
    const { whole } = await checkBackup(backup);
    const before = await readFile(join(shop, 'qunhui.db'));
    await expect(restoreData(embedded(shop), whole, carefully)).rejects.toThrow(/已经有数据[\s\S]*--replace/);
    expect(await readFile(join(shop, 'qunhui.db'))).toEqual(before);
    const restored = await restoreData(embedded(shop), whole, { ...carefully, replaces: true });
    expect(restored).toMatchObject({ isInPlace: true, kept: join(shop, 'qunhui.replaced.db') });
    expect(await readFile(join(shop, 'qunhui.replaced.db'))).toEqual(before);
  });

  it('is refused while a server is running on the folder, whatever is told', async () => {
    await openData();
    await writeOne();
    const { whole } = await checkBackup(backup);
    const server = await startTestServer({ DATA_DIR: shop });
    await expect(restoreData(embedded(shop), whole, { ...carefully, replaces: true })).rejects.toThrow(/正被另一个服务器使用/);
    await server.stop();
    expect(await readdir(shop)).toEqual(['qunhui.db']);
  });

  it('puts a damaged file aside when told, and the backup in its place', async () => {
    await openData();
    await writeOne();
    await writeFile(join(shop, 'qunhui.db'), 'not a database any more '.repeat(400));
    const { whole } = await checkBackup(backup);
    await expect(restoreData(embedded(shop), whole, carefully)).rejects.toThrow(/不是数据库文件/);
    expect(await restoreData(embedded(shop), whole, { ...carefully, replaces: true })).toMatchObject({ isInPlace: true });
    expect((await readdir(shop)).sort()).toEqual(['qunhui.db', 'qunhui.replaced.db']);
  });

  it('does not keep what differs from its own journal, unless told', async () => {
    await openData();
    const store = await createSqliteStore({ path: join(shop, 'qunhui.db') });
    const [communityId] = (await store.list('community.byCreated', null, { prefix: [], order: 'ascending' }, 1)).documents;
    const id = communityId?.id ?? '';
    await store.decide([id], (documents) => ({
      reply: null,
      writes: [{ kind: 'put', document: { ...documents.get(id), id, name: '不是流水里的名字' } }],
    }));
    await store.close();
    await writeOne();
    const other = join(folder, 'other');
    const { whole } = await checkBackup(backup);
    expect(await restoreData(embedded(other), whole, carefully)).toMatchObject({ isInPlace: false });
    expect(await readdir(other)).toEqual([]);
    expect(await restoreData(embedded(other), whole, { ...carefully, withDifferences: true })).toMatchObject({ isInPlace: true });
  });

  it('keeps a backup of an older format by upgrading it', async () => {
    await mkdir(shop);
    await writeFile(join(shop, 'qunhui.db'), brotliDecompressSync(await readFile(join(__dirname, 'older-data', '8-before-leagues.db.br'))));
    await writeOne();
    const file = await checkBackup(backup);
    expect(file.whole.format).toBe(1);
    const { check } = await restoreData(embedded(join(folder, 'other')), file.whole, carefully);
    expect(check).toMatchObject({ communities: 1, differences: [] });
  });
});

it('a check that is given everything finds what no index lists and no action made', async () => {
  await openData();
  const store = await createSqliteStore({ path: join(shop, 'qunhui.db') });
  const [community] = (await store.list('community.byCreated', null, { prefix: [], order: 'ascending' }, 1)).documents;
  const place = community?.id.split('/')[0] ?? '';
  const board = `${place}/board/checkin/all`;
  expect((await checkData(store, { pieces: store.pieces() })).differences).toEqual([]);
  await store.decide([], () => ({
    reply: null,
    writes: [
      { kind: 'insert', document: { id: `${place}/inviteLink/forged`, token: 'forged' } },
      { kind: 'score', board: `${place}/day/2026-01-01/entered`, key: 'nobody', points: 1, at: 1 },
      { kind: 'score', board, key: 'nobody', points: 900, at: 1 },
    ],
  }));
  expect((await checkData(store)).differences.map(({ id }) => id)).not.toContain(`${place}/inviteLink/forged`);
  const found = (await checkData(store, { pieces: store.pieces() })).differences.map(({ id }) => id);
  expect(found).toEqual(expect.arrayContaining([`${place}/inviteLink/forged`, `${place}/day/2026-01-01/entered`, board]));
  await store.close();
});

it('the commands write a backup of a running server, restore it, say what they did, and end with 1 when they may not', async () => {
  await openData();
  const server = await startTestServer({ DATA_DIR: shop });
  const written = await run('scripts/backup.ts', ['--to', backup], { DATA_DIR: shop });
  await server.stop();
  expect([written.code, written.text]).toEqual([0, expect.stringMatching(/已备份到 .*：\d+ 份文档/)]);
  const other = join(folder, 'other');
  const restored = await run('scripts/restore.ts', [backup], { DATA_DIR: other });
  expect([restored.code, restored.text]).toEqual([0, expect.stringMatching(/no differences[\s\S]*已恢复/)]);
  const again = await run('scripts/restore.ts', [backup], { DATA_DIR: other });
  expect([again.code, again.text]).toEqual([1, expect.stringMatching(/^.*是完整的.*\n.*已经有数据.*\n$/)]);
  const store = await createSqliteStore({ path: join(other, 'qunhui.db') });
  expect((await checkData(store)).differences).toEqual([]);
  await store.close();
});
