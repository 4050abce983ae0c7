// All data on its way from engine to engine and back: SQLite, PostgreSQL, the collection of CloudBase, SQLite; the same at the end.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATA_FORMAT, type JournalDocument } from '#core/tables';
import { communityOf } from '#core/values/ids';
import { type CloudBaseDatabase, openCloudBaseDatabase } from '#server/adapters/store-cloudbase/cloudbase-database';
import type { Stored } from '#server/adapters/store-cloudbase/stored-document';
import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { readWholePostgres } from '#server/adapters/store-postgres/postgres-whole';
import { createSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { readWholeSqlite } from '#server/adapters/store-sqlite/sqlite-whole';
import { checkData } from '#server/app/check-data';
import { checkBackup, writeBackup, writeCloudBaseFile } from '#server/hosts/node/keeping/backup-file';
import { type RestoreChoices, restoreData } from '#server/hosts/node/keeping/restore-data';
import type { Store } from '#server/ports/store';
import type { Piece, WholeData } from '#server/ports/whole-data';
import { openBusyShop } from '../support/busy-shop';
import type { CloudBase } from '../support/cloudbase/cloud-base';
import { type PostgresServer, startPostgresServer } from '../support/postgres-server';
import { openStore as openCloudBaseStore, startStandIn } from './cloudbase-case';

const carefully: RestoreChoices = { replaces: false, withDifferences: false };

let server: PostgresServer;
let cloud: CloudBase;
let folder: string;

beforeAll(async () => {
  server = await startPostgresServer();
  cloud = await startStandIn();
}, 60_000);
afterAll(async () => {
  await cloud.stop();
  await server.stop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-moving-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const nameOf = (piece: Piece): string => (piece.kind === 'document' ? piece.document.id : `${piece.score.board} ${piece.score.key}`);

/** All pieces, by name: engines agree on the order, a collection of CloudBase has none. */
async function piecesOf(whole: WholeData): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of whole.pieces()) pieces.push(piece);
  await whole.close();
  return pieces.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/** What the boards answer, over which all counters and indexes of an engine are used. */
async function boardsOf(store: Store, pieces: readonly Piece[]): Promise<unknown[]> {
  const boards = [...new Set(pieces.flatMap((piece) => (piece.kind === 'score' ? [piece.score.board] : [])))];
  const answers: unknown[] = [await store.count(boards)];
  for (const board of boards) answers.push([board, await store.top(board, 20)]);
  const community = communityOf(boards[0] ?? '');
  const page = await store.list('journal.byStamp', community, { prefix: [], order: 'descending' }, 50);
  answers.push((page.documents as unknown as JournalDocument[]).map(({ id, stamp }) => [id, stamp]));
  return answers;
}

/** Does what the console's import does: every line becomes a document. */
async function importLines(database: CloudBaseDatabase, path: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  for (let start = 0; start < lines.length; start += 50) {
    const transaction = await database.begin();
    await transaction.add(lines.slice(start, start + 50).map((line) => JSON.parse(line) as Stored));
    await transaction.commit();
  }
}

/** Does what the console's export does, tokens of decisions included. */
async function exportLines(database: CloudBaseDatabase, path: string): Promise<void> {
  const lines: string[] = [];
  for (let after = ''; ; ) {
    const found = await database.find({ where: { _id: { after } }, limit: 1_000, order: { field: '_id', descending: false } });
    lines.push(...found.map((stored) => JSON.stringify(stored)));
    after = found.at(-1)?._id ?? '';
    if (found.length < 1_000) break;
  }
  await writeFile(path, `${lines.reverse().join('\n')}\n`);
}

describe('all data', () => {
  it('goes from SQLite to PostgreSQL, to CloudBase and back to SQLite, every document and every board the same', async () => {
    const at = (name: string) => join(folder, name);
    const source = await createSqliteStore({ path: at('first.db') });
    await openBusyShop(source);
    await source.close();
    const first = await piecesOf(readWholeSqlite(at('first.db')));
    expect(first.length).toBeGreaterThan(700);

    const fromSqlite = readWholeSqlite(at('first.db'));
    await writeBackup(at('1.jsonl.gz'), fromSqlite);
    await fromSqlite.close();
    const url = await server.freshDatabase();
    const there = await restoreData({ dataDir: folder, databaseUrl: url }, (await checkBackup(at('1.jsonl.gz'))).whole, carefully);
    expect(there).toMatchObject({ isInPlace: true, check: { differences: [] } });
    const postgres = await createPostgresStore({ url });
    const answers = await boardsOf(postgres, first);
    expect(await piecesOf(await readWholePostgres(url))).toEqual(first);

    const fromPostgres = await readWholePostgres(url);
    await writeCloudBaseFile(at('2.jsonl'), fromPostgres);
    await fromPostgres.close();
    await postgres.close();
    const database = openCloudBaseDatabase({ timeoutMs: 5_000 });
    await importLines(database, at('2.jsonl'));
    const cloudStore = openCloudBaseStore();
    expect(await boardsOf(cloudStore, first)).toEqual(answers);
    expect((await checkData(cloudStore)).differences).toEqual([]);
    await cloudStore.close();

    await exportLines(database, at('3.jsonl'));
    const back = await checkBackup(at('3.jsonl'));
    expect(back.kind).toBe('cloudbase');
    const last = await restoreData({ dataDir: at('last'), databaseUrl: null }, back.whole, carefully);
    expect(last).toMatchObject({ isInPlace: true, check: { differences: [] } });
    expect(await piecesOf(readWholeSqlite(at('last/qunhui.db')))).toEqual(first);
    const end = await createSqliteStore({ path: at('last/qunhui.db') });
    expect(await boardsOf(end, first)).toEqual(answers);
    await end.close();
  });
});

describe('a PostgreSQL database', () => {
  /** A backup of one small document. */
  async function smallBackup(): Promise<string> {
    const path = join(folder, 'small.jsonl');
    const document = { id: '_system/secret/any', value: 'kept' };
    const whole: WholeData = {
      format: DATA_FORMAT,
      async *pieces() {
        yield { kind: 'document', document };
      },
      close: async () => undefined,
    };
    await writeBackup(path, whole);
    return path;
  }

  async function onDatabase(url: string, sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  it('that holds data is never restored over, told or not', async () => {
    const url = await server.freshDatabase();
    const { whole } = await checkBackup(await smallBackup());
    await restoreData({ dataDir: folder, databaseUrl: url }, whole, carefully);
    await expect(restoreData({ dataDir: folder, databaseUrl: url }, whole, carefully)).rejects.toThrow(/已经有数据/);
    await expect(restoreData({ dataDir: folder, databaseUrl: url }, whole, { ...carefully, replaces: true })).rejects.toThrow(/已经有数据/);
    const empty = await server.freshDatabase();
    await expect(restoreData({ dataDir: folder, databaseUrl: empty }, whole, { ...carefully, replaces: true })).rejects.toThrow(
      /--replace/,
    );
  });

  it('that a restore has filled half lets no server in', async () => {
    const url = await server.freshDatabase();
    const { whole } = await checkBackup(await smallBackup());
    const breaking: WholeData = {
      ...whole,
      async *pieces() {
        yield* whole.pieces();
        throw new Error('the disk went away');
      },
    };
    await expect(restoreData({ dataDir: folder, databaseUrl: url }, breaking, carefully)).rejects.toThrow('the disk went away');
    await expect(createPostgresStore({ url })).rejects.toThrow(/恢复到一半/);
  });

  it('of an older or a newer format is refused in words, and left as it is', async () => {
    const url = await server.freshDatabase();
    await (await createPostgresStore({ url })).close();
    await onDatabase(url, "UPDATE qunhui_facts SET value = '1' WHERE name = 'version'");
    await expect(createPostgresStore({ url })).rejects.toThrow(/旧的数据格式[\s\S]*npm run backup/);
    const older = await readWholePostgres(url);
    expect(older.format).toBe(1);
    await older.close();
    await onDatabase(url, `UPDATE qunhui_facts SET value = '${DATA_FORMAT + 1}' WHERE name = 'version'`);
    await expect(createPostgresStore({ url })).rejects.toThrow(/更新版本的程序/);
    await expect(readWholePostgres(url)).rejects.toThrow(/更新版本的程序/);
  });

  /** Runs one of the commands on a database; its exit code and all that it said. */
  async function run(script: string, args: readonly string[], url: string): Promise<{ code: number; text: string }> {
    const command = [process.execPath, '--import', 'tsx', join('scripts', script), ...args] as const;
    const env = { PATH: process.env.PATH, DATABASE_URL: url };
    return new Promise((done) => {
      execFile(command[0], command.slice(1), { cwd: resolve(__dirname, '..', '..'), env }, (error, out, err) =>
        done({ code: error === null ? 0 : Number(error.code), text: out + err }),
      );
    });
  }

  it('gives the same archive as a file does, while a server is on it', async () => {
    const path = join(folder, 'qunhui.db');
    const source = await createSqliteStore({ path });
    const { communityId } = (await openBusyShop(source)).shop;
    await source.close();
    const url = await server.freshDatabase();
    const whole = readWholeSqlite(path);
    await restoreData({ dataDir: folder, databaseUrl: url }, whole, carefully).finally(() => whole.close());
    const store = await createPostgresStore({ url });
    const to = (name: string) => ['--community', communityId, '--out', join(folder, name)];
    expect(await run('archive.ts', to('there'), url)).toMatchObject({ code: 0 });
    expect(await run('archive.ts', [...to('here'), '--data', folder], url)).toMatchObject({ code: 0 });
    await store.close();
    const archive = await readFile(join(folder, 'there', 'archive.jsonl'), 'utf8');
    expect(archive.split('\n').length).toBeGreaterThan(30);
    expect(archive).toBe(await readFile(join(folder, 'here', 'archive.jsonl'), 'utf8'));
  });

  it('without data is refused in words by whoever only looks, and no table is made in it', async () => {
    const url = await server.freshDatabase();
    const [check, backup, archive] = [
      await run('check-data.ts', [], url),
      await run('backup.ts', ['--to', join(folder, 'none.jsonl')], url),
      await run('archive.ts', ['--community', 'tea', '--out', join(folder, 'none')], url),
    ];
    const refused = { code: 1, text: expect.stringMatching(/^.*没有群惠的数据.*Nothing was made\.\n$/) };
    expect([check, backup, archive]).toEqual([refused, refused, refused]);
    expect(await readdir(folder)).toEqual([]);
    const whole = await readWholePostgres(url);
    expect(whole.hasTables).toBe(false);
    await whole.close();
  });
});
