// Claiming a coupon, and the wallet that keeps it.
import { refuse } from '#core/refusals';
import { answersTo } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { decideClaim } from '#core/rules/coupon/claim';
import { ticketOf } from '#core/rules/coupon/ticket';
import { refused } from '#core/rules/decision';
import type { CouponDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

const WALLET_PAGE = 30;

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
    const stock = workspace.get('stock', campaignId);
    const facts = { community: workspace.get('community'), campaign, stock, member, at: now, numberOf: codes.couponNumber };
    const decision = decideClaim(facts);
    return decision.kind === 'done' ? { ...decision, value: { ...decision.value, campaignId } } : decision;
  },
  reply(value: { n: number; left: number; campaignId: string }, workspace, context) {
    const coupon = workspace.get('coupon', value.campaignId, context.caller.memberId, String(value.n));
    const community = workspace.get('community');
    return { ticket: ticketOf(coupon, community, dayOf(context.now, calendarOf(community))), left: value.left };
  },
});

/** My coupons, the newest first, each under the terms of its claim. */
export const wallet: ViewHandler<'coupon.wallet'> = async (input, context) => {
  const range = { prefix: [context.caller.memberId], order: 'descending' } as const;
  const page = await context.store.list('coupon.byMember', context.communityId, range, WALLET_PAGE, input.cursor);
  const coupons = page.documents as unknown as readonly CouponDocument[];
  const { community, today } = context;
  return { value: { tickets: coupons.map((coupon) => ticketOf(coupon, community, today)), today, cursor: page.cursor } };
};
