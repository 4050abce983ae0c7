// Claiming a coupon: the gate, the member's limit, then the stock; the terms freeze here.
import { gateRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { stockLeft } from '#core/rules/campaign/lifecycle';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, done, refused } from '#core/rules/decision';
import type { CampaignDocument, CommunityDocument, MemberDocument, StockDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** What a claim is decided on. */
export interface ClaimFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly member: MemberDocument;
  readonly at: Instant;
  readonly numberOf: (couponId: string) => string;
}

/** Decides a claim: `n` counts this member's coupons of the campaign, `left` what remains for everybody. */
export function decideClaim(facts: ClaimFacts): Decision<{ n: number; left: number }> {
  const { community, campaign, member, at } = facts;
  const closed = gateRefusal({ campaign, community, member, at }, 'claim');
  if (closed !== null) return refused(closed);
  const left = stockLeft(facts.stock);
  const decision = campaignTypes[campaign.type].decide(
    campaign.parameters as never,
    {
      draft: campaign,
      version: campaign.version,
      on: dayOf(at, calendarOf(community)),
      left,
      claimed: member.claims[campaign.campaignId],
    } as never,
  );
  if (decision.kind === 'refuse') return refused(decision.refusal);
  if (decision.kind !== 'give') throw new Error('a claim is given or refused');
  const receivers = { communityId: communityOf(community.id), campaignId: campaign.campaignId, self: member, numberOf: facts.numberOf };
  const events = grantEvents(decision.grants, receivers);
  const issued = events.find((event) => event.kind === 'coupon_issued');
  if (issued?.kind !== 'coupon_issued') throw new Error('a claim gives a coupon');
  return done({ n: issued.n, left: left.coupons - 1 }, events);
}
