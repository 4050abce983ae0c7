// Ranges of points: the two levels of counters by which a rank costs the same few reads on a small and on a large board.

/** The most points that a row of a board may have. */
export const BOARD_POINTS_MAX = 2 ** 31 - 1;

/** A range is named by its highest points, so ranges sort like the points in them. */
export interface RangeTops {
  readonly fine: number;
  readonly coarse: number;
}

const FINE_BITS = 10;
const COARSE_BITS = 7;

/**
 * The ranges that points fall into. Up to 2,047 points every value is a fine range of its own; beyond, a fine range spans less than
 * 1/1,000 of its points, so there are at most 22,528 of them. A coarse range holds 128 fine ones, and there are at most 176.
 */
export function rangeTopsOf(points: number): RangeTops {
  const fineShift = Math.max(0, 31 - Math.clz32(points) - FINE_BITS);
  const coarseShift = fineShift + COARSE_BITS;
  return { fine: points | ((1 << fineShift) - 1), coarse: points | ((1 << coarseShift) - 1) };
}
