// The embedded store: one SQLite file, owned by this process alone, durable at every commit.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { CheckedWrites, DocumentChange } from '#server/adapters/store-lane/check-decision';
import { createLaneStore } from '#server/adapters/store-lane/create-lane-store';
import { type EngineLane, type EngineReader, type KeyedText, TryAgain } from '#server/adapters/store-lane/engine';
import { keyValuesOf } from '#server/adapters/store-lane/index-key';
import { leaveFile, releaseFile, startLog, takeFile } from '#server/adapters/store-sqlite/file-lock';
import { openDatabase, type SqliteDatabase, SqliteProblem, type SqliteStatement } from '#server/adapters/store-sqlite/libsql-database';
import { createSqliteBoards, type SqliteBoards } from '#server/adapters/store-sqlite/sqlite-boards';
import { faultOf } from '#server/adapters/store-sqlite/sqlite-fault';
import { checkUsable, KEY_COLUMNS, prepareSchema } from '#server/adapters/store-sqlite/sqlite-schema';
import { piecesOf } from '#server/adapters/store-sqlite/sqlite-whole';
import type { BatchMeter } from '#server/ports/meter';
import type { Store } from '#server/ports/store';
import type { Piece } from '#server/ports/whole-data';

/** A store that can be copied while it is used. */
export interface SqliteStore extends Store {
  /** Writes a database file that did not exist, with all that is committed at one moment. @throws Fault when there is no room for it. */
  snapshot(to: string): Promise<void>;
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

function createReading(database: SqliteDatabase): (ids: readonly string[]) => Map<string, string> {
  const find = database.prepare('SELECT id, body FROM documents WHERE id IN (SELECT value FROM json_each(?))');
  return (ids) => new Map(find.all(JSON.stringify(ids)).map(([id, body]) => [String(id), String(body)]));
}

type Kept = Exclude<DocumentChange, { kind: 'remove' }>;

/** Replaces documents. SQLite writes the index of every column anew that a statement names, so only those are named whose key is another one. */
function createReplacing(database: SqliteDatabase): (change: Kept) => void {
  const statements = new Map<string, SqliteStatement>();
  return ({ id, text, keys, keysBefore }) => {
    const values = keyValuesOf(keys);
    const before = keysBefore == null ? [] : keyValuesOf(keysBefore);
    const moved = KEY_COLUMNS.filter((_, position) => values[position] !== before[position]);
    const columns = moved.join();
    const sets = ['body', ...moved].map((column) => `${column} = ?`).join(', ');
    const statement = statements.get(columns) ?? database.prepare(`UPDATE documents SET ${sets} WHERE id = ?`);
    statements.set(columns, statement);
    statement.run(text, ...values.filter((value, position) => value !== before[position]), id);
  };
}

function createWriting(database: SqliteDatabase, boards: SqliteBoards): (changes: CheckedWrites) => void {
  const insert = database.prepare(
    `INSERT INTO documents (id, body, ${KEY_COLUMNS.join(', ')}) VALUES (?, ?${', ?'.repeat(KEY_COLUMNS.length)})`,
  );
  const replace = createReplacing(database);
  const remove = database.prepare('DELETE FROM documents WHERE id = ?');
  return (changes) => {
    for (const change of changes.documents) {
      if (change.kind === 'remove') remove.run(change.id);
      else if (change.kind === 'insert') insert.run(change.id, change.text, ...keyValuesOf(change.keys));
      else replace(change);
    }
    boards.write(changes.scores);
  };
}

/**
 * The lane of a file. Nobody else writes it, and a batch writes within one synchronous step, so loading needs no transaction:
 * what was loaded is still true when the batch is written.
 */
function createSqliteLane(database: SqliteDatabase, boards: SqliteBoards): EngineLane {
  const read = createReading(database);
  const write = createWriting(database, boards);
  return {
    begin: async (_communities, ids) => read(ids),
    more: async (ids) => read(ids),
    async commit(changes) {
      database.execute('BEGIN IMMEDIATE');
      try {
        write(changes);
        database.execute('COMMIT');
      } catch (error) {
        rollBack(database);
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

function rollBack(database: SqliteDatabase): void {
  try {
    database.execute('ROLLBACK');
  } catch {
    // After some failures, a full disk among them, SQLite has rolled back by itself and says that there is nothing to roll back.
  }
}

function createPaging(database: SqliteDatabase): EngineReader['page'] {
  const statements = new Map<string, SqliteStatement>();
  return async (interval, descending, limit, after) => {
    const column = interval.slot === null ? 'overall' : `key${interval.slot}`;
    const direction = descending ? 'DESC' : 'ASC';
    const place = descending ? '<' : '>';
    const sql = `SELECT ${column}, id, body FROM documents WHERE ${column} >= ? AND ${column} < ?
      ${after === null ? '' : `AND (${column}, id) ${place} (?, ?)`} ORDER BY ${column} ${direction}, id ${direction} LIMIT ?`;
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    const rows = statement.all(interval.from, interval.before, ...(after === null ? [] : [after.key, after.id]), limit);
    return rows.map(([key, id, text]): KeyedText => ({ key: String(key), id: String(id), text: String(text) }));
  };
}

function createSqliteReader(database: SqliteDatabase, boards: SqliteBoards): EngineReader {
  const read = createReading(database);
  // Steps from the first document of one community to the first behind it: '0' is the character after '/'.
  const communities = database.prepare(
    `WITH RECURSIVE step (id) AS (
       SELECT min(id) FROM documents
       UNION ALL
       SELECT (SELECT min(id) FROM documents WHERE id >= substr(step.id, 1, instr(step.id, '/') - 1) || '0') FROM step WHERE step.id IS NOT NULL)
     SELECT substr(id, 1, instr(id, '/') - 1) FROM step WHERE id IS NOT NULL`,
  );
  const answer = database.prepare('SELECT 1');
  return {
    read: async (ids) => read(ids),
    page: createPaging(database),
    communities: async () => communities.all().map(([community]) => String(community)),
    rank: async (board, key) => boards.rank(board, key),
    top: async (board, limit) => boards.top(board, limit),
    around: async (board, key, reach) => boards.around(board, key, reach),
    count: async (counted) => boards.count(counted),
    async ping() {
      answer.get();
    },
    end: async () => releaseFile(database),
  };
}

/**
 * Writes all that is committed into a file of its own, while this process goes on; nothing else is done meanwhile.
 * It is on the disk when this returns: SQLite does not wait for that by itself.
 */
function writeSnapshot(database: SqliteDatabase, to: string): void {
  database.prepare('VACUUM INTO ?').run(to);
  const file = openSync(to, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The same functions, with every failure of the world turned into a Fault. */
function faulting<Functions extends object>(functions: Functions, path: string): Functions {
  return new Proxy(functions, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...values: unknown[]) => {
        try {
          return await value.apply(target, values);
        } catch (error) {
          throw faultOf(error, path);
        }
      };
    },
  });
}

/**
 * Takes an open database for this process and gives the store in it.
 * @throws Fault or Error as createSqliteStore does; the database is closed then.
 */
export async function sqliteStoreOn(database: SqliteDatabase, path: string, meter?: BatchMeter): Promise<SqliteStore> {
  try {
    takeFile(database);
    checkUsable(database, path);
    startLog(database);
    prepareSchema(database);
    const boards = createSqliteBoards(database);
    const lanes = [faulting(createSqliteLane(database, boards), path)];
    const store = createLaneStore({ name: 'sqlite', lanes, reader: faulting(createSqliteReader(database, boards), path) }, meter);
    const snapshots = faulting({ snapshot: async (to: string) => writeSnapshot(database, to) }, path);
    return { ...store, ...snapshots, pieces: () => piecesOf(database) };
  } catch (error) {
    leaveFile(database);
    throw faultOf(error, path);
  }
}

/**
 * Opens the store in a file and makes the file when there is none.
 * @throws Fault('store_unavailable') when another server has it or it cannot be written; OlderFormat when it must be upgraded first; Error
 * in words when it is of a newer format or of another program.
 */
export async function createSqliteStore({ path, meter }: SqliteStoreOptions): Promise<SqliteStore> {
  let database: SqliteDatabase;
  try {
    database = openDatabase(path);
  } catch (error) {
    throw faultOf(error, path);
  }
  return sqliteStoreOn(database, path, meter);
}
