// Those who wait for their batch, in the order in which they came.
import type { WaitingDecision } from '#server/adapters/store-lane/workspace';

/** The most decisions in one batch: beyond this nothing more is gained, and the last of them would wait longer. */
export const BATCH_DECISIONS_MAX = 256;

/** A decision with whoever waits for it. */
export interface Waiting {
  readonly decision: WaitingDecision;
  readonly resolve: (reply: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The line before a lane. */
export class WaitingLine {
  #waiting: Waiting[] = [];

  get length(): number {
    return this.#waiting.length;
  }

  add(waiting: Waiting): void {
    this.#waiting.push(waiting);
  }

  /** Takes the first of them: so many, but never more than a batch may have. */
  take(most: number): readonly Waiting[] {
    const count = Math.min(most, BATCH_DECISIONS_MAX);
    const taken = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    return taken;
  }

  /** Puts those back that were taken too early: they are the first again. */
  putBack(taken: readonly Waiting[]): void {
    this.#waiting = [...taken, ...this.#waiting];
  }
}
