// The meter port: what happened how often and how long it took, for those who look after an installation. Never about anybody.

/** How an action ended: `refused` by a rule, `denied` by the application, `fault` of the world, `bug` of ours. */
export type ActionOutcome = 'done' | 'refused' | 'denied' | 'fault' | 'bug';

/** One action that was answered. */
export interface MeteredAction {
  /** Of the contract; `unknown` for everything else that was asked for. */
  readonly action: string;
  readonly outcome: ActionOutcome;
  /** The code of a reply that is a "no". */
  readonly code: string | null;
  /** Milliseconds from the request to the reply. */
  readonly ms: number;
}

/** What the grouping lane of a store tells. Laws: never throws, never waits. */
export interface BatchMeter {
  /** A batch was written, or nothing of it had to be: how many decisions it held, and the milliseconds from load to commit. */
  batch(decisions: number, ms: number): void;
  /** A batch lost against somebody else, or met what it had not seen, and is run again. */
  conflict(): void;
}

/** Laws: never throws, never waits; the number of different texts that it is told is bounded by the contract. */
export interface Meter {
  action(told: MeteredAction): void;
}
