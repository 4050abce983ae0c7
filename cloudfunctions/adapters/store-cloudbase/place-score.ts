// Where the rows of ranking boards lie: the current row of each family beside its member, earlier ones in documents of their own.
import type { Id } from '#core/values/ids';
import type { Content, StoredRow } from '#server/adapters/store-cloudbase/stored-document';

/** The boards that follow each other in time have ids that differ in their last part only, such as the weeks of one ranking. */
function familyOf(board: Id): string {
  return board.slice(0, board.lastIndexOf('/'));
}

/** What setting one row of a home leads to. */
export type Placed =
  /** The row belongs in a document of its own: the home keeps a later board of the family. */
  | { readonly kind: 'apart' }
  /** The home's new rows, and the row of an earlier board that has to move into a document of its own, which cannot exist yet. */
  | { readonly kind: 'home'; readonly rows: readonly StoredRow[]; readonly past: readonly Id[]; readonly moved: StoredRow | null };

/**
 * Places a row of a ranking board in a home; `row` null takes it off.
 *
 * Of each family the home keeps the row of the latest board that ever was there, by the order of ids, or remembers that board when its
 * row was taken off. So every row has exactly one place, and nobody has to look into two: the latest or a later board is the home's, an
 * earlier one has a document of its own.
 */
export function placeScore(home: Content, board: Id, row: StoredRow | null): Placed {
  const { rows = [], past = [] } = home;
  const family = familyOf(board);
  const current = rows.find(({ b }) => familyOf(b) === family) ?? null;
  const latest = current?.b ?? past.find((earlier) => familyOf(earlier) === family);
  if (latest !== undefined && board < latest) return { kind: 'apart' };
  // A later board on which this key never was: there is nothing to take off.
  if (row === null && board !== latest) return { kind: 'home', rows, past, moved: null };
  const others = rows.filter((other) => other !== current);
  const otherPast = past.filter((earlier) => earlier !== latest);
  return {
    kind: 'home',
    rows: row === null ? others : [...others, row],
    past: row === null ? [...otherPast, board] : otherPast,
    moved: row !== null && current !== null && current.b !== board ? current : null,
  };
}
