// The tables on a PostgreSQL server, made once even when several processes start at the same moment.
import type pg from 'pg';
import { DATA_FORMAT } from '#core/tables';
import { decodeDocument } from '#server/adapters/store-lane/document-text';
import { newerWords, olderWords } from '#server/adapters/store-lane/format-words';
import { INDEX_FINGERPRINT, indexKeysOf, KEY_SLOTS } from '#server/adapters/store-lane/index-key';
import { textArray } from '#server/adapters/store-postgres/postgres-array';
import { OlderFormat } from '#server/ports/whole-data';

/** The first of the two numbers of our advisory locks: one class for communities, one for the schema. */
export const COMMUNITY_LOCKS = 0x5148;
const SCHEMA_LOCKS = 0x5149;

const PARTLY =
  '数据库里只有恢复到一半的数据：清空它（或换一个空的数据库），再 npm run restore 一次。/ the database holds a restore that did not come to its end: empty it, and restore again.';

const REINDEX_ROWS = 500;

/** The key columns of a document, in the order in which statements name them. */
export const KEY_COLUMNS: readonly string[] = [...Array.from({ length: KEY_SLOTS }, (_, slot) => `key${slot}`), 'overall'];

/**
 * Documents are kept as text: jsonb would reorder keys, drop what repeats and refuse U+0000. All texts sort by byte, whatever the
 * language of the server. Free room in the pages lets a document or counter be replaced without touching its indexes. On a board points
 * fall while instants and keys rise; with the points turned round all three rise, so that whatever is beside a key is one range of the
 * index. The points themselves lie in it so that it answers alone. It took the place of an index of the points as they are.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS qunhui_facts (name text PRIMARY KEY, value text NOT NULL);
CREATE TABLE IF NOT EXISTS qunhui_documents (id text COLLATE "C" PRIMARY KEY, body text NOT NULL) WITH (fillfactor = 80);
CREATE TABLE IF NOT EXISTS qunhui_scores (
  board text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, points integer NOT NULL, at bigint NOT NULL,
  fine integer NOT NULL, coarse integer NOT NULL, PRIMARY KEY (board, key));
DROP INDEX IF EXISTS qunhui_scores_in_order;
CREATE INDEX IF NOT EXISTS qunhui_scores_by_place ON qunhui_scores (board, (-points), at, key) INCLUDE (points);
CREATE TABLE IF NOT EXISTS qunhui_counters (
  board text COLLATE "C" NOT NULL, level integer NOT NULL, top integer NOT NULL, members integer NOT NULL,
  PRIMARY KEY (board, level, top)) WITH (fillfactor = 50);`;

const KEYS = KEY_COLUMNS.map(
  (column) => `ALTER TABLE qunhui_documents ADD COLUMN IF NOT EXISTS ${column} text COLLATE "C";
CREATE INDEX IF NOT EXISTS qunhui_documents_by_${column} ON qunhui_documents (${column}, id) WHERE ${column} IS NOT NULL;`,
).join('\n');

/** The fact that stands there while the database is being filled: a part of the data is no data. */
const FILLING = 'filling';

async function factOf(client: pg.ClientBase, name: string): Promise<string | null> {
  const { rows } = await client.query<{ value: string }>('SELECT value FROM qunhui_facts WHERE name = $1', [name]);
  return rows[0]?.value ?? null;
}

/** Builds the keys of all documents again, after the declared indexes have changed. */
async function reindex(client: pg.PoolClient): Promise<void> {
  let last = '';
  for (;;) {
    const { rows } = await client.query<{ id: string; body: string }>(
      'SELECT id, body FROM qunhui_documents WHERE id > $1 ORDER BY id LIMIT $2',
      [last, REINDEX_ROWS],
    );
    const keys = rows.map((row) => indexKeysOf(decodeDocument(row.body)));
    const columns = KEY_COLUMNS.map((_, slot) => textArray(keys.map((of) => (slot < KEY_SLOTS ? (of.slots[slot] ?? null) : of.overall))));
    if (rows.length > 0) {
      await client.query(
        `UPDATE qunhui_documents AS old SET ${KEY_COLUMNS.map((column) => `${column} = new.${column}`).join(', ')}
         FROM unnest($1::text[], ${KEY_COLUMNS.map((_, slot) => `$${slot + 2}::text[]`).join(', ')}) AS new (id, ${KEY_COLUMNS.join(', ')})
         WHERE old.id = new.id`,
        [textArray(rows.map((row) => row.id)), ...columns],
      );
    }
    if (rows.length < REINDEX_ROWS) return;
    last = rows.at(-1)?.id ?? '';
  }
}

/**
 * The format of a database.
 * @throws Error in words when it is of a newer format.
 */
export async function formatOf(client: pg.ClientBase): Promise<number> {
  const format = Number((await factOf(client, 'version')) ?? DATA_FORMAT);
  if (format > DATA_FORMAT) throw new Error(newerWords('数据库 / the database', format));
  return format;
}

/** Says that a database that was being filled is whole: from now on servers are let in. */
export async function endFilling(client: pg.ClientBase): Promise<void> {
  await client.query('DELETE FROM qunhui_facts WHERE name = $1', [FILLING]);
}

/**
 * Makes what is missing and brings the keys up to date.
 * @throws OlderFormat when the database must be upgraded first; Error in words when it is of a newer format, or only partly filled.
 */
export async function prepareSchema(client: pg.PoolClient, fills: boolean): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    // Another process may be bringing a large database up to date: that takes as long as it takes.
    await client.query('SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0');
    await client.query('SELECT pg_advisory_xact_lock($1, 0)', [SCHEMA_LOCKS]);
    await client.query(TABLES);
    const format = await formatOf(client);
    if (format < DATA_FORMAT) throw new OlderFormat(format, olderWords('数据库 / the database', format, 'database'));
    if ((await factOf(client, FILLING)) !== null) throw new Error(PARTLY);
    if (fills) await client.query('INSERT INTO qunhui_facts VALUES ($1, $2)', [FILLING, '1']);
    if ((await factOf(client, 'indexes')) !== INDEX_FINGERPRINT) {
      await client.query(KEYS);
      await reindex(client);
    }
    await client.query(
      `INSERT INTO qunhui_facts VALUES ('version', $1), ('indexes', $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value
       WHERE qunhui_facts.value <> excluded.value`,
      [String(DATA_FORMAT), INDEX_FINGERPRINT],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
