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

/**
 * How many of those who wait go into the next batch. Of a crowd a third stays behind: so that there is something to decide while the batch is
 * written, and documents to ask for while it is decided.
 */
const shareOf = (waiting: number): number => (waiting >= 2 * TURN_DECISIONS ? Math.ceil((waiting * 2) / 3) : waiting);

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

/** The batches of a lane on their way: one that is being written, and one whose documents have been asked for. */
class Overlap {
  readonly #engine: EngineLane;
  readonly #line: WaitingLine;
  readonly #meter: BatchMeter | undefined;
  #flight: Flight | null = null;
  #loading: Loading | null = null;
  /** Hands over what is to be written next, once it has been decided and while the batch before is on its way. */
  #next: (() => void) | null = null;

  constructor(engine: EngineLane, line: WaitingLine, meter: BatchMeter | undefined) {
    this.#engine = engine;
    this.#line = line;
    this.#meter = meter;
  }

  get isOver(): boolean {
    return this.#loading === null && this.#flight === null && this.#line.length === 0;
  }

  /** Brings one batch on its way, or the last one to its end. */
  async step(): Promise<void> {
    if (this.#loading === null && this.#line.length === 0) {
      await this.#land();
      return;
    }
    const current = this.#loading ?? (await this.#loadFirst());
    const left = this.#flight?.left ?? NOTHING;
    const decided: Decided | Failed = await decideBatch(this.#engine, current, left).catch((error: unknown) => ({ error }));
    this.#loadNext();
    if ('error' in decided) {
      if (!(await this.#land())) return this.#putBack(current);
      this.#putBack();
      return this.#settleAfter(decided.error, current.batch);
    }
    const write = (): void => this.#write(current, decided);
    if (this.#loading !== null) this.#next = write;
    if (!(await this.#land())) return this.#putBack(current);
    if (this.#loading === null) {
      // Whoever has just been answered may be back at once.
      await turn();
      this.#loadNext();
      write();
    } else this.#goOn();
  }

  /** Lets the engine write what has been decided, unless it has begun. */
  #goOn(): void {
    const next = this.#next;
    this.#next = null;
    next?.();
  }

  /** Asks for the documents of the next batch before the present one is written, so that they need not wait for that. */
  #loadNext(): void {
    this.#loading = this.#line.length > 0 ? this.#load(shareOf(this.#line.length)) : null;
  }

  /** Asks for the documents of those who have gathered while nothing else was on its way. */
  async #loadFirst(): Promise<Loading> {
    // Sockets are read before an immediate runs, and not before a microtask: this is what fills a batch.
    await turn();
    return this.#load(shareOf(this.#line.length));
  }

  #load(most: number): Loading {
    const batch = this.#line.take(most);
    const ids = [...shownTo(batch.map(({ decision }) => decision))];
    const texts = this.#engine.begin([...new Set(batch.map(({ decision }) => decision.community))], ids);
    // It is waited for when its batch is decided, unless that is put back.
    texts.catch(() => undefined);
    return { batch, ids, texts, startedMs: performance.now() };
  }

  /** Those who are to be decided anew wait again as if they had never been taken, before everybody who came later. */
  #putBack(current: Loading | null = null): void {
    for (const loading of [this.#loading, current]) if (loading !== null) this.#line.putBack(loading.batch);
    this.#loading = null;
  }

  #write({ batch, startedMs }: Loading, { runs, changes }: Decided): void {
    const land = async (): Promise<Failed | null> => {
      try {
        if (isSomething(changes)) await this.#engine.commit(changes);
      } catch (error) {
        return { error };
      }
      this.#meter?.batch(batch.length, performance.now() - startedMs);
      // The engine gets its next work at once: what those ask for next who are told now takes this thread a while.
      this.#goOn();
      answerAll(batch, runs);
      return null;
    };
    this.#flight = { batch, left: leftBy(changes), landed: land() };
  }

  /** Waits for the batch that is being written; whether it was. */
  async #land(): Promise<boolean> {
    const landing = this.#flight;
    const failed = (await landing?.landed) ?? null;
    if (this.#flight === landing) this.#flight = null;
    if (landing === null || failed === null) return true;
    this.#next = null;
    await this.#settleAfter(failed.error, landing.batch);
    return false;
  }

  async #settleAfter(error: unknown, batch: readonly Waiting[]): Promise<void> {
    await this.#engine.abandon();
    if (!(error instanceof TryAgain)) return settleFailed(this.#engine, batch, error, this.#meter);
    this.#meter?.conflict();
    await settle(this.#engine, batch, this.#meter, error.meet);
  }
}

/**
 * Runs batches until nobody waits, for an engine whose data nobody else changes. One batch at most is being written while the next is
 * decided, and whoever waits for a decision is answered when it is durable, never before. Batches are written in order: when one could not
 * be, it is settled by itself, and the one after it, which was decided on it, is decided again.
 */
export async function runOverlapping(engine: EngineLane, line: WaitingLine, meter: BatchMeter | undefined): Promise<void> {
  const overlap = new Overlap(engine, line, meter);
  while (!overlap.isOver) await overlap.step();
}
