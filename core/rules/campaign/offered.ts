// Which campaign types an installation offers.
import { type CampaignTypeCode, campaignTypes } from '#core/rules/campaign/types/index';

/** Whether owners may make campaigns of a type here: not those that live on members' words where nothing of those is shown. */
export function isOffered(code: CampaignTypeCode, installation: { readonly userContent: boolean }): boolean {
  return installation.userContent || campaignTypes[code].memberTexts !== true;
}
