// The signs themselves: each looks at one group beside everybody else who was new, and says what it found in numbers.
import type { Acted, Friend, Newcomer } from '#core/rules/risk/group';
import type { Finding } from '#core/rules/risk/noticed';
import { thresholds } from '#core/rules/risk/signs';
import { type Calendar, type Day, dayOf } from '#core/values/day';
import { HOUR_MS, type Instant, MINUTE_MS } from '#core/values/instant';

/** What is reckoned once of everybody who has acted. */
export interface FirstDay {
  readonly on: Day;
  /** Whether they have had the time to come back since, and whether they did not. */
  readonly hadTime: boolean;
  readonly isGone: boolean;
}

/** The community as it is looked at on one night. */
export interface Look {
  /** The day of the first action of everybody who has acted. */
  readonly firstDays: ReadonlyMap<string, FirstDay>;
  /** Those whose ways are the usual ones; how many of them had the time to come back, and how many of these did not. */
  readonly usual: { readonly memberIds: ReadonlySet<string>; readonly hadTime: number; readonly gone: number };
  /** Those who brought somebody, by id, where they are known. */
  readonly inviters: ReadonlyMap<string, Newcomer>;
  /** Where accounts joined from, as digests; absent of those of whom nothing is known. */
  readonly places: ReadonlyMap<string, string>;
  /** How fast the people of each of the usual inviters first acted. */
  readonly peaks: ReadonlyMap<string, Peaks>;
}

/** One group as a sign sees it: who is at its head, and the people in the order of their joining. */
export interface Group {
  readonly memberId: string;
  readonly people: readonly Friend[];
}

/** The most first actions within ten minutes, an hour, a business day. */
export type Peaks = Readonly<Record<'burst' | 'fast_hour' | 'fast_day', number>>;

const paceSigns = ['burst', 'fast_hour', 'fast_day'] as const;

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 100) / whole);
}

