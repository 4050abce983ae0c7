// Records what is owed when an invite campaign stops paying before its last day while friends have joined and not acted yet.
import { stockLeft } from '#core/rules/campaign/stock';
import { answersTo } from '#core/rules/campaign/types/index';
import { done } from '#core/rules/decision';
import { waitingThreadEvents } from '#core/rules/promise/owed';
import type { CampaignDocument, InviteDocument, StockDocument } from '#core/tables';
import { addDays, dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { defineJob, ITEMS_MAX, type JobContext, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { openCampaignsOf } from '#server/app/jobs/open-campaigns';

interface WaitingThread extends JobItem {
  readonly campaignId: string;
  readonly inviterId: string;
  readonly inviteeId: string;
}

/** For how many days after its last day an ended campaign is still looked at: the timer comes that late at most. */
const LOOK_BACK_DAYS = 30;

/** How many ended campaigns are looked at. */
const ENDED_MAX = 100;

/** A pair of coupons, one for each side. */
const PAIR = 2;

const isInvite = ({ type }: CampaignDocument) => answersTo(type, 'friend_first_action');

async function endedEarly({ store, communityId, calendar, today }: JobContext): Promise<readonly CampaignDocument[]> {
  const range = { prefix: ['ended'], from: addDays(today, -LOOK_BACK_DAYS), order: 'ascending' } as const;
  const page = await store.list('campaign.byState', communityId, range, ENDED_MAX);
  const ended = page.documents as unknown as readonly CampaignDocument[];
  return ended.filter((campaign) => {
    const { endedAt, endsOn } = campaign;
    return isInvite(campaign) && endedAt !== null && dayOf(endedAt, calendar) <= endsOn;
  });
}

async function soldOut(context: JobContext): Promise<readonly CampaignDocument[]> {
  const live = (await openCampaignsOf(context)).filter((campaign) => isInvite(campaign) && campaign.state === 'live');
  if (live.length === 0) return [];
  const stockId = ({ campaignId }: CampaignDocument) => makeId(context.communityId, 'stock', campaignId);
  const stocks = await context.store.read(live.map(stockId));
  return live.filter((campaign) => {
    const stock = stocks.get(stockId(campaign)) as StockDocument | undefined;
    return stock !== undefined && stockLeft(stock).coupons < PAIR;
  });
}

export const recordBrokenPromises = defineJob<WaitingThread, unknown>({
  name: 'promise',
  looksFor: 'friends who have joined by an invite whose campaign stopped paying before its last day',
  async find(context) {
    const { store, communityId } = context;
    const items: WaitingThread[] = [];
    const interrupted = await Promise.all([endedEarly(context), soldOut(context)]);
    for (const { campaignId } of interrupted.flat()) {
      if (items.length >= ITEMS_MAX) break;
      const range = { prefix: [campaignId, 'joined'], order: 'ascending' } as const;
      const page = await store.list('invite.byCampaign', communityId, range, ITEMS_MAX - items.length);
      for (const { inviterId, inviteeId } of page.documents as unknown as readonly InviteDocument[]) {
        items.push({ key: jobKey('promise', campaignId, inviterId, inviteeId), campaignId, inviterId, inviteeId });
      }
    }
    return items;
  },
  documents: ({ campaignId, inviterId, inviteeId }, { communityId }) => [
    makeId(communityId, 'campaign', campaignId),
    makeId(communityId, 'stock', campaignId),
    makeId(communityId, 'invite', campaignId, inviterId, inviteeId),
    makeId(communityId, 'member', inviterId),
    makeId(communityId, 'member', inviteeId),
  ],
  decide({ campaignId, inviterId, inviteeId }, workspace, { calendar, now }) {
    const facts = {
      campaign: workspace.get('campaign', campaignId),
      stock: workspace.get('stock', campaignId),
      inviter: workspace.get('member', inviterId),
      friend: workspace.get('member', inviteeId),
      calendar,
      at: now,
    };
    return done({}, waitingThreadEvents(facts, workspace.get('invite', campaignId, inviterId, inviteeId)));
  },
});
