// Using a coupon once at the counter, and taking that back in time.
import { refuse } from '#core/refusals';
import { calendarOf } from '#core/rules/community/calendar';
import type { Sum } from '#core/rules/coupon/benefit';
import { couponParts } from '#core/rules/coupon/coupon-parts';
import { type Decision, refused } from '#core/rules/decision';
import { decideRedeem, decideUndo } from '#core/rules/redemption/redeem';
import { dayOf } from '#core/values/day';
import type { Fen } from '#core/values/fen';
import { makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';
import { withClerkName } from '#server/features/redemption/coupon-of';
import { SCAN_LIFE_MS } from '#server/ports/codes';

function documentsOf(couponId: string, context: ChangeContext): readonly string[] {
  const parts = couponParts(couponId, context.communityId);
  if (parts === null) return [];
  const [campaignId, memberId] = parts;
  const { communityId } = context;
  return [
    makeId(communityId, 'coupon', ...parts),
    makeId(communityId, 'member', memberId),
    // What coupons have taken off is added up there.
    makeId(communityId, 'stock', campaignId),
  ];
}

/** Redeems the coupon of a scan. */
export const confirm = change<'redemption.confirm'>()({
  documents(input, context) {
    const opened = context.codes.openScan(input.scanToken, context.caller.memberId, context.now);
    return typeof opened === 'string' ? [] : documentsOf(opened.couponId, context);
  },
  decide(input, workspace, context): Decision<{ sum: Sum; redeemedAt: number }> {
    const { codes, caller, now } = context;
    const opened = codes.openScan(input.scanToken, caller.memberId, now);
    if (typeof opened === 'string') return refused(refuse('scan_expired', { minutes: SCAN_LIFE_MS / 60_000 }));
    const parts = couponParts(opened.couponId, context.communityId);
    const coupon = parts === null ? null : workspace.find('coupon', ...parts);
    if (coupon === null) return refused(refuse('not_found', { what: 'coupon' }));
    if (coupon.undone.length !== opened.undone) return refused(refuse('scan_expired', { minutes: SCAN_LIFE_MS / 60_000 }));
    const community = workspace.get('community');
    const calendar = calendarOf(community);
    const at = opened.judgedAt ?? now;
    return decideRedeem({
      community,
      coupon,
      holder: workspace.get('member', coupon.memberId),
      today: dayOf(at, calendar),
      at,
      settling: opened.judgedAt === null ? null : { at: now, on: dayOf(now, calendar) },
      orderFen: input.orderFen as Fen,
      clerkId: caller.memberId,
    });
  },
  explain: withClerkName,
  reply: (value) => ({ sum: { ...value.sum }, redeemedAt: value.redeemedAt }),
});

/** Takes a redemption back, with a reason: the coupon is usable again. */
export const undo = change<'redemption.undo'>()({
  documents: (input, context) => documentsOf(input.couponId, context),
  decide(input, workspace, context): Decision<Record<never, never>> {
    const parts = couponParts(input.couponId, context.communityId);
    const coupon = parts === null ? null : workspace.find('coupon', ...parts);
    if (coupon === null) return refused(refuse('not_found', { what: 'coupon' }));
    return decideUndo({ coupon, reason: input.reason, at: context.now });
  },
  reply: () => ({}),
});
