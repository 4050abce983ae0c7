// All data of the configured store as it is at one moment, whether a server is running on it or not.
import { StartProblem } from '#server/hosts/node/environment';
import { databaseFile, nothingThere, removeDatabase } from '#server/hosts/node/keeping/database-file';
import { isThere } from '#server/hosts/node/keeping/lines';
import { askForCopy } from '#server/hosts/node/keeping/operator-door';
import type { WholeData } from '#server/ports/whole-data';

async function readEmbedded(dataDir: string): Promise<WholeData> {
  const path = databaseFile(dataDir);
  if (!(await isThere(path))) throw nothingThere(path);
  const { readWholeSqlite } = await import('#server/adapters/store-sqlite/sqlite-whole');
  const copy = await askForCopy(path);
  if (copy === null) return readWholeSqlite(path);
  const whole = readWholeSqlite(copy);
  return {
    ...whole,
    async close() {
      await whole.close();
      await removeDatabase(copy);
    },
  };
}

/**
 * Opens everything for reading.
 * @throws StartProblem or Fault in words when it cannot be, or when nothing is there
 */
export async function readData(environment: { readonly dataDir: string; readonly databaseUrl: string | null }): Promise<WholeData> {
  const { dataDir, databaseUrl } = environment;
  if (databaseUrl === null) return readEmbedded(dataDir);
  const { readWholePostgres } = await import('#server/adapters/store-postgres/postgres-whole');
  const whole = await readWholePostgres(databaseUrl);
  if (whole.hasTables) return whole;
  await whole.close();
  throw new StartProblem(
    `${new URL(databaseUrl).host} 的数据库里没有群惠的数据：请检查 DATABASE_URL，没有新建任何东西。/ There is no data of Qunhui: look at DATABASE_URL. Nothing was made.`,
  );
}
