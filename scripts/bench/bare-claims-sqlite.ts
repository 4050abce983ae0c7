// Bare claims on SQLite: prepared statements inside one transaction per batch.
import { openDatabase, type SqliteDatabase, type SqliteValue } from '#server/adapters/store-sqlite/libsql-database';
import { type BareClaims, batchesOf, COLUMNS, newMembersOf, type PreparedClaim, type PreparedJob, type Row } from './bare-claims';
import { perSecond } from './measure';

function createWriter(database: SqliteDatabase, stock: Row): (batch: readonly PreparedClaim[]) => void {
  const insert = database.prepare(`INSERT INTO documents (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`);
  const sets = COLUMNS.slice(1).map((column) => `${column} = ?`);
  const update = database.prepare(`UPDATE documents SET ${sets.join(', ')} WHERE id = ?`);
  const look = database.prepare('SELECT id, body FROM documents WHERE id IN (SELECT value FROM json_each(?))');
  const set = database.prepare('INSERT INTO scores (board, key, points, at, fine, coarse) VALUES (?, ?, ?, ?, ?, ?)');
  const count = database.prepare(
    `INSERT INTO counters (board, level, top, members) VALUES (?, ?, ?, ?)
     ON CONFLICT (board, level, top) DO UPDATE SET members = members + excluded.members`,
  );
  const put = ([id, ...rest]: readonly SqliteValue[]): void => update.run(...rest, id ?? null);
  return (batch) => {
    database.execute('BEGIN IMMEDIATE');
    look.all(JSON.stringify([stock[0], ...batch.map((claim) => claim.member[0])]));
    for (const claim of batch) {
      for (const row of claim.inserts) insert.run(...row);
      put(claim.member);
      for (const { board, key, points, at } of claim.scores) set.run(board, key, points, at, points, points);
    }
    for (const [board, members] of newMembersOf(batch)) for (const level of [0, 1]) count.run(board, level, 1, members);
    put(stock);
    database.execute('COMMIT');
  };
}

/** Prepares a file whose tables a store has made. */
export function openBareSqlite(path: string, { claims, stock }: PreparedJob): BareClaims {
  const database = openDatabase(path);
  database.execute('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN');
  const insert = database.prepare(`INSERT INTO documents (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`);
  for (const row of [stock, ...claims.map((claim) => claim.member)]) insert.run(...row);
  database.execute('COMMIT');
  const write = createWriter(database, stock);
  const remove = database.prepare('DELETE FROM documents WHERE id = ?');

  async function run(some: readonly PreparedClaim[], size: number): Promise<number> {
    const batches = batchesOf(some, size);
    const rate = size * (await perSecond(1, batches.length, async (position) => write(batches[position] ?? [])));
    database.execute('BEGIN');
    for (const row of some.flatMap((claim) => claim.inserts)) remove.run(row[0] ?? null);
    database.execute('DELETE FROM scores; DELETE FROM counters; COMMIT');
    return rate;
  }

  return {
    batched: (size) => run(claims, size),
    oneByOne: (count) => run(claims.slice(0, count), 1),
    close: async () => database.close(),
  };
}
