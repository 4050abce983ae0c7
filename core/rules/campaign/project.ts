// How a campaign and its stock follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { partNames, shareOf } from '#core/rules/campaign/stock';
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

/** Names a new campaign; the splits of stocks are forgotten with the campaigns that nothing names any more. */
function nameRecent(workspace: Workspace, campaignId: string): void {
  const community = workspace.get('community');
  const recentCampaigns = [campaignId, ...community.recentCampaigns].slice(0, RECENT_CAMPAIGNS_MAX);
  const named = new Set([...recentCampaigns, ...community.openCampaigns]);
  const splitStocks = Object.fromEntries(Object.entries(community.splitStocks).filter(([id]) => named.has(id)));
  workspace.put('community', { ...community, recentCampaigns, splitStocks });
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

/** Gives back what was set aside and not issued. */
function release(workspace: Workspace, campaignId: string): void {
  const campaign = workspace.get('campaign', campaignId);
  const whole = wholeStockIn(workspace, campaign);
  const parts = partNames(campaign.stockParts).map((name) => workspace.get('stockPart', campaignId, name));
  for (const part of parts) workspace.put('stockPart', { ...part, couponsReserved: part.couponsIssued });
  const stock = workspace.get('stock', campaignId);
  workspace.put('stock', { ...stock, couponsReserved: whole?.couponsIssued ?? 0, pointsReserved: stock.pointsIssued });
}

/** Applies an event of a campaign's life. */
export function projectCampaign(workspace: Workspace, event: CampaignEvent, context: EventContext): void {
  const { campaignId } = event;
  switch (event.kind) {
    case 'campaign_saved': {
      const before = workspace.find('campaign', campaignId);
      const id = makeId(workspace.communityId, 'campaign', campaignId);
      const fixed = { id, campaignId, state: 'draft', stockParts: 1, publishedAt: null, endedAt: null } as const;
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
      return change(workspace, campaignId, { state: 'live', publishedAt: context.at, stockParts: event.parts });
    }
    case 'campaign_paused':
      return change(workspace, campaignId, { state: 'paused' });
    case 'campaign_resumed':
      return change(workspace, campaignId, { state: 'live' });
    case 'campaign_ended': {
      const community = workspace.get('community');
      const openCampaigns = community.openCampaigns.filter((open) => open !== campaignId);
      workspace.put('community', { ...community, openCampaigns });
      release(workspace, campaignId);
      return change(workspace, campaignId, { state: 'ended', endedAt: context.at });
    }
    case 'campaign_posted':
      return;
    case 'funnel_reached':
      return reachStage(workspace, context.actorId, campaignId, event.stage, context.at);
  }
}
