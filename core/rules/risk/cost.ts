// What the invites of a group have cost so far, and can still cost.
import { worthOf } from '#core/rules/coupon/worth';
import type { CouponDocument, ReviewCost } from '#core/tables';

/** Adds up coupons that invites brought, to either side: what was taken back costs nothing any more. */
export function costOf(coupons: readonly CouponDocument[]): ReviewCost {
  const standing = coupons.filter(({ voided }) => voided === undefined);
  const used = standing.flatMap(({ redemption }) => redemption ?? []);
  const open = standing.filter(({ redemption }) => redemption === null);
  return {
    coupons: standing.length,
    used: used.length,
    offFen: used.reduce((sum, { offFen }) => sum + offFen, 0),
    openFen: open.reduce((sum, { terms }) => sum + worthOf(terms).fen, 0),
  };
}
