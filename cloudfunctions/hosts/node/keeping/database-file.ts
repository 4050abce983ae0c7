// The embedded database in a data folder: where it lies, and how another one takes its place.
import { rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isThere, settleOnDisk } from '#server/hosts/node/keeping/lines';

/** The database file of a data folder. */
export function databaseFile(dataDir: string): string {
  return join(resolve(dataDir), 'qunhui.db');
}

/** The file in which the next database is made; what an earlier attempt left there is of no use to anybody. */
export async function freshFileFor(path: string): Promise<string> {
  const fresh = `${path}.filling`;
  await removeDatabase(fresh);
  return fresh;
}

/** Removes a database file and its log. */
export async function removeDatabase(path: string): Promise<void> {
  for (const part of [path, `${path}-wal`, `${path}-journal`]) await rm(part, { force: true });
}

/** A name beside a database file under which nothing lies yet, such as `qunhui.format-1.db`. */
async function freeName(path: string, word: string): Promise<string> {
  const stem = path.replace(/\.db$/, '');
  for (let n = 1; ; n += 1) {
    const name = `${stem}.${word}${n === 1 ? '' : `-${n}`}.db`;
    if (!(await isThere(name))) return name;
  }
}

/**
 * Puts a whole database in the place of another one, which is kept beside it.
 * @returns where the other one lies now; null when there was none
 */
export async function putInPlace(fresh: string, path: string, word: string): Promise<string | null> {
  const kept = (await isThere(path)) ? await freeName(path, word) : null;
  if (kept !== null) {
    await rename(path, kept);
    // A log belongs to its file, whatever that is called.
    if (await isThere(`${path}-wal`)) await rename(`${path}-wal`, `${kept}-wal`);
  }
  await rename(fresh, path);
  await settleOnDisk(dirname(path), 'r');
  return kept;
}
