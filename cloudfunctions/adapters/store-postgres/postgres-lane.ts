// A lane of the PostgreSQL store: one transaction per batch, begun and loaded in one round trip, written and committed in another.
import type pg from 'pg';
import type { Id } from '#core/values/ids';
import type { CheckedWrites, DocumentChange } from '#server/adapters/store-lane/check-decision';
import { communityNumber } from '#server/adapters/store-lane/create-lane-store';
import { type EngineLane, type Texts, TryAgain } from '#server/adapters/store-lane/engine';
import { KEY_SLOTS, sameKeys } from '#server/adapters/store-lane/index-key';
import { integerArray, textArray } from '#server/adapters/store-postgres/postgres-array';
import { scoreStatement } from '#server/adapters/store-postgres/postgres-boards';
import { faultOf, isExistingId, isLostConnection } from '#server/adapters/store-postgres/postgres-fault';
import { type Statement, sendTogether } from '#server/adapters/store-postgres/postgres-pool';
import { COMMUNITY_LOCKS, KEY_COLUMNS } from '#server/adapters/store-postgres/postgres-schema';

/*
 * Why a lock on the community, and not on rows. A decision may rest on documents that are absent, and there is no row to lock for them;
 * it may ask for more documents later, in an order of its own, and two such decisions on row locks would meet crosswise; and counters of
 * boards and inserted ids are only known once decisions have run. One decision touches one community, so a lock on that, taken before
 * anything is read, covers all of it: no skew, no crossing, no lost counter. What it costs is that two processes take turns on a
 * community. They take turns on its hot rows anyway, and each turn is a whole batch.
 *
 * The lock is an advisory one of the transaction, so it ends with the transaction however that ends. Locks of one batch are taken in
 * the order of their numbers, and no batch holds one while it waits for anything else but the next: so no two batches wait for each
 * other. READ COMMITTED gives every statement a view of its own: the load sees all that was committed before the lock was had.
 */
const BEGIN: Statement = { text: 'BEGIN ISOLATION LEVEL READ COMMITTED' };
const COMMIT: Statement = { text: 'COMMIT' };

function lockStatement(communities: readonly string[]): Statement {
  const numbers = [...new Set(communities.map((community) => communityNumber(community) | 0))].sort((first, second) => first - second);
  return {
    name: 'lock',
    text: `SELECT pg_advisory_xact_lock(${COMMUNITY_LOCKS}, number) FROM unnest($1::int4[]) AS number`,
    values: [integerArray(numbers)],
  };
}

/** Loads documents by id. */
export function loadStatement(ids: readonly Id[]): Statement {
  return { name: 'load', text: 'SELECT id, body FROM qunhui_documents WHERE id = ANY($1::text[])', values: [textArray(ids)] };
}

/** The texts in the answer to loadStatement. */
export function textsOf(answer: pg.QueryArrayResult<unknown[]> | undefined): Texts {
  return new Map(answer?.rows.map(([id, body]) => [String(id), String(body)]));
}

type Kept = Exclude<DocumentChange, { kind: 'remove' }>;

const COLUMNS = ['id', 'body', ...KEY_COLUMNS];
const ARRAYS = COLUMNS.map((_, position) => `$${position + 1}::text[]`).join(', ');

function keptValues(changes: readonly Kept[]): Buffer[] {
  return [
    textArray(changes.map((change) => change.id)),
    textArray(changes.map((change) => change.text)),
    ...Array.from({ length: KEY_SLOTS }, (_, slot) => textArray(changes.map((change) => change.keys.slots[slot] ?? null))),
    textArray(changes.map((change) => change.keys.overall)),
  ];
}

/** Whether a change leaves the document at its places in all indexes: then its keys need not travel. */
function isStaying({ keys, keysBefore }: Kept): boolean {
  return keysBefore != null && sameKeys(keys, keysBefore);
}

function documentStatements(changes: readonly DocumentChange[]): Statement[] {
  const kept = changes.filter((change): change is Kept => change.kind !== 'remove');
  const inserts = kept.filter((change) => change.kind === 'insert');
  const puts = kept.filter((change) => change.kind === 'put');
  const removes = changes.filter((change) => change.kind === 'remove');
  const statements: Statement[] = [];
  if (removes.length > 0) {
    const values = [textArray(removes.map((change) => change.id))];
    statements.push({ name: 'remove', text: 'DELETE FROM qunhui_documents WHERE id = ANY($1::text[])', values });
  }
  if (inserts.length > 0) {
    const text = `INSERT INTO qunhui_documents (${COLUMNS.join(', ')}) SELECT * FROM unnest(${ARRAYS})`;
    statements.push({ name: 'insert', text, values: keptValues(inserts) });
  }
  const staying = puts.filter(isStaying);
  const moving = puts.filter((change) => !isStaying(change));
  if (staying.length > 0) {
    const text = `UPDATE qunhui_documents AS old SET body = new.body FROM unnest($1::text[], $2::text[]) AS new (id, body) WHERE old.id = new.id`;
    const values = [textArray(staying.map((change) => change.id)), textArray(staying.map((change) => change.text))];
    statements.push({ name: 'put-body', text, values });
  }
  if (moving.length > 0) {
    const text = `UPDATE qunhui_documents AS old SET ${COLUMNS.slice(1)
      .map((column) => `${column} = new.${column}`)
      .join(', ')} FROM unnest(${ARRAYS}) AS new (${COLUMNS.join(', ')}) WHERE old.id = new.id`;
    statements.push({ name: 'put', text, values: keptValues(moving) });
  }
  return statements;
}

