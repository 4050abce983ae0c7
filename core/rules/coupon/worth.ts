// What a coupon can cost the shop at the most: the ground of the worst case, whatever is bought with it.
import type { WorthTerms } from '#core/rules/coupon/benefit';

/** The most that one coupon can cost: money off in fen, and things that are handed over. */
export interface CouponWorth {
  readonly fen: number;
  readonly goods: number;
}

/** A campaign that gives no coupon. */
export const NO_WORTH: CouponWorth = { fen: 0, goods: 0 };

/** The most that a coupon with these terms can cost, on an order of any size. */
export function worthOf({ benefit }: Pick<WorthTerms, 'benefit'>): CouponWorth {
  switch (benefit.kind) {
    case 'amount_off':
      return { fen: benefit.amountOffFen, goods: 0 };
    case 'percent_off':
      return { fen: benefit.capFen, goods: 0 };
    case 'group_price':
      return { fen: (benefit.referenceFen - benefit.priceFen) * benefit.quantity, goods: 0 };
    default:
      return { fen: 0, goods: 1 };
  }
}
