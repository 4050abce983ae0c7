// The gate of a campaign: the reasons why nobody, or not this person, can take part now, in their fixed order.
import { type Refusal, refuse } from '#core/refusals';
import { type AudienceRefusal, audienceConditions, earlyAccess, isLetInEarly } from '#core/rules/campaign/audience';
import { type Condition, condition, firstRefusal } from '#core/rules/campaign/condition';
import { calendarOf } from '#core/rules/community/calendar';
import { groupLabel, groupRefusal, type standingMs } from '#core/rules/community/standing';
import type { CampaignDocument, CommunityDocument, MemberDocument } from '#core/tables';
import { type Calendar, type Day, dayOf } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** The refusals of the campaign's own state and window. */
export type WindowRefusal = Refusal<'campaign_paused' | 'campaign_not_started' | 'campaign_ended'>;

/** Why a campaign is closed on a day; null while it is open. Drafts are the caller's concern: members never see them. */
export function windowRefusal(campaign: CampaignDocument, today: Day, calendar: Calendar): WindowRefusal | null {
  if (campaign.state === 'ended') {
    const endedOn = campaign.endedAt === null ? campaign.endsOn : dayOf(campaign.endedAt, calendar);
    return refuse('campaign_ended', { endedOn: endedOn < campaign.endsOn ? endedOn : campaign.endsOn });
  }
  if (today > campaign.endsOn) return refuse('campaign_ended', { endedOn: campaign.endsOn });
  if (campaign.state === 'paused') return refuse('campaign_paused', {});
  if (today < campaign.startsOn) return refuse('campaign_not_started', { startsOn: campaign.startsOn });
  return null;
}

/** Every refusal of the gate. */
export type GateRefusal = WindowRefusal | Refusal<'not_in_group'> | AudienceRefusal;

/** What the gate is asked about: a campaign, somebody who may not have joined, and a moment. */
export interface GateFacts {
  readonly campaign: CampaignDocument;
  readonly community: CommunityDocument;
  readonly member: MemberDocument | null;
  readonly at: Instant;
}

/**
 * Every condition of the gate in its order: that the campaign runs (or that the person is let in early), the group, then the audience:
 * tier, tag, streak, newness. Limits and stock come after, in the type.
 */
export function gateConditions(facts: GateFacts, use: keyof typeof standingMs): Condition[] {
  const { campaign, community, member, at } = facts;
  const calendar = calendarOf(community);
  const refusal = windowRefusal(campaign, dayOf(at, calendar), calendar);
  const isAhead = refusal?.code === 'campaign_not_started';
  const isClosed = refusal !== null && !(isAhead && isLetInEarly(facts));
  const closed = isAhead ? refuse('campaign_not_started', { startsOn: campaign.startsOn, ...earlyAccess(facts) }) : refusal;
  const { state, startsOn, endsOn, groupId } = campaign;
  const running = condition('running', { state, startsOn, endsOn }, isClosed ? closed : null);
  if (groupId === null) return [running, ...audienceConditions(facts)];
  const outside = groupRefusal(community, member, groupId, use, at);
  const inGroup = condition('in_group', { label: groupLabel(community, groupId) ?? '' }, outside);
  return [running, inGroup, ...audienceConditions(facts)];
}

/** Why a person cannot take part now: the first condition of the gate that is not met. */
export function gateRefusal(facts: GateFacts, use: keyof typeof standingMs): GateRefusal | null {
  return firstRefusal(gateConditions(facts, use)) as GateRefusal | null;
}
