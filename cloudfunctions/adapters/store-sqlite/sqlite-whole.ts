// Everything in a database file, read by whoever has it for himself: for backups, and for files of an older format.
import { DATA_FORMAT } from '#core/tables';
import { decodeDocument } from '#server/adapters/store-lane/document-text';
import { foldLog, leaveFile, takeFile } from '#server/adapters/store-sqlite/file-lock';
import type { SqliteDatabase } from '#server/adapters/store-sqlite/libsql-database';
import { faultOf } from '#server/adapters/store-sqlite/sqlite-fault';
import { openWithLog } from '#server/adapters/store-sqlite/sqlite-log';
import { checkFormat } from '#server/adapters/store-sqlite/sqlite-schema';
import type { Piece, WholeData } from '#server/ports/whole-data';

const PAGE_ROWS = 500;

/** All of a database file. */
export interface WholeSqlite extends WholeData {
  /** Folds its log into it and lets it go, so that one file is all there is to move. @throws Fault when that cannot be done */
  fold(): void;
}

/** Every document and row, in two walks side by side: both tables are in the order of communities. */
export async function* piecesOf(database: SqliteDatabase): AsyncGenerator<Piece> {
  const firstOf = database.prepare('SELECT min(id) FROM documents WHERE id >= ?');
  const documents = database.prepare('SELECT id, body FROM documents WHERE id > ? AND id < ? ORDER BY id LIMIT ?');
  const scores = database.prepare(
    'SELECT board, key, points, at FROM scores WHERE (board, key) > (?, ?) AND board < ? ORDER BY board, key LIMIT ?',
  );
  for (let from = ''; ; ) {
    const first = firstOf.get(from)?.[0];
    if (typeof first !== 'string') return;
    const community = first.slice(0, first.indexOf('/'));
    // '0' is the character after '/'.
    const behind = `${community}0`;
    for (let last = `${community}/`; ; ) {
      const rows = documents.all(last, behind, PAGE_ROWS);
      for (const [id, body] of rows) {
        yield { kind: 'document', document: decodeDocument(String(body)) };
        last = String(id);
      }
      if (rows.length < PAGE_ROWS) break;
    }
    for (let last = [`${community}/`, '']; ; ) {
      const rows = scores.all(last[0] ?? '', last[1] ?? '', behind, PAGE_ROWS);
      for (const [board, key, points, at] of rows) {
        yield { kind: 'score', score: { board: String(board), key: String(key), points: Number(points), at: Number(at) } };
        last = [String(board), String(key)];
      }
      if (rows.length < PAGE_ROWS) break;
    }
    from = behind;
  }
}

/**
 * Takes a file and reads all of it, whatever its format up to today's. Nothing in it is changed.
 * @throws Fault('store_unavailable') when a server has it, or it is damaged; Error in words when it is of a newer format or not one of ours.
 */
export function readWholeSqlite(path: string): WholeSqlite {
  let database: SqliteDatabase;
  try {
    database = openWithLog(path);
  } catch (error) {
    throw faultOf(error, path);
  }
  try {
    takeFile(database);
    const format = checkFormat(database, path);
    return {
      format: format ?? DATA_FORMAT,
      async *pieces() {
        try {
          if (format !== null) yield* piecesOf(database);
        } catch (error) {
          throw faultOf(error, path);
        }
      },
      fold() {
        try {
          foldLog(database);
        } catch (error) {
          throw faultOf(error, path);
        }
      },
      async close() {
        leaveFile(database);
      },
    };
  } catch (error) {
    leaveFile(database);
    throw faultOf(error, path);
  }
}