/** The most of some instants, in ascending order, that lie within a stretch of time. */
function mostWithin(instants: readonly Instant[], ms: number): number {
  let first = 0;
  let most = 0;
  instants.forEach((at, index) => {
    while (at - (instants[first] ?? at) > ms) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

/** The first day of somebody who has acted. */
function firstDayOf({ firstDays }: Pick<Look, 'firstDays'>, { memberId }: Acted): FirstDay {
  const found = firstDays.get(memberId);
  if (found === undefined) throw new Error(`${memberId} has not acted`);
  return found;
}

/** Reckons the first days of people: `backBy` is the last day that leaves the time to come back. */
export function firstDaysOf(acted: readonly Acted[], calendar: Calendar, backBy: Day): ReadonlyMap<string, FirstDay> {
  return new Map(
    acted.map(({ memberId, firstActionAt, lastEnteredOn }) => {
      const on = dayOf(firstActionAt, calendar);
      return [memberId, { on, hadTime: on <= backBy, isGone: lastEnteredOn === null || lastEnteredOn <= on }];
    }),
  );
}

/** How fast some people first acted. */
export function peaksOf(look: Pick<Look, 'firstDays'>, people: readonly Acted[]): Peaks {
  const instants = people.map(({ firstActionAt }) => firstActionAt).sort((one, other) => one - other);
  const days = new Map<Day, number>();
  for (const one of people) days.set(firstDayOf(look, one).on, (days.get(firstDayOf(look, one).on) ?? 0) + 1);
  return {
    burst: mostWithin(instants, 10 * MINUTE_MS),
    fast_hour: mostWithin(instants, HOUR_MS),
    fast_day: Math.max(0, ...days.values()),
  };
}

/** What three of four do not exceed; nothing where there is nobody. */
function usualOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 0;
}

/** Faster than a floor, and than the people of other inviters by far. */
function pace(look: Look, { memberId, people }: Group): Finding[] {
  const inGroup = new Set([memberId, ...people.map((one) => one.memberId)]);
  const others = [...look.peaks].filter(([one]) => !inGroup.has(one)).map(([, each]) => each);
  const own = peaksOf(look, people);
  const found = paceSigns.flatMap((sign): Finding[] => {
    const usual = usualOf(others.map((each) => each[sign]));
    const least = Math.max(thresholds.paceFloor[sign], thresholds.paceTimes * usual);
    return own[sign] < least ? [] : [{ sign, have: own[sign], of: null, usual }];
  });
  // As many in an hour as in ten minutes says nothing more.
  return found.filter(({ have }, index) => found.findIndex((one) => one.have === have) === index);
}

/** They did the one first thing and never came back, unlike others who were new. */
function neverBack(look: Look, { people }: Group): Finding[] {
  const isGone = (one: Acted) => firstDayOf(look, one).isGone;
  const own = people.filter((one) => firstDayOf(look, one).hadTime);
  const ownUsual = own.filter(({ memberId }) => look.usual.memberIds.has(memberId));
  const others = look.usual.hadTime - ownUsual.length;
  const isKnown = others >= thresholds.othersMin;
  const usual = isKnown ? percent(look.usual.gone - ownUsual.filter(isGone).length, others) : thresholds.goneUsual;
  const have = own.filter(isGone).length;
  const share = percent(have, own.length);
  const isFound = own.length >= thresholds.peopleMin && share >= Math.max(thresholds.goneShare, usual + thresholds.goneAbove);
  return isFound ? [{ sign: 'never_back', have, of: own.length, usual: isKnown ? usual : null }] : [];
}

/** Each brought the next within a day of coming. */
function chain(_look: Look, { people }: Group): Finding[] {
  const joinedAt = new Map(people.map((one) => [one.memberId, one.joinedAt]));
  const links = new Map<string, number>();
  // In the order of joining, so that whoever brought somebody stands before them.
  for (const one of people) {
    const by = one.invitedBy.inviterId;
    const from = joinedAt.get(by);
    const isPrompt = from !== undefined && one.joinedAt - from <= thresholds.linkHours * HOUR_MS;
    links.set(one.memberId, isPrompt ? (links.get(by) ?? 0) + 1 : 1);
  }
  const have = Math.max(0, ...links.values());
  return have >= thresholds.chainLinks ? [{ sign: 'chain', have, of: null, usual: null }] : [];
}

/** Whether somebody used a coupon on the day of their first action. */
export function usedAtOnce(look: Pick<Look, 'firstDays'>, one: Acted): boolean {
  return one.deeds.redeemed.latestOn.includes(firstDayOf(look, one).on);
}

/** They used a coupon on their first day, and whoever brought them used one on the same. */
function atOnce(look: Look, { memberId, people }: Group): Finding[] {
  const days = look.inviters.get(memberId)?.deeds.redeemed.latestOn ?? [];
  const have = people.filter((one) => usedAtOnce(look, one) && days.includes(firstDayOf(look, one).on)).length;
  const isFound = have >= thresholds.atOnceMin && percent(have, people.length) >= thresholds.atOnceShare;
  return isFound ? [{ sign: 'at_once', have, of: people.length, usual: null }] : [];
}

/** Most of them joined from one place; whoever brought them may be there as well. */
function samePlace({ places }: Look, { memberId, people }: Group): Finding[] {
  const everybody = [memberId, ...people.map((one) => one.memberId)];
  const counts = new Map<string, number>();
  for (const one of everybody) {
    const place = places.get(one);
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const have = Math.max(0, ...counts.values());
  const isFound = have >= thresholds.placeMin && percent(have, everybody.length) >= thresholds.placeShare;
  return isFound ? [{ sign: 'same_place', have, of: everybody.length, usual: null }] : [];
}

/** Every sign that a group shows. */
export function findingsOf(look: Look, group: Group): readonly Finding[] {
  return [pace, neverBack, chain, atOnce, samePlace].flatMap((sign) => sign(look, group));
}
