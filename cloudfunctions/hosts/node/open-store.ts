// Opens the store that the environment names: the embedded database, or a PostgreSQL server.
import { basename, dirname } from 'node:path';
import { type NodeEnvironment, StartProblem } from '#server/hosts/node/environment';
import { closeToOthers } from '#server/hosts/node/keeping/close-to-others';
import { databaseFile, filesBeside, makeFolderOf, nothingThere } from '#server/hosts/node/keeping/database-file';
import { isThere, sizeOf } from '#server/hosts/node/keeping/lines';
import { Fault } from '#server/ports/fault';
import type { BatchMeter } from '#server/ports/meter';
import type { Store } from '#server/ports/store';
import { OlderFormat } from '#server/ports/whole-data';

/** How a store is opened besides. */
export interface OpenChoices {
  /** Makes the embedded database where there is none and upgrades it where it is of an older format, and says so; else both are refused. */
  readonly say?: (words: string) => void;
  /** Hears of the store's batches. */
  readonly meter?: BatchMeter;
  /** The bundled program of the embedded database's own thread; without it the database is worked on in this one. */
  readonly databaseThread?: string | undefined;
}

/** A file that lost its content would pass for a new one, and its shop for one that has just opened. */
const emptyWords = (path: string): string =>
  `${path} 是空文件：如果这里有过数据，请从备份恢复（docs/keeping.md）；如果是全新的，删掉它再启动。/ is empty: restore it from a backup, or remove it if there never was any data.`;

/** Where files of a database lie and the database does not, something was interrupted or lost: a new one would hide that. */
const leftWords = (path: string, left: readonly string[]): string =>
  `${dirname(path)} 里没有 ${basename(path)}，却有 ${left.map((name) => basename(name)).join('、')}：升级或恢复被打断过，或者文件丢了，没有新建数据。先把整个文件夹复制到别处；要接着用留下的数据库，把它（连同它的 -wal）改名为 ${basename(path)}，或从备份恢复（docs/keeping.md）；如果确实从来没有数据，把这些文件移走再启动。/ There is no ${basename(path)}, but there are files beside it: an upgrade or a restore was interrupted, or a file got lost. Nothing was made. Copy the folder, then give the kept database (and its -wal) that name, or restore a backup; if there never was any data, move these files away.`;

async function openUpgraded(path: string, open: () => Promise<Store>, say: OpenChoices['say']): Promise<Store> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof OlderFormat) || say === undefined) throw error;
    const { upgradeFile } = await import('#server/hosts/node/keeping/upgrade-file');
    await upgradeFile(path, say);
    return open();
  }
}

async function openEmbedded(dataDir: string, { say, meter, databaseThread }: OpenChoices): Promise<Store> {
  const path = databaseFile(dataDir);
  if (say === undefined && !(await isThere(dirname(path)))) throw nothingThere(path);
  try {
    await makeFolderOf(path);
  } catch (cause) {
    throw new StartProblem(
      `DATA_DIR ${dirname(path)} 建不了或不是文件夹：请换一个能写的文件夹。/ cannot be made or written to, or is no folder.`,
      { cause },
    );
  }
  const size = await sizeOf(path);
  if (size === 0) throw new StartProblem(emptyWords(path));
  const left = size === null ? await filesBeside(path) : [];
  if (left.length > 0) throw new StartProblem(leftWords(path, left));
  if (size === null && say === undefined) throw nothingThere(path);
  if (size === null) say?.(`没有找到数据，在 ${path} 新建。/ no data found: made anew`);
  // Loaded only when it is used: a server on PostgreSQL needs no native module.
  const { createSqliteStore, createThreadedSqliteStore } = await import('#server/adapters/store-sqlite/create-sqlite-store');
  const open = (): Promise<Store> =>
    databaseThread === undefined ? createSqliteStore({ path, meter }) : createThreadedSqliteStore({ path, meter, program: databaseThread });
  const store = await openUpgraded(path, open, say);
  // Not before it is known to be one of ours.
  if (say !== undefined) await closeToOthers(path, say);
  return store;
}

async function openPostgres(url: string, meter: BatchMeter | undefined): Promise<Store> {
  const { createPostgresStore } = await import('#server/adapters/store-postgres/create-postgres-store');
  return createPostgresStore({ url, meter });
}

/**
 * Opens the configured store.
 * @throws StartProblem in words, without the connection's password, when it cannot be opened.
 */
export async function openStore(environment: Pick<NodeEnvironment, 'dataDir' | 'databaseUrl'>, choices: OpenChoices = {}): Promise<Store> {
  const { databaseUrl, dataDir } = environment;
  try {
    return databaseUrl === null ? await openEmbedded(dataDir, choices) : await openPostgres(databaseUrl, choices.meter);
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause;
    if (databaseUrl !== null && cause instanceof Fault) {
      throw new StartProblem(
        `连不上 ${new URL(databaseUrl).host} 的数据库，或者它不让我们进：请检查 DATABASE_URL。/ The database at ${new URL(databaseUrl).host} cannot be reached, or does not let us in.`,
        { cause },
      );
    }
    throw new StartProblem(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
