// Taking an invite's reward back: only for fraud that has been shown, with the reason; what was used at the counter stays used.
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { type Decision, done, refused } from '#core/rules/decision';
import type { FraudReason } from '#core/rules/invite/fraud';
import type { CouponDocument, InviteDocument } from '#core/tables';
import { type Calendar, dayOf } from '#core/values/day';

/** What a reversal is decided on. */
export interface ReverseFacts {
  /** Null where there is no such invite. */
  readonly invite: InviteDocument | null;
  /** The coupons that the invite brought to both sides, as they stand now. */
  readonly coupons: readonly CouponDocument[];
  readonly reason: FraudReason;
  /** What shows it, in the owner's words; the inviter reads it. */
  readonly evidence: string;
  readonly calendar: Calendar;
}

const keyOf = ({ id, memberId }: CouponDocument) => ({ memberId, n: Number(id.slice(id.lastIndexOf('/') + 1)) });

/**
 * Reverses a rewarded invite: the coupons that it brought and that have not been used become void, for both sides; it leaves the invite
 * board, and it still counts towards the inviter's limits. Refusals: no such invite, none that was rewarded.
 */
export function decideReverse({ invite, coupons, reason, evidence, calendar }: ReverseFacts): Decision<{ voided: number; used: number }> {
  if (invite === null) return refused(refuse('not_found', { what: 'invite' }));
  const { campaignId, inviterId, inviteeId, state, settledAt } = invite;
  if (state !== 'rewarded') return refused(refuse('invite_not_rewarded', { state }));
  if (settledAt === null) throw new Error(`${invite.id} was rewarded at no time`);
  const unused = coupons.filter(({ redemption, voided }) => redemption === null && voided === undefined);
  const used = coupons.filter(({ redemption }) => redemption !== null).map(keyOf);
  const reversed = { campaignId, inviterId, inviteeId, reason, evidence, settledOn: dayOf(settledAt, calendar) };
  return done({ voided: unused.length, used: coupons.length - unused.length }, [
    { kind: 'invite_reversed', ...reversed, ...(used.length === 0 ? {} : { used }) },
    ...unused.map((coupon): JournalEvent => ({ kind: 'coupon_voided', campaignId, ...keyOf(coupon), reason: 'invite_reversed' })),
  ]);
}
