// What the owner’s numbers are: the day, the days before, results of campaigns.
import * as v from 'valibot';
import { stockUnits } from '#core/rules/campaign/low-stock';
import { campaignCard } from '#core/shapes/campaign-card';
import { count } from '#core/shapes/fields';
import { outlook } from '#core/shapes/forecast';
import { person } from '#core/shapes/membership';
import { finding } from '#core/shapes/policy';

/** The finished days, the oldest first; how many promises wait to be made good, and how many people's names or pictures for a look. */
export const ownerDays = v.object({
  days: v.array(
    v.object({ on: v.string(), members: count, entered: count, joined: count, checkedIn: count, claimed: count, redeemed: count }),
  ),
  promises: count,
  /** Complaints that nobody has answered. */
  complaints: count,
  /** As many as are counted: there may be more than that. */
  waiting: count,
});

/** How many people, as many as one look counts: `more` says that it could not count all. */
const someone = v.object({ people: count, more: v.boolean() });

/** Members with a tier who have not come for long, and newcomers who have done nothing yet. */
export const ownerNeeds = v.object({
  /** Newcomers who wait for a yes. */
  applicants: count,
  /** Reviews that wait for a decision or an answer. */
  reviews: count,
  asleep: someone,
  unwelcomed: someone,
});

/** What came of the campaigns, of one page of people; see core/rules/analytics/results.ts for what each number counts. */
export const resultsPage = v.object({
  people: count,
  campaigns: v.array(
    v.object({
      campaignId: v.string(),
      seen: count,
      opened: count,
      claimed: count,
      redeemed: count,
      claimedAgain: count,
      redeemedAgain: count,
    }),
  ),
  cohorts: v.array(v.object({ weekOn: v.string(), people: count, active: v.array(count) })),
  /** The label is null of a group that is not bound any more. */
  groups: v.array(v.object({ groupId: v.string(), label: v.nullable(v.string()), people: count, active: count, redeemed: count })),
  sharers: v.array(v.object({ memberId: v.string(), person, came: count, joined: count, active: count, used: count })),
  lookedAt: count,
  cursor: v.nullable(v.string()),
});

const funnelCounts = v.object({ seen: count, opened: count, claimed: count, redeemed: count });

const ownerCampaign = v.object({
  card: campaignCard,
  funnel: funnelCounts,
  /** Its coupons that were used and not taken back. */
  used: count,
  /** What they took off, in fen. */
  offFen: count,
  outlook: v.nullable(outlook),
  couponsReserved: count,
  /** Things that are exchanged for at the counter; an order that was cancelled counts no more. */
  goodsReserved: count,
  goodsIssued: count,
  couponsIssued: count,
  pointsReserved: count,
  pointsIssued: count,
  /** Of what so little is left that the owner is warned, and at which share that is. */
  low: v.array(v.picklist(stockUnits)),
  /** Which of it is gone altogether. */
  gone: v.array(v.picklist(stockUnits)),
  lowAtPercent: count,
  /** The warnings of the operation rules that the owner confirmed at publishing. */
  confirmed: v.array(finding),
  /** The last day of the season that its prizes are given for now; null of what gives none. */
  seasonEndsOn: v.nullable(v.string()),
});

export const ownerToday = v.object({
  today: v.string(),
  members: count,
  day: v.object({ entered: count, joined: count, checkedIn: count, claimed: count, redeemed: count }),
  campaigns: v.array(ownerCampaign),
  /** Texts of members that wait for the owner's look. */
  textsWaiting: count,
});
