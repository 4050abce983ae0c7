// How coupons, what is left of a stock, and a member's counts follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { countForDay, countRedeemed, leaveStage, reachStage, uncountRedeemed } from '#core/rules/leaderboard/project';
import type { LimitCount } from '#core/tables';
import type { Day } from '#core/values/day';
import { makeId } from '#core/values/ids';

type CouponEvent = Extract<JournalEvent, { kind: 'coupon_issued' | 'coupon_redeemed' | 'redemption_undone' }>;

/** One more of something that a limit counts. */
export function countOne(count: LimitCount | undefined, on: Day): LimitCount {
  return { total: (count?.total ?? 0) + 1, on, today: (count?.on === on ? count.today : 0) + 1 };
}

function issue(workspace: Workspace, event: Extract<CouponEvent, { kind: 'coupon_issued' }>, context: EventContext): void {
  const { campaignId, memberId, n, number, terms, reason } = event;
  const stock = workspace.get('stock', campaignId);
  const member = workspace.get('member', memberId);
  workspace.put('stock', { ...stock, couponsIssued: stock.couponsIssued + 1 });
  workspace.put('member', { ...member, claims: { ...member.claims, [campaignId]: countOne(member.claims[campaignId], context.on) } });
  const id = makeId(workspace.communityId, 'coupon', campaignId, memberId, String(n));
  const fresh = { redemption: null, redeemedAt: null, undone: [] };
  workspace.put('coupon', { id, campaignId, memberId, number, terms, claimedAt: context.at, reason, ...fresh });
  reachStage(workspace, memberId, campaignId, 'claimed', context.at);
  countForDay(workspace, context.on, 'claimed', memberId, context.at);
}

function countRedemptions(workspace: Workspace, memberId: string, campaignId: string, by: 1 | -1): number {
  const member = workspace.get('member', memberId);
  const redeemed = (member.redemptions[campaignId] ?? 0) + by;
  workspace.put('member', { ...member, redemptions: { ...member.redemptions, [campaignId]: redeemed } });
  return redeemed;
}

/** Applies an event of a coupon's life. The actor of a redemption is the clerk, of an undo the owner. */
export function projectCoupon(workspace: Workspace, event: CouponEvent, context: EventContext): void {
  if (event.kind === 'coupon_issued') return issue(workspace, event, context);
  const { campaignId, memberId } = event;
  const coupon = workspace.get('coupon', campaignId, memberId, String(event.n));
  if (event.kind === 'coupon_redeemed') {
    workspace.put('coupon', { ...coupon, redemption: event.redemption, redeemedAt: event.redemption.redeemedAt });
    countRedemptions(workspace, memberId, campaignId, 1);
    reachStage(workspace, memberId, campaignId, 'redeemed', context.at);
    return countRedeemed(workspace, event.redemption.redeemedOn, event, context.at);
  }
  if (coupon.redemption === null) throw new Error('an undo of a coupon that was not redeemed');
  const undone = { ...coupon.redemption, undoneAt: context.at, undoneBy: context.actorId, undoReason: event.reason };
  uncountRedeemed(workspace, coupon.redemption.redeemedOn, event, context.at);
  workspace.put('coupon', { ...coupon, redemption: null, redeemedAt: null, undone: [...coupon.undone, undone] });
  if (countRedemptions(workspace, memberId, campaignId, -1) === 0) leaveStage(workspace, memberId, campaignId, 'redeemed', context.at);
}
