// How long and how often something that failed is tried again: growing pauses with chance in them, until a deadline.

/** The time and the chance that a store lives in; tests bring their own. */
export interface Surroundings {
  /** The time, in ms: for deadlines and the age of tokens, never for what is stored of people. */
  now(): number;
  /** Lets a time pass, in ms. */
  pause(ms: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
  /** A name that nobody else has. */
  name(): string;
}

const PAUSE_MS = 20;
const PAUSE_MAX_MS = 1_000;

/** The patience of one decision or view. */
export class Patience {
  readonly #surroundings: Surroundings;
  readonly #until: number;
  #pauses = 0;

  constructor(surroundings: Surroundings, deadlineMs: number) {
    this.#surroundings = surroundings;
    this.#until = surroundings.now() + deadlineMs;
  }

  /** Whether nothing more is to be tried. */
  isOver(): boolean {
    return this.#surroundings.now() >= this.#until;
  }

  /** A pause of any length up to a bound that doubles, so that those who met once do not meet again. */
  async rest(): Promise<void> {
    const bound = Math.min(PAUSE_MAX_MS, PAUSE_MS * 2 ** this.#pauses);
    this.#pauses += 1;
    await this.#surroundings.pause(this.#surroundings.random() * bound);
  }
}
