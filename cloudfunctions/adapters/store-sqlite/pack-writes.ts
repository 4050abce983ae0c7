// What a batch changes, as rows of plain values: they travel to another thread as they are, and each is one statement there.
import type { CheckedWrites, DocumentChange } from '#server/adapters/store-lane/check-decision';
import { keyValuesOf } from '#server/adapters/store-lane/index-key';
import type { SqliteValue } from '#server/adapters/store-sqlite/libsql-database';
import { KEY_COLUMNS } from '#server/adapters/store-sqlite/sqlite-schema';

/** One document: what is done, the columns that are set, and the values of the statement in its order. */
export type PackedDocument = readonly [kind: DocumentChange['kind'], columns: string, values: readonly SqliteValue[]];

/** One row of a board: its board and key, then points and instant; null points take it away. */
export type PackedScore = readonly [board: string, key: string, points: number | null, at: number];

/** All changes of a batch, in their order. */
export interface PackedWrites {
  readonly documents: readonly PackedDocument[];
  readonly scores: readonly PackedScore[];
}

/**
 * SQLite writes the index of every column anew that a statement names, so of a document that is there only those columns are named whose
 * key is another one.
 */
function packDocument(change: DocumentChange): PackedDocument {
  if (change.kind === 'remove') return ['remove', '', [change.id]];
  const { kind, id, text, keys, keysBefore } = change;
  const values = keyValuesOf(keys);
  if (kind === 'insert') return ['insert', '', [id, text, ...values]];
  const before = keysBefore == null ? [] : keyValuesOf(keysBefore);
  const hasMoved = (_: unknown, position: number): boolean => values[position] !== before[position];
  return ['put', KEY_COLUMNS.filter(hasMoved).join(), [text, ...values.filter(hasMoved), id]];
}

/** Packs what a batch changes. */
export function packWrites({ documents, scores }: CheckedWrites): PackedWrites {
  return { documents: documents.map(packDocument), scores: scores.map(({ board, key, points, at }) => [board, key, points, at]) };
}
