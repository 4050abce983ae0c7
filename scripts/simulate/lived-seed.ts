// What the command and the processes that live lives say to each other.

/** Which lives a process is to live: every `step`-th seed from `seed` on, until `seeds` of them have been lived. */
export interface SimulationJob {
  readonly seed: number;
  readonly seeds: number;
  readonly step: number;
  readonly days: number;
  readonly members: number;
  /** Names of faults; `all` and `none` stand for what they say. */
  readonly faults: string;
  /** Null alternates: even seeds in memory, odd ones on SQLite. */
  readonly store: string | null;
}

/** One life, lived and checked. */
export interface LivedSeed {
  readonly seed: number;
  readonly store: string;
  readonly differences: readonly string[];
  readonly compared: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly happened: Readonly<Record<string, number>>;
}
