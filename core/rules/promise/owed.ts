// What an invite is owed when its campaign is interrupted: the coupon that both sides were promised, under the type's own rules.
import type { InviteKey, JournalEvent } from '#core/rules/audit/journal-event';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import type {
  BreakReason,
  CampaignDocument,
  InviteDocument,
  InviteRefusal,
  MemberDocument,
  Owed,
  PromiseKey,
  StockDocument,
} from '#core/tables';
import { type Calendar, dayOf } from '#core/values/day';
import type { Instant } from '#core/values/instant';
import { points } from '#core/values/points';

/** What is owed is found on. */
export interface OwedFacts {
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly inviter: MemberDocument;
  /** The friend, who has joined by this invite and had not acted yet. */
  readonly friend: MemberDocument;
  readonly calendar: Calendar;
  readonly at: Instant;
}

/** Why a promise broke, and when. */
export interface Interruption {
  readonly reason: Extract<BreakReason, 'ended_early' | 'sold_out' | 'paused'>;
  readonly at: Instant;
}

/** No stock is ever this large: what would have been given had there been enough. */
const PLENTY = { coupons: Number.MAX_SAFE_INTEGER, points: points(0) };

function decideInvite({ campaign, inviter, friend, calendar }: OwedFacts, at: Instant, left: typeof PLENTY) {
  const { campaignId } = campaign;
  const invites = inviter.invites[campaignId];
  const facts = {
    draft: campaign,
    version: campaign.version,
    on: dayOf(at, calendar),
    left,
    openedAt: friend.invitedBy?.openedAt ?? at,
    at,
    // The limit of a day holds back what comes on that day; friends who wait could have come on any other.
    invites: invites === undefined ? undefined : { ...invites, today: 0 },
  };
  return campaignTypes[campaign.type].decide(campaign.parameters as never, facts as never);
}

/**
 * Why and when an invite campaign stopped paying although its last day is not over; null while it pays, and when it simply came to its
 * end. A pause may end again: it breaks a promise only at the moment at which somebody acts.
 */
export function interruptionOf(facts: OwedFacts): Interruption | null {
  const { campaign, calendar, at } = facts;
  if (campaign.state === 'ended') {
    const { endedAt } = campaign;
    return endedAt !== null && dayOf(endedAt, calendar) <= campaign.endsOn ? { reason: 'ended_early', at: endedAt } : null;
  }
  const today = dayOf(at, calendar);
  if (today < campaign.startsOn || today > campaign.endsOn) return null;
  if (campaign.state === 'paused') return { reason: 'paused', at };
  const decision = decideInvite(facts, at, stockLeft(facts.stock));
  return decision.kind === 'refuse_invite' && decision.reason === 'sold_out' ? { reason: 'sold_out', at } : null;
}

/** The coupons that an interruption owes to the two, or why this invite would have earned nothing even so. */
function owedBy(
  facts: OwedFacts,
  interruption: Interruption,
): { readonly owed: Extract<Owed, { kind: 'invite' }> } | { readonly refusal: InviteRefusal } {
  const { friend } = facts;
  // Whoever joined after the end could read that it was over.
  if (friend.joinedAt === null || friend.joinedAt > interruption.at) return { refusal: 'campaign_over' };
  const decision = decideInvite(facts, interruption.at, PLENTY);
  if (decision.kind === 'refuse_invite') return { refusal: decision.reason };
  const grants = decision.kind === 'give' ? decision.grants : [];
  const termsTo = (to: 'self' | 'inviter') => grants.flatMap((grant) => (grant.kind === 'coupon' && grant.to === to ? [grant.terms] : []));
  const owed = { kind: 'invite', friend: termsTo('self'), inviter: termsTo('inviter') } as const;
  if (owed.friend.length + owed.inviter.length === 0) throw new Error(`${facts.campaign.type} promises no coupon`);
  return { owed };
}

/** The promise that an invite makes to both sides, by the two of them. */
function promiseOf({ campaignId, inviterId, inviteeId }: InviteKey): PromiseKey {
  return { campaignId, memberId: inviterId, about: inviteeId };
}

/** How an invite is told why it earned nothing, by what interrupted its campaign. */
const toldAs: Readonly<Record<Interruption['reason'], InviteRefusal>> = {
  ended_early: 'campaign_over',
  paused: 'campaign_over',
  sold_out: 'sold_out',
};

/** The end of a thread whose campaign was interrupted: with the record of what is owed, or with the reason why nothing is. */
export function breakEvents(facts: OwedFacts, interruption: Interruption): JournalEvent[] {
  const { campaign, inviter, friend } = facts;
  const key: InviteKey = { campaignId: campaign.campaignId, inviterId: inviter.memberId, inviteeId: friend.memberId };
  const { reason, at: brokenAt } = interruption;
  const owed = owedBy(facts, interruption);
  // That it is over is said before all else; that the stock is gone comes after what an invite lacks itself.
  const refusal = reason === 'sold_out' && 'refusal' in owed ? owed.refusal : toldAs[reason];
  const settled: JournalEvent = { kind: 'invite_settled', ...key, refusal };
  return 'refusal' in owed
    ? [settled]
    : [
        {
          kind: 'promise_broken',
          ...promiseOf(key),
          promise: 'invite',
          reason,
          brokenAt,
          title: campaign.title,
          owed: owed.owed,
        },
        settled,
      ];
}

/** What follows for a thread that waits, seen by the timer; nothing while its campaign pays, is paused, or came to its end. */
export function waitingThreadEvents(facts: OwedFacts, thread: InviteDocument): JournalEvent[] {
  const { inviter, friend } = facts;
  const bound = friend.invitedBy;
  const isBound = bound !== null && bound.campaignId === thread.campaignId && bound.inviterId === inviter.memberId;
  if (thread.state !== 'joined' || !isBound || friend.firstActionAt !== null) return [];
  const interruption = interruptionOf(facts);
  return interruption === null || interruption.reason === 'paused' ? [] : breakEvents(facts, interruption);
}