function writeStatements({ documents, scores }: CheckedWrites): Statement[] {
  const statements = documentStatements(documents);
  return scores.length > 0 ? [...statements, scoreStatement(scores)] : statements;
}

/** Says that one of the inserted ids exists; which one, the next run finds out by loading them. */
function meeting(changes: readonly CheckedWrites[], cause: unknown): TryAgain {
  const inserted = changes.flatMap(({ documents }) => documents.filter((change) => change.kind === 'insert')).map((change) => change.id);
  return new TryAgain('an inserted document exists', inserted, { cause });
}

/** One transaction of a lane, from the moment when it has a connection. */
interface Transaction {
  readonly client: pg.PoolClient;
  /** What it has been given to write, and how the server has answered to what was given ahead. */
  readonly given: CheckedWrites[];
  readonly ahead: Promise<unknown>[];
  /** What went wrong first: the answers after it only say that something did. */
  failure: { readonly error: unknown } | null;
  isOver: boolean;
}

async function send(transaction: Transaction | null, statements: readonly Statement[]): Promise<pg.QueryArrayResult<unknown[]>[]> {
  if (transaction === null || transaction.isOver) {
    throw transaction?.failure?.error ?? new Error('a lane sends only between begin and the end of its transaction');
  }
  try {
    return await sendTogether(transaction.client, statements);
  } catch (error) {
    transaction.failure ??= { error };
    throw transaction.failure.error;
  }
}

function giveBack(transaction: Transaction, error?: unknown): void {
  transaction.isOver = true;
  transaction.client.release(error instanceof Error && isLostConnection(error) ? error : undefined);
}

/** Ends a transaction after a failure; a connection that cannot even do that is thrown away. */
async function rollBack(transaction: Transaction | null): Promise<void> {
  if (transaction === null || transaction.isOver) return;
  transaction.isOver = true;
  try {
    await sendTogether(transaction.client, [{ text: 'ROLLBACK' }]);
    transaction.client.release();
  } catch (error) {
    transaction.client.release(error instanceof Error ? error : true);
  }
}

/** A lane that takes a connection for each batch and gives it back afterwards. */
export function createPostgresLane(pool: pg.Pool): EngineLane {
  let current: Transaction | null = null;

  async function open(statements: readonly Statement[], again: boolean): Promise<Texts> {
    const transaction = { client: await pool.connect(), given: [], ahead: [], failure: null, isOver: false };
    current = transaction;
    try {
      return textsOf((await send(transaction, statements)).at(-1));
    } catch (error) {
      // A connection that broke while nobody used it, as after a restart of the server, is found out here and nothing is lost yet.
      if (!again || !isLostConnection(error)) throw error;
      giveBack(transaction, error);
      return open(statements, false);
    }
  }

  /** A part of the transaction: when it fails, or what was given ahead of it has, the transaction is over. */
  async function part<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (error) {
      const transaction = current;
      await rollBack(transaction);
      throw isExistingId(error) ? meeting(transaction?.given ?? [], error) : faultOf(error);
    }
  }

  return {
    begin: (communities, ids) => part(() => open([BEGIN, lockStatement(communities), loadStatement(ids)], true)),
    more: (ids) => part(async () => textsOf((await send(current, [loadStatement(ids)])).at(-1))),
    writeAhead(changes) {
      current?.given.push(changes);
      const answered = send(current, writeStatements(changes));
      // Its failure is thrown by what is asked next.
      answered.catch(() => undefined);
      current?.ahead.push(answered);
    },
    commit: (changes) =>
      part(async () => {
        const transaction = current;
        transaction?.given.push(changes);
        const [answers] = await Promise.all([send(transaction, [...writeStatements(changes), COMMIT]), ...(transaction?.ahead ?? [])]);
        // The server answers COMMIT with ROLLBACK when something before it failed; then that something was thrown above.
        if (answers.at(-1)?.command !== 'COMMIT') throw new Error(`the server did not commit but ${answers.at(-1)?.command}`);
        if (transaction !== null) giveBack(transaction);
      }),
    abandon: () => rollBack(current),
    end: async () => undefined,
  };
}
