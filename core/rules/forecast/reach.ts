// How much of a community a campaign is for: what its audience leaves of the members, from the community's own days where they tell it.
import { type Audience, everybody } from '#core/rules/campaign/audience';
import type { Behaviour } from '#core/rules/forecast/behaviour';
import { assumed } from '#core/rules/forecast/priors';
import { ladder } from '#core/rules/membership/ladder';
import { tierRank } from '#core/rules/membership/tier-code';
import type { DailyDocument } from '#core/tables';

/** What an audience leaves. */
export interface Reach {
  /** The share of members who meet its conditions on the first day, from 0 to 1. */
  readonly members: number;
  /** The same of those who join while it stands. */
  readonly newcomers: number;
  /** For how many days somebody who joins meets them; null where that does not end. */
  readonly staysDays: number | null;
}

/** The check-ins of members: what tiers and streaks are read from. */
type Habit = Pick<Behaviour, 'checksIn' | 'checksInAlikeness'>;

/** The chance that somebody whose daily share is beta distributed checks in on at least `need` of `days` days. */
export function atLeastDays({ checksIn, checksInAlikeness }: Habit, need: number, days: number): number {
  const yes = checksIn.mean * checksInAlikeness;
  const no = (1 - checksIn.mean) * checksInAlikeness;
  if (need <= 0) return 1;
  if (need > days || yes <= 0) return 0;
  if (no <= 0) return 1;
  // Beta-binomial, from "on no day" upwards: each chance follows from the one before.
  let chance = 1;
  for (let day = 0; day < days; day += 1) chance *= (no + day) / (checksInAlikeness + day);
  let below = 0;
  for (let count = 0; count < need; count += 1) {
    below += chance;
    chance *= ((days - count) / (count + 1)) * ((yes + count) / (no + days - count - 1));
  }
  return Math.min(1, Math.max(0, 1 - below));
}

/** The share of members whose tier is at least another: their active days by how this community checks in, the rest assumed. */
export function tierShare(tierMin: Audience['tierMin'], habit: Habit): number {
  const tier = ladder.find(({ code }) => code === tierMin);
  if (tierMin === null || tier === undefined || tierRank(tierMin) === 0) return 1;
  return tier.criteria.reduce(
    (share, { code, need, withinDays }) =>
      share * (code === 'active_days' ? atLeastDays(habit, need, withinDays) : assumed.deedOfActive ** need),
    1,
  );
}

/** How many of the members joined within so many days: as the finished days counted them, and where they do not reach back, as assumed. */
function newMembers(days: readonly DailyDocument[], joinsPerDay: number, within: number): number {
  const counted = within <= 1 ? [] : days.slice(1 - within);
  const joined = counted.reduce((sum, day) => sum + day.joined, 0);
  return joined + (within - 1 - counted.length) * joinsPerDay;
}

/**
 * What an audience leaves. A tier and a streak are both marks of the same liveliness: the rarer one counts. Tags and newness are taken to
 * be independent of it. Early access keeps nobody out.
 */
export function reachOf(audience: Audience = everybody, behaviour: Behaviour, days: readonly DailyDocument[]): Reach {
  const { tierMin, tags, streakDaysMin, newcomerDaysMax } = audience;
  // A streak of n days: all of the last n.
  const streak = streakDaysMin === null ? 1 : atLeastDays(behaviour, streakDaysMin, streakDaysMin);
  const tagged = tags.length === 0 ? 1 : 1 - (1 - assumed.bearsTag) ** tags.length;
  const chosen = Math.min(tierShare(tierMin, behaviour), streak) * tagged;
  if (newcomerDaysMax === null) return { members: chosen, newcomers: chosen, staysDays: null };
  const fresh = newMembers(days, behaviour.joinsPerDay.mean, newcomerDaysMax);
  const share = behaviour.members === 0 ? 0 : Math.min(1, fresh / behaviour.members);
  return { members: chosen * share, newcomers: chosen, staysDays: newcomerDaysMax };
}

/** A behaviour of those only whom a campaign is for; nobody is nobody, and a share of a few people is one of them at least. */
export function withinReach(behaviour: Behaviour, reach: Reach): Behaviour {
  const { members, joinsPerDay } = behaviour;
  const reached = Math.round(members * reach.members);
  return {
    ...behaviour,
    members: reach.members > 0 && members > 0 ? Math.max(1, reached) : 0,
    joinsPerDay: { ...joinsPerDay, mean: joinsPerDay.mean * reach.newcomers },
    staysDays: reach.staysDays,
    reachedPercent: Math.round(100 * reach.members),
  };
}
