// How coupons, what is left of a stock, and a member's counts follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { hasReached } from '#core/rules/campaign/funnel';
import { piecesOf } from '#core/rules/coupon/benefit';
import { countForDay, countRedeemed, leaveStage, reachStage, uncountRedeemed } from '#core/rules/leaderboard/project';
import { withDeed, withoutDeed } from '#core/rules/membership/deeds';
import { countShift } from '#core/rules/redemption/shift';
import { countConversions, uncountConversions } from '#core/rules/trial/project';
import type { LimitCount } from '#core/tables';
import type { Day } from '#core/values/day';
import { makeId } from '#core/values/ids';

type CouponEvent = Extract<JournalEvent, { kind: 'coupon_issued' | 'coupon_redeemed' | 'redemption_undone' | 'coupon_voided' }>;

/** One more of something that a limit counts. */
export function countOne(count: LimitCount | undefined, on: Day): LimitCount {
  return { total: (count?.total ?? 0) + 1, on, today: (count?.on === on ? count.today : 0) + 1 };
}

/** Takes the pieces of one coupon from a stock, or from the part of it that the event names. */
function takeFromStock(workspace: Workspace, campaignId: string, part: number | undefined, pieces: number, claimers: number): void {
  const take = <Stock extends { readonly couponsIssued: number; readonly claimers: number }>(stock: Stock): Stock => {
    return { ...stock, couponsIssued: stock.couponsIssued + pieces, claimers: stock.claimers + claimers };
  };
  if (part === undefined) return workspace.put('stock', take(workspace.get('stock', campaignId)));
  workspace.put('stockPart', take(workspace.get('stockPart', campaignId, String(part))));
}

function issue(workspace: Workspace, event: Extract<CouponEvent, { kind: 'coupon_issued' }>, context: EventContext): void {
  const { campaignId, memberId, n, number, terms, reason } = event;
  const member = workspace.get('member', memberId);
  // A winner of points may get a coupon of the same campaign later.
  const isFirst = member.claims[campaignId] === undefined && !hasReached(member.funnel[campaignId], 'claimed');
  const claimers = isFirst ? 1 : 0;
  takeFromStock(workspace, campaignId, event.part, piecesOf(terms.benefit), claimers);
  const isFirstToday = !Object.values(member.claims).some((count) => count.on === context.on);
  const claims = { ...member.claims, [campaignId]: countOne(member.claims[campaignId], context.on) };
  workspace.put('member', { ...member, claims, firstActionAt: event.first === true ? context.at : member.firstActionAt });
  const id = makeId(workspace.communityId, 'coupon', campaignId, memberId, String(n));
  const fresh = { redemption: null, redeemedAt: null, heldUntilOn: terms.useUntilOn, undone: [] };
  workspace.put('coupon', { id, campaignId, memberId, number, terms, claimedAt: context.at, reason, ...fresh });
  reachStage(workspace, memberId, campaignId, 'claimed', context.at);
  if (isFirstToday) countForDay(workspace, context.on, 'claimed', memberId, context.at);
}

function countRedemptions(workspace: Workspace, memberId: string, campaignId: string, on: Day, by: 1 | -1): number {
  const member = workspace.get('member', memberId);
  const redeemed = (member.redemptions[campaignId] ?? 0) + by;
  const noted = by === 1 ? withDeed(member, 'redeemed', on) : withoutDeed(member, 'redeemed', on);
  workspace.put('member', { ...noted, redemptions: { ...member.redemptions, [campaignId]: redeemed } });
  return redeemed;
}

/** What used coupons have taken off, added up where what was issued is counted. */
function countMoneyOff(workspace: Workspace, campaignId: string, byFen: number): void {
  const stock = workspace.get('stock', campaignId);
  if (byFen !== 0) workspace.put('stock', { ...stock, offFen: (stock.offFen ?? 0) + byFen });
}

/** Applies an event of a coupon's life. The actor of a redemption is the clerk, of an undo the owner. */
export function projectCoupon(workspace: Workspace, event: CouponEvent, context: EventContext): void {
  if (event.kind === 'coupon_issued') return issue(workspace, event, context);
  const { campaignId, memberId } = event;
  const coupon = workspace.get('coupon', campaignId, memberId, String(event.n));
  if (event.kind === 'coupon_voided')
    return workspace.put('coupon', { ...coupon, heldUntilOn: null, voided: { at: context.at, reason: event.reason } });
  if (event.kind === 'coupon_redeemed') {
    workspace.put('coupon', { ...coupon, redemption: event.redemption, redeemedAt: event.redemption.redeemedAt, heldUntilOn: null });
    countRedemptions(workspace, memberId, campaignId, event.redemption.redeemedOn, 1);
    countMoneyOff(workspace, campaignId, event.redemption.offFen);
    countShift(workspace, campaignId, event.redemption, 'redeemed');
    reachStage(workspace, memberId, campaignId, 'redeemed', context.at);
    countConversions(workspace, memberId, `${campaignId}.${event.n}`, event.redemption.redeemedOn, context.at);
    return countRedeemed(workspace, event.redemption.redeemedOn, event, context.at);
  }
  if (coupon.redemption === null) throw new Error('an undo of a coupon that was not redeemed');
  const undone = { ...coupon.redemption, undoneAt: context.at, undoneBy: context.actorId, undoReason: event.reason };
  countMoneyOff(workspace, campaignId, -coupon.redemption.offFen);
  countShift(workspace, campaignId, coupon.redemption, 'undone');
  uncountRedeemed(workspace, coupon.redemption.redeemedOn, event, context.at);
  workspace.put('coupon', {
    ...coupon,
    redemption: null,
    redeemedAt: null,
    heldUntilOn: coupon.terms.useUntilOn,
    undone: [...coupon.undone, undone],
  });
  uncountConversions(workspace, memberId, `${campaignId}.${event.n}`, context.at);
  const left = countRedemptions(workspace, memberId, campaignId, coupon.redemption.redeemedOn, -1);
  if (left === 0) leaveStage(workspace, memberId, campaignId, 'redeemed', context.at);
}
