// How the members of a community behave, in a few numbers: what a forecast throws its dice on.

/** A share of people, and how it varies. */
export interface Share {
  /** From 0 to 1. */
  readonly mean: number;
  /** How much it differs from one campaign, or one stretch of weeks, to the next: the standard deviation of its log-odds. */
  readonly spread: number;
}

/** A number that is expected, and how it varies. */
export interface Amount {
  readonly mean: number;
  /** The standard deviation of its logarithm. */
  readonly spread: number;
}

/** What a number rests on: how much of it is this community's own, in percent; the rest are the stated priors. */
export interface BehaviourSource {
  readonly ownPercent: number;
  /** Finished days that were read, 60 at most. */
  readonly days: number;
  /** Finished campaigns of the same kind that were read. */
  readonly campaigns: number;
}

/** How a community behaves around one campaign. Waits are means in days. */
export interface Behaviour {
  /** Members on the first day whom the campaign is for. */
  readonly members: number;
  /** How many percent of all members that is. */
  readonly reachedPercent: number;
  /** For how many days a newcomer is somebody whom it is for; null where for good. */
  readonly staysDays: number | null;
  readonly joinsPerDay: Amount;
  /** The share of members who check in on a day. */
  readonly checksIn: Share;
  /** How alike members are in it: the pseudo-count of a beta distribution, small where some come daily and others hardly ever. */
  readonly checksInAlikeness: number;
  /** The share of newcomers who act on the day on which they join: check in, or do whatever their first own action is. */
  readonly startsAtOnce: Share;
  /** The share of members who take up an offer, however long it stands; and how long they wait. */
  readonly takes: Share;
  readonly takesWaitDays: number;
  /** How much more than one somebody takes who may. */
  readonly takesMore: Amount;
  /** How many more pieces than one somebody reserves at once who may, if there were no limit. */
  readonly piecesMore: Amount;
  /** The share of coupons that are used before they expire; and how long their holders wait. */
  readonly uses: Share;
  readonly usesWaitDays: number;
  /** Friends who come by an invite, for each member and day. */
  readonly friendsPerMemberDay: Amount;
  /** When in a business day people act: weights of its hours, the first hour first. */
  readonly hours: readonly number[];
  readonly source: BehaviourSource;
}

/** At which hour of a business day, with its fraction, a share of what is done on it is done. */
export function hourAt(hours: readonly number[], share: number, fromHour = 0): number {
  let total = 0;
  for (let hour = fromHour; hour < hours.length; hour += 1) total += hours[hour] ?? 0;
  let rest = share * total;
  for (let hour = fromHour; hour < hours.length; hour += 1) {
    const weight = hours[hour] ?? 0;
    if (rest < weight) return hour + rest / weight;
    rest -= weight;
  }
  return hours.length - 1;
}
