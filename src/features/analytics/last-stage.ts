// How far a campaign can take people, and how many it took there.
import { prizeSteps } from '#app/features/campaign/prize-steps';
import { isContent } from '#app/features/content/content-card';
import type { OwnerCampaign } from '#app/features/owner-desk';
import type { CampaignResult } from '#core/rules/analytics/results';
import { prizesOf } from '#core/rules/leaderboard/prizes';

/** Whether a campaign gives something that is redeemed: not a check-in plan, nor one of points or words. */
export function hasRedemptions({ card }: Pick<OwnerCampaign, 'card'>): boolean {
  const isPointsGift = card.type === 'welcome_gift' && card.parameters.gives !== 'coupon';
  const isPointsPrize = card.type === 'season_prize' && prizesOf(prizeSteps(card.parameters.ranks)).coupons === 0;
  return !(card.type === 'checkin_plan' || isPointsGift || isPointsPrize || isContent(card.type));
}

/** Those of the last stage, and of them those who came again. */
export function lastOf(campaign: OwnerCampaign, result: CampaignResult): { readonly people: number; readonly again: number } {
  return hasRedemptions(campaign)
    ? { people: result.redeemed, again: result.redeemedAgain }
    : { people: result.claimed, again: result.claimedAgain };
}
