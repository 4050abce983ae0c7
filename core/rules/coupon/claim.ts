// Claiming a coupon: the gate, the member's limit, then the stock; the terms freeze here. What follows where it is a first own action.
import type { TypeDecision } from '#core/rules/campaign/define-type';
import { type FirstGains, firstActionOf, isFirstAction, type OwnAction } from '#core/rules/campaign/first-action';
import { gateRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { piecesOf } from '#core/rules/coupon/benefit';
import { type Decision, done, refused } from '#core/rules/decision';
import { tierOf } from '#core/rules/membership/tier';
import type { CampaignDocument, MemberDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { communityOf } from '#core/values/ids';
import { points } from '#core/values/points';

/** A stock, as far as a claim goes. */
export interface StockForClaim {
  /** Coupons left where this claim takes its own. */
  readonly left: number;
  /** Coupons left in all parts, as far as can be seen without waiting for others. */
  readonly leftAltogether: number;
  /** The part to take from, of a stock that was split. */
  readonly part?: number;
}

/** What a claim is decided on. */
export interface ClaimFacts extends OwnAction {
  readonly campaign: CampaignDocument;
  /** The stock as it counts for this claim: the whole, or the one part of it that still has something. */
  readonly stock: StockForClaim;
  /** How many pieces are asked for: of a group price, and else one. */
  readonly quantity: number;
}

/** What a claim answers: `n` counts this member's coupons of the campaign, `left` what remains for everybody. */
export interface ClaimGains extends FirstGains {
  readonly n: number;
  readonly left: number;
}

/** What the campaign's type says to a claim, the gate aside: also before anybody has joined, or claims. */
export function claimDecision(
  facts: Pick<ClaimFacts, 'community' | 'campaign' | 'quantity' | 'at'> & { readonly member: MemberDocument | null; readonly left: number },
): TypeDecision {
  const { community, campaign, member, quantity } = facts;
  const on = dayOf(facts.at, calendarOf(community));
  const asked = {
    draft: campaign,
    version: campaign.version,
    on,
    left: { coupons: facts.left, points: points(0) },
    claimed: member?.claims[campaign.campaignId],
    quantity,
    tier: () => tierOf(member, on),
  };
  return campaignTypes[campaign.type].decide(campaign.parameters as never, asked as never);
}

/** Decides a claim. Refusals in order: the gate's, then the type's. */
export function decideClaim(facts: ClaimFacts): Decision<ClaimGains> {
  const { community, campaign, member, at } = facts;
  const closed = gateRefusal({ campaign, community, member, at }, 'claim');
  if (closed !== null) return refused(closed);
  const decision = claimDecision({ community, campaign, member, at, quantity: facts.quantity, left: facts.stock.left });
  if (decision.kind === 'refuse') return refused(decision.refusal);
  if (decision.kind !== 'give') throw new Error('a claim is given or refused');
  const part = facts.stock.part === undefined ? {} : { part: facts.stock.part };
  const receivers = {
    communityId: communityOf(community.id),
    campaignId: campaign.campaignId,
    version: campaign.version,
    self: member,
    numberOf: facts.numberOf,
    ...part,
    ...(isFirstAction(member) ? { first: true as const } : {}),
  };
  const events = grantEvents(decision.grants, receivers);
  const issued = events.find((event) => event.kind === 'coupon_issued');
  if (issued?.kind !== 'coupon_issued') throw new Error('a claim gives a coupon');
  const first = firstActionOf(facts);
  const left = facts.stock.leftAltogether - piecesOf(issued.terms.benefit);
  return done({ n: issued.n, left, ...first.gains }, [...events, ...first.events]);
}
