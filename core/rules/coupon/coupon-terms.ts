// What a coupon promises, frozen at the claim: later edits of its campaign never touch it.
import type { Benefit } from '#core/rules/coupon/benefit';
import type { Day } from '#core/values/day';
import type { Fen } from '#core/values/fen';

/** The terms of one coupon. Both days are inclusive, in the community's business days. */
export interface CouponTerms {
  readonly title: string;
  readonly benefit: Benefit;
  /** The smallest order that the coupon applies to; 0 for any order. */
  readonly thresholdFen: Fen;
  readonly useFromOn: Day;
  readonly useUntilOn: Day;
  /** Only for members of this group, tested at the claim and again at the counter; null for every member. */
  readonly groupId: string | null;
  /** The version of the campaign under which it was claimed. */
  readonly version: number;
}
