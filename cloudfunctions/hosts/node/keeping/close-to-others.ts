// Closes data to the other accounts of a machine: in it lie secrets, and which account is whose.
import { chmod, readdir, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { filesBeside } from '#server/hosts/node/keeping/database-file';

/** What everybody may do. Where only a group may, somebody has said so. */
const EVERYBODY = 0o007;

/** What this program and its commands put into a data folder. */
const OURS = /^(qunhui[.-]|operator\.json$)/;

/** Leaves the owner's rights only, where everybody has some. @throws Error when that is not allowed */
async function close(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & EVERYBODY) === 0) return false;
  await chmod(path, mode & 0o700);
  // Some disks know no rights and say nothing of it.
  return ((await stat(path)).mode & EVERYBODY) === 0;
}

/** Closes a database, what lies beside it of ours, and its folder where nothing else is in it; says what everybody could read until now. */
export async function closeToOthers(databasePath: string, say: (words: string) => void): Promise<void> {
  const folder = dirname(databasePath);
  const isOurs = (await readdir(folder)).every((name) => OURS.test(name));
  const closed: string[] = [];
  const open: string[] = [];
  for (const path of [...(isOurs ? [folder] : []), databasePath, ...(await filesBeside(databasePath))]) {
    try {
      if (await close(path)) closed.push(basename(path));
    } catch {
      open.push(basename(path));
    }
  }
  if (closed.length > 0) {
    say(
      `本机所有账户都能读 ${closed.join('、')}：已改为只有运行服务器的账户能读。/ could be read by every account of this machine: closed`,
    );
  }
  if (open.length > 0) {
    say(
      `本机所有账户可能都能读 ${open.join('、')}，而本进程改不了权限（docs/security.md）。/ may be readable by every account of this machine`,
    );
  }
}
