// Puts a backup in the place of an empty store: checked before anything is touched, and checked again when it is there.
import { SqliteProblem } from '#server/adapters/store-sqlite/libsql-database';
import { readWholeSqlite, type WholeSqlite } from '#server/adapters/store-sqlite/sqlite-whole';
import { checkData, type DataCheck } from '#server/app/check-data';
import { StartProblem } from '#server/hosts/node/environment';
import { databaseFile, freshFileFor, makeFolderOf, putInPlace, removeDatabase } from '#server/hosts/node/keeping/database-file';
import { fillStore } from '#server/hosts/node/keeping/fill-store';
import { isThere } from '#server/hosts/node/keeping/lines';
import { piecesOfToday } from '#server/hosts/node/keeping/upgrade-data';
import { makeDatabase } from '#server/hosts/node/keeping/upgrade-file';
import type { WholeData } from '#server/ports/whole-data';

/** What the person who restores has said. */
export interface RestoreChoices {
  /** Takes the place of data that is there; of the embedded database only, which is kept beside it. */
  readonly replaces: boolean;
  /** Keeps what is restored although it differs from its own journal. */
  readonly withDifferences: boolean;
}

/** What came of it. */
export interface Restored {
  readonly check: DataCheck;
  /** Whether it is in its place: not where it differs from its journal, unless that was asked for. */
  readonly isInPlace: boolean;
  /** Where the data lies whose place it took; null where there was none. */
  readonly kept: string | null;
}

const NOT_EMPTY = '里已经有数据，没有改动';

async function hasPieces(whole: WholeData): Promise<boolean> {
  for await (const _piece of whole.pieces()) return true;
  return false;
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof SqliteProblem && error.cause.code.startsWith('SQLITE_BUSY');
}

/** Takes the file that is there, so that no server starts on it meanwhile; a damaged one cannot be taken, and may be replaced. */
async function takeOld(path: string, { replaces }: RestoreChoices): Promise<WholeSqlite | null> {
  if (!(await isThere(path))) return null;
  let old: WholeSqlite;
  try {
    old = readWholeSqlite(path);
  } catch (error) {
    if (replaces && !isInUse(error)) return null;
    throw error;
  }
  if (replaces || !(await hasPieces(old).catch(() => true))) return old;
  await old.close();
  throw new StartProblem(
    `${path} ${NOT_EMPTY}：换一个空的 DATA_DIR，或加上 --replace（原来的文件会留在旁边）。/ holds data already: choose an empty DATA_DIR, or say --replace.`,
  );
}

async function intoFile(dataDir: string, whole: WholeData, choices: RestoreChoices): Promise<Restored> {
  const path = databaseFile(dataDir);
  await makeFolderOf(path);
  const old = await takeOld(path, choices);
  let check: DataCheck;
  let fresh: string;
  let isInPlace: boolean;
  try {
    fresh = await freshFileFor(path);
    check = await makeDatabase(fresh, whole);
    isInPlace = check.differences.length === 0 || choices.withDifferences;
    if (isInPlace) old?.fold();
  } finally {
    await old?.close();
  }
  if (!isInPlace) {
    await removeDatabase(fresh);
    return { check, isInPlace, kept: null };
  }
  return { check, isInPlace, kept: await putInPlace(fresh, path, 'replaced') };
}

async function intoPostgres(url: string, whole: WholeData, choices: RestoreChoices): Promise<Restored> {
  const { createPostgresStore } = await import('#server/adapters/store-postgres/create-postgres-store');
  const { endPostgresFilling, readWholePostgres } = await import('#server/adapters/store-postgres/postgres-whole');
  const old = await readWholePostgres(url);
  const isTaken = await hasPieces(old).finally(() => old.close());
  if (isTaken || choices.replaces) {
    throw new StartProblem(
      `PostgreSQL 只恢复到空的数据库或空的 schema${isTaken ? `；这个${NOT_EMPTY}` : '，没有 --replace'}。/ PostgreSQL is restored into an empty database or schema only; this command replaces nothing there.`,
    );
  }
  const store = await createPostgresStore({ url, fills: true });
  let check: DataCheck;
  try {
    await fillStore(store, piecesOfToday(whole));
    const filled = await readWholePostgres(url);
    check = await checkData(store, { pieces: filled.pieces() }).finally(() => filled.close());
  } finally {
    await store.close();
  }
  const isInPlace = check.differences.length === 0 || choices.withDifferences;
  if (isInPlace) await endPostgresFilling(url);
  return { check, isInPlace, kept: null };
}

/**
 * Restores whole data into the configured store.
 * @throws StartProblem or Fault in words; then nothing that was there has changed
 */
export function restoreData(
  { dataDir, databaseUrl }: { readonly dataDir: string; readonly databaseUrl: string | null },
  whole: WholeData,
  choices: RestoreChoices,
): Promise<Restored> {
  return databaseUrl === null ? intoFile(dataDir, whole, choices) : intoPostgres(databaseUrl, whole, choices);
}
