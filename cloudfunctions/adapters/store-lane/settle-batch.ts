// Settles batches one after another: loads, decides, writes, and begins anew when somebody else was there first.
import { setTimeout as pause } from 'node:timers/promises';
import { batchesOf } from '#core/values/batches';
import type { Id } from '#core/values/ids';
import type { CheckedWrites } from '#server/adapters/store-lane/check-decision';
import { type EngineLane, TryAgain } from '#server/adapters/store-lane/engine';
import type { Waiting } from '#server/adapters/store-lane/waiting-line';
import { type Ending, Run, type WaitingDecision, Workspace } from '#server/adapters/store-lane/workspace';
import { Fault } from '#server/ports/fault';
import type { BatchMeter } from '#server/ports/meter';

/** Into how many parts a batch is cut that is written ahead, and how small they may become: each writes anew what all decisions change. */
const PARTS = 8;
const PART_DECISIONS_MIN = 16;

/** The decisions that are written ahead together, of a batch of so many. */
export function partOf(decisions: number): number {
  return Math.max(PART_DECISIONS_MIN, Math.ceil(decisions / PARTS));
}

const ATTEMPTS_MAX = 8;
const PAUSE_MS = 1;

/** Everything that some decisions are to be shown from the start. */
export function shownTo(decisions: readonly WaitingDecision[], meet: ReadonlySet<Id> = new Set()): Set<Id> {
  const ids = new Set<Id>(meet);
  for (const { seen } of decisions) for (const id of seen) ids.add(id);
  return ids;
}

/** Runs decisions until each has ended. Those that need more wait for one common load; which of them goes first is nobody's right. */
export async function runAll(more: EngineLane['more'], workspace: Workspace, runs: readonly Run[]): Promise<void> {
  let going = runs;
  while (going.length > 0) {
    const missing = new Set<Id>();
    for (const run of going) {
      for (const id of workspace.run(run)) missing.add(id);
    }
    // A later decision of the same round may have inserted what an earlier one still has to load: then it is there already.
    const unknown = [...missing].filter((id) => !workspace.knows(id));
    if (unknown.length > 0) workspace.load(unknown, await more(unknown));
    going = going.filter((run) => run.ending === null);
  }
}

/** Whether there is anything to write. */
export const isSomething = ({ documents, scores }: CheckedWrites): boolean => documents.length + scores.length > 0;

/**
 * Runs every decision of a batch to its end and writes it all; gives the endings in the order of the batch. An engine that can work ahead
 * is given a part at a time: it loads and writes one part while the next is decided.
 */
async function runBatch(engine: EngineLane, decisions: readonly WaitingDecision[], meet: ReadonlySet<Id>): Promise<readonly Run[]> {
  const { writeAhead } = engine;
  const workspace = new Workspace();
  const runs = decisions.map((decision) => new Run(decision));
  const parts = writeAhead === undefined ? [runs] : batchesOf(runs, partOf(runs.length));
  const communities = [...new Set(decisions.map(({ community }) => community))];
  const firstIds = shownTo(decisions.slice(0, parts[0]?.length), meet);
  workspace.load(firstIds, await engine.begin(communities, [...firstIds]));
  const laterIds = [...shownTo(decisions.slice(parts[0]?.length))].filter((id) => !firstIds.has(id));
  const later = laterIds.length === 0 ? null : engine.more(laterIds);
  // It is waited for below, unless the first part fails before.
  later?.catch(() => undefined);
  let hasWritten = false;
  for (const [position, part] of parts.entries()) {
    if (position === 1 && later !== null) workspace.load(laterIds, await later);
    await runAll(engine.more, workspace, part);
    const changes = workspace.takeChanges();
    if (writeAhead !== undefined && position < parts.length - 1) {
      if (!isSomething(changes)) continue;
      writeAhead(changes);
      hasWritten = true;
      // What was handed over goes out, and whoever else waits for this thread gets their turn.
      await new Promise(setImmediate);
    } else if (hasWritten || isSomething(changes)) await engine.commit(changes);
    else await engine.abandon();
  }
  return runs;
}

/** Tells everybody of a batch how their decision ended. */
export function answerAll(batch: readonly Waiting[], runs: readonly Run[]): void {
  batch.forEach((waiting, position) => {
    const ending = runs[position]?.ending as Ending;
    if (ending.kind === 'replied') waiting.resolve(ending.reply);
    else waiting.reject(ending.error);
  });
}

/**
 * Runs a batch until it is written, or until it is clear that it cannot be; every decision of it gets its answer. `met` are documents that
 * an earlier run inserted and that may exist.
 */
export async function settle(
  engine: EngineLane,
  batch: readonly Waiting[],
  meter: BatchMeter | undefined,
  met: readonly Id[] = [],
): Promise<void> {
  const decisions = batch.map((waiting) => waiting.decision);
  const meet = new Set<Id>(met);
  let cause: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const startedMs = performance.now();
    try {
      const runs = await runBatch(engine, decisions, meet);
      meter?.batch(batch.length, performance.now() - startedMs);
      answerAll(batch, runs);
      return;
    } catch (error) {
      await engine.abandon();
      if (!(error instanceof TryAgain)) {
        await settleFailed(engine, batch, error, meter);
        return;
      }
      cause = error;
      meter?.conflict();
      const known = meet.size;
      for (const id of error.meet) meet.add(id);
      // An insert that met a document only needs that document; a collision with another process needs time to pass.
      if (meet.size === known) await pause(Math.random() * PAUSE_MS * 2 ** attempt);
    }
  }
  const fault = new Fault('conflict', `still in conflict after ${ATTEMPTS_MAX} attempts`, { cause });
  for (const waiting of batch) waiting.reject(fault);
}

/** After a failure that nobody foresaw, each decision is tried alone: what one of them brought about must not harm the others. */
export async function settleFailed(
  engine: EngineLane,
  batch: readonly Waiting[],
  error: unknown,
  meter: BatchMeter | undefined,
): Promise<void> {
  if (error instanceof Fault || batch.length === 1) {
    for (const waiting of batch) waiting.reject(error);
    return;
  }
  for (const waiting of batch) await settle(engine, [waiting], meter);
}
