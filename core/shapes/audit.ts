// What a member’s replay is made of.
import * as v from 'valibot';
import { count, instant, tier, whole } from '#core/shapes/fields';

const couponFate = v.picklist(['held', 'redeemed', 'voided']);

const memberFact = v.variant('kind', [
  v.object({ kind: v.literal('points'), points: whole }),
  v.object({ kind: v.literal('marked'), campaignId: v.string(), on: v.string(), own: v.boolean(), restWeekdays: count }),
  v.object({
    kind: v.literal('coupon'),
    campaignId: v.string(),
    n: count,
    became: v.picklist(['issued', 'redeemed', 'undone', 'voided']),
  }),
  v.object({ kind: v.literal('tier'), tier }),
  v.object({ kind: v.literal('erased') }),
]);

/** A part of the ground of a member's replay; `examined` counts the journal documents that were looked at for its lines. */
export const replayPart = v.object({
  stored: v.nullable(
    v.object({
      points: whole,
      tier,
      plans: v.record(v.string(), v.object({ streakDays: count, totalDays: count })),
      coupons: v.record(v.string(), couponFate),
    }),
  ),
  lines: v.array(v.object({ at: instant, on: v.string(), action: v.string(), facts: v.array(memberFact) })),
  examined: count,
  cursor: v.nullable(v.string()),
});
