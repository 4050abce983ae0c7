// The card that goes into a chat: its title, and the path that it opens.
import type { CampaignDocument } from '#core/tables';
import { communityOf } from '#core/values/ids';

/** The page that every card opens: the campaign, what it is and its terms, before anything else. */
export const CARD_PAGE = '/packages/member/campaign/index';

/** The card of a campaign; `inviteToken` makes it one member's invite. */
export function shareCardOf(campaign: CampaignDocument, inviteToken?: string): { title: string; path: string } {
  const path = `${CARD_PAGE}?c=${communityOf(campaign.id)}&id=${campaign.campaignId}`;
  return { title: campaign.title, path: inviteToken === undefined ? path : `${path}&t=${inviteToken}` };
}
