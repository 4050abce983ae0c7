// The campaigns of a community that are live or paused, which its own document names.
import type { CampaignDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { JobContext } from '#server/app/jobs/define-job';

/** Reads them, in one call; none where there are none. */
export async function openCampaignsOf({ store, communityId, community }: JobContext): Promise<readonly CampaignDocument[]> {
  const ids = community.openCampaigns.map((campaignId) => makeId(communityId, 'campaign', campaignId));
  if (ids.length === 0) return [];
  const found = await store.read(ids);
  return ids.flatMap((id) => {
    const campaign = found.get(id) as CampaignDocument | undefined;
    return campaign === undefined ? [] : [campaign];
  });
}
