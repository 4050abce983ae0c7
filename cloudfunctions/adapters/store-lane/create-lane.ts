// The grouping lane: decisions that wait at the same moment share one load, one write and one commit.
import type { Id } from '#core/values/ids';
import type { EngineLane } from '#server/adapters/store-lane/engine';
import { runOverlapping } from '#server/adapters/store-lane/run-overlapping';
import { settle } from '#server/adapters/store-lane/settle-batch';
import { WaitingLine } from '#server/adapters/store-lane/waiting-line';
import type { WaitingDecision } from '#server/adapters/store-lane/workspace';
import type { BatchMeter } from '#server/ports/meter';

/** A lane that runs decisions in batches. */
export interface Lane {
  decide(asked: AskedDecision): Promise<unknown>;
  /** Waits for everything accepted so far. */
  drain(): Promise<void>;
}

/** A decision as it is handed to a lane. */
export interface AskedDecision extends Pick<WaitingDecision, 'community' | 'work'> {
  readonly ids: readonly Id[];
}

/** Runs one batch after another until nobody waits: others may change the data between two of them. */
async function runInTurn(engine: EngineLane, line: WaitingLine, meter: BatchMeter | undefined): Promise<void> {
  while (line.length > 0) {
    // Sockets are read before an immediate runs, and not before a microtask: this is what fills a batch.
    await new Promise(setImmediate);
    await settle(engine, line.take(line.length), meter);
  }
}

/** A lane on one connection of an engine; `meter` hears of every batch. */
export function createLane(engine: EngineLane, meter?: BatchMeter): Lane {
  const line = new WaitingLine();
  const run = engine.ownsItsData === true ? runOverlapping : runInTurn;
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    // Whoever comes in the very moment when a run ends finds it still working.
    while (line.length > 0) await run(engine, line, meter);
    working = null;
  }

  return {
    decide({ community, ids, work: decide }) {
      return new Promise((resolve, reject) => {
        line.add({ decision: { community, seen: new Set(ids), work: decide }, resolve, reject });
        working ??= work();
      });
    },
    async drain() {
      while (working !== null) await working;
    },
  };
}
