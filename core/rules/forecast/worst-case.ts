// The worst case: what a campaign can cost at the most, whoever does whatever.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { campaignTypes } from '#core/rules/campaign/types/index';

/** The most that a campaign can cost: money off in fen, goods and services handed over, points. */
export interface WorstCase {
  readonly fen: number;
  readonly goods: number;
  readonly points: number;
  readonly coupons: number;
}

/**
 * The most that a draft can cost: every coupon that it reserves is issued and used, each as dear as its dearest, and every point is given.
 * Hard, since no type gives more than is left of its reserve, nor a dearer coupon than it declares.
 */
export function worstCaseOf(draft: CampaignDraft): WorstCase {
  const type = campaignTypes[draft.type];
  const reserve = type.reserve(draft.parameters as never, draft);
  const dearest = type.dearestCoupon(draft.parameters as never);
  return {
    fen: reserve.coupons * dearest.fen,
    goods: reserve.coupons * dearest.goods + (reserve.goods ?? 0),
    points: reserve.points,
    coupons: reserve.coupons,
  };
}
