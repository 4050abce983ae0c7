// A community's own last 60 days as a behaviour, shrunk towards the stated priors where they tell little.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { campaignTypes } from '#core/rules/campaign/types/index';
import type { Amount, Behaviour, Share } from '#core/rules/forecast/behaviour';
import { blendAmount, blendMean, blendShare } from '#core/rules/forecast/blend';
import { shareWithin, unlimitedMean } from '#core/rules/forecast/chance';
import { type PastOffer, pastOffers } from '#core/rules/forecast/past-offers';
import { priorBehaviour, TAKES_MAX, waitOf } from '#core/rules/forecast/priors';
import { reachOf, withinReach } from '#core/rules/forecast/reach';
import { type Measured, measuredOdds, measuredRatio } from '#core/rules/forecast/shares';
import type { CampaignDocument, DailyDocument, StockDocument } from '#core/tables';

/** How many finished days are read. */
export const HISTORY_DAYS = 60;
/** Days of the same week are alike: check-ins and joins are measured in weeks. */
const WEEK = 7;
/** The last four weeks tell how lively a community is now. */
const LIVELY_WEEKS = 4;
/** A prior wait counts like so many people who were seen to wait. */
const WAIT_PEOPLE = 10;

/** What a behaviour is read from. Days are finished ones, the oldest first; campaigns are published ones with their whole stock. */
export interface History {
  readonly days: readonly DailyDocument[];
  readonly campaigns: readonly { readonly campaign: CampaignDocument; readonly stock: StockDocument }[];
  readonly members: number;
  readonly dayStartsMinutes: number;
}

/** The last weeks, the newest last; days that do not fill a week are left out. */
function weeksOf(days: readonly DailyDocument[]): readonly (readonly DailyDocument[])[] {
  const weeks: DailyDocument[][] = [];
  for (let end = days.length; end >= WEEK && weeks.length < LIVELY_WEEKS; end -= WEEK) weeks.unshift(days.slice(end - WEEK, end));
  return weeks;
}

const sum = (days: readonly DailyDocument[], count: (day: DailyDocument) => number) => days.reduce((total, day) => total + count(day), 0);

/** An older week tells less of the next one: its variance doubles with each week. */
function aged({ value, variance }: Measured, weeksAgo: number): Measured {
  return { value, variance: variance * 2 ** weeksAgo };
}

/** The share of members who check in on a day; weeks in which nobody could tell nothing. */
function checksInOf(weeks: readonly (readonly DailyDocument[])[], prior: Share): Share {
  const measured = weeks.flatMap((week, index) => {
    const checkedIn = sum(week, (day) => day.checkedIn);
    const members = sum(week, (day) => day.members);
    if (checkedIn === 0 || members <= checkedIn) return [];
    return [aged(measuredOdds(checkedIn, members), weeks.length - 1 - index)];
  });
  return blendShare(measured, prior);
}

/** New members a day. */
function joinsOf(weeks: readonly (readonly DailyDocument[])[], prior: Amount): Amount {
  const measured = weeks.map((week, index) =>
    aged(
      measuredRatio(
        sum(week, (day) => day.joined),
        WEEK,
      ),
      weeks.length - 1 - index,
    ),
  );
  return blendAmount(measured, prior);
}

/** How many more pieces than one people reserve: seen up to the limit of each campaign, and told as if there were none. */
function piecesOf(offers: readonly PastOffer[], prior: Amount): Amount {
  const measured = offers
    .filter(({ piecesMax, takers }) => piecesMax > 1 && takers > 0)
    .map(({ pieces, takers, piecesMax }): Measured => {
      const { value, variance } = measuredRatio(Math.max(0, pieces - takers), takers);
      return { value: Math.log(unlimitedMean(Math.exp(value), piecesMax - 1)), variance };
    });
  return blendAmount(measured, prior);
}

