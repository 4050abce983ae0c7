// Money: whole fen (1/100 yuan) as a type of its own, so that it cannot be mixed up with points.

declare const fenUnit: unique symbol;

/** An amount of money in fen: a safe integer, never a fraction. */
export type Fen = number & { readonly [fenUnit]: true };

/** The largest amount that the product handles: one million yuan. */
export const FEN_MAX = 100_000_000;

/**
 * Takes a number as fen.
 * @throws RangeError when it is not an integer from 0 to FEN_MAX.
 */
export function fen(amount: number): Fen {
  if (!Number.isInteger(amount) || amount < 0 || amount > FEN_MAX) throw new RangeError(`not an amount in fen: ${amount}`);
  return amount as Fen;
}
