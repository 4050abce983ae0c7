// Everything that a store keeps, piece by piece: what backups are written from, and what fills an empty store.
import type { Id } from '#core/values/ids';
import type { BoardRow, StoredDocument } from '#server/ports/store';

/** One row of a board; its rank follows from the others. `at` is in ms. */
export type ScoreRow = Omit<BoardRow, 'rank'> & { readonly board: Id };

/** One document, or one row of a board. */
export type Piece = { readonly kind: 'document'; readonly document: StoredDocument } | { readonly kind: 'score'; readonly score: ScoreRow };

/** All of a store as it was at one moment. */
export interface WholeData {
  /** The format in which it is: DATA_FORMAT, or an older one. */
  readonly format: number;
  /** Every piece once: one community after another, of each its documents in the order of their ids, then its rows of boards. */
  pieces(): AsyncIterable<Piece>;
  /** Gives back what was held; nothing is read afterwards. */
  close(): Promise<void>;
}

/** Data that is of an older format than this program works on: it has to be upgraded first, and nothing of it has been changed. */
export class OlderFormat extends Error {
  override readonly name = 'OlderFormat';
  readonly format: number;

  constructor(format: number, message: string) {
    super(message);
    this.format = format;
  }
}
