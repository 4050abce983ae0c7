// The tables inside a database file, the format they are in, and the indexes derived from core/tables.ts.
import { statSync } from 'node:fs';
import { DATA_FORMAT } from '#core/tables';
import { decodeDocument } from '#server/adapters/store-lane/document-text';
import { newerWords, olderWords } from '#server/adapters/store-lane/format-words';
import { INDEX_FINGERPRINT, indexKeysOf, KEY_SLOTS, keyValuesOf } from '#server/adapters/store-lane/index-key';
import { type SqliteDatabase, SqliteProblem } from '#server/adapters/store-sqlite/libsql-database';
import { OlderFormat } from '#server/ports/whole-data';

/** Marks a file as one of ours ("QHUI"), so that nobody's other database is written to. */
const APPLICATION_ID = 0x51485549;

const REINDEX_ROWS = 500;

/** The key columns of a document, in the order in which statements name them. */
export const KEY_COLUMNS: readonly string[] = [...Array.from({ length: KEY_SLOTS }, (_, slot) => `key${slot}`), 'overall'];

/**
 * Documents lie in the order in which they come, and are found by an index of their ids: what a batch inserts shares pages, and a long text
 * does not spill, as it would from a table that is ordered by id itself. Files of earlier versions have such a table, and keep it: every
 * statement reads and writes both.
 */
const TABLES = `
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE scores (
  board TEXT NOT NULL, key TEXT NOT NULL, points INTEGER NOT NULL, at INTEGER NOT NULL, fine INTEGER NOT NULL, coarse INTEGER NOT NULL,
  PRIMARY KEY (board, key)
) WITHOUT ROWID;
CREATE INDEX scores_in_order ON scores (board, points DESC, at, key);
CREATE TABLE counters (
  board TEXT NOT NULL, level INTEGER NOT NULL, top INTEGER NOT NULL, members INTEGER NOT NULL,
  PRIMARY KEY (board, level, top)
) WITHOUT ROWID;
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${DATA_FORMAT};`;

function numberOf(database: SqliteDatabase, pragma: string): number {
  return Number(database.prepare(`PRAGMA ${pragma}`).get()?.[0]);
}

/** Builds the keys of all documents again, after the declared indexes have changed. */
function reindex(database: SqliteDatabase): void {
  const columns = database
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all('documents')
    .map(([name]) => name);
  for (const column of KEY_COLUMNS) {
    if (!columns.includes(column)) database.execute(`ALTER TABLE documents ADD COLUMN ${column} TEXT`);
    database.execute(`CREATE INDEX IF NOT EXISTS documents_by_${column} ON documents (${column}, id) WHERE ${column} IS NOT NULL`);
  }
  const next = database.prepare('SELECT id, body FROM documents WHERE id > ? ORDER BY id LIMIT ?');
  const change = database.prepare(`UPDATE documents SET ${KEY_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
  let last = '';
  for (;;) {
    const rows = next.all(last, REINDEX_ROWS);
    for (const [id, body] of rows) {
      change.run(...keyValuesOf(indexKeysOf(decodeDocument(String(body)))), String(id));
      last = String(id);
    }
    if (rows.length < REINDEX_ROWS) break;
  }
  database.prepare("INSERT OR REPLACE INTO facts VALUES ('indexes', ?)").run(INDEX_FINGERPRINT);
}

/**
 * Reads every page of a file: what a disk or a bad copy has damaged is found before anybody is answered from it.
 * @throws SqliteProblem SQLITE_CORRUPT
 */
function checkPages(database: SqliteDatabase, path: string): void {
  // What has been cut off the last page reads as zeros; with a log beside it the length of a file says nothing.
  const length = numberOf(database, 'page_count') * numberOf(database, 'page_size');
  const isAlone = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
  if (isAlone && statSync(path).size !== length) throw new SqliteProblem('SQLITE_CORRUPT', 'the file is cut off');
  const found = database.prepare('PRAGMA quick_check(1)').get()?.[0];
  if (found !== 'ok') throw new SqliteProblem('SQLITE_CORRUPT', String(found));
}

/**
 * The format of a file; null of one without tables.
 * @throws SqliteProblem when it is damaged; Error in words when it is somebody else's, or of a newer format.
 */
export function checkFormat(database: SqliteDatabase, path: string): number | null {
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_master').get()?.[0]);
  if (tables === 0) return null;
  if (numberOf(database, 'application_id') !== APPLICATION_ID) {
    throw new Error(
      `${path} 是别的程序的数据库，没有改动它；请给 DATA_DIR 换一个文件夹。/ is a database of another program; nothing was changed.`,
    );
  }
  const format = numberOf(database, 'user_version');
  if (format > DATA_FORMAT) throw new Error(newerWords(path, format));
  checkPages(database, path);
  return format;
}

/**
 * Looks whether this program can work on a file.
 * @throws OlderFormat when it must be upgraded first; Error in words as checkFormat does.
 */
export function checkUsable(database: SqliteDatabase, path: string): void {
  const format = checkFormat(database, path);
  if (format !== null && format < DATA_FORMAT) throw new OlderFormat(format, olderWords(path, format, 'file'));
}

/** Makes the tables in a new file, and brings the indexes of another one up to date. */
export function prepareSchema(database: SqliteDatabase): void {
  database.execute('BEGIN IMMEDIATE');
  if (numberOf(database, 'user_version') === 0) database.execute(TABLES);
  const known = database.prepare("SELECT value FROM facts WHERE name = 'indexes'").get()?.[0];
  if (known !== INDEX_FINGERPRINT) reindex(database);
  database.execute('COMMIT');
}
