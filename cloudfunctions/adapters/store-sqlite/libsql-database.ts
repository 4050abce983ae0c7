// The binding to SQLite, and the only file that knows which one: another binding takes its place here.
import Database from 'libsql';

/** A value that a statement takes or gives. */
export type SqliteValue = string | number | null;

/** One row of a result, in the order of its columns. */
export type SqliteRow = readonly SqliteValue[];

/** A prepared statement. */
export interface SqliteStatement {
  run(...values: SqliteValue[]): void;
  get(...values: SqliteValue[]): SqliteRow | undefined;
  all(...values: SqliteValue[]): readonly SqliteRow[];
}

/** One open database file. Every function is synchronous and throws SqliteProblem. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement;
  execute(sql: string): void;
  close(): void;
}

/** What the engine said, with its code such as `SQLITE_FULL`. */
export class SqliteProblem extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'SqliteProblem';
    this.code = code;
  }
}

function translating<Result>(run: () => Result, codeless = 'SQLITE_ERROR'): Result {
  try {
    return run();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new SqliteProblem(code === '' ? codeless : code, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * Opens a database file, and makes it when it does not exist.
 * @throws SqliteProblem when it cannot be opened.
 */
export function openDatabase(path: string): SqliteDatabase {
  // The binding names no code when opening fails.
  const database = translating(() => new Database(path), 'SQLITE_CANTOPEN');
  return {
    prepare(sql) {
      const statement = translating(() => database.prepare(sql));
      // Only statements that give rows can be told to give them as arrays.
      const rows = statement.reader ? statement.raw() : statement;
      // The values go on as one list: handed over one by one, the binding would flatten them into one again.
      return {
        run: (...values) => {
          translating(() => statement.run(values));
        },
        get: (...values) => translating(() => rows.get(values) as SqliteRow | undefined),
        all: (...values) => translating(() => rows.all(values) as SqliteRow[]),
      };
    },
    execute: (sql) => {
      translating(() => database.exec(sql));
    },
    close: () => {
      translating(() => database.close());
    },
  };
}
