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
/** Longer than the server's own limit: this is for a network that has swallowed the answer. */
const ANSWER_MS = 40_000;

/**
 * Every statement of this store finds its rows by an index and in the order of an index, so its plan is always the same: it is made once
 * for each connection, and plans that read or sort a whole table are ruled out. Left alone, the server would plan the larger statements
 * anew at every call, which takes longer than to run them, or keep a plan that was made while a table was small.
 */
const PLANS = `SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off;
SET enable_mergejoin = off; SET enable_sort = off; SET jit = off;`;

/** Nobody waits for ever; and a process that hangs in the middle of a batch loses its hold on the communities. */
const LIMITS = "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '10s'; SET statement_timeout = '30s';";

/** A reply is a promise: a server that commits without waiting for its disk is told to wait; one that waits for more is left alone. */
const DURABLE = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';";

/** A pool of up to `size` connections. */
export function createPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    // Statements go out without waiting for the answers to those before them: that is what keeps a decision at two round trips.
    pipeline: true,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    application_name: 'qunhui',
  });
  // An idle connection that breaks is replaced by the pool; whoever needs the next one learns whether there is one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    // The pool listens only while a connection is idle. One that breaks in somebody's hands fails their statements; without a listener of
    // its own it would end the process as well, when it breaks between two statements.
    client.on('error', () => undefined);
    // Without these settings nothing that the store says of this connection holds, so it is not used.
    client.query(PLANS + LIMITS + DURABLE).catch(() => void client.end());
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
