// Makes a community large: one member's life, which came about through the real actions, is copied in the database for as many others.
import pg from 'pg';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import type { BenchEngine } from './bench-engines';

/** What is copied, and how often. */
export interface Growth {
  readonly communityId: string;
  /** The member whose documents and places on boards are copied. */
  readonly memberId: string;
  readonly copies: number;
}

/** How the two engines say the same. */
interface Dialect {
  readonly prefix: string;
  /** Numbers from 1 to a given one, as a table of the column `copy`. */
  readonly copies: (count: number) => string;
  readonly digits: string;
}

const dialects: Readonly<Record<BenchEngine['name'], Dialect>> = {
  sqlite: {
    prefix: '',
    copies: (count) =>
      `(WITH RECURSIVE counted (copy) AS (SELECT 1 UNION ALL SELECT copy + 1 FROM counted WHERE copy < ${count}) SELECT copy FROM counted)`,
    digits: "printf('%07d', copy)",
  },
  postgres: {
    prefix: 'qunhui_',
    copies: (count) => `(SELECT copy FROM generate_series(1, ${count}) AS copy)`,
    digits: "lpad(copy::text, 7, '0')",
  },
};

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The statements that copy a member. The copies differ in their names and, so that boards have an order, in their points. */
function statementsOf(
  { prefix, copies, digits }: Dialect,
  columns: readonly string[],
  { communityId, memberId, copies: count }: Growth,
): string[] {
  const own = text(memberId);
  const fresh = `(${text(memberId.slice(0, -7))} || ${digits})`;
  const copied = columns.map((column) => `replace(${column}, ${own}, ${fresh})`);
  // Up to 2,047 points every value is a range of its own, and 128 of them are a coarse one.
  const points = '(points + copy % 1000)';
  const inCommunity = `>= ${text(`${communityId}/`)} AND`;
  return [
    `INSERT INTO ${prefix}documents (${columns.join(', ')}) SELECT ${copied.join(', ')}
     FROM (SELECT * FROM ${prefix}documents WHERE id ${inCommunity} id < ${text(`${communityId}0`)} AND id LIKE ${text(`%${memberId}%`)}) AS life
     CROSS JOIN ${copies(count)} AS copies`,
    `INSERT INTO ${prefix}scores (board, key, points, at, fine, coarse)
     SELECT board, ${fresh}, ${points}, at + copy, ${points}, ${points} | 127
     FROM (SELECT * FROM ${prefix}scores WHERE board ${inCommunity} board < ${text(`${communityId}0`)} AND key = ${own} AND points < 1000) AS places
     CROSS JOIN ${copies(count)} AS copies`,
    `DELETE FROM ${prefix}counters`,
    `INSERT INTO ${prefix}counters (board, level, top, members) SELECT board, 0, coarse, count(*) FROM ${prefix}scores GROUP BY board, coarse`,
    `INSERT INTO ${prefix}counters (board, level, top, members) SELECT board, 1, fine, count(*) FROM ${prefix}scores GROUP BY board, fine`,
  ];
}

/**
 * Grows a community in a place that no store has open.
 * @returns how many documents of the journal there are then
 */
export async function growHistory(engine: BenchEngine, place: string, growth: Growth, columns: readonly string[]): Promise<number> {
  const dialect = dialects[engine.name];
  const statements = statementsOf(dialect, columns, growth);
  const events = `SELECT count(*) FROM ${dialect.prefix}documents WHERE id >= ${text(`${growth.communityId}/journal/`)} AND id < ${text(`${growth.communityId}/journal0`)}`;
  if (engine.name === 'sqlite') {
    const database = openDatabase(place);
    database.execute(`PRAGMA synchronous = OFF; BEGIN; ${statements.join(';\n')}; COMMIT;`);
    const counted = Number(database.prepare(events).get()?.[0]);
    database.close();
    return counted;
  }
  const client = new pg.Client({ connectionString: place });
  await client.connect();
  await client.query('SET synchronous_commit = off');
  for (const statement of statements) await client.query(statement);
  for (const table of ['documents', 'scores', 'counters']) await client.query(`VACUUM ANALYZE qunhui_${table}`);
  const { rows } = await client.query<{ count: string }>(events);
  await client.end();
  return Number(rows[0]?.count);
}
