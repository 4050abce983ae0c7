// How a campaign and its stock follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { partNames, partsOf, shareOf } from '#core/rules/campaign/stock';
import { wholeStockIn } from '#core/rules/campaign/stock-in';
import { reachStage } from '#core/rules/leaderboard/project';
import type { CampaignDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { points } from '#core/values/points';

type CampaignEvent = Extract<
  JournalEvent,
  {
    kind:
      | 'campaign_saved'
      | 'campaign_published'
      | 'campaign_paused'
      | 'campaign_resumed'
      | 'campaign_ended'
      | 'campaign_posted'
      | 'funnel_reached';
  }
>;

function change(workspace: Workspace, campaignId: string, part: Partial<CampaignDocument>): void {
  workspace.put('campaign', { ...workspace.get('campaign', campaignId), ...part });
}

/** How many of the campaigns that were made last the community names; older ones that are still open are named among those. */
const RECENT_CAMPAIGNS_MAX = 30;

/** Names a new campaign. */
function nameRecent(workspace: Workspace, campaignId: string): void {
  const community = workspace.get('community');
  const recentCampaigns = [campaignId, ...community.recentCampaigns].slice(0, RECENT_CAMPAIGNS_MAX);
  workspace.put('community', { ...community, recentCampaigns });
}

/** Sets aside what publishing promises, its coupons perhaps over several documents. */
function reserve(workspace: Workspace, event: Extract<CampaignEvent, { kind: 'campaign_published' }>): void {
  const { campaignId, coupons, parts } = event;
  const { communityId } = workspace;
  const none = { couponsIssued: 0, claimers: 0 };
  const stock = { campaignId, couponsReserved: coupons, pointsReserved: event.points, pointsIssued: points(0), checkedIn: null, ...none };
  workspace.put('stock', { id: makeId(communityId, 'stock', campaignId), ...stock });
  partNames(parts).forEach((name, n) => {
    const id = makeId(communityId, 'stockPart', campaignId, name);
    workspace.put('stockPart', { id, campaignId, couponsReserved: shareOf(coupons, parts, n), ...none });
  });
}

/** Gives back what was set aside and not issued. A stock that was split is one document again: nobody claims from it any more. */
function release(workspace: Workspace, campaignId: string): void {
  const community = workspace.get('community');
  const whole = wholeStockIn(workspace, campaignId);
  if (whole === null) throw new Error(`${campaignId} was published without a stock`);
  for (const name of partNames(partsOf(community, campaignId))) {
    workspace.remove(makeId(workspace.communityId, 'stockPart', campaignId, name));
  }
  workspace.put('stock', { ...whole, couponsReserved: whole.couponsIssued, pointsReserved: whole.pointsIssued });
  const { [campaignId]: _folded, ...splitStocks } = community.splitStocks;
  const openCampaigns = community.openCampaigns.filter((open) => open !== campaignId);
  workspace.put('community', { ...community, openCampaigns, splitStocks });
}

/** Applies an event of a campaign's life. */
export function projectCampaign(workspace: Workspace, event: CampaignEvent, context: EventContext): void {
  const { campaignId } = event;
  switch (event.kind) {
    case 'campaign_saved': {
      const before = workspace.find('campaign', campaignId);
      const id = makeId(workspace.communityId, 'campaign', campaignId);
      const fixed = { id, campaignId, state: 'draft', publishedAt: null, endedAt: null } as const;
      if (before === null) nameRecent(workspace, campaignId);
      const version = (before?.version ?? 0) + 1;
      const notes = event.inReview === undefined ? {} : { inReview: event.inReview };
      return workspace.put('campaign', { ...event.draft, ...fixed, ...notes, version, createdAt: before?.createdAt ?? context.at });
    }
    case 'campaign_published': {
      const community = workspace.get('community');
      const splitStocks = event.parts === 1 ? {} : { [campaignId]: event.parts };
      workspace.put('community', {
        ...community,
        openCampaigns: [campaignId, ...community.openCampaigns],
        splitStocks: { ...community.splitStocks, ...splitStocks },
      });
      reserve(workspace, event);
      return change(workspace, campaignId, { state: 'live', publishedAt: context.at });
    }
    case 'campaign_paused':
      return change(workspace, campaignId, { state: 'paused' });
    case 'campaign_resumed':
      return change(workspace, campaignId, { state: 'live' });
    case 'campaign_ended': {
      release(workspace, campaignId);
      return change(workspace, campaignId, { state: 'ended', endedAt: context.at });
    }
    case 'campaign_posted':
      return;
    case 'funnel_reached':
      return reachStage(workspace, context.actorId, campaignId, event.stage, context.at);
  }
}
