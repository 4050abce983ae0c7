// Redemption at the counter: whether a coupon can be used now, the arithmetic, using it once, and taking it back in time.
import { type Refusal, refuse } from '#core/refusals';
import { groupRefusal } from '#core/rules/community/standing';
import { needsOrder, type Sum, sumOf } from '#core/rules/coupon/benefit';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { type Decision, done, refused } from '#core/rules/decision';
import { isVoid } from '#core/rules/membership/erase';
import type { CommunityDocument, CouponDocument, MemberDocument } from '#core/tables';
import { type Day, daysBetween } from '#core/values/day';
import type { Fen } from '#core/values/fen';
import { HOUR_MS, type Instant } from '#core/values/instant';

/** Within how many hours the owner can take a redemption back. */
export const UNDO_HOURS = 24;

/** The refusal for an order that a coupon needs and was not told of, or that is below its threshold, with what is missing. */
export function orderRefusal(terms: CouponTerms, orderFen: Fen): Refusal<'order_missing' | 'below_threshold'> | null {
  if (orderFen === 0 && needsOrder(terms)) return refuse('order_missing', {});
  if (orderFen >= terms.thresholdFen) return null;
  return refuse('below_threshold', { thresholdFen: terms.thresholdFen, missingFen: (terms.thresholdFen - orderFen) as Fen });
}

/** What a coupon's state needs to know of its holder. */
export type Holder = Pick<MemberDocument, 'erasedAt'>;

/** The state of a coupon on a business day: usable to the end of its last day. */
export type CouponState = 'not_yet' | 'usable' | 'redeemed' | 'expired' | 'void';

/** Where a holder's coupon stands on a day. */
export function couponState(coupon: CouponDocument, holder: Holder, today: Day): CouponState {
  if (coupon.redemption !== null) return 'redeemed';
  if (isVoid(coupon, holder)) return 'void';
  if (today < coupon.terms.useFromOn) return 'not_yet';
  return today > coupon.terms.useUntilOn ? 'expired' : 'usable';
}

/** How many business days a coupon can still be used, today included. */
export function daysLeft(coupon: CouponDocument, holder: Holder, today: Day): number {
  return couponState(coupon, holder, today) === 'usable' ? daysBetween(today, coupon.terms.useUntilOn) + 1 : 0;
}

/** What a use is decided on; `today` is the business day of `at`: of the scan, where it was settled later. */
export interface UseFacts {
  readonly community: CommunityDocument;
  readonly coupon: CouponDocument;
  readonly holder: MemberDocument;
  readonly today: Day;
  readonly at: Instant;
}

/** The refusals of using a coupon. */
export type UseRefusal = Refusal<'already_redeemed' | 'coupon_void' | 'coupon_not_yet' | 'coupon_expired' | 'not_in_group'>;

/** Why a coupon cannot be used now: used (by which member id, until the handler names it), void, not yet, expired, not in the group. */
export function useRefusal(facts: UseFacts): UseRefusal | null {
  const { redemption, terms } = facts.coupon;
  if (redemption !== null) {
    const { redeemedAt, clerkId, offFen } = redemption;
    return refuse('already_redeemed', { redeemedAt, clerk: clerkId, offFen });
  }
  const state = couponState(facts.coupon, facts.holder, facts.today);
  if (state === 'void') return refuse('coupon_void', { why: facts.coupon.voided?.reason ?? 'left' });
  if (state === 'not_yet') return refuse('coupon_not_yet', { useFromOn: terms.useFromOn });
  if (state === 'expired') return refuse('coupon_expired', { useUntilOn: terms.useUntilOn });
  return groupRefusal(facts.community, facts.holder, terms.groupId, 'counter', facts.at);
}

function keyOf(coupon: CouponDocument): { campaignId: string; memberId: string; n: number } {
  return { campaignId: coupon.campaignId, memberId: coupon.memberId, n: Number(coupon.id.slice(coupon.id.lastIndexOf('/') + 1)) };
}

/** When a use is written down: a scan that was settled late was judged before, and is counted on the day on which it is settled. */
export interface Settling {
  readonly at: Instant;
  readonly on: Day;
}

/** Uses a coupon once; `settling` is null where the counter had a network at the scan. */
export function decideRedeem(
  facts: UseFacts & { readonly orderFen: Fen; readonly clerkId: string; readonly settling: Settling | null },
): Decision<{ sum: Sum; redeemedAt: Instant }> {
  const { coupon, orderFen, clerkId, at, today, settling } = facts;
  const refusal = useRefusal(facts) ?? orderRefusal(coupon.terms, orderFen);
  if (refusal !== null) return refused(refusal);
  const sum = sumOf(coupon.terms, orderFen);
  const redeemedAt = settling?.at ?? at;
  const scanned = settling === null ? {} : { scannedAt: at };
  const redemption = { redeemedAt, redeemedOn: settling?.on ?? today, ...scanned, clerkId, ...sum };
  return done({ sum, redeemedAt }, [{ kind: 'coupon_redeemed', ...keyOf(coupon), redemption }]);
}

/** Takes a redemption back within UNDO_HOURS; the coupon can be used again under its own terms, or is void where its invite was reversed. */
export function decideUndo(facts: {
  readonly coupon: CouponDocument;
  readonly reason: string;
  readonly at: Instant;
}): Decision<Record<never, never>> {
  const { coupon, reason, at } = facts;
  if (coupon.redemption === null) return refused(refuse('not_redeemed', {}));
  if (at - coupon.redemption.redeemedAt > UNDO_HOURS * HOUR_MS) return refused(refuse('undo_too_late', { hours: UNDO_HOURS }));
  const key = keyOf(coupon);
  const voided = coupon.voidOnceUndone === true ? [{ kind: 'coupon_voided', ...key, reason: 'invite_reversed' } as const] : [];
  return done({}, [{ kind: 'redemption_undone', ...key, reason }, ...voided]);
}