/** How people take up what is offered to them. */
function offersOf(offers: readonly PastOffer[], prior: Behaviour): Pick<Behaviour, 'takes' | 'takesWaitDays' | 'takesMore' | 'piecesMore'> {
  const timed = offers.filter(({ meanTakenDay }) => meanTakenDay !== null);
  const waited = timed.reduce((total, { takers }) => total + takers, 0);
  const meanOf = (read: (offer: PastOffer) => number) =>
    waited === 0 ? 0 : timed.reduce((total, offer) => total + read(offer) * offer.takers, 0) / waited;
  const standing = meanOf(({ days }) => days);
  const seenDay = meanOf(({ meanTakenDay }) => meanTakenDay ?? 0);
  // A community that grows takes late what it would have taken early: a wait longer than half of what the offers stood is not to be told.
  const ownWait = waited === 0 ? 0 : Math.min(standing / 2, waitOf(seenDay, standing));
  const priorWait = waited === 0 ? prior.takesWaitDays : Math.min(prior.takesWaitDays, standing);
  const takesWaitDays = blendMean(ownWait, waited, priorWait, WAIT_PEOPLE);
  const taken = offers.map(({ takers, reached, days }) => {
    const told = reached * shareWithin(takesWaitDays, days);
    return measuredOdds(Math.min(takers, told), told);
  });
  const takes = blendShare(taken, prior.takes);
  const several = offers.filter(({ perMemberMax }) => perMemberMax > 1);
  return {
    takes: { mean: Math.min(TAKES_MAX, takes.mean), spread: takes.spread },
    takesWaitDays,
    takesMore: blendAmount(
      several.map(({ takers, issued }) => measuredRatio(issued - takers, takers)),
      prior.takesMore,
    ),
    piecesMore: piecesOf(offers, prior.piecesMore),
  };
}

/** How people use what they hold. */
function usesOf(offers: readonly PastOffer[], prior: Behaviour): Pick<Behaviour, 'uses' | 'usesWaitDays'> {
  const used = offers.filter(({ issued, meanUseWait }) => issued > 0 && meanUseWait !== null);
  const users = used.reduce((total, offer) => total + offer.used, 0);
  const ownUseWait = users === 0 ? 0 : used.reduce((total, offer) => total + (offer.meanUseWait ?? 0) * offer.used, 0) / users;
  const usesWaitDays = blendMean(ownUseWait, users, prior.usesWaitDays, WAIT_PEOPLE);
  const shares = offers.flatMap(({ issued, used: count, useDays, useDaysOver }) => {
    // Of the coupons that will be used, so many had the time to be.
    const told = issued * (shareWithin(usesWaitDays, useDaysOver) / shareWithin(usesWaitDays, useDays));
    return told < 1 ? [] : [measuredOdds(Math.min(count, told), told)];
  });
  return { uses: blendShare(shares, prior.uses), usesWaitDays };
}

/** Friends by invite for each member and day, of campaigns that had the stock for them. */
function friendsOf({ days, campaigns }: History, prior: Behaviour): Amount {
  const measured = campaigns.flatMap(({ campaign, stock }) => {
    if (campaignTypes[campaign.type].trigger !== 'friend_first_action') return [];
    const stood = days.filter(({ on }) => on >= campaign.startsOn && on <= campaign.endsOn);
    const memberDays = sum(stood, (day) => day.members);
    return memberDays === 0 ? [] : [measuredRatio(stock.couponsIssued / 2, memberDays)];
  });
  return blendAmount(measured, prior.friendsPerMemberDay);
}

/** How much of an answer is the community's own: as own measurements weigh beside the priors, which count like three campaigns or weeks. */
function ownPercentOf(measurements: number): number {
  return Math.round((100 * measurements) / (measurements + 3));
}

/** How this community may behave around a draft. */
export function behaviourOf(draft: CampaignDraft, history: History): Behaviour {
  const prior = priorBehaviour(draft, history.members, history.dayStartsMinutes);
  const weeks = weeksOf(history.days);
  const joinsPerDay = joinsOf(weeks, prior.joinsPerDay);
  const everybody = { ...prior, joinsPerDay, checksIn: checksInOf(weeks, prior.checksIn) };
  const reach = (audience: CampaignDraft['audience']) => reachOf(audience, everybody, history.days);
  const { trigger } = campaignTypes[draft.type];
  const past = (of: 'claim' | 'select') => pastOffers(history, of, (audience) => reach(audience).members);
  const offers = past('claim');
  const invites = history.campaigns.filter(({ campaign }) => campaignTypes[campaign.type].trigger === 'friend_first_action');
  const like = trigger === 'check_in' ? weeks.length : trigger === 'friend_first_action' ? invites.length : offers.length;
  const behaviour: Behaviour = {
    ...everybody,
    ...offersOf(offers, prior),
    // Who was chosen uses a voucher otherwise than who took a coupon; who applies is taken to be as many as take one.
    ...usesOf(trigger === 'select' ? past('select') : offers, prior),
    friendsPerMemberDay: friendsOf(history, prior),
    source: {
      ownPercent: ownPercentOf(like),
      days: history.days.length,
      campaigns: trigger === 'check_in' ? 0 : like,
    },
  };
  return draft.audience === undefined ? behaviour : withinReach(behaviour, reach(draft.audience));
}
