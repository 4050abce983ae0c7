// Exchanging points for goods or a coupon: the gate, then what the type refuses (limit, stock, price); paid and given in one step.
import type { Refusal } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { TypeDecision } from '#core/rules/campaign/define-type';
import { gateRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, done, refused } from '#core/rules/decision';
import { pointsOn } from '#core/rules/points/lots';
import { spendPoints } from '#core/rules/points/spend';
import type { CampaignDocument, CommunityDocument, MemberDocument, StockDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { points } from '#core/values/points';

/** What an exchange is decided on. */
export interface ExchangeFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly member: MemberDocument;
  readonly at: Instant;
  readonly numberOf: (id: string) => string;
}

/** How many of an exchange a member has, without those that were cancelled and given back. */
export function exchangedBy(member: MemberDocument | null, campaignId: string): number {
  return (member?.claims[campaignId]?.total ?? 0) - (member?.returned?.[campaignId] ?? 0);
}

/** What the type says to an exchange now. */
function askExchange(facts: Omit<ExchangeFacts, 'numberOf' | 'member'> & { readonly member: MemberDocument | null }): TypeDecision {
  const { community, campaign, stock, member, at } = facts;
  const today = dayOf(at, calendarOf(community));
  return campaignTypes[campaign.type].decide(
    campaign.parameters as never,
    {
      draft: campaign,
      version: campaign.version,
      on: today,
      left: stockLeft(stock),
      balance: points(member === null ? 0 : pointsOn(member, today).active),
      held: exchangedBy(member, campaign.campaignId),
    } as never,
  );
}

/** What came of an exchange: `n` counts what the member has got of it, `left` is what remains for everybody. */
export interface ExchangeValue {
  readonly kind: 'goods' | 'coupon';
  readonly n: number;
  readonly left: number;
}

/** Decides an exchange. */
export function decideExchange(facts: ExchangeFacts): Decision<ExchangeValue> {
  const { community, campaign, stock, member, at } = facts;
  const { campaignId } = campaign;
  const closed = gateRefusal({ campaign, community, member, at }, 'claim');
  if (closed !== null) return refused(closed);
  const decision = askExchange(facts);
  if (decision.kind === 'refuse') return refused(decision.refusal);
  if (decision.kind !== 'give' || decision.spend === undefined) throw new Error('an exchange is paid for, or refused');
  const paid = spendPoints(member, { campaignId, points: decision.spend, today: dayOf(at, calendarOf(community)) });
  if ('short' in paid) throw new Error('a type that lets a member pay has seen what they can spend');
  const receivers = {
    communityId: communityOf(community.id),
    campaignId,
    version: campaign.version,
    self: member,
    spent: paid.event.lots,
    numberOf: facts.numberOf,
  };
  const given = grantEvents(decision.grants, receivers);
  const [first] = given;
  if (first?.kind !== 'goods_ordered' && first?.kind !== 'coupon_issued') throw new Error('an exchange gives goods or a coupon');
  const isGoods = first.kind === 'goods_ordered';
  const { goods, coupons } = stockLeft(stock);
  // A coupon is given at once; goods are when they are handed over.
  const settled: JournalEvent[] = isGoods ? [] : [{ kind: 'points_settled', campaignId, points: decision.spend }];
  return done({ kind: isGoods ? 'goods' : 'coupon', n: first.n, left: (isGoods ? goods : coupons) - 1 }, [
    paid.event,
    ...given,
    ...settled,
  ]);
}

/** Why a person cannot exchange now, beyond the gate; null when they can. Who has never been here has no points. */
export function exchangeLock(
  facts: Omit<ExchangeFacts, 'numberOf' | 'member'> & { readonly member: MemberDocument | null },
): Refusal | null {
  const decision = askExchange(facts);
  return decision.kind === 'refuse' ? decision.refusal : null;
}
