// The gate of a campaign: the reasons why nobody, or not this person, can take part now, in their fixed order.
import { type Refusal, refuse } from '#core/refusals';
import { type AudienceRefusal, audienceRefusal, isLetInEarly } from '#core/rules/campaign/audience';
import { calendarOf } from '#core/rules/community/calendar';
import { groupRefusal, type standingMs } from '#core/rules/community/standing';
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

/**
 * Why a person cannot take part now: ended, paused, not started (but for those who are let in early), not in the group, then the
 * audience: tier, tag, streak, newness. Limits and stock come after, in the type.
 */
export function gateRefusal(
  facts: {
    readonly campaign: CampaignDocument;
    readonly community: CommunityDocument;
    readonly member: MemberDocument | null;
    readonly at: Instant;
  },
  use: keyof typeof standingMs,
): GateRefusal | null {
  const calendar = calendarOf(facts.community);
  const closed = windowRefusal(facts.campaign, dayOf(facts.at, calendar), calendar);
  const isClosed = closed !== null && !(closed.code === 'campaign_not_started' && isLetInEarly(facts));
  if (isClosed) return closed;
  return groupRefusal(facts.community, facts.member, facts.campaign.groupId, use, facts.at) ?? audienceRefusal(facts);
}
