// Deeds without the store: the same rows, written by hand on the engine, many in one statement or each in a transaction of its own.
import { rangeTopsOf } from '#server/adapters/store-lane/board-range';
import { indexKeysOf, KEY_SLOTS, keyValuesOf } from '#server/adapters/store-lane/index-key';
import type { Documents, Store, StoredDocument, Write } from '#server/ports/store';

/** A place where a job can be done: everything is there as it was before the first of its deeds. */
export interface BareDeeds {
  /** All deeds, so many in one statement and one commit; deeds per second. */
  batched(size: number): Promise<number>;
  /** So many of the deeds, each in a transaction that locks what several change first; deeds per second. */
  oneByOne(deeds: number): Promise<number>;
  /** Brings that back, whoever has done some of the deeds or all of them. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** The columns of a document, as the stores' own tables have them. */
export const COLUMNS: readonly string[] = ['id', 'body', ...Array.from({ length: KEY_SLOTS }, (_, slot) => `key${slot}`), 'overall'];

/** The values of one document in the order of COLUMNS. */
export type Row = readonly (string | null)[];

/** A row of a board, with its two ranges. */
export interface ScoreRow {
  readonly board: string;
  readonly key: string;
  readonly points: number;
  readonly at: number;
  readonly fine: number;
  readonly coarse: number;
  /** What it was before, with the ranges that it leaves; null where the key comes onto the board. */
  readonly from: { readonly points: number; readonly at: number; readonly fine: number; readonly coarse: number } | null;
}

/** How many keys a range of a board gains. */
export interface CounterRow {
  readonly board: string;
  readonly level: number;
  readonly top: number;
  readonly members: number;
}

/** What one deed writes: new documents, documents that were there, and rows of boards. */
export interface PreparedDeed {
  readonly inserts: readonly Row[];
  readonly puts: readonly Row[];
  /** What it changes, as it was before: a put moves the entries of those indexes whose keys become other ones. */
  readonly before: readonly Row[];
  readonly scores: readonly ScoreRow[];
}

/** A job as rows: what to write has been worked out, so that only the engine is measured. */
export interface PreparedJob {
  readonly deeds: readonly PreparedDeed[];
}

function rowOf(document: StoredDocument): Row {
  return [document.id, JSON.stringify(document), ...keyValuesOf(indexKeysOf(document))];
}

type ScoreWrite = Extract<Write, { kind: 'score' }>;

/** A store that notes what decisions write while it is told to. */
export interface NotingStore {
  readonly store: Store;
  /** Begins to keep what is written, for a job. */
  begin(): void;
  /** The deeds that were done since then. From now on nothing is noted any more. */
  finish(): PreparedJob;
}

/** Watches the writes of a store: the rows of boards from the start, since a deed's depend on the ones before it. */
export function notingStore(store: Store): NotingStore {
  const standing = new Map<string, ScoreWrite>();
  const noted = new Map<string, { readonly writes: readonly Write[]; readonly before: readonly Row[] }>();
  let isNoting = false;
  const keep = (write: ScoreWrite): void => void standing.set(`${write.board} ${write.key}`, write);
  const writesOf = (writes: readonly Write[], kind: 'insert' | 'put'): Row[] =>
    writes.flatMap((write) => (write.kind === kind ? [rowOf(write.document)] : []));

  const beforeOf = (writes: readonly Write[], documents: Documents): Row[] =>
    writes.flatMap((write) => {
      const before = write.kind === 'put' ? documents.get(write.document.id) : undefined;
      return before === undefined ? [] : [rowOf(before)];
    });

  let decide: Store['decide'] = (ids, work) =>
    store.decide(ids, (documents) => {
      const outcome = work(documents);
      if (!('writes' in outcome)) return outcome;
      if (isNoting) noted.set(ids[0] ?? '', { writes: outcome.writes, before: beforeOf(outcome.writes, documents) });
      else for (const write of outcome.writes) if (write.kind === 'score') keep(write);
      return outcome;
    });

  return {
    store: { ...store, decide: (ids, work) => decide(ids, work) },
    begin: () => {
      isNoting = true;
    },
    finish() {
      decide = store.decide;
      const deeds = [...noted.values()].map(({ writes, before }): PreparedDeed => {
        const scores = writes.flatMap((write): ScoreRow[] => {
          if (write.kind !== 'score' || write.points === null) return [];
          const { board, key, points, at } = write;
          const old = standing.get(`${board} ${key}`) ?? null;
          const from = old === null || old.points === null ? null : { points: old.points, at: old.at, ...rangeTopsOf(old.points) };
          return [{ board, key, points, at, ...rangeTopsOf(points), from }];
        });
        return { inserts: writesOf(writes, 'insert'), puts: writesOf(writes, 'put'), before, scores };
      });
      return { deeds };
    },
  };
}

/** What a job has touched, as it was before the first of its deeds. */
export interface Ground {
  readonly documents: readonly Row[];
  /** The ids of documents that were not there. */
  readonly fresh: readonly string[];
  readonly scores: readonly ScoreRow[];
  /** Rows of boards that were not there. */
  readonly freshScores: readonly ScoreRow[];
}

export function groundOf({ deeds }: PreparedJob): Ground {
  const first = new Map<string, Row>();
  for (const row of deeds.flatMap(({ before }) => before)) if (!first.has(String(row[0]))) first.set(String(row[0]), row);
  const scores = deeds.flatMap((deed) => deed.scores);
  return {
    documents: [...first.values()],
    fresh: deeds.flatMap(({ inserts }) => inserts.map(([id]) => String(id))),
    scores: scores.flatMap((row) => (row.from === null ? [] : [{ ...row, ...row.from }])),
    freshScores: scores.filter(({ from }) => from === null),
  };
}

/** What several deeds write together: each document once, as the last of them leaves it, and each counter once, with the sum. */
export interface BatchRows {
  readonly inserts: readonly Row[];
  readonly puts: readonly Row[];
  readonly scores: readonly ScoreRow[];
  readonly counters: readonly CounterRow[];
}

/** Puts a batch together. */
export function rowsOf(batch: readonly PreparedDeed[]): BatchRows {
  const scores = batch.flatMap((deed) => deed.scores);
  const puts = new Map<string, Row>();
  for (const row of batch.flatMap((deed) => deed.puts)) puts.set(String(row[0]), row);
  const sums = new Map<string, CounterRow>();
  const add = (board: string, level: number, top: number, by: number): void => {
    const name = `${board} ${level} ${top}`;
    sums.set(name, { board, level, top, members: (sums.get(name)?.members ?? 0) + by });
  };
  for (const { board, fine, coarse, from } of scores) {
    add(board, 1, fine, 1);
    add(board, 0, coarse, 1);
    if (from === null) continue;
    add(board, 1, from.fine, -1);
    add(board, 0, from.coarse, -1);
  }
  const counters = [...sums.values()].filter(({ members }) => members !== 0);
  return { inserts: batch.flatMap((deed) => deed.inserts), puts: [...puts.values()], scores, counters };
}
