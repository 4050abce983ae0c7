// The engines that benches measure: a store in a fresh place, and the same place for whoever goes without the store.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { createThreadedSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import type { Store } from '#server/ports/store';
import { databaseThreadProgram } from '../workshop/bundle-program';
import { startPostgresServer } from '../workshop/postgres-server';

/** The engines by name. */
export type EngineName = 'sqlite' | 'postgres';

/** One engine, ready to be measured. */
export interface BenchEngine {
  readonly name: EngineName;
  /** A place without tables: a file, or the address of a schema. */
  freshPlace(): Promise<string>;
  /** A place of its own with all that is in another one, which nobody has open. */
  copyOf(place: string): Promise<string>;
  open(place: string): Promise<Store>;
  stop(): Promise<void>;
}

async function sqliteEngine(): Promise<BenchEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-bench-'));
  let files = 0;
  const freshPlace = async (): Promise<string> => {
    files += 1;
    return join(folder, `bench-${files}.db`);
  };
  return {
    name: 'sqlite',
    freshPlace,
    async copyOf(place) {
      const copy = await freshPlace();
      await copyFile(place, copy);
      return copy;
    },
    open: async (path) => createThreadedSqliteStore({ path, program: await databaseThreadProgram() }),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function postgresEngine(): Promise<BenchEngine> {
  const server = await startPostgresServer();
  const { freshDatabase, copyOf, stop } = server;
  return { name: 'postgres', freshPlace: freshDatabase, copyOf, open: (url) => createPostgresStore({ url }), stop };
}

async function on<Result>(start: () => Promise<BenchEngine>, run: (engine: BenchEngine) => Promise<Result>): Promise<Result> {
  const engine = await start();
  try {
    return await run(engine);
  } catch (error) {
    // Said at once: stopping the engine may fail as well, while connections to it are open.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    throw error;
  } finally {
    await engine.stop();
  }
}

/** Runs something on the embedded engine, and leaves nothing behind. */
export const onSqlite = <Result>(run: (engine: BenchEngine) => Promise<Result>): Promise<Result> => on(sqliteEngine, run);

/** Runs something on a PostgreSQL server of its own, and leaves nothing behind. */
export const onPostgres = <Result>(run: (engine: BenchEngine) => Promise<Result>): Promise<Result> => on(postgresEngine, run);

/** Runs something on both engines, one after the other. */
export async function onEveryEngine(run: (engine: BenchEngine) => Promise<void>): Promise<void> {
  await onSqlite(run);
  await onPostgres(run);
}
