// All data of the configured store as it is at one moment, whether a server is running on it or not.
import { StartProblem } from '#server/hosts/node/environment';
import { databaseFile, removeDatabase } from '#server/hosts/node/keeping/database-file';
import { isThere } from '#server/hosts/node/keeping/lines';
import { askForCopy } from '#server/hosts/node/keeping/operator-door';
import type { WholeData } from '#server/ports/whole-data';

async function readEmbedded(dataDir: string): Promise<WholeData> {
  const path = databaseFile(dataDir);
  if (!(await isThere(path))) throw new StartProblem(`${path} 不存在：请检查 DATA_DIR。/ There is no database: look at DATA_DIR.`);
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
 * @throws StartProblem or Fault in words when it cannot be
 */
export async function readData(environment: { readonly dataDir: string; readonly databaseUrl: string | null }): Promise<WholeData> {
  const { dataDir, databaseUrl } = environment;
  if (databaseUrl === null) return readEmbedded(dataDir);
  const { readWholePostgres } = await import('#server/adapters/store-postgres/postgres-whole');
  return readWholePostgres(databaseUrl);
}
