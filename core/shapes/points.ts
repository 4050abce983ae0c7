// What actions around points carry: statements, how long points hold, and orders of what they are exchanged for.
import * as v from 'valibot';
import { policyLimits } from '#core/rules/points/lots';
import { count, idPart, instant, nth, whole } from '#core/shapes/fields';
import { person } from '#core/shapes/membership';

/** Names one grant of points, by the journal document that gave it. */
export const grantKey = v.strictObject({ actorId: idPart, requestId: idPart, index: count });

/** How long points hold: months after the one in which they become active (null for ever), days until they can be spent. */
export const pointsPolicy = v.strictObject({
  validMonths: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(policyLimits.validMonthsMin), v.maxValue(policyLimits.validMonthsMax)),
  ),
  pendingDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(policyLimits.pendingDaysMax)),
});

/** A policy as it stands; `free` while there is no campaign: from the first one on it may only become better. */
export const pointsPolicyState = v.object({ ...pointsPolicy.entries, free: v.boolean() });

/** Why points moved, see core/rules/points/moved.ts. */
export const movedReason = v.picklist([
  'check_in',
  'milestone',
  'graduation',
  'quiz',
  'make_good',
  'welcome',
  'season_prize',
  'exchange',
  'exchange_returned',
  'expired',
  'reversed',
]);

export const statement = v.object({
  balance: whole,
  lines: v.array(
    v.object({
      at: instant,
      on: v.string(),
      points: whole,
      balance: whole,
      reason: movedReason,
      /** Empty where no campaign moved them. */
      campaignId: v.string(),
      title: v.string(),
      /** Of a line that gave points: its name, for taking it back. */
      grant: v.nullable(grantKey),
      /** Whether that has been taken back already. */
      reversed: v.boolean(),
      /** Why a grant was taken back, and how much of it had been spent already. */
      note: v.nullable(v.object({ reason: v.string(), shortPoints: count })),
    }),
  ),
  cursor: v.nullable(v.string()),
});

/** A member's statement as the owner reads it: whose it is, and what the points come to today. */
export const memberStatement = v.object({ ...statement.entries, person, active: count, pending: count });

/** Goods that points were given for: `number` is what the member says at the counter. */
export const order = v.object({
  campaignId: v.string(),
  memberId: v.string(),
  n: count,
  number: v.string(),
  item: v.string(),
  points: count,
  state: v.picklist(['ordered', 'handed_over', 'cancelled', 'void']),
  orderedAt: instant,
  settledAt: v.nullable(instant),
  /** Since when the counter has said that it cannot be handed over; null of every other. */
  brokenAt: v.nullable(instant),
  /** Why the owner cancelled it. */
  reason: v.nullable(v.string()),
});

export const orderRow = v.object({ ...order.entries, holder: person });
export const orderKey = { campaignId: idPart, memberId: idPart, n: nth };
