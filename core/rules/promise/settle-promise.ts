// Making good: what was promised and could not be given is given now, to both at once, with days of its own to use it.
import { refuse } from '#core/refusals';
import type { Grant } from '#core/rules/campaign/define-type';
import { grantEvents } from '#core/rules/campaign/grants';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { type Decision, done, refused } from '#core/rules/decision';
import type { MakeGoodDocument, MemberDocument } from '#core/tables';
import { addDays, type Day, daysBetween } from '#core/values/day';
import type { Id } from '#core/values/ids';

/** What settling is decided on. */
export interface SettleFacts {
  readonly communityId: string;
  readonly promise: MakeGoodDocument | null;
  readonly inviter: MemberDocument | null;
  readonly friend: MemberDocument | null;
  readonly today: Day;
  readonly numberOf: (couponId: Id) => string;
}

/** The terms of a coupon that is issued late: the same in all, and usable for as many days as it would have been, from today on. */
export function freshTerms(terms: CouponTerms, today: Day): CouponTerms {
  return { ...terms, useFromOn: today, useUntilOn: addDays(today, daysBetween(terms.useFromOn, terms.useUntilOn)) };
}

/** Issues the promised coupons to both at once. Refusals: there is no such promise, or it has been made good. */
export function decideSettle(facts: SettleFacts): Decision<{ readonly coupons: number; readonly useUntilOn: Day }> {
  const { promise, inviter, friend, communityId, numberOf } = facts;
  if (promise === null || inviter === null || friend === null) return refused(refuse('not_found', { what: 'promise' }));
  if (promise.settledAt !== null) return refused(refuse('already_settled', { settledAt: promise.settledAt }));
  const { campaignId, inviterId, inviteeId } = promise;
  const terms = freshTerms(promise.terms, facts.today);
  // Whoever has left since is given nothing; the other one is.
  const grants: readonly Grant[] = (['self', 'inviter'] as const)
    .filter((to) => (to === 'self' ? friend : inviter).joinedAt !== null)
    .map((to) => ({ kind: 'coupon', to, terms, reason: 'make_good' }));
  const issued = grantEvents(grants, { communityId, campaignId, version: terms.version, self: friend, inviter, numberOf });
  return done({ coupons: issued.length, useUntilOn: terms.useUntilOn }, [
    { kind: 'promise_settled', campaignId, inviterId, inviteeId, coupons: issued.length },
    ...issued,
  ]);
}
