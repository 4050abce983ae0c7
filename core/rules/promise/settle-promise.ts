// Making good: what was promised and could not be given is given now, or settled in words that are kept.
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Grant } from '#core/rules/campaign/define-type';
import { grantEvents } from '#core/rules/campaign/grants';
import { keepsPromises } from '#core/rules/community/block';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { type Decision, done, refused } from '#core/rules/decision';
import { decideCancel, decideHandOver, orderState } from '#core/rules/points/order';
import type { CampaignDocument, MakeGoodDocument, MemberDocument, OrderDocument, Owed } from '#core/tables';
import { addDays, type Day, daysBetween } from '#core/values/day';
import type { Id } from '#core/values/ids';
import { points } from '#core/values/points';

/** What settling is decided on. */
export interface SettleFacts {
  readonly communityId: string;
  readonly promise: MakeGoodDocument | null;
  /** To whom it was made: of an invite, the inviter. */
  readonly member: MemberDocument | null;
  /** The other one of an invite; null of every other promise. */
  readonly friend: MemberDocument | null;
  /** The order that could not be handed over, and its campaign; null of every other promise. */
  readonly order: OrderDocument | null;
  readonly campaign: CampaignDocument | null;
  /** How the owner has settled it otherwise; null gives what is owed. */
  readonly words: string | null;
  readonly today: Day;
  readonly numberOf: (couponId: Id) => string;
}

/** What is owed in coupons. */
type CouponsOwed = Extract<Owed, { kind: 'coupon' | 'invite' }>;

/** What was given; `useUntilOn` is null where no coupon was. */
export interface Settled {
  readonly coupons: number;
  readonly points: number;
  readonly useUntilOn: Day | null;
}

/** The terms of a coupon that is issued late: the same in all, and usable for as many days as it would have been, from today on. */
export function freshTerms(terms: CouponTerms, today: Day): CouponTerms {
  return { ...terms, useFromOn: today, useUntilOn: addDays(today, daysBetween(terms.useFromOn, terms.useUntilOn)) };
}

/** What giving the owed coupons comes to. Whoever has left since is given nothing; the other one is. */
function couponsOwed(facts: SettleFacts, promise: MakeGoodDocument, member: MemberDocument, owed: CouponsOwed) {
  const { communityId, numberOf, friend, today } = facts;
  const { campaignId } = promise;
  const toFriend = owed.kind === 'invite' ? owed.friend : [];
  const toMember = owed.kind === 'invite' ? owed.inviter : [owed.terms];
  const give = (to: 'self' | 'inviter', person: MemberDocument | null, terms: readonly CouponTerms[]): Grant[] =>
    person !== null && keepsPromises(person)
      ? terms.map((each) => ({ kind: 'coupon', to, terms: freshTerms(each, today), reason: 'make_good' }))
      : [];
  const [any] = [...toMember, ...toFriend];
  if (any === undefined) throw new Error(`${promise.id} owes no coupon`);
  const receivers = { communityId, campaignId, version: any.version, numberOf };
  const events =
    friend === null
      ? grantEvents(give('self', member, toMember), { ...receivers, self: member })
      : grantEvents([...give('self', friend, toFriend), ...give('inviter', member, toMember)], {
          ...receivers,
          self: friend,
          inviter: member,
        });
  return { events, useUntilOn: freshTerms(any, today).useUntilOn };
}

/**
 * Hands an order over after all; with words it is cancelled for that reason, and its points go back. So does one whose member has left since,
 * to whom nothing can be given.
 */
function settleOrder(
  { order, member, campaign, words, today }: SettleFacts,
  { words: why }: Extract<Owed, { kind: 'goods' }>,
): Decision<Settled> {
  const isGiven = words === null && order !== null && member !== null && orderState(order, member) === 'ordered';
  if (isGiven) {
    const given = decideHandOver(order, member);
    return given.kind === 'done' ? done({ coupons: 0, points: 0, useUntilOn: null }, given.events) : given;
  }
  const cancelled = decideCancel(order, member, campaign, { reason: words ?? why, today });
  return cancelled.kind === 'done' ? done({ coupons: 0, points: cancelled.value.points, useUntilOn: null }, cancelled.events) : cancelled;
}

/** Gives what a broken promise owes, or records the words. Refusals: no such promise, made good already, nothing that could be given. */
export function decideSettle(facts: SettleFacts): Decision<Settled> {
  const { promise, member, friend, words } = facts;
  if (promise === null || member === null || (promise.kind === 'invite' && friend === null)) {
    return refused(refuse('not_found', { what: 'promise' }));
  }
  if (promise.settledAt !== null) return refused(refuse('already_settled', { settledAt: promise.settledAt }));
  const { campaignId, memberId, about, owed } = promise;
  if (owed.kind === 'goods') return settleOrder(facts, owed);
  const key = { campaignId, memberId, about };
  const settled = (value: Settled, events: readonly JournalEvent[]) => {
    const issued = events.flatMap((event) => (event.kind === 'coupon_issued' ? [{ memberId: event.memberId, n: event.n }] : []));
    const kept = { coupons: value.coupons, points: points(value.points), words, issued };
    return done(value, [{ kind: 'promise_settled', ...key, ...kept }, ...events]);
  };
  if (words !== null) return settled({ coupons: 0, points: 0, useUntilOn: null }, []);
  if (owed.kind === 'words') return refused(refuse('words_needed', {}));
  if (owed.kind === 'points') {
    if (!keepsPromises(member)) return settled({ coupons: 0, points: 0, useUntilOn: null }, []);
    const { version } = owed;
    const granted: JournalEvent = { kind: 'points_granted', campaignId, memberId, version, points: owed.points, reason: 'make_good' };
    return settled({ coupons: 0, points: owed.points, useUntilOn: null }, [granted]);
  }
  const { events, useUntilOn } = couponsOwed(facts, promise, member, owed);
  return settled({ coupons: events.length, points: 0, useUntilOn }, events);
}
