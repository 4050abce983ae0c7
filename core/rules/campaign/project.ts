// How a campaign and its stock follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
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

/** Applies an event of a campaign's life. */
export function projectCampaign(workspace: Workspace, event: CampaignEvent, context: EventContext): void {
  const { campaignId } = event;
  switch (event.kind) {
    case 'campaign_saved': {
      const before = workspace.find('campaign', campaignId);
      const id = makeId(workspace.communityId, 'campaign', campaignId);
      const fixed = { id, campaignId, state: 'draft', publishedAt: null, endedAt: null } as const;
      const version = (before?.version ?? 0) + 1;
      return workspace.put('campaign', { ...event.draft, ...fixed, version, createdAt: before?.createdAt ?? context.at });
    }
    case 'campaign_published': {
      const id = makeId(workspace.communityId, 'stock', campaignId);
      const issued = { couponsIssued: 0, pointsIssued: points(0) };
      workspace.put('stock', { id, campaignId, couponsReserved: event.coupons, pointsReserved: event.points, ...issued });
      return change(workspace, campaignId, { state: 'live', publishedAt: context.at });
    }
    case 'campaign_paused':
      return change(workspace, campaignId, { state: 'paused' });
    case 'campaign_resumed':
      return change(workspace, campaignId, { state: 'live' });
    case 'campaign_ended': {
      const stock = workspace.get('stock', campaignId);
      workspace.put('stock', { ...stock, couponsReserved: stock.couponsIssued, pointsReserved: stock.pointsIssued });
      return change(workspace, campaignId, { state: 'ended', endedAt: context.at });
    }
    case 'campaign_posted':
      return;
    case 'funnel_reached':
      return reachStage(workspace, context.actorId, campaignId, event.stage, context.at);
  }
}
