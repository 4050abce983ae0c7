// Bare deeds on SQLite: prepared statements inside one transaction per batch.
import { batchesOf } from '#core/values/batches';
import { openDatabase, type SqliteDatabase, type SqliteStatement } from '#server/adapters/store-sqlite/libsql-database';
import { type BareDeeds, COLUMNS, groundOf, type PreparedDeed, type PreparedJob, type Row, rowsOf } from './bare-deeds';
import { perSecond } from './measure';

function createWriter(database: SqliteDatabase) {
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
  const standing = new Map<string, Row>();
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
    insert,
    set,
    put,
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

/** Prepares a file whose tables a store has made. */
export function openBareSqlite(path: string, job: PreparedJob): BareDeeds {
  const database = openDatabase(path);
  const write = createWriter(database);
  const ground = groundOf(job);
  database.execute(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 16384; BEGIN',
  );
  for (const row of ground.documents) write.insert.run(...row);
  database.execute('COMMIT');
  const remove = database.prepare('DELETE FROM documents WHERE id = ?');
  const unset = database.prepare('DELETE FROM scores WHERE board = ? AND key = ?');

  /** Brings back what was there before the first deed. */
  function reset(): void {
    database.execute('BEGIN');
    for (const { inserts, scores } of job.deeds) {
      for (const [id] of inserts) remove.run(id ?? null);
      for (const { board, key, from } of scores) if (from === null) unset.run(board, key);
    }
    for (const row of ground.documents) write.put(row);
    for (const { board, key, points, at, fine, coarse } of ground.scores) write.set.run(board, key, points, at, fine, coarse);
    database.execute('COMMIT');
  }

  reset();

  async function run(deeds: readonly PreparedDeed[], size: number): Promise<number> {
    const batches = batchesOf(deeds, size);
    const rate = (await perSecond(1, batches.length, async (position) => write.batch(batches[position] ?? []))) / batches.length;
    reset();
    return rate * deeds.length;
  }

  return {
    batched: (size) => run(job.deeds, size),
    oneByOne: (count) => run(job.deeds.slice(0, count), 1),
    close: async () => database.close(),
  };
}
