// Ranks of rows that follow each other on a board: ties share a rank, and the next rank counts everybody above.
import type { BoardRow } from '#server/ports/store';

/** A row of a board before it is ranked. */
export type BoardScore = Omit<BoardRow, 'rank'>;

/** The order of a board: more points first, then the earlier, then the key by code unit. */
export function compareScores(first: BoardScore, second: BoardScore): number {
  if (first.points !== second.points) return second.points - first.points;
  if (first.at !== second.at) return first.at - second.at;
  if (first.key === second.key) return 0;
  return first.key < second.key ? -1 : 1;
}

/** Ranks the rows from the very first of a board on. */
export function rankFromFirst(scores: readonly BoardScore[]): BoardRow[] {
  return rankWindow(scores, () => 1, true);
}

/**
 * Ranks rows that may begin anywhere on a board. `rankOf` is asked for the first points of the window, and for the second ones since a
 * tie at its edge may have begun before it; all later ties are seen whole.
 */
export function rankWindow(scores: readonly BoardScore[], rankOf: (points: number) => number, fromFirst = false): BoardRow[] {
  const rows: BoardRow[] = [];
  let tie = 0;
  let tieSize = 0;
  for (const { key, points, at } of scores) {
    const before = rows.at(-1);
    let rank: number;
    if (before !== undefined && before.points === points) {
      rank = before.rank;
      tieSize += 1;
    } else {
      rank = before === undefined || (tie < 2 && !fromFirst) ? rankOf(points) : before.rank + tieSize;
      tie += 1;
      tieSize = 1;
    }
    rows.push({ key, points, at, rank });
  }
  return rows;
}
