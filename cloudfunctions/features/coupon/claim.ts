// Claiming a coupon, and the wallet that keeps it.
import { refuse } from '#core/refusals';
import type { Workspace } from '#core/rules/audit/workspace';
import { openAtFirstIn } from '#core/rules/campaign/first-action';
import { firstPartOf, partNames, partsOf, stockLeft } from '#core/rules/campaign/stock';
import { answersTo } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { type ClaimGains, decideClaim, type StockForClaim } from '#core/rules/coupon/claim';
import { ticketOf } from '#core/rules/coupon/ticket';
import { refused } from '#core/rules/decision';
import type { CouponDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

const WALLET_PAGE = 30;

/** The stock as a claim sees it: whole, or of one that was split the first part from the member's own on that has something left. */
function stockFor(campaignId: string, memberId: string, workspace: Workspace): StockForClaim {
  const parts = partsOf(workspace.get('community'), campaignId);
  if (parts === 1) {
    const { coupons } = stockLeft(workspace.get('stock', campaignId));
    return { left: coupons, leftAltogether: coupons };
  }
  const names = partNames(parts);
  const lefts = workspace
    .glance(
      'stockPart',
      names.map((name) => [campaignId, name]),
    )
    .map((part) => (part === null ? 0 : part.couponsReserved - part.couponsIssued));
  const leftAltogether = lefts.reduce((sum, left) => sum + left, 0);
  const first = firstPartOf(memberId, parts);
  const from = names.map((_, step) => (first + step) % parts).find((n) => (lefts[n] ?? 0) > 0);
  if (from === undefined) return { left: 0, leftAltogether };
  const part = workspace.get('stockPart', campaignId, String(from));
  return { left: part.couponsReserved - part.couponsIssued, leftAltogether, part: from };
}

/** Claims one coupon of a drop; its terms are frozen here. */
export const claim = change<'coupon.claim'>()({
  documents: (input) => [makeId(input.communityId, 'campaign', input.campaignId), makeId(input.communityId, 'stock', input.campaignId)],
  decide(input, workspace, context) {
    const { campaignId } = input;
    const campaign = workspace.find('campaign', campaignId);
    if (campaign === null || campaign.state === 'draft' || !answersTo(campaign.type, 'claim')) {
      return refused(refuse('not_found', { what: 'campaign' }));
    }
    const { caller, codes, now } = context;
    const member = workspace.get('member', caller.memberId);
    const stock = stockFor(campaignId, caller.memberId, workspace);
    const { quantity = 1 } = input;
    const openAtFirst = () => openAtFirstIn(workspace, member);
    const community = workspace.get('community');
    const decision = decideClaim({ community, campaign, stock, member, quantity, openAtFirst, at: now, numberOf: codes.couponNumber });
    return decision.kind === 'done' ? { ...decision, value: { ...decision.value, campaignId } } : decision;
  },
  reply(value: ClaimGains & { readonly campaignId: string }, workspace, context) {
    const coupon = workspace.get('coupon', value.campaignId, context.caller.memberId, String(value.n));
    const community = workspace.get('community');
    const holder = workspace.get('member', context.caller.memberId);
    const { left, inviteCoupon, welcome } = value;
    const ticket = ticketOf(coupon, holder, community, dayOf(context.now, calendarOf(community)));
    return { ticket, left, inviteCoupon, welcome: welcome && { ...welcome } };
  },
});

/** My coupons, the newest first, each under the terms of its claim. */
export const wallet: ViewHandler<'coupon.wallet'> = async (input, context) => {
  const range = { prefix: [context.caller.memberId], order: 'descending' } as const;
  const page = await context.store.list('coupon.byMember', context.communityId, range, WALLET_PAGE, input.cursor);
  const coupons = page.documents as unknown as readonly CouponDocument[];
  const { community, today, member } = context;
  const tickets = coupons.map((coupon) => ticketOf(coupon, member ?? {}, community, today));
  return { value: { tickets, today, cursor: page.cursor } };
};
