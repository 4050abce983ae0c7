// The campaigns of a community that are live or paused, which its own document names.
import type { CampaignDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { JobContext } from '#server/app/jobs/define-job';

/** Reads them, in one call; none where there are none. */
export function openCampaignsOf(context: JobContext): Promise<readonly CampaignDocument[]> {
  return campaignsOf(context, context.community.openCampaigns);
}

/** Reads campaigns in one call, those that are there in the order asked for. */
export async function campaignsOf(
  { store, communityId }: Pick<JobContext, 'store' | 'communityId'>,
  campaignIds: readonly string[],
): Promise<readonly CampaignDocument[]> {
  const ids = campaignIds.map((campaignId) => makeId(communityId, 'campaign', campaignId));
  if (ids.length === 0) return [];
  const found = await store.read(ids);
  return ids.flatMap((id) => {
    const campaign = found.get(id) as CampaignDocument | undefined;
    return campaign === undefined ? [] : [campaign];
  });
}
