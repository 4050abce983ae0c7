// Upgrades an embedded database of an older format: into a new file, which is checked before it takes the place of the old one.
import { basename } from 'node:path';
import { DATA_FORMAT } from '#core/tables';
import { createSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { readWholeSqlite } from '#server/adapters/store-sqlite/sqlite-whole';
import { checkData, type DataCheck } from '#server/app/check-data';
import { StartProblem } from '#server/hosts/node/environment';
import { freshFileFor, putInPlace, removeDatabase } from '#server/hosts/node/keeping/database-file';
import { fillStore } from '#server/hosts/node/keeping/fill-store';
import { piecesOfToday } from '#server/hosts/node/keeping/upgrade-data';
import type { WholeData } from '#server/ports/whole-data';

/**
 * Makes a database file from whole data and checks it; a file that could not be made whole is removed again.
 * @throws Fault when there is no room for it; StartProblem when older data cannot be understood
 */
export async function makeDatabase(fresh: string, whole: WholeData): Promise<DataCheck> {
  try {
    const store = await createSqliteStore({ path: fresh });
    try {
      await fillStore(store, piecesOfToday(whole));
      return await checkData(store, { pieces: store.pieces() });
    } finally {
      await store.close();
    }
  } catch (error) {
    await removeDatabase(fresh);
    throw error;
  }
}

/**
 * Upgrades a file. The old one stays beside it, untouched, under the name of its format.
 * @throws StartProblem when what comes out is not whole; the old file is in its place then
 */
export async function upgradeFile(path: string, say: (words: string) => void): Promise<void> {
  const old = readWholeSqlite(path);
  const { format } = old;
  say(`正在把数据从格式 ${format} 升级到 ${DATA_FORMAT} …… / upgrading the data from format ${format} to ${DATA_FORMAT}`);
  let fresh: string;
  try {
    fresh = await freshFileFor(path);
    const { differences } = await makeDatabase(fresh, old);
    const [first] = differences;
    if (first !== undefined) {
      await removeDatabase(fresh);
      throw new StartProblem(
        `升级后的数据核对不上（${differences.length} 处，第一处：${first.id} ${first.problem}），没有升级，数据没有改动。/ What came out of the upgrade is not whole; nothing was changed.`,
      );
    }
    old.fold();
  } finally {
    await old.close();
  }
  const kept = await putInPlace(fresh, path, `format-${format}`);
  say(`升级完成，核对无误；旧数据留在 ${basename(kept ?? path)}。/ upgraded and checked; the old data is kept beside it.`);
}
