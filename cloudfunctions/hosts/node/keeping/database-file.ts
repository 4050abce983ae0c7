// The embedded database in a data folder: where it lies, and how another one takes its place.
import { copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StartProblem } from '#server/hosts/node/environment';
import { isThere, settleOnDisk } from '#server/hosts/node/keeping/lines';

/** What belongs to a database file, whatever that is called. */
const LOGS = ['-wal', '-journal'];

/** The database file of a data folder. */
export function databaseFile(dataDir: string): string {
  return join(resolve(dataDir), 'qunhui.db');
}

/** Why a command that only looks does nothing: the folder may be another than meant. */
export function nothingThere(path: string): StartProblem {
  return new StartProblem(`${path} 不存在：请检查 DATA_DIR，没有新建任何东西。/ There is no database: look at DATA_DIR. Nothing was made.`);
}

/** Makes the folder of a database where there is none, for this account only. */
export async function makeFolderOf(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
}

/** The file in which the next database is made; what an earlier attempt left there is of no use to anybody. */
export async function freshFileFor(path: string): Promise<string> {
  const fresh = `${path}.filling`;
  await removeDatabase(fresh);
  return fresh;
}

/** Removes a database file and its log. */
export async function removeDatabase(path: string): Promise<void> {
  for (const part of ['', ...LOGS]) await rm(path + part, { force: true });
}

/** What lies in a folder of what this program makes beside a database, by whole names. */
export async function filesBeside(path: string): Promise<readonly string[]> {
  const [own, stem] = [basename(path), basename(path, 'db')];
  const names = await readdir(dirname(path));
  return names.filter((name) => name !== own && name.startsWith(stem)).map((name) => join(dirname(path), name));
}

/** A name beside a database file under which nothing lies yet, such as `qunhui.format-1.db`. */
async function freeName(path: string, word: string): Promise<string> {
  const stem = path.replace(/\.db$/, '');
  for (let n = 1; ; n += 1) {
    const name = `${stem}.${word}${n === 1 ? '' : `-${n}`}.db`;
    const taken = await Promise.all(['', ...LOGS].map((part) => isThere(name + part)));
    if (!taken.includes(true)) return name;
  }
}

/** What a disk says that has one name for a file only. */
const NO_SECOND_NAMES = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** Gives a file one more name; where the disk has no second names, a copy gets it. */
async function nameAlso(path: string, name: string): Promise<void> {
  try {
    await link(path, name);
  } catch (error) {
    if (!NO_SECOND_NAMES.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await copyFile(path, name);
    await settleOnDisk(name, 'r+');
  }
}

/** Which file has a name, whatever else it is called; null where nothing lies. */
async function fileAt(name: string): Promise<string | null> {
  return stat(name, { bigint: true }).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => null,
  );
}

/** Takes the second name back that a database got in a switch that was not finished. */
async function forgetSwitch(path: string): Promise<void> {
  const own = await fileAt(path);
  for (const name of await filesBeside(path)) if (own !== null && (await fileAt(name)) === own) await removeDatabase(name);
}

/**
 * Puts a whole database in the place of another one, which is kept beside it. Whenever the machine stops, one of the two is in the place;
 * with a log that could not be folded into its file, nothing may be there, and no server starts on that.
 * @returns where the other one lies now; null when there was none
 */
export async function putInPlace(fresh: string, path: string, word: string): Promise<string | null> {
  const settle = () => settleOnDisk(dirname(path), 'r');
  await forgetSwitch(path);
  const parts: string[] = [];
  for (const part of ['', ...LOGS]) if (await isThere(path + part)) parts.push(part);
  const kept = parts.length === 0 ? null : await freeName(path, word);
  for (const part of parts) await nameAlso(path + part, kept + part);
  await settle();
  if (parts.some((part) => part !== '')) {
    // A log would be taken up into whatever lies beside it, and a file without its log is half of one: so the file goes first.
    for (const part of parts) {
      await rm(path + part);
      await settle();
    }
  }
  await rename(fresh, path);
  await settle();
  return kept;
}
