// Bare deeds on SQLite: prepared statements inside one transaction per batch.
import { batchesOf } from '#core/values/batches';
import { openDatabase, type SqliteDatabase, type SqliteStatement } from '#server/adapters/store-sqlite/libsql-database';
import { type BareDeeds, COLUMNS, groundOf, type PreparedDeed, type PreparedJob, type Row, rowsOf } from './bare-deeds';
import { perSecond } from './measure';

function createWriter(database: SqliteDatabase, standing: Map<string, Row>) {
  const insert = database.prepare(`INSERT INTO documents (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`);
  // A column that is named has its index written anew: so only those are whose key becomes another one.
  const updates = new Map<string, SqliteStatement>();
  const set = database.prepare(
    `INSERT INTO scores (board, key, points, at, fine, coarse) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (board, key) DO UPDATE SET points = excluded.points, at = excluded.at, fine = excluded.fine, coarse = excluded.coarse`,
  );
  const count = database.prepare(
    `INSERT INTO counters (board, level, top, members) VALUES (?, ?, ?, ?)
     ON CONFLICT (board, level, top) DO UPDATE SET members = members + excluded.members`,
  );
  const look = database.prepare('SELECT id, body FROM documents WHERE id IN (SELECT value FROM json_each(?))');
  const put = (row: Row): void => {
    const id = String(row[0]);
    const before = standing.get(id);
    const moved = COLUMNS.flatMap((column, at) => (at === 0 || row[at] === before?.[at] ? [] : [{ column, value: row[at] ?? null }]));
    if (moved.length === 0) return;
    const sets = moved.map(({ column }) => `${column} = ?`).join(', ');
    const update = updates.get(sets) ?? database.prepare(`UPDATE documents SET ${sets} WHERE id = ?`);
    updates.set(sets, update);
    update.run(...moved.map(({ value }) => value), id);
    standing.set(id, row);
  };
  return {
    put,
    set,
    batch(batch: readonly PreparedDeed[]): void {
      const { inserts, puts, scores, counters } = rowsOf(batch);
      database.execute('BEGIN IMMEDIATE');
      look.all(JSON.stringify(puts.map(([id]) => id)));
      for (const row of inserts) insert.run(...row);
      for (const row of puts) put(row);
      for (const { board, key, points, at, fine, coarse } of scores) set.run(board, key, points, at, fine, coarse);
      for (const { board, level, top, members } of counters) count.run(board, level, top, members);
      database.execute('COMMIT');
    },
  };
}

const AS_OURS =
  'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 16384';

/** Leaves one file, as a store does. */
const RELEASE = 'PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; BEGIN IMMEDIATE; COMMIT';

/** Counts all boards anew. */
const COUNT_ANEW = `DELETE FROM counters;
INSERT INTO counters (board, level, top, members)
SELECT board, 1, fine, count(*) FROM scores GROUP BY board, fine UNION ALL SELECT board, 0, coarse, count(*) FROM scores GROUP BY board, coarse`;

/** Opens a file on which a job can be done. */
export function openBareSqlite(path: string, job: PreparedJob): BareDeeds {
  const database = openDatabase(path);
  database.execute(AS_OURS);
  const ground = groundOf(job);
  const standing = (): Map<string, Row> => new Map(ground.documents.map((row) => [String(row[0]), row]));
  let write = createWriter(database, standing());
  const run = async (deeds: readonly PreparedDeed[], size: number): Promise<number> => {
    const batches = batchesOf(deeds, size);
    const perBatch = (await perSecond(1, batches.length, async (position) => write.batch(batches[position] ?? []))) / batches.length;
    return perBatch * deeds.length;
  };
  return {
    batched: (size) => run(job.deeds, size),
    oneByOne: (count) => run(job.deeds.slice(0, count), 1),
    async reset() {
      const remove = database.prepare('DELETE FROM documents WHERE id = ?');
      const unset = database.prepare('DELETE FROM scores WHERE board = ? AND key = ?');
      // Whatever stands there now becomes what stood there.
      const back = createWriter(database, new Map());
      database.execute('BEGIN');
      for (const id of ground.fresh) remove.run(id);
      for (const { board, key } of ground.freshScores) unset.run(board, key);
      for (const row of ground.documents) back.put(row);
      for (const { board, key, points, at, fine, coarse } of ground.scores) back.set.run(board, key, points, at, fine, coarse);
      database.execute(COUNT_ANEW);
      database.execute('COMMIT');
      write = createWriter(database, standing());
    },
    async close() {
      database.execute(RELEASE);
      database.close();
    },
  };
}
