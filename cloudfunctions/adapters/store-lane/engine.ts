// What a database must offer so that the grouping lane can run decisions on it, and views can read from it.
import type { Id } from '#core/values/ids';
import type { CheckedWrites } from '#server/adapters/store-lane/check-decision';
import type { KeyInterval, Place } from '#server/adapters/store-lane/index-key';
import type { BoardRow, Rank, Top } from '#server/ports/store';

/** Texts of the documents that exist, by id. */
export type Texts = ReadonlyMap<Id, string>;

/**
 * Thrown by an engine when a batch lost against somebody else and nothing of it was written: the lane runs it again.
 * `meet` names inserted documents that may exist, so that the next run has them in view.
 */
export class TryAgain extends Error {
  readonly meet: readonly Id[];

  constructor(message: string, meet: readonly Id[] = [], options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'TryAgain';
    this.meet = meet;
  }
}

/** One lane of an engine: at most one transaction at a time. Each function throws Fault, TryAgain, or what the engine threw. */
export interface EngineLane {
  /**
   * Whether nobody but this lane changes the data, from the opening of the database to its end. Then what a batch writes is known before it
   * is written, and the next one is decided meanwhile. Such an engine does what it is asked in the order in which it was asked.
   */
  readonly ownsItsData?: boolean;
  /** Begins a transaction in which nobody else changes these communities, and loads documents. */
  begin(communities: readonly string[], ids: readonly Id[]): Promise<Texts>;
  /** Loads more documents of the same communities. */
  more(ids: readonly Id[]): Promise<Texts>;
  /**
   * Hands over changes of this transaction ahead of its end, for an engine that works while the lane goes on; an engine that does not
   * has no such function. What goes wrong with them is thrown by whatever is asked next, and by `commit` at the latest.
   */
  writeAhead?(changes: CheckedWrites): void;
  /** Writes everything that is left and makes all of the transaction durable. Throws TryAgain when an inserted id exists. */
  commit(changes: CheckedWrites): Promise<void>;
  /** Ends the transaction without writing; never throws. */
  abandon(): Promise<void>;
  /** Gives back what the lane holds. */
  end(): Promise<void>;
}

/** One entry of an index. */
export interface KeyedText {
  readonly key: string;
  readonly id: Id;
  readonly text: string;
}

/** The reading side of an engine: each function sees one committed state. */
export interface EngineReader {
  read(ids: readonly Id[]): Promise<Texts>;
  /** Up to `limit` entries of an interval in key order, then id order; `after` is the full key and id to go on behind. */
  page(interval: KeyInterval, descending: boolean, limit: number, after: Place | null): Promise<readonly KeyedText[]>;
  /** All communities that have documents. */
  communities(): Promise<readonly string[]>;
  rank(board: Id, key: string): Promise<Rank>;
  top(board: Id, limit: number): Promise<Top>;
  around(board: Id, key: string, reach: number): Promise<readonly BoardRow[]>;
  /** Totals of the boards that somebody is on. */
  count(boards: readonly Id[]): Promise<ReadonlyMap<Id, number>>;
  ping(): Promise<void>;
  end(): Promise<void>;
}

/** A database as the lane sees it. */
export interface Engine {
  readonly name: string;
  readonly lanes: readonly EngineLane[];
  readonly reader: EngineReader;
}
