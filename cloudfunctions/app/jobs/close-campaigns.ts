// Closes campaigns whose last day is over: what was reserved and not issued goes back to the owner.
import { decideEnd } from '#core/rules/campaign/lifecycle';
import { done } from '#core/rules/decision';
import type { CampaignDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { defineJob, ITEMS_MAX, type JobItem, jobKey } from '#server/app/jobs/define-job';

interface OverCampaign extends JobItem {
  readonly campaignId: string;
}

export const closeCampaigns = defineJob<OverCampaign, unknown>({
  name: 'close',
  looksFor: 'campaigns whose last day is over',
  async find({ store, communityId, finishedOn }) {
    const pages = await Promise.all(
      (['live', 'paused'] as const).map((state) => {
        const range = { prefix: [state], until: finishedOn, order: 'ascending' } as const;
        return store.list('campaign.byState', communityId, range, ITEMS_MAX);
      }),
    );
    const campaigns = pages.flatMap(({ documents }) => documents) as unknown as readonly CampaignDocument[];
    return campaigns.slice(0, ITEMS_MAX).map(({ campaignId }) => ({ key: jobKey('close', campaignId), campaignId }));
  },
  documents: ({ campaignId }, { communityId }) => [makeId(communityId, 'campaign', campaignId), makeId(communityId, 'stock', campaignId)],
  decide({ campaignId }, workspace, { finishedOn }) {
    const campaign = workspace.get('campaign', campaignId);
    return campaign.endsOn > finishedOn ? done({}, []) : decideEnd(campaign, workspace.find('stock', campaignId));
  },
});
