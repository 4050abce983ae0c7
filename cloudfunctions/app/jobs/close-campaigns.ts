// Closes campaigns whose last day is over: what was reserved and not issued goes back to the owner.
import { decideEnd } from '#core/rules/campaign/lifecycle';
import { wholeStockIn } from '#core/rules/campaign/stock-in';
import { done } from '#core/rules/decision';
import { isRanked } from '#core/rules/trial/trial';
import { makeId } from '#core/values/ids';
import { defineJob, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { openCampaignsOf } from '#server/app/jobs/open-campaigns';
import { areSettled } from '#server/app/jobs/prized-seasons';

interface OverCampaign extends JobItem {
  readonly campaignId: string;
}

export const closeCampaigns = defineJob<OverCampaign, unknown>({
  name: 'close',
  looksFor: 'campaigns whose last day is over',
  async find(context) {
    const ended = (await openCampaignsOf(context)).filter(({ endsOn }) => endsOn <= context.finishedOn);
    const settled = await areSettled(context, ended);
    const over = ended.filter(({ campaignId }) => settled.has(campaignId));
    return over.map(({ campaignId }) => ({ key: jobKey('close', campaignId), campaignId }));
  },
  documents: ({ campaignId }, { communityId }) => [
    makeId(communityId, 'campaign', campaignId),
    makeId(communityId, 'stock', campaignId),
    makeId(communityId, 'tally'),
  ],
  decide({ campaignId }, workspace, { finishedOn }) {
    const campaign = workspace.get('campaign', campaignId);
    if (campaign.endsOn > finishedOn) return done({}, []);
    // The vouchers of a trial that ranks its applicants are given out after its last day, from what is still set aside.
    if (isRanked(campaign) && (workspace.find('selection', campaignId)?.unsettled ?? 1) > 0) return done({}, []);
    return decideEnd(campaign, wholeStockIn(workspace, campaignId));
  },
});
