// The store port: the only way in which the application reads and changes anything that lasts.
import type { IndexName } from '#core/tables';
import type { Id } from '#core/values/ids';

/** A JSON object with its id. What is read equals what was written; `undefined` fields do not exist. */
export interface StoredDocument {
  readonly id: Id;
  readonly [field: string]: unknown;
}

/** What a decision or a view may look at: present documents by id; an absent one is `undefined`. */
export type Documents = ReadonlyMap<Id, StoredDocument>;

/** One change. `put` and `remove` only of ids that the decision has been given; `insert` of any id. */
export type Write =
  | { readonly kind: 'insert'; readonly document: StoredDocument }
  | { readonly kind: 'put'; readonly document: StoredDocument }
  | { readonly kind: 'remove'; readonly id: Id }
  /** Sets (never adds) a key's points on a board; `points: null` takes the key off the board. `at` orders ties, in ms. */
  | { readonly kind: 'score'; readonly board: Id; readonly key: string; readonly points: number | null; readonly at: number };

/**
 * What one run of `work` wants: more documents, or to answer and change. Writes may be empty. `unused` tells the documents that it was given
 * and does not rest on: a store need not keep them as they are until the commit.
 */
export type Outcome<Reply> =
  | { readonly need: readonly Id[] }
  | { readonly reply: Reply; readonly writes: readonly Write[]; readonly unused?: () => readonly Id[] };

/** One page of a declared index, in its order. `cursor` continues after the last document; `null` says that was all. */
export interface Page {
  readonly documents: readonly StoredDocument[];
  readonly cursor: string | null;
}

/** A value that an index orders by: texts by code unit (byte order of ASCII), integers by size. */
export type IndexValue = string | number;

/** A range of an index: entries whose first fields equal `prefix`; then, of the next field, from `from` to `until` inclusive. */
export interface Range {
  readonly prefix: readonly IndexValue[];
  readonly from?: IndexValue;
  readonly until?: IndexValue;
  readonly order: 'ascending' | 'descending';
}

/** One row of a board. Ties share a rank (1, 2, 2, 4), earlier `at` first, then `key`, within a tie. */
export interface BoardRow {
  readonly key: string;
  readonly points: number;
  readonly at: number;
  readonly rank: number;
}

/** A key's place on a board: `row` is null when it is not on the board; `total` counts all keys on it. */
export interface Rank {
  readonly row: BoardRow | null;
  readonly total: number;
}

/** The best rows of a board, and how many keys it has. */
export interface Top {
  readonly rows: readonly BoardRow[];
  readonly total: number;
}

/** The most documents that one `list` gives, whatever it is asked for. */
export const PAGE_LIMIT_MAX = 200;

/** The largest document, as UTF-8 bytes of its JSON (CloudBase takes 512 KB). */
export const DOCUMENT_BYTES_MAX = 256 * 1024;

/** The most documents that one decision may see or write. */
export const DECISION_DOCUMENTS_MAX = 64;

/**
 * Runs decisions over documents. The laws, each a case of test/store/store.contract.ts:
 *
 * 1. All or nothing: every write of a decision is there, or none.
 * 2. An insert of an id that exists refuses the whole decision with a `Fault('conflict')` unless `work`, run again with that
 *    document in view, decides otherwise: the store runs `work` again with the existing document added to what it sees.
 * 3. No lost update and no write skew over the documents that a decision has seen, absent ones included.
 * 4. `work` is synchronous, may run many times, and only its last run counts. What a run has asked for, every later run is shown. If
 *    it throws, nothing is written and the error reaches the caller alone, never the others of its batch.
 * 5. `put` and `remove` of an id that the decision has not seen is a bug: an `Error` for this caller, nothing written.
 * 6. What is read equals what was written, to the last character; documents given out are never changed by the store.
 * 7. Pages are ordered, complete and bounded: walking the cursor gives every document of the range exactly once.
 * 8. Ids longer than ID_LENGTH_MAX and documents larger than DOCUMENT_BYTES_MAX are refused as an `Error`, nothing written.
 * 9. A closed store says so: `Fault('store_closed')`. An unreachable one: `Fault('store_unavailable')`.
 * 10. A reply is given only after its writes are durable.
 * 11. All ids of one decision belong to one community; boards too. Anything else is an `Error`.
 * 12. A board's answers equal a full recount.
 */
export interface Store {
  /** Which engine this is, for people: `memory`, `sqlite`, `postgres`. */
  readonly name: string;
  /** A snapshot of the documents with these ids, for views. */
  read(ids: readonly Id[]): Promise<Documents>;
  /** A page of a declared index; `community` null reads over all communities (operators' tools and a person's own list). */
  list(index: IndexName, community: string | null, range: Range, limit: number, cursor?: string): Promise<Page>;
  /** A key's place on a board. */
  rank(board: Id, key: string): Promise<Rank>;
  /** The first `limit` rows of a board. */
  top(board: Id, limit: number): Promise<Top>;
  /** How many keys are on each of these boards; a board that nobody is on has 0. */
  count(boards: readonly Id[]): Promise<ReadonlyMap<Id, number>>;
  /** Up to `reach` rows before and after a key, with its own; empty when the key is not on the board. */
  around(board: Id, key: string, reach: number): Promise<readonly BoardRow[]>;
  /** Decides and writes in one atomic step; the only way to change anything. */
  decide<Reply>(ids: readonly Id[], work: (documents: Documents) => Outcome<Reply>): Promise<Reply>;
  /** Whether the store answers, for /healthz. */
  ping(): Promise<void>;
  /** Finishes what was accepted, then closes. */
  close(): Promise<void>;
}
