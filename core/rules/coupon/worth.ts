// What a coupon can cost the shop at the most: the ground of the worst case, whatever is bought with it.
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';

/** The most that one coupon can cost: money off in fen, and things that are handed over. */
export interface CouponWorth {
  readonly fen: number;
  readonly goods: number;
}

/** A campaign that gives no coupon. */
export const NO_WORTH: CouponWorth = { fen: 0, goods: 0 };

/** The most that a coupon with these terms can cost, on an order of any size. */
export function worthOf(terms: Pick<CouponTerms, 'amountOffFen'>): CouponWorth {
  return { fen: terms.amountOffFen, goods: 0 };
}
