// Opens the store that the environment names: the embedded database, or a PostgreSQL server.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type NodeEnvironment, StartProblem } from '#server/hosts/node/environment';
import { databaseFile } from '#server/hosts/node/keeping/database-file';
import { Fault } from '#server/ports/fault';
import type { BatchMeter } from '#server/ports/meter';
import type { Store } from '#server/ports/store';
import { OlderFormat } from '#server/ports/whole-data';

/** How a store is opened besides. */
export interface OpenChoices {
  /** Upgrades the embedded database where it is of an older format, and says so; without it such data is refused. */
  readonly onUpgrade?: (words: string) => void;
  /** Hears of the store's batches. */
  readonly meter?: BatchMeter;
}

async function openEmbedded(dataDir: string, { onUpgrade, meter }: OpenChoices): Promise<Store> {
  const path = databaseFile(dataDir);
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (cause) {
    throw new StartProblem(
      `DATA_DIR ${dirname(path)} 建不了或不是文件夹：请换一个能写的文件夹。/ cannot be made or written to, or is no folder.`,
      { cause },
    );
  }
  // Loaded only when it is used: a server on PostgreSQL needs no native module.
  const { createSqliteStore } = await import('#server/adapters/store-sqlite/create-sqlite-store');
  try {
    return await createSqliteStore({ path, meter });
  } catch (error) {
    if (!(error instanceof OlderFormat) || onUpgrade === undefined) throw error;
    const { upgradeFile } = await import('#server/hosts/node/keeping/upgrade-file');
    await upgradeFile(path, onUpgrade);
    return createSqliteStore({ path, meter });
  }
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
