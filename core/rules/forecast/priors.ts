// The stated priors: how people behave in a community of which nothing is known yet, each with where it comes from.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { campaignTypes } from '#core/rules/campaign/types/index';
import type { Amount, Behaviour, Share } from '#core/rules/forecast/behaviour';
import { shareWithin } from '#core/rules/forecast/chance';
import { type ConversionKind, type ConversionPrior, conversionOf } from '#core/rules/forecast/conversion-fit';
import { conversionPriors } from '#core/rules/forecast/conversion-priors';
import { daysBetween } from '#core/values/day';

/** Assumptions of ours, where the study says nothing; docs/forecast.md gives the reason for each. */
export const assumed = {
  /** Of those who take a coupon, how many use it: the study's people held theirs from the start. */
  uses: { mean: 0.6, spread: 0.3 },
  /** Of those who were chosen for a trial, how many come for it: they have written for it. */
  usesTrial: { mean: 0.8, spread: 0.3 },
  /** How many more pieces than one somebody reserves who may: about one in three takes more than one. */
  piecesMore: { mean: 0.5, spread: 0.5 },
  checksIn: { mean: 0.2, spread: 0.5 },
  checksInAlikeness: 2,
  startsAtOnce: { mean: 0.8, spread: 0.3 },
  /** New members for each member and day. */
  joinsPerMemberDay: 0.01,
  joinsSpread: 0.6,
  friendsPerMemberDay: { mean: 0.003, spread: 0.8 },
  /** Of the members with as many active days as a tier asks for, how many have done each further thing that it asks for. */
  deedOfActive: 0.5,
  /** The share of members who bear a tag that a campaign is for. */
  bearsTag: 0.1,
  /** What a share comes off: an order is its threshold, or ¥30 where there is none, and half as much again on average. */
  orderFen: 3_000,
  orderMore: 0.5,
} as const satisfies Record<string, Share | Amount | number>;

/** Weights of the hours of a day from midnight on: a morning and an evening peak, and hardly anybody at night. */
const assumedHours: readonly number[] = [1, 0, 0, 0, 0, 1, 4, 8, 9, 7, 6, 5, 6, 5, 4, 4, 4, 5, 6, 7, 8, 8, 6, 3];

const LONG_DAYS = 60;

/** Which of the study's kinds a draft is like: chosen receivers (A), or everybody (B), or everybody for a long time (C). */
function conversionKindOf(draft: Pick<CampaignDraft, 'groupId' | 'startsOn' | 'endsOn'>): ConversionKind {
  if (draft.groupId !== null) return 'A';
  return daysBetween(draft.startsOn, draft.endsOn) >= LONG_DAYS ? 'C' : 'B';
}

/** The mean of the times of an exponential distribution with a mean that lie below `limit`. */
export function meanWithin(mean: number, limit: number): number {
  return mean <= 0 ? 0 : mean - limit / (Math.exp(limit / mean) - 1);
}

/** The mean wait at which times below `limit` have this mean: the inverse of meanWithin, by halving; ten times `limit` at the most. */
export function waitOf(observedMean: number, limit: number): number {
  let low = 0;
  let high = 10 * limit;
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (meanWithin(middle, limit) < observedMean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The most people who ever take anything up. */
export const TAKES_MAX = 0.95;

/** How people take up an offer and use it, so that as many use it within the study's window, and as early, as did in the study. */
export function conversionBehaviour(
  prior: ConversionPrior,
): Pick<Behaviour, 'takes' | 'takesWaitDays' | 'takesMore' | 'uses' | 'usesWaitDays'> {
  const { days, timing } = prior;
  // First taken, then used: half of the time until it is used goes to each.
  const waitDays = waitOf((timing * days) / 2, days);
  const takes = conversionOf(prior) / (assumed.uses.mean * shareWithin(waitDays, days));
  return {
    takes: { mean: Math.min(TAKES_MAX, takes), spread: prior.oddsSpread },
    takesWaitDays: waitDays,
    takesMore: { mean: Math.exp(prior.logMore + prior.logMoreSpread ** 2 / 2), spread: prior.logMoreSpread },
    uses: assumed.uses,
    usesWaitDays: waitDays,
  };
}

/** Hours of a business day that begins at a minute after midnight. */
function hoursFrom(dayStartsMinutes: number): readonly number[] {
  const shift = Math.floor(dayStartsMinutes / 60);
  return assumedHours.map((_, hour) => assumedHours[(hour + shift) % assumedHours.length] as number);
}

/** How a community of which nothing is known may behave around a campaign. */
export function priorBehaviour(
  draft: Pick<CampaignDraft, 'type' | 'groupId' | 'startsOn' | 'endsOn'>,
  members: number,
  dayStartsMinutes = 0,
): Behaviour {
  return {
    members,
    reachedPercent: 100,
    staysDays: null,
    joinsPerDay: { mean: Math.max(0.3, assumed.joinsPerMemberDay * members), spread: assumed.joinsSpread },
    checksIn: assumed.checksIn,
    checksInAlikeness: assumed.checksInAlikeness,
    startsAtOnce: assumed.startsAtOnce,
    ...conversionBehaviour(conversionPriors[conversionKindOf(draft)]),
    ...(campaignTypes[draft.type].trigger === 'select' ? { uses: assumed.usesTrial } : {}),
    piecesMore: assumed.piecesMore,
    friendsPerMemberDay: assumed.friendsPerMemberDay,
    hours: hoursFrom(dayStartsMinutes),
    source: { ownPercent: 0, days: 0, campaigns: 0 },
  };
}
