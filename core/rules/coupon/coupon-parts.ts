// Reads a coupon's id that came from outside.
import { communityOf, isIdPart, tableOf } from '#core/values/ids';

/** The own parts of a coupon's id: campaign, member, number; null when the text is no coupon's id of this community. */
export function couponParts(couponId: string, communityId: string): readonly [string, string, string] | null {
  const [, , campaignId, memberId, n, ...more] = couponId.split('/');
  const isCoupon = communityOf(couponId) === communityId && tableOf(couponId) === 'coupon' && more.length === 0;
  if (!isCoupon || campaignId === undefined || memberId === undefined || n === undefined) return null;
  return [campaignId, memberId, n].every(isIdPart) ? [campaignId, memberId, n] : null;
}
