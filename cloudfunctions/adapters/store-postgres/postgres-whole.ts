// Everything in a PostgreSQL database as it was at one moment, read while servers go on; and how a filled one is opened to servers.
import pg from 'pg';
import { DATA_FORMAT } from '#core/tables';
import { decodeDocument } from '#server/adapters/store-lane/document-text';
import { faulting } from '#server/adapters/store-postgres/postgres-fault';
import { endFilling, formatOf } from '#server/adapters/store-postgres/postgres-schema';
import type { Piece, WholeData } from '#server/ports/whole-data';

const PAGE_ROWS = 500;

/** All of a PostgreSQL database. */
export interface WholePostgres extends WholeData {
  /** False where no server has ever been started on it. */
  readonly hasTables: boolean;
}

/** The transaction sees one moment, whatever is committed meanwhile; nobody waits for it. */
const ONE_MOMENT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** The rows of a statement that takes the last row of the page before, page by page. */
async function* pagesOf(client: pg.Client, text: string, last: readonly string[]): AsyncGenerator<readonly unknown[]> {
  for (let from = last; ; ) {
    const { rows } = await faulting(() => client.query<unknown[]>({ text, values: [...from, PAGE_ROWS], rowMode: 'array' }));
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE_ROWS) return;
    from = from.map((before, position) => (position < from.length - 1 ? String(end[position]) : before));
  }
}

async function* piecesOf(client: pg.Client): AsyncGenerator<Piece> {
  const firstOf = 'SELECT min(id) FROM qunhui_documents WHERE id >= $1';
  const documents = 'SELECT id, body FROM qunhui_documents WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3';
  const scores =
    'SELECT board, key, points, at FROM qunhui_scores WHERE (board, key) > ($1, $2) AND board < $3 ORDER BY board, key LIMIT $4';
  for (let from = ''; ; ) {
    const { rows } = await faulting(() => client.query<unknown[]>({ text: firstOf, values: [from], rowMode: 'array' }));
    const first = rows[0]?.[0];
    if (typeof first !== 'string') return;
    const community = first.slice(0, first.indexOf('/'));
    // '0' is the character after '/'.
    from = `${community}0`;
    for await (const [, body] of pagesOf(client, documents, [`${community}/`, from])) {
      yield { kind: 'document', document: decodeDocument(String(body)) };
    }
    for await (const [board, key, points, at] of pagesOf(client, scores, [`${community}/`, '', from])) {
      yield { kind: 'score', score: { board: String(board), key: String(key), points: Number(points), at: Number(at) } };
    }
  }
}

async function findTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>("SELECT to_regclass('qunhui_documents') AS found");
  return rows[0]?.found !== null;
}

/**
 * Reads a whole database, whatever its format up to today's.
 * @throws Fault('store_unavailable') when the server cannot be reached; Error in words when the data is of a newer format.
 */
export async function readWholePostgres(url: string): Promise<WholePostgres> {
  const client = new pg.Client({ connectionString: url });
  // A connection that is lost is told of by the next question; unheard, it would end the process.
  client.on('error', () => undefined);
  try {
    await faulting(() => client.connect());
    await faulting(() => client.query(ONE_MOMENT));
    const hasTables = await faulting(() => findTables(client));
    const format = hasTables ? await faulting(() => formatOf(client)) : DATA_FORMAT;
    return {
      format,
      hasTables,
      async *pieces() {
        if (hasTables) yield* piecesOf(client);
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Says that a database that was opened to be filled is whole. */
export async function endPostgresFilling(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await faulting(() => client.connect());
    await faulting(() => endFilling(client));
  } finally {
    await client.end();
  }
}
