// A campaign as one person sees it now: what it is, what is left, why it is locked, and their own part in it.
import type { ValueOf } from '#core/contract';
import { type Refusal, refuse } from '#core/refusals';
import { gateRefusal } from '#core/rules/campaign/gate';
import { openParameters } from '#core/rules/campaign/parameters';
import { stockLeft } from '#core/rules/campaign/stock';
import { answersTo, campaignTypes } from '#core/rules/campaign/types/index';
import { welcomeSteps } from '#core/rules/campaign/welcome';
import { nextMilestone } from '#core/rules/checkin/milestones';
import { checkinPlanOf } from '#core/rules/checkin/plan';
import { planStateOf } from '#core/rules/checkin/plan-state';
import { isCheckedIn, streakOn } from '#core/rules/checkin/record';
import { calendarOf } from '#core/rules/community/calendar';
import { groupLabel } from '#core/rules/community/standing';
import { claimDecision } from '#core/rules/coupon/claim';
import { priceFor } from '#core/rules/coupon/tier-price';
import { tierOf } from '#core/rules/membership/tier';
import { exchangedBy, exchangeLock } from '#core/rules/points/exchange';
import { isApplicant, owedRefusal, partIn } from '#core/rules/trial/trial';
import type { CampaignDocument, CommunityDocument, MemberDocument, MemberEntry, StockDocument } from '#core/tables';
import { type Day, dayOf } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** The card as it travels. */
export type CampaignCard = ValueOf<'community.home'>['campaigns'][number];

/** What a card is made of; the stock with all its parts. */
export interface CardFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument | null;
  readonly member: MemberDocument | null;
  readonly at: Instant;
}

// A draft is shown before its parameters have been checked: what it counts may be missing, or below nothing.
function countOr(campaign: CampaignDocument, name: string, otherwise: number): number {
  const value = campaign.parameters[name];
  return typeof value === 'number' ? Math.max(0, value) : otherwise;
}

/** Why this person cannot apply for a trial that is open; who has applied already is not locked out of what comes next. */
function selectLock({ campaign, community, member, stock, at }: CardFacts, left: number | null): Refusal | null {
  if (isApplicant(partIn(member, campaign.campaignId))) return null;
  const owed = owedRefusal(member, dayOf(at, calendarOf(community)));
  return owed ?? (left !== null && left < 1 ? refuse('sold_out', { stock: stock?.couponsReserved ?? 0 }) : null);
}

function lockOf(facts: CardFacts, left: number | null): Refusal | null {
  const { campaign } = facts;
  const isClaim = answersTo(campaign.type, 'claim');
  const isExchange = answersTo(campaign.type, 'exchange');
  const isTrial = answersTo(campaign.type, 'select');
  const closed = gateRefusal({ ...facts, campaign }, isClaim || isExchange || isTrial ? 'claim' : 'checkIn');
  if (closed !== null) return closed;
  if (isExchange) return facts.stock === null ? null : exchangeLock({ ...facts, stock: facts.stock });
  if (isTrial) return selectLock(facts, left);
  if (!isClaim) return null;
  const decision = claimDecision({ ...facts, quantity: 1, left: left ?? 0 });
  return decision.kind === 'refuse' ? decision.refusal : null;
}

/** The live social proof of a campaign: who checked in to it today, who claimed or answered, how many pairs were rewarded. */
function peopleOf({ campaign, stock }: CardFacts, today: Day): number {
  if (stock === null) return 0;
  if (answersTo(campaign.type, 'check_in')) return stock.checkedIn?.on === today ? stock.checkedIn.people : 0;
  return answersTo(campaign.type, 'friend_first_action') ? Math.floor(stock.couponsIssued / 2) : stock.claimers;
}

/** Coupons or goods that are left; null where neither was set aside. */
function leftOf(stock: StockDocument | null): number | null {
  if (stock === null) return null;
  const left = stockLeft(stock);
  return stock.couponsReserved > 0 ? left.coupons : (stock.goodsReserved ?? 0) > 0 ? left.goods : null;
}

/** A member's part in a campaign around content as it travels; null while there is none. */
function entryOnWire(entry: MemberEntry | undefined, used: boolean): CampaignCard['mine']['entry'] {
  if (entry === undefined) return null;
  switch (entry.kind) {
    case 'quiz':
      return { kind: 'quiz', answeredAt: entry.answeredAt, chosen: [...entry.chosen], right: entry.right, points: entry.points };
    case 'poll':
      return { kind: 'poll', answeredAt: entry.answeredAt, chosen: [...entry.chosen] };
    case 'notice':
    case 'topic':
      return { ...entry };
    case 'question':
      return { kind: 'question', asked: entry.asked };
    case 'trial': {
      const { answer, outcome, have, least, voucher, report } = entry;
      return {
        kind: 'trial',
        applied: isApplicant(entry),
        answer,
        outcome,
        have,
        least,
        useUntilOn: voucher?.useUntilOn ?? null,
        reportUntilOn: voucher?.reportUntilOn ?? null,
        used,
        report: report === null ? null : { stars: report.stars, late: report.late, state: report.state },
      };
    }
  }
}

/** Makes the card. */
export function cardOf(facts: CardFacts): CampaignCard {
  const { campaign, community, member, stock } = facts;
  const { campaignId } = campaign;
  const today = dayOf(facts.at, calendarOf(community));
  const record = member?.checkins[campaignId];
  const isPlan = answersTo(campaign.type, 'check_in');
  const left = leftOf(stock);
  const claimed = exchangedBy(member, campaignId);
  const hasLimit = answersTo(campaign.type, 'claim') || answersTo(campaign.type, 'exchange');
  const claimedMax = hasLimit ? countOr(campaign, 'perMemberMax', 1) : 0;
  return {
    campaignId,
    type: campaign.type,
    state: campaign.state,
    version: campaign.version,
    title: campaign.title,
    summary: campaign.summary,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    groupId: campaign.groupId,
    groupLabel: groupLabel(community, campaign.groupId),
    parameters: { ...openParameters(campaignTypes[campaign.type].parameters, campaign.parameters) },
    left,
    people: peopleOf(facts, today),
    locked: campaign.state === 'draft' ? null : (lockOf(facts, left) as CampaignCard['locked']),
    mine: {
      checkedInToday: isCheckedIn(record, today),
      streakDays: streakOn(record, today),
      totalDays: record?.totalDays ?? 0,
      next: isPlan ? nextMilestone(checkinPlanOf(campaign), record, today) : null,
      plan: isPlan ? planStateOf(facts) : null,
      claimed,
      claimedMax,
      priceFen: campaign.type === 'group_price' ? priceFor(campaign.parameters, tierOf(member, today)) : null,
      invited: member?.invites[campaignId]?.total ?? 0,
      entry: entryOnWire(member?.entries[campaignId], (member?.redemptions[campaignId] ?? 0) > 0),
      welcome: answersTo(campaign.type, 'first_action')
        ? (welcomeSteps(campaign, member, facts.at)?.map((step) => ({ ...step })) ?? null)
        : null,
      invitedMax: answersTo(campaign.type, 'friend_first_action') ? countOr(campaign, 'inviterMax', 0) : 0,
    },
  };
}
