// What is said of invites, to who made them and to the owner.
import * as v from 'valibot';
import { fraudReasons } from '#core/rules/invite/fraud';
import { count, instant } from '#core/shapes/fields';
import { person } from '#core/shapes/membership';

export const fraudReason = v.picklist(fraudReasons);

const invite = {
  friend: person,
  campaignId: v.string(),
  state: v.picklist(['opened', 'joined', 'rewarded', 'refused', 'reversed']),
  reason: v.nullable(v.string()),
  openedAt: instant,
  joinedAt: v.nullable(instant),
  settledAt: v.nullable(instant),
  /** How many coupons it brought to the person who asks: to the inviter, or for the owner to both. */
  coupons: count,
  /** Why its reward was taken back, and what showed it. */
  reversal: v.nullable(v.object({ at: instant, reason: fraudReason, evidence: v.string() })),
};

export const inviteState = v.object(invite);

/** An invite as the owner looks into it. */
export const reviewedInvite = v.object({ ...invite, inviter: person });
