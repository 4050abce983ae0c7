// What claims and wallets answer: coupons and what they are worth.
import * as v from 'valibot';
import { count, fen, instant } from '#core/shapes/fields';

/** How many pieces one claim may ask for; each campaign has its own limit. */
export const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

/** What a coupon is worth, see core/rules/coupon/benefit.ts. */
export const benefit = v.variant('kind', [
  v.object({ kind: v.literal('amount_off'), amountOffFen: fen }),
  v.object({ kind: v.literal('percent_off'), percentOff: count, capFen: fen }),
  v.object({ kind: v.picklist(['gift', 'service']), item: v.string() }),
  v.object({ kind: v.literal('group_price'), item: v.string(), priceFen: fen, referenceFen: fen, quantity: count }),
]);

/** What an own action brought besides because it was somebody's first. */
export const firstGains = v.object({
  /** The coupon that an invite paid. */
  inviteCoupon: v.nullable(v.object({ benefit, thresholdFen: fen })),
  /** The welcome gift: points, or a coupon. */
  welcome: v.nullable(v.object({ points: count, coupon: v.nullable(v.object({ benefit, thresholdFen: fen })) })),
});

export const couponReason = v.picklist([
  'claim',
  'invited',
  'invited_a_friend',
  'make_good',
  'welcome',
  'exchange',
  'season_prize',
  'trial',
]);

export const ticket = v.object({
  couponId: v.string(),
  campaignId: v.string(),
  title: v.string(),
  benefit,
  thresholdFen: fen,
  useFromOn: v.string(),
  useUntilOn: v.string(),
  groupLabel: v.nullable(v.string()),
  version: count,
  organiser: v.string(),
  claimedAt: instant,
  reason: couponReason,
  state: v.picklist(['not_yet', 'usable', 'redeemed', 'expired', 'void']),
  redeemedAt: v.nullable(instant),
  /** Whole business days that are left, today included; 0 when over. */
  daysLeft: count,
});

/** What a claim answers: `left` is what remains for everybody. */
export const claimed = v.object({ ticket, left: count, ...firstGains.entries });
