// How a campaign and its stock follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { type CampaignChange, draftOf } from '#core/rules/campaign/campaign-draft';
import { forgetPlenty } from '#core/rules/campaign/low-stock';
import { partNames, partsOf, shareOf } from '#core/rules/campaign/stock';
import { wholeStockIn } from '#core/rules/campaign/stock-in';
import { answersTo } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { countIn } from '#core/rules/community/tally';
import { seasonsToSettle } from '#core/rules/leaderboard/covered-seasons';
import { reachStage } from '#core/rules/leaderboard/project';
import { givenBy } from '#core/rules/promise/trust';
import type { CampaignDocument, StockDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { points } from '#core/values/points';

type CampaignEvent = Extract<
  JournalEvent,
  {
    kind:
      | 'campaign_saved'
      | 'campaign_discarded'
      | 'campaign_published'
      | 'campaign_improved'
      | 'warning_set'
      | 'stock_low'
      | 'campaign_paused'
      | 'campaign_resumed'
      | 'campaign_ended'
      | 'campaign_posted'
      | 'welcome_given'
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

/**
 * Removes a draft and its name. The last name stays, though nothing bears it any more: that there was a campaign once is what holds the
 * points policy, see isPolicyFree.
 */
function discard(workspace: Workspace, campaignId: string): void {
  const community = workspace.get('community');
  const others = community.recentCampaigns.filter((recent) => recent !== campaignId);
  if (others.length > 0) workspace.put('community', { ...community, recentCampaigns: others });
  workspace.remove(makeId(workspace.communityId, 'campaign', campaignId));
}

/** Names a campaign among those that are open; the welcome gift besides by itself. */
function nameOpen(workspace: Workspace, campaignId: string, parts: number): void {
  const community = workspace.get('community');
  const isWelcome = answersTo(workspace.get('campaign', campaignId).type, 'first_action');
  const splitStocks = parts === 1 ? {} : { [campaignId]: parts };
  workspace.put('community', {
    ...community,
    openCampaigns: [campaignId, ...community.openCampaigns],
    splitStocks: { ...community.splitStocks, ...splitStocks },
    ...(isWelcome ? { welcomeCampaign: campaignId } : {}),
  });
}

/** The rules as they are published first: a draft has no other version, however often it is saved. */
const FIRST_VERSION = 1;

/** Keeps the rules of a version for good. */
function keepVersion(workspace: Workspace, campaign: CampaignDocument, changes: readonly CampaignChange[], at: Instant): void {
  const { campaignId, version } = campaign;
  const id = makeId(workspace.communityId, 'campaignVersion', campaignId, String(version));
  workspace.put('campaignVersion', { id, campaignId, version, draft: draftOf(campaign), changes, at });
}

/** Sets aside what an improvement promises more: in a stock that was split, each part gets its share. */
function reserveMore(
  workspace: Workspace,
  { campaignId, coupons, points: more, goods = 0 }: Extract<CampaignEvent, { kind: 'campaign_improved' }>,
): void {
  const stock = workspace.get('stock', campaignId);
  const parts = partsOf(workspace.get('community'), campaignId);
  const whole = {
    ...stock,
    couponsReserved: stock.couponsReserved + coupons,
    pointsReserved: points(stock.pointsReserved + more),
    ...(goods === 0 ? {} : { goodsReserved: (stock.goodsReserved ?? 0) + goods }),
  };
  if (coupons > 0) {
    // Asks for all parts at once.
    wholeStockIn(workspace, campaignId);
    partNames(parts).forEach((name, n) => {
      const part = workspace.get('stockPart', campaignId, name);
      workspace.put('stockPart', { ...part, couponsReserved: part.couponsReserved + shareOf(coupons, parts, n) });
    });
  }
  workspace.put('stock', whole);
  forgetPlenty(workspace, campaignId);
}

/** Sets aside what publishing promises, its coupons perhaps over several documents. */
function reserve(workspace: Workspace, event: Extract<CampaignEvent, { kind: 'campaign_published' }>): void {
  const { campaignId, coupons, parts } = event;
  const { communityId } = workspace;
  const none = { couponsIssued: 0, claimers: 0 };
  const stock = { campaignId, couponsReserved: coupons, pointsReserved: event.points, pointsIssued: points(0), checkedIn: null, ...none };
  const goods = event.goods === undefined ? {} : { goodsReserved: event.goods, goodsIssued: 0 };
  workspace.put('stock', { id: makeId(communityId, 'stock', campaignId), ...stock, ...goods });
  partNames(parts).forEach((name, n) => {
    const id = makeId(communityId, 'stockPart', campaignId, name);
    workspace.put('stockPart', { id, campaignId, couponsReserved: shareOf(coupons, parts, n), ...none });
  });
}

/** Gives back what was set aside and not issued, but for what is owed, or kept for seasons that are over. A stock that was split is one document again: nobody claims from it any more. */
function release(
  workspace: Workspace,
  { campaignId, pointsReleased, couponsKept = 0 }: Extract<CampaignEvent, { kind: 'campaign_ended' }>,
): StockDocument {
  const community = workspace.get('community');
  const whole = wholeStockIn(workspace, campaignId);
  if (whole === null) throw new Error(`${campaignId} was published without a stock`);
  for (const name of partNames(partsOf(community, campaignId))) {
    workspace.remove(makeId(workspace.communityId, 'stockPart', campaignId, name));
  }
  const goods = whole.goodsReserved === undefined ? {} : { goodsReserved: whole.goodsIssued ?? 0 };
  workspace.put('stock', {
    ...whole,
    couponsReserved: whole.couponsIssued + (whole.couponsOwed ?? 0) + couponsKept,
    pointsReserved: points(whole.pointsReserved - pointsReleased),
    ...goods,
  });
  const { [campaignId]: _folded, ...splitStocks } = community.splitStocks;
  const openCampaigns = community.openCampaigns.filter((open) => open !== campaignId);
  const { welcomeCampaign, ...others } = community;
  const welcome = welcomeCampaign === undefined || welcomeCampaign === campaignId ? {} : { welcomeCampaign };
  workspace.put('community', { ...others, ...welcome, openCampaigns, splitStocks });
  return whole;
}

/** Names an ended campaign among those whose seasons the timer still has to settle, where there are any. */
function nameUnsettled(workspace: Workspace, campaignId: string): void {
  const community = workspace.get('community');
  const campaign = workspace.get('campaign', campaignId);
  if (seasonsToSettle(campaign, workspace.get('stock', campaignId), calendarOf(community)) <= 0) return;
  const { unsettledCampaigns = [] } = community;
  workspace.put('community', { ...community, unsettledCampaigns: [...unsettledCampaigns, campaignId] });
}

/** A newcomer has got the gift of their first own action, which is what the actor did. */
function welcome(workspace: Workspace, campaignId: string, { actorId, at }: EventContext): void {
  const member = workspace.get('member', actorId);
  workspace.put('member', { ...member, welcome: { campaignId, at } });
  // A gift of coupons is counted with the first of them, as every coupon's holder is.
  const stock = workspace.get('stock', campaignId);
  if (stock.pointsReserved > 0) workspace.put('stock', { ...stock, claimers: stock.claimers + 1 });
  reachStage(workspace, actorId, campaignId, 'claimed', at);
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
      const notes = event.inReview === undefined ? {} : { inReview: event.inReview };
      return workspace.put('campaign', {
        ...event.draft,
        ...fixed,
        ...notes,
        version: FIRST_VERSION,
        createdAt: before?.createdAt ?? context.at,
      });
    }
    case 'campaign_discarded':
      return discard(workspace, campaignId);
    case 'campaign_published': {
      nameOpen(workspace, campaignId, event.parts);
      reserve(workspace, event);
      const policy = event.policy === undefined ? {} : { policy: event.policy };
      change(workspace, campaignId, { state: 'live', publishedAt: context.at, ...policy });
      return keepVersion(workspace, workspace.get('campaign', campaignId), [], context.at);
    }
    case 'campaign_improved': {
      const { draft, version, changes, policy } = event;
      const confirmed = policy === undefined ? {} : { policy };
      reserveMore(workspace, event);
      // What the draft says no more is gone: an audience, once it is for everybody.
      const { audience: _before, ...campaign } = workspace.get('campaign', campaignId);
      workspace.put('campaign', { ...campaign, ...draft, version, improved: { at: context.at, changes }, ...confirmed });
      return keepVersion(workspace, workspace.get('campaign', campaignId), changes, context.at);
    }
    case 'warning_set': {
      workspace.put('stock', { ...workspace.get('stock', campaignId), lowAtPercent: event.percent });
      return forgetPlenty(workspace, campaignId);
    }
    case 'stock_low': {
      const stock = workspace.get('stock', campaignId);
      const lowSince = { coupons: null, points: null, ...stock.lowSince, [event.unit]: context.at };
      return workspace.put('stock', { ...stock, lowSince });
    }
    case 'campaign_paused':
      return change(workspace, campaignId, { state: 'paused' });
    case 'campaign_resumed':
      return change(workspace, campaignId, { state: 'live' });
    case 'campaign_ended': {
      const stock = release(workspace, event);
      countIn(workspace, 'finished', 1);
      countIn(workspace, 'kept', givenBy(stock));
      const { endsOn, type } = workspace.get('campaign', campaignId);
      const isEarly = context.on <= endsOn;
      if (isEarly) countIn(workspace, 'endedEarly', 1);
      const reckoning = { pointsLeft: event.pointsReleased, after: null, step: 0 };
      const owes = isEarly && answersTo(type, 'check_in') ? { reckoning } : {};
      change(workspace, campaignId, { state: 'ended', endedAt: context.at, ...owes });
      return answersTo(type, 'season_close') ? nameUnsettled(workspace, campaignId) : undefined;
    }
    case 'campaign_posted':
      return;
    case 'welcome_given':
      return welcome(workspace, campaignId, context);
    case 'funnel_reached':
      return reachStage(workspace, context.actorId, campaignId, event.stage, context.at);
  }
}
