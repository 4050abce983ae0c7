// A coupon as its holder and the clerk see it: the frozen terms and where it stands today.
import type { ValueOf } from '#core/contract';
import { groupLabel } from '#core/rules/community/standing';
import { couponState, daysLeft, type Holder } from '#core/rules/redemption/redeem';
import type { CommunityDocument, CouponDocument } from '#core/tables';
import type { Day } from '#core/values/day';

/** The ticket as it travels. */
export type Ticket = ValueOf<'coupon.wallet'>['tickets'][number];

/** Makes the ticket of a holder's coupon on a business day. */
export function ticketOf(coupon: CouponDocument, holder: Holder, community: CommunityDocument, today: Day): Ticket {
  const { title, benefit, thresholdFen, useFromOn, useUntilOn, groupId, version } = coupon.terms;
  return {
    couponId: coupon.id,
    campaignId: coupon.campaignId,
    title,
    benefit,
    thresholdFen,
    useFromOn,
    useUntilOn,
    groupLabel: groupLabel(community, groupId),
    version,
    organiser: community.organiser,
    claimedAt: coupon.claimedAt,
    reason: coupon.reason,
    state: couponState(coupon, holder, today),
    redeemedAt: coupon.redeemedAt,
    daysLeft: daysLeft(coupon, holder, today),
  };
}
