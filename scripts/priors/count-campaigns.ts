// From a history of coupon campaigns to the few counts of each that the priors are fitted to.
import type { ConversionKind, CountedCampaign } from '#core/rules/forecast/conversion-fit';
import { daysBetween } from '#core/values/day';
import type { PastCampaign } from '../replay/read-history';

const kinds: Readonly<Record<string, ConversionKind>> = { 'Type A': 'A', 'Type B': 'B', 'Type C': 'C' };

/** The counts of one campaign. @throws RangeError when its type is none of the study's. */
export function countCampaign({ campaignId, campaignType, startsOn, endsOn, households, redemptions }: PastCampaign): CountedCampaign {
  const kind = kinds[campaignType];
  if (kind === undefined) throw new RangeError(`campaign ${campaignId} has the unknown type ${campaignType}`);
  const first = new Map<string, number>();
  for (const { householdId, on } of redemptions) {
    const day = daysBetween(startsOn, on);
    first.set(householdId, Math.min(day, first.get(householdId) ?? day));
  }
  return {
    id: campaignId,
    kind,
    days: daysBetween(startsOn, endsOn) + 1,
    receivers: households.size,
    redeemers: first.size,
    redemptions: redemptions.length,
    firstDaySum: [...first.values()].reduce((sum, day) => sum + day, 0),
  };
}
