// Forecasts each real campaign from all the others, by the engine itself, and says whether the real number lies in the band.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { type CountedCampaign, fitConversion } from '#core/rules/forecast/conversion-fit';
import { forecastOf, RUNS } from '#core/rules/forecast/forecast';
import { conversionBehaviour, priorBehaviour } from '#core/rules/forecast/priors';
import type { Band } from '#core/rules/forecast/summary';
import { addDays } from '#core/values/day';

/** One campaign, what was forecast of it, and what it was. */
export interface LeftOut {
  readonly campaign: CountedCampaign;
  readonly band: Band;
  readonly isInside: boolean;
}

const startsOn = '2026-01-01';

/** A drop that nobody is kept from by its stock: the study's receivers held their coupons. */
function draftOf({ days, receivers }: CountedCampaign): CampaignDraft {
  const window = { startsOn, endsOn: addDays(startsOn, days - 1) };
  const defaults = defaultParameters(campaignTypes.coupon_drop.parameters, window);
  const parameters = { ...defaults, stock: receivers * 20, perMemberMax: 20 };
  return { type: 'coupon_drop', title: '', summary: '', ...window, groupId: null, parameters };
}

/** Forecasts every campaign from the others. */
export function leaveOneOut(campaigns: readonly CountedCampaign[], seed = 1): LeftOut[] {
  return campaigns.map((campaign) => {
    const others = campaigns.filter((other) => other !== campaign);
    const draft = draftOf(campaign);
    const behaviour = {
      ...priorBehaviour(draft, campaign.receivers),
      ...conversionBehaviour(fitConversion(others, campaign.kind)),
      joinsPerDay: { mean: 0, spread: 0 },
    };
    const { redemptions: band } = forecastOf({ draft, behaviour, fromOn: startsOn, hoursGone: 0, seed, runs: RUNS });
    return { campaign, band, isInside: band.low <= campaign.redemptions && campaign.redemptions <= band.high };
  });
}
