// Opens the store that the environment names: the embedded database, or a PostgreSQL server.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type NodeEnvironment, StartProblem } from '#server/hosts/node/environment';
import { Fault } from '#server/ports/fault';
import type { BatchMeter } from '#server/ports/meter';
import type { Store } from '#server/ports/store';

const FILE = 'qunhui.db';

async function openEmbedded(dataDir: string, meter: BatchMeter | undefined): Promise<Store> {
  const folder = resolve(dataDir);
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new StartProblem(`DATA_DIR ${folder} cannot be made or written to.`, { cause });
  }
  // Loaded only when it is used: a server on PostgreSQL needs no native module.
  const { createSqliteStore } = await import('#server/adapters/store-sqlite/create-sqlite-store');
  return createSqliteStore({ path: join(folder, FILE), meter });
}

async function openPostgres(url: string, meter: BatchMeter | undefined): Promise<Store> {
  const { createPostgresStore } = await import('#server/adapters/store-postgres/create-postgres-store');
  return createPostgresStore({ url, meter });
}

/**
 * Opens the configured store; `meter` hears of its batches.
 * @throws StartProblem in words, without the connection's password, when it cannot be opened.
 */
export async function openStore(environment: Pick<NodeEnvironment, 'dataDir' | 'databaseUrl'>, meter?: BatchMeter): Promise<Store> {
  const { databaseUrl, dataDir } = environment;
  try {
    return databaseUrl === null ? await openEmbedded(dataDir, meter) : await openPostgres(databaseUrl, meter);
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause;
    if (databaseUrl !== null && cause instanceof Fault) {
      throw new StartProblem(`The database at ${new URL(databaseUrl).host} cannot be reached, or does not let us in.`, { cause });
    }
    throw new StartProblem(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
