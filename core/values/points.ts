// Points: whole numbers as a type of their own, and the balanced entries that move them between accounts.

declare const pointsUnit: unique symbol;

/** A number of points: a safe integer; negative only inside ledger entries. */
export type Points = number & { readonly [pointsUnit]: true };

/** The most points that one campaign or one balance may hold. */
export const POINTS_MAX = 1_000_000_000;

/**
 * Takes a number as points.
 * @throws RangeError when it is not an integer from -POINTS_MAX to POINTS_MAX.
 */
export function points(amount: number): Points {
  if (!Number.isInteger(amount) || Math.abs(amount) > POINTS_MAX) throw new RangeError(`not a number of points: ${amount}`);
  return amount as Points;
}

/** An account of the points ledger: the owner issues, a campaign holds what is reserved, a member holds a balance. */
export type Account = 'owner' | `campaign:${string}` | `member:${string}`;

/** One side of a movement: what an account gains, or loses when negative. */
export interface Entry {
  readonly account: Account;
  readonly points: Points;
}

/** The two balanced entries that move points from one account to another; none for zero points. */
export function move(from: Account, to: Account, amount: Points): Entry[] {
  if (amount < 0) throw new RangeError('points move forward only: swap the accounts');
  if (amount === 0) return [];
  return [
    { account: from, points: -amount as Points },
    { account: to, points: amount },
  ];
}

/** Whether entries balance: what is gained equals what is lost. */
export function isBalanced(entries: readonly Entry[]): boolean {
  return entries.reduce((sum, entry) => sum + entry.points, 0) === 0;
}
