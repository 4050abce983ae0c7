// Batches that overlap: while one is written the next is decided, on what the one before leaves behind.
import { batchesOf } from '#core/values/batches';
import type { Id } from '#core/values/ids';
import type { CheckedWrites } from '#server/adapters/store-lane/check-decision';
import { type EngineLane, type Texts, TryAgain } from '#server/adapters/store-lane/engine';
import { answerAll, isSomething, runAll, settle, settleFailed, shownTo } from '#server/adapters/store-lane/settle-batch';
import type { Waiting, WaitingLine } from '#server/adapters/store-lane/waiting-line';
import { Run, Workspace } from '#server/adapters/store-lane/workspace';
import type { BatchMeter } from '#server/ports/meter';

/** How many are decided before whoever else waits for this thread gets their turn, and a batch that has been written its answers. */
const TURN_DECISIONS = 16;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What a batch leaves behind: the texts of what it writes, null for what it removes. */
type Left = ReadonlyMap<Id, string | null>;
const NOTHING: Left = new Map();

/** A batch whose documents have been asked for. */
interface Loading {
  readonly batch: readonly Waiting[];
  readonly ids: readonly Id[];
  readonly texts: Promise<Texts>;
  readonly startedMs: number;
}

/** A batch that is being written: why it could not be is known when it has landed, and null when all is well. */
interface Flight {
  readonly batch: readonly Waiting[];
  readonly left: Left;
  readonly landed: Promise<Failed | null>;
}

/** A batch that has been decided. */
interface Decided {
  readonly runs: readonly Run[];
  readonly changes: CheckedWrites;
}

/** Why something could not be done. */
interface Failed {
  readonly error: unknown;
}

function leftBy({ documents }: CheckedWrites): Left {
  return new Map(documents.map((change) => [change.id, change.kind === 'remove' ? null : change.text]));
}

/** What was loaded, as it will be when the batch before is written. */
function withLeft(ids: readonly Id[], texts: Texts, left: Left): Texts {
  const known = new Map(texts);
  for (const id of ids) {
    const text = left.get(id);
    if (text === null) known.delete(id);
    else if (text !== undefined) known.set(id, text);
  }
  return known;
}

/** Decides a batch on what the one before leaves behind. @throws TryAgain, or what the engine throws: then nothing of it is to be written. */
async function decideBatch(engine: EngineLane, { batch, ids, texts }: Loading, left: Left): Promise<Decided> {
  const workspace = new Workspace();
  const runs = batch.map(({ decision }) => new Run(decision));
  workspace.load(ids, withLeft(ids, await texts, left));
  for (const [position, some] of batchesOf(runs, TURN_DECISIONS).entries()) {
    if (position > 0) await turn();
    // What is asked for by now is found behind the batch before, written or not.
    await runAll(engine.more, workspace, some);
  }
  return { runs, changes: workspace.takeChanges() };
}

/**
 * Runs batches until nobody waits, for an engine whose data nobody else changes. One batch at most is being written while the next is
 * decided, and whoever waits for a decision is answered when it is durable, never before. Batches are written in order: when one could not
 * be, it is settled by itself, and the one after it, which was decided on it, is decided again.
 */
export async function runOverlapping(engine: EngineLane, line: WaitingLine, meter: BatchMeter | undefined): Promise<void> {
  let flight: Flight | null = null;
  let loading: Loading | null = null;

  function load(most: number): Loading {
    const batch = line.take(most);
    const ids = [...shownTo(batch.map(({ decision }) => decision))];
    const texts = engine.begin([...new Set(batch.map(({ decision }) => decision.community))], ids);
    // It is waited for when its batch is decided, unless that is put back.
    texts.catch(() => undefined);
    return { batch, ids, texts, startedMs: performance.now() };
  }

  async function write({ batch, startedMs }: Loading, { runs, changes }: Decided): Promise<Failed | null> {
    try {
      if (isSomething(changes)) await engine.commit(changes);
    } catch (error) {
      return { error };
    }
    meter?.batch(batch.length, performance.now() - startedMs);
    answerAll(batch, runs);
    return null;
  }

  async function settleAfter(error: unknown, batch: readonly Waiting[]): Promise<void> {
    await engine.abandon();
    if (!(error instanceof TryAgain)) return settleFailed(engine, batch, error, meter);
    meter?.conflict();
    await settle(engine, batch, meter, error.meet);
  }

  /** Waits for the batch that is being written; whether it was. */
  async function land(): Promise<boolean> {
    const landing = flight;
    const failed = (await landing?.landed) ?? null;
    flight = null;
    if (failed !== null && landing !== null) await settleAfter(failed.error, landing.batch);
    return failed === null;
  }

  const leftByLast = (): Left => flight?.left ?? NOTHING;

  function putBack(some: Loading | null): void {
    if (some !== null) line.putBack(some.batch);
  }

  while (loading !== null || flight !== null || line.length > 0) {
    if (loading === null && line.length === 0) {
      await land();
      continue;
    }
    if (loading === null) {
      // Sockets are read before an immediate runs, and not before a microtask: this is what fills a batch.
      await turn();
      // Of a crowd the first half goes ahead, so that there is something to decide while it is written.
      loading = load(flight === null && line.length >= 2 * TURN_DECISIONS ? Math.ceil(line.length / 2) : line.length);
    }
    const current: Loading = loading;
    const decided: Decided | Failed = await decideBatch(engine, current, leftByLast()).catch((error: unknown) => ({ error }));
    // Asked for before this batch is written, so that it need not wait for that.
    loading = line.length > 0 ? load(line.length) : null;
    if (!(await land())) {
      putBack(loading);
      putBack(current);
      loading = null;
    } else if ('error' in decided) {
      putBack(loading);
      loading = null;
      await settleAfter(decided.error, current.batch);
    } else {
      flight = { batch: current.batch, left: leftBy(decided.changes), landed: write(current, decided) };
    }
  }
}
