// Connections to PostgreSQL: pools whose connections are set up alike, and statements that are sent together.
import pg from 'pg';

/** A statement with its values; `name` lets a connection parse and plan it once. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: (string | number | null | Buffer)[];
}

const CONNECT_MS = 5_000;
const IDLE_MS = 60_000;

/**
 * Every statement of this store finds its rows by an index. A plan made while a table is still small would read the whole table, and
 * would be kept while the table grows: so such plans are ruled out. A reply is a promise, so a server that commits without waiting for
 * its disk is told to wait; one that waits for more than its own disk is left alone.
 */
const SET_UP = `SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;
SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '10s'; SET statement_timeout = '30s';
SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';`;

/** A pool of up to `size` connections. */
export function createPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    // Statements go out without waiting for the answers to those before them: that is what keeps a decision at two round trips.
    pipeline: true,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    application_name: 'qunhui',
  });
  // An idle connection that breaks is replaced by the pool; whoever needs the next one learns whether there is one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.query(SET_UP).catch(() => undefined);
  });
  return pool;
}

/**
 * Sends statements in one go and gives their results in order, once all of them are answered.
 * @throws the first failure: those behind it only say that there was one.
 */
export async function sendTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<pg.QueryArrayResult<unknown[]>[]> {
  const answers = await Promise.allSettled(
    statements.map((statement) => client.query<unknown[]>({ ...statement, values: statement.values ?? [], rowMode: 'array' })),
  );
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}
