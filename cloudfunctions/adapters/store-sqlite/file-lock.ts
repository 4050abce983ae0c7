// Making a database file, taking it for this process alone, and giving it back.
import { closeSync, openSync } from 'node:fs';
import { type SqliteDatabase, SqliteProblem } from '#server/adapters/store-sqlite/libsql-database';

/** The exclusive lock is the operating system's, so a killed server leaves none behind. Not a byte of the file changes by it. */
const TAKE = 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;';

/** With one owner the log needs no shared memory beside it. FULL makes every commit wait until the disk has it. */
const LOG = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;';

/**
 * Room for a batch of the largest size: 256 claims touch some ten pages each, of 4 KB. With SQLite's own 2 MB a batch writes pages out and
 * reads them again before it is finished, and with its log of 4 MB every batch folds the log into the file.
 */
const ROOM = 'PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 16384;';

/**
 * The binding closes a file only when its statements have been collected, so the lock is let go in so many words; leaving the log mode
 * also folds the log into the file, so that one file is all there is to copy.
 */
const RELEASE = 'PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; BEGIN IMMEDIATE; COMMIT;';

/** Lets the lock go and leaves the file as it is. */
const LEAVE = 'PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_master;';

/** Makes an empty file that only this account may read where there is none: SQLite would let everybody, and gives a log the mode of its file. */
export function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch {
    // It is there, or SQLite says why it cannot be made.
  }
}

/** @throws SqliteProblem when another process has the file, or it is no database. */
export function takeFile(database: SqliteDatabase): void {
  database.execute(TAKE);
}

/**
 * Looks whether another process has a file, and closes it. Opened for reading alone it cannot be taken: no log is taken up or folded in.
 * @throws SqliteProblem SQLITE_BUSY
 */
export function refuseIfTaken(readOnly: SqliteDatabase): void {
  try {
    takeFile(readOnly);
  } catch (error) {
    if (error instanceof SqliteProblem && error.code.startsWith('SQLITE_BUSY')) throw error;
  } finally {
    readOnly.close();
  }
}

/** From here on commits go through the log. @throws SqliteProblem when the file cannot be written. */
export function startLog(database: SqliteDatabase): void {
  database.execute(LOG + ROOM);
}

/** Folds the log into the file and lets the lock go. @throws SqliteProblem when it could not be folded in. */
export function foldLog(database: SqliteDatabase): void {
  database.execute(RELEASE);
}

/** @throws SqliteProblem when the log could not be folded in; the file is closed all the same. */
export function releaseFile(database: SqliteDatabase): void {
  try {
    foldLog(database);
  } finally {
    database.close();
  }
}

/** Gives back a file that is not to be changed, because of what is known of it by now. */
export function leaveFile(database: SqliteDatabase): void {
  try {
    database.execute(LEAVE);
  } catch {
    // A file that could not be taken cannot be given back either; what matters is why it could not be taken.
  } finally {
    database.close();
  }
}
