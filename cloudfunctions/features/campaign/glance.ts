// A campaign as everybody may see it: two documents, nothing of any person.
import { refuse } from '#core/refusals';
import { campaignTerms } from '#core/rules/campaign/lifecycle';
import { calendarOf } from '#core/rules/community/calendar';
import type { CampaignDocument, CommunityDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import type { PublicViewHandler } from '#server/app/request-context';

/** What the campaign is and its complete terms. Drafts are nobody's to see. */
export const glance: PublicViewHandler<'campaign.glance'> = async ({ communityId, campaignId }, { store, now }) => {
  const ids = [makeId(communityId, 'community'), makeId(communityId, 'campaign', campaignId)] as const;
  const documents = await store.read(ids);
  const community = documents.get(ids[0]) as CommunityDocument | undefined;
  const campaign = documents.get(ids[1]) as CampaignDocument | undefined;
  if (community === undefined || campaign === undefined || campaign.state === 'draft') {
    return { refusal: refuse('not_found', { what: 'campaign' }) };
  }
  const { name, promise, organiser } = community;
  const { type, title, summary, startsOn, endsOn, state } = campaign;
  const isOver = state === 'ended' || dayOf(now, calendarOf(community)) > endsOn;
  const terms = campaignTerms(campaign, community).map(({ code, data }) => ({ code, data: { ...data } }));
  return { value: { community: { name, promise, organiser }, type, title, summary, startsOn, endsOn, isOver, terms } };
};
