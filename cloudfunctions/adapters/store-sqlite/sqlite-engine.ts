// What is done inside a database file: plain functions over plain values, which another thread can be asked for as well.
import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { Id } from '#core/values/ids';
import type { EngineReader, KeyedText } from '#server/adapters/store-lane/engine';
import { foldLog, leaveFile, makePrivate, releaseFile, startLog, takeFile } from '#server/adapters/store-sqlite/file-lock';
import type { SqliteDatabase, SqliteRow, SqliteStatement } from '#server/adapters/store-sqlite/libsql-database';
import type { PackedDocument, PackedWrites } from '#server/adapters/store-sqlite/pack-writes';
import { createSqliteBoards, type SqliteBoards } from '#server/adapters/store-sqlite/sqlite-boards';
import { checkUsable, KEY_COLUMNS, prepareSchema } from '#server/adapters/store-sqlite/sqlite-schema';
import { OlderFormat } from '#server/ports/whole-data';

/** A database file that this process has for itself. Every function takes one step, in the order of the calls, and throws SqliteProblem. */
export interface SqliteEngine extends Omit<SqliteBoards, 'write'> {
  /** Ids and texts of the documents that exist. */
  read(ids: readonly Id[]): readonly (readonly [id: Id, text: string])[];
  /** Writes all of it and makes it durable, or nothing of it. */
  write(writes: PackedWrites): void;
  page(...asked: Parameters<EngineReader['page']>): readonly KeyedText[];
  communities(): readonly string[];
  ping(): void;
  /** Writes all that is committed into a file of its own. */
  snapshot(to: string): void;
  /** Gives the file back. */
  close(): void;
}

function createReading(database: SqliteDatabase): SqliteEngine['read'] {
  const find = database.prepare('SELECT id, body FROM documents WHERE id IN (SELECT value FROM json_each(?))');
  return (ids) => find.all(JSON.stringify(ids)).map(([id, body]) => [String(id), String(body)] as const);
}

/** Statements that are made when they are first needed. */
function keeping(database: SqliteDatabase, sqlOf: (asked: string) => string): (asked: string) => SqliteStatement {
  const statements = new Map<string, SqliteStatement>();
  return (asked) => {
    const statement = statements.get(asked) ?? database.prepare(sqlOf(asked));
    statements.set(asked, statement);
    return statement;
  };
}

function createPutting(database: SqliteDatabase): (document: PackedDocument) => void {
  const insert = database.prepare(
    `INSERT INTO documents (id, body, ${KEY_COLUMNS.join(', ')}) VALUES (?, ?${', ?'.repeat(KEY_COLUMNS.length)})`,
  );
  const remove = database.prepare('DELETE FROM documents WHERE id = ?');
  const replacing = keeping(database, (columns) => {
    const sets = ['body', ...columns.split(',').filter((column) => column !== '')].map((column) => `${column} = ?`);
    return `UPDATE documents SET ${sets.join(', ')} WHERE id = ?`;
  });
  return ([kind, columns, values]) => {
    const statement = kind === 'insert' ? insert : kind === 'remove' ? remove : replacing(columns);
    statement.run(...values);
  };
}

function rollBack(database: SqliteDatabase): void {
  try {
    database.execute('ROLLBACK');
  } catch {
    // After some failures, a full disk among them, SQLite has rolled back by itself and says that there is nothing to roll back.
  }
}

function createWriting(database: SqliteDatabase, boards: SqliteBoards): SqliteEngine['write'] {
  const put = createPutting(database);
  return ({ documents, scores }) => {
    database.execute('BEGIN IMMEDIATE');
    try {
      for (const document of documents) put(document);
      boards.write(scores);
      database.execute('COMMIT');
    } catch (error) {
      rollBack(database);
      throw error;
    }
  };
}

function createPaging(database: SqliteDatabase): SqliteEngine['page'] {
  const statementOf = keeping(database, (sql) => sql);
  return (interval, descending, limit, after) => {
    const column = interval.slot === null ? 'overall' : `key${interval.slot}`;
    const direction = descending ? 'DESC' : 'ASC';
    const place = descending ? '<' : '>';
    const statement = statementOf(`SELECT ${column}, id, body FROM documents WHERE ${column} >= ? AND ${column} < ?
      ${after === null ? '' : `AND (${column}, id) ${place} (?, ?)`} ORDER BY ${column} ${direction}, id ${direction} LIMIT ?`);
    const rows = statement.all(interval.from, interval.before, ...(after === null ? [] : [after.key, after.id]), limit);
    return rows.map(([key, id, text]: SqliteRow): KeyedText => ({ key: String(key), id: String(id), text: String(text) }));
  };
}

/** Steps from the first document of one community to the first behind it: '0' is the character after '/'. */
const COMMUNITIES = `WITH RECURSIVE step (id) AS (
  SELECT min(id) FROM documents
  UNION ALL
  SELECT (SELECT min(id) FROM documents WHERE id >= substr(step.id, 1, instr(step.id, '/') - 1) || '0') FROM step WHERE step.id IS NOT NULL)
SELECT substr(id, 1, instr(id, '/') - 1) FROM step WHERE id IS NOT NULL`;

/** It is on the disk when this returns: SQLite does not wait for that by itself. */
function writeSnapshot(database: SqliteDatabase, to: string): void {
  makePrivate(to);
  database.prepare('VACUUM INTO ?').run(to);
  const file = openSync(to, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Takes an open database for this process, makes or brings up to date what belongs in it, and gives what can be done with it.
 * @throws SqliteProblem, or what checkUsable throws; the database is closed then.
 */
export function createSqliteEngine(database: SqliteDatabase, path: string): SqliteEngine {
  try {
    takeFile(database);
    checkUsable(database, path);
    startLog(database);
    prepareSchema(database);
    const { write: writeBoards, ...boards } = createSqliteBoards(database);
    const communities = database.prepare(COMMUNITIES);
    const answer = database.prepare('SELECT 1');
    return {
      ...boards,
      read: createReading(database),
      write: createWriting(database, { ...boards, write: writeBoards }),
      page: createPaging(database),
      communities: () => communities.all().map(([community]) => String(community)),
      ping: () => void answer.get(),
      snapshot: (to) => writeSnapshot(database, to),
      close: () => releaseFile(database),
    };
  } catch (error) {
    try {
      // With its log beside it a file stays taken until the binding lets go of it, and whoever upgrades it waits for that in vain.
      if (error instanceof OlderFormat) foldLog(database);
    } finally {
      leaveFile(database);
    }
    throw error;
  }
}
