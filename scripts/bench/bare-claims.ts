// Claims without the store: the same rows, written by hand on the engine, many in one statement or each in a transaction of its own.
import { indexKeysOf, KEY_SLOTS } from '#server/adapters/store-lane/index-key';
import type { StoredDocument, Write } from '#server/ports/store';

/** A row of a board that a claim writes. */
export type ScoreWrite = Extract<Write, { kind: 'score' }>;

/** What one claim writes: new documents, the member's document, and rows of boards. */
export interface ClaimRows {
  readonly inserts: readonly StoredDocument[];
  readonly member: StoredDocument;
  readonly scores: readonly ScoreWrite[];
}

/** What a bare engine is to write: the claims of one drop, and the stock that every one of them changes. */
export interface BareJob {
  readonly claims: readonly ClaimRows[];
  readonly stock: StoredDocument;
}

/** A place prepared for a job: its tables exist, the members and the stock are there, the claims are not. */
export interface BareClaims {
  /** All claims, so many in one statement and one commit; claims per second. The claims are taken out again afterwards. */
  batched(size: number): Promise<number>;
  /** So many of the claims, each in a transaction that locks the stock first; claims per second. They are taken out again too. */
  oneByOne(claims: number): Promise<number>;
  close(): Promise<void>;
}

/** The columns of a document, as the stores' own tables have them. */
export const COLUMNS: readonly string[] = ['id', 'body', ...Array.from({ length: KEY_SLOTS }, (_, slot) => `key${slot}`), 'overall'];

/** The values of one document in the order of COLUMNS. */
export type Row = readonly (string | null)[];

/** A claim as rows. */
export interface PreparedClaim {
  readonly inserts: readonly Row[];
  readonly member: Row;
  readonly scores: readonly ScoreWrite[];
}

/** A job as rows: what to write has been worked out, so that only the engine is measured. */
export interface PreparedJob {
  readonly claims: readonly PreparedClaim[];
  readonly stock: Row;
}

function rowOf(document: StoredDocument): Row {
  const { slots, overall } = indexKeysOf(document);
  return [document.id, JSON.stringify(document), ...Array.from({ length: KEY_SLOTS }, (_, slot) => slots[slot] ?? null), overall];
}

/** Works out the rows of a job. */
export function prepareJob({ claims, stock }: BareJob): PreparedJob {
  return {
    claims: claims.map(({ inserts, member, scores }) => ({ inserts: inserts.map(rowOf), member: rowOf(member), scores })),
    stock: rowOf(stock),
  };
}

/** The claims in batches of a size. */
export function batchesOf(claims: readonly PreparedClaim[], size: number): PreparedClaim[][] {
  return Array.from({ length: Math.ceil(claims.length / size) }, (_, batch) => claims.slice(batch * size, (batch + 1) * size));
}

/** How many keys a batch puts on each board. */
export function newMembersOf(batch: readonly PreparedClaim[]): Map<string, number> {
  const members = new Map<string, number>();
  for (const { board } of batch.flatMap((claim) => claim.scores)) members.set(board, (members.get(board) ?? 0) + 1);
  return members;
}
