// The embedded store: one SQLite file, owned by this process alone, durable at every commit.
import type { CheckedWrites } from '#server/adapters/store-lane/check-decision';
import { createLaneStore } from '#server/adapters/store-lane/create-lane-store';
import { type EngineLane, type EngineReader, TryAgain } from '#server/adapters/store-lane/engine';
import { type AskSqlite, startSqliteThread } from '#server/adapters/store-sqlite/ask-sqlite-thread';
import { type SqliteDatabase, SqliteProblem } from '#server/adapters/store-sqlite/libsql-database';
import { packWrites } from '#server/adapters/store-sqlite/pack-writes';
import { topOf } from '#server/adapters/store-sqlite/sqlite-boards';
import { createSqliteEngine, type SqliteEngine } from '#server/adapters/store-sqlite/sqlite-engine';
import { faultOf } from '#server/adapters/store-sqlite/sqlite-fault';
import { openWithLog } from '#server/adapters/store-sqlite/sqlite-log';
import { piecesOf } from '#server/adapters/store-sqlite/sqlite-whole';
import type { BatchMeter } from '#server/ports/meter';
import type { Store } from '#server/ports/store';
import type { Piece } from '#server/ports/whole-data';

/** A store that can be copied while it is used. */
export interface SnapshotStore extends Store {
  /** Writes a database file that did not exist, with all that is committed at one moment. @throws Fault when there is no room for it. */
  snapshot(to: string): Promise<void>;
}

/** A store that is worked on in this thread. */
export interface SqliteStore extends SnapshotStore {
  /** Everything in it, for commands that have the store for themselves. */
  pieces(): AsyncIterable<Piece>;
}

/** Where the database lies. */
export interface SqliteStoreOptions {
  /** The database file; its folder must exist. */
  readonly path: string;
  /** Hears of every batch. */
  readonly meter?: BatchMeter | undefined;
}

/**
 * The lane of a file. Nobody else writes it and there is no other lane, so loading needs no transaction: what was loaded is changed by
 * nobody but this lane, which remembers what it is writing.
 */
function createSqliteLane(ask: AskSqlite): EngineLane {
  const read = async (ids: readonly string[]) => new Map(await ask('read', ids));
  return {
    ownsItsData: true,
    begin: (_communities, ids) => read(ids),
    more: read,
    async commit(changes: CheckedWrites) {
      try {
        await ask('write', packWrites(changes));
      } catch (error) {
        if (!(error instanceof SqliteProblem && error.code.startsWith('SQLITE_CONSTRAINT'))) throw error;
        const inserted = changes.documents.filter((change) => change.kind === 'insert');
        throw new TryAgain(
          'an inserted document exists',
          inserted.map((change) => change.id),
          { cause: error },
        );
      }
    },
    abandon: async () => undefined,
    end: async () => undefined,
  };
}

function createSqliteReader(ask: AskSqlite): EngineReader {
  return {
    read: async (ids) => new Map(await ask('read', ids)),
    page: (...asked) => ask('page', ...asked),
    communities: () => ask('communities'),
    rank: (board, key) => ask('rank', board, key),
    top: async (board, limit) => topOf(await ask('top', board, limit)),
    around: (board, key, reach) => ask('around', board, key, reach),
    count: (boards) => ask('count', boards),
    ping: () => ask('ping'),
    end: () => ask('close'),
  };
}

/** Asks, and turns every failure of the world into a Fault. */
function faulting(ask: AskSqlite, path: string): AskSqlite {
  return async (name, ...values) => {
    try {
      return await ask(name, ...values);
    } catch (error) {
      throw faultOf(error, path);
    }
  };
}

function storeAsking(raw: AskSqlite, { path, meter }: SqliteStoreOptions): SnapshotStore {
  const ask = faulting(raw, path);
  const store = createLaneStore({ name: 'sqlite', lanes: [createSqliteLane(ask)], reader: createSqliteReader(ask) }, meter);
  return { ...store, snapshot: (to) => ask('snapshot', to) };
}

/** Asks an engine of this thread. */
function askingHere(engine: SqliteEngine): AskSqlite {
  return async (name, ...values) => {
    const run = engine[name] as (...given: typeof values) => ReturnType<SqliteEngine[typeof name]>;
    return run(...values);
  };
}

/**
 * Takes an open database for this process and gives the store in it.
 * @throws Fault or Error as createSqliteStore does; the database is closed then.
 */
export async function sqliteStoreOn(database: SqliteDatabase, path: string, meter?: BatchMeter): Promise<SqliteStore> {
  try {
    const store = storeAsking(askingHere(createSqliteEngine(database, path)), { path, meter });
    return { ...store, pieces: () => piecesOf(database) };
  } catch (error) {
    throw faultOf(error, path);
  }
}

/**
 * Opens the store in a file and makes the file when there is none; it is worked on in this thread.
 * @throws Fault('store_unavailable') when another server has it or it cannot be written; OlderFormat when it must be upgraded first; Error
 * in words when it is of a newer format or of another program.
 */
export async function createSqliteStore({ path, meter }: SqliteStoreOptions): Promise<SqliteStore> {
  let database: SqliteDatabase;
  try {
    database = openWithLog(path);
  } catch (error) {
    throw faultOf(error, path);
  }
  return sqliteStoreOn(database, path, meter);
}

/**
 * Opens the same store in a thread of its own: decisions go on while it writes, and whoever asks for something else is answered meanwhile.
 * @param program the bundled sqlite-thread.ts
 * @throws as createSqliteStore does
 */
export async function createThreadedSqliteStore(options: SqliteStoreOptions & { readonly program: string }): Promise<SnapshotStore> {
  try {
    return storeAsking(await startSqliteThread(options.program, options.path), options);
  } catch (error) {
    throw faultOf(error, options.path);
  }
}
