// From campaigns that have been to what the next one may convert: the fit behind the stated priors, and behind its own leave-one-out check.
import { groupOffset, measuredOdds, measuredRatio, pool, shareOf } from '#core/rules/forecast/shares';

/** The kinds of campaigns of the study: A chose its coupons for each receiver, B and C sent everybody the same; C ran longest. */
export type ConversionKind = 'A' | 'B' | 'C';

/** One campaign that is over, in counts. */
export interface CountedCampaign {
  readonly id: string;
  readonly kind: ConversionKind;
  /** First and last day included. */
  readonly days: number;
  readonly receivers: number;
  /** Receivers who redeemed at least once. */
  readonly redeemers: number;
  readonly redemptions: number;
  /** The sum over redeemers of the day of their first redemption; the first day of the campaign is day 0. */
  readonly firstDaySum: number;
}

/** What a campaign of one kind may convert. */
export interface ConversionPrior {
  /** The share of receivers who redeem at least once, as log-odds, and how much campaigns differ in it. */
  readonly odds: number;
  readonly oddsSpread: number;
  /** The redemptions of a redeemer beyond the first, as a logarithm, and how much campaigns differ in it. */
  readonly logMore: number;
  readonly logMoreSpread: number;
  /** At which share of the window a redeemer first redeems, on average. */
  readonly timing: number;
  /** How many days the campaigns of this kind lasted on average: what `odds` goes with. */
  readonly days: number;
}

const TIMING_MIN = 0.05;

/** The mean of the group, and of all as if they were five more redeemers. */
function timingOf(campaigns: readonly CountedCampaign[], kind: ConversionKind): number {
  let people = 0;
  let sum = 0;
  let ownPeople = 0;
  let ownSum = 0;
  for (const { days, redeemers, firstDaySum, kind: own } of campaigns) {
    const shares = (firstDaySum + redeemers / 2) / days;
    people += redeemers;
    sum += shares;
    if (own !== kind) continue;
    ownPeople += redeemers;
    ownSum += shares;
  }
  if (people === 0) return 0.5;
  return Math.max(TIMING_MIN, (ownSum + (5 * sum) / people) / (ownPeople + 5));
}

/** Fits what a campaign of a kind may convert. @throws RangeError without any campaign. */
export function fitConversion(campaigns: readonly CountedCampaign[], kind: ConversionKind): ConversionPrior {
  const ofKind = campaigns.filter((campaign) => campaign.kind === kind);
  const odds = (list: readonly CountedCampaign[]) => list.map(({ redeemers, receivers }) => measuredOdds(redeemers, receivers));
  const more = (list: readonly CountedCampaign[]) =>
    list.filter(({ redeemers }) => redeemers > 0).map(({ redeemers, redemptions }) => measuredRatio(redemptions - redeemers, redeemers));
  const allOdds = pool(odds(campaigns));
  const allMore = pool(more(campaigns));
  const alike = ofKind.length === 0 ? campaigns : ofKind;
  return {
    odds: allOdds.mean + groupOffset(odds(ofKind), allOdds),
    oddsSpread: Math.sqrt(allOdds.between + allOdds.uncertainty),
    logMore: allMore.mean + groupOffset(more(ofKind), allMore),
    logMoreSpread: Math.sqrt(allMore.between + allMore.uncertainty),
    timing: timingOf(campaigns, kind),
    days: alike.reduce((sum, { days }) => sum + days, 0) / alike.length,
  };
}

/** The share of receivers who redeem at least once. */
export function conversionOf(prior: ConversionPrior): number {
  return shareOf(prior.odds);
}
