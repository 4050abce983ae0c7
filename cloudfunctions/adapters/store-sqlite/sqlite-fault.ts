// What SQLite says, as the faults of the port and in words that tell an operator what to do.
import { SqliteProblem } from '#server/adapters/store-sqlite/libsql-database';
import { Fault } from '#server/ports/fault';

const UNAVAILABLE: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'is in use by another server: stop that one, or give this one another DATA_DIR',
  SQLITE_CANTOPEN: 'cannot be opened: the folder must exist and this process must be allowed to write in it',
  SQLITE_READONLY: 'cannot be written to: the file or its folder is read-only',
  SQLITE_PERM: 'cannot be written to: this process is not allowed to',
  SQLITE_IOERR: 'cannot be read or written: the disk reports an error',
  SQLITE_CORRUPT: 'is damaged: restore it from a backup',
  SQLITE_NOTADB: 'is not a database',
};

/** Turns what the engine threw about a file into a Fault; what is no known failure of the world is given back as it is. */
export function faultOf(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteProblem)) return error;
  // Extended codes such as SQLITE_IOERR_FSYNC begin with the plain one.
  const code = error.code.split('_').slice(0, 2).join('_');
  if (code === 'SQLITE_FULL') return new Fault('storage_full', `the disk that holds ${path} is full`, { cause: error });
  const words = UNAVAILABLE[code];
  return words === undefined ? error : new Fault('store_unavailable', `${path} ${words}`, { cause: error });
}
