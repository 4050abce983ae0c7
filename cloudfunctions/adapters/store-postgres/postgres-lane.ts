// A lane of the PostgreSQL store: one transaction per batch, begun and loaded in one round trip, written and committed in another.
import type pg from 'pg';
import type { Id } from '#core/values/ids';
import type { CheckedWrites, DocumentChange } from '#server/adapters/store-lane/check-decision';
import { communityNumber } from '#server/adapters/store-lane/create-lane-store';
import { type EngineLane, type Texts, TryAgain } from '#server/adapters/store-lane/engine';
import { KEY_SLOTS } from '#server/adapters/store-lane/index-key';
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
  if (puts.length > 0) {
    const text = `UPDATE qunhui_documents AS old SET ${COLUMNS.slice(1)
      .map((column) => `${column} = new.${column}`)
      .join(', ')} FROM unnest(${ARRAYS}) AS new (${COLUMNS.join(', ')}) WHERE old.id = new.id`;
    statements.push({ name: 'put', text, values: keptValues(puts) });
  }
  return statements;
}

function writeStatements({ documents, scores }: CheckedWrites): Statement[] {
  const statements = documentStatements(documents);
  return scores.length > 0 ? [...statements, scoreStatement(scores)] : statements;
}

/** Says that one of the inserted ids exists; which one, the next run finds out by loading them. */
function meeting(changes: CheckedWrites, cause: unknown): TryAgain {
  const inserted = changes.documents.filter((change) => change.kind === 'insert').map((change) => change.id);
  return new TryAgain('an inserted document exists', inserted, { cause });
}

/** A lane that takes a connection for each batch and gives it back afterwards. */
export function createPostgresLane(pool: pg.Pool): EngineLane {
  let held: pg.PoolClient | null = null;

  function giveBack(error?: unknown): void {
    held?.release(error instanceof Error && isLostConnection(error) ? error : undefined);
    held = null;
  }

  async function send(statements: readonly Statement[]): Promise<pg.QueryArrayResult<unknown[]>[]> {
    if (held === null) throw new Error('a lane sends only between begin and the end of its transaction');
    return sendTogether(held, statements);
  }

  async function open(statements: readonly Statement[], again: boolean): Promise<Texts> {
    held = await pool.connect();
    try {
      return textsOf((await send(statements)).at(-1));
    } catch (error) {
      // A connection that broke while nobody used it, as after a restart of the server, is found out here and nothing is lost yet.
      if (!again || !isLostConnection(error)) throw error;
      giveBack(error);
      return open(statements, false);
    }
  }

  /** Ends the transaction after a failure; a connection that cannot even do that is thrown away. */
  async function rollBack(): Promise<void> {
    if (held === null) return;
    try {
      await send([{ text: 'ROLLBACK' }]);
      giveBack();
    } catch (error) {
      held?.release(error instanceof Error ? error : true);
      held = null;
    }
  }

  /** A part of the transaction: when it fails, the transaction is over. */
  async function part<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (error) {
      await rollBack();
      throw faultOf(error);
    }
  }

  return {
    begin: (communities, ids) => part(() => open([BEGIN, lockStatement(communities), loadStatement(ids)], true)),
    more: (ids) => part(async () => textsOf((await send([loadStatement(ids)])).at(-1))),
    commit: (changes) =>
      part(async () => {
        const answers = await send([...writeStatements(changes), COMMIT]).catch((error: unknown) => {
          throw isExistingId(error) ? meeting(changes, error) : error;
        });
        // The server answers COMMIT with ROLLBACK when something before it failed; then that something was thrown above.
        if (answers.at(-1)?.command !== 'COMMIT') throw new Error(`the server did not commit but ${answers.at(-1)?.command}`);
        giveBack();
      }),
    abandon: rollBack,
    end: async () => undefined,
  };
}
