// Movement on a board: where each row stood when the day began, told from the rows themselves and only where it is certain.
import type { Score } from '#core/tables';
import type { Day } from '#core/values/day';

/** How a row has moved since the day began: places up (down below nothing), new on the board, or not known. */
export type Movement = number | 'new' | null;

/** The points that a score had when a day began; what was taken back since never counted. */
export function pointsBefore({ points, before }: Pick<Score, 'points' | 'before'>, today: Day): number {
  return before.on === today ? Math.min(before.points, points) : points;
}

/** A row in the order of its board, with its points now and when the day began; `before` null where that is not known. */
export interface MovingRow {
  readonly points: number;
  readonly rank: number;
  readonly before: number | null;
}

/**
 * How the first rows of a board have moved, among those who stand on it now.
 *
 * Where the list ends before the board does, a row is told only if nobody behind the list can have been before it: everybody there has at
 * most the points of the last row, and had at most as many. On a board where one point comes at a time and none is taken back (`climbs`)
 * that also holds for whoever has gained one at most: those behind with as many now gained theirs later on the same day. Nothing is told
 * where nobody had any points, as on the first day of a week, and nothing behind a row whose beginning is not known.
 */
export function movements(rows: readonly MovingRow[], list: { readonly isWhole: boolean; readonly climbs: boolean }): Movement[] {
  const least = rows[rows.length - 1]?.points ?? 0;
  const known = rows.every(({ before }) => before !== null);
  if (!known || !rows.some(({ before }) => (before ?? 0) > 0)) return rows.map(() => null);
  return rows.map(({ points, rank, before }) => {
    const then = before ?? 0;
    if (then === 0) return 'new';
    const isCertain = list.isWhole || then >= least || (list.climbs && then >= points - 1);
    if (!isCertain) return null;
    return 1 + rows.filter((other) => (other.before ?? 0) > then).length - rank;
  });
}
