// A member's record in a check-in plan: marks by business day, never taken back; a streak is what the marks say.
import type { CheckinRecord } from '#core/tables';
import { type Day, dayFromNumber, dayNumber, daysBetween, type Month, monthOf } from '#core/values/day';

/** The marks of a record: own check-ins, made-up days, and the weekdays on which none is needed. */
export type Marks = Pick<CheckinRecord, 'months' | 'madeUp' | 'restWeekdays'>;

function bitOf(on: Day): number {
  return 1 << (Number(on.slice(8)) - 1);
}

function withBit(months: Readonly<Record<Month, number>>, on: Day): Readonly<Record<Month, number>> {
  const month = monthOf(on);
  return { ...months, [month]: (months[month] ?? 0) | bitOf(on) };
}

/** Whether a day has a check-in of its own. */
export function isCheckedIn(record: Pick<Marks, 'months'> | undefined, on: Day): boolean {
  return ((record?.months[monthOf(on)] ?? 0) & bitOf(on)) !== 0;
}

/** Whether a day was made up with a card. */
function isMadeUp(record: Pick<Marks, 'madeUp'> | undefined, on: Day): boolean {
  return ((record?.madeUp[monthOf(on)] ?? 0) & bitOf(on)) !== 0;
}

/** Whether a day is marked, by a check-in or by a card. */
export function isMarked(record: Pick<Marks, 'months' | 'madeUp'> | undefined, on: Day): boolean {
  return isCheckedIn(record, on) || isMadeUp(record, on);
}

/** Whether no check-in is needed on a day; `restWeekdays` has bit 0 for Monday. */
export function isRestDay(restWeekdays: number, on: Day): boolean {
  return (restWeekdays & (1 << ((((dayNumber(on) + 3) % 7) + 7) % 7))) !== 0;
}

/** Whether nothing but rest days lies between two days. */
function onlyRestBetween(restWeekdays: number, earlier: Day, later: Day): boolean {
  const first = dayNumber(earlier) + 1;
  const end = dayNumber(later);
  // There is no week without a day that is no rest day.
  if (end - first >= 7) return false;
  for (let number = first; number < end; number += 1) if (!isRestDay(restWeekdays, dayFromNumber(number))) return false;
  return true;
}

/**
 * The streak that ends on a day, counted from the marks alone: every marked day adds one, a rest day without a mark neither adds nor
 * breaks, anything else breaks. Days before `notBefore` do not count.
 */
export function streakThrough(marks: Marks, on: Day, notBefore?: Day): number {
  const floor = notBefore === undefined ? Number.NEGATIVE_INFINITY : dayNumber(notBefore);
  let streak = 0;
  for (let number = dayNumber(on); number >= floor; number -= 1) {
    const day = dayFromNumber(number);
    if (isMarked(marks, day)) streak += 1;
    else if (!isRestDay(marks.restWeekdays, day)) break;
  }
  return streak;
}

/** The last marked day of the run that a marked day belongs to. */
function runEnd(marks: Marks, on: Day, lastOn: Day): Day {
  let end = on;
  const last = dayNumber(lastOn);
  for (let number = dayNumber(on) + 1; number <= last; number += 1) {
    const day = dayFromNumber(number);
    if (isMarked(marks, day)) end = day;
    else if (!isRestDay(marks.restWeekdays, day)) break;
  }
  return end;
}

/** The streak as it stands on a day: a day that is not over yet does not break it, a day that was missed does. */
export function streakOn(record: CheckinRecord | undefined, today: Day): number {
  if (record === undefined) return 0;
  if (daysBetween(record.lastOn, today) <= 1) return record.streakDays;
  return onlyRestBetween(record.restWeekdays, record.lastOn, today) ? record.streakDays : 0;
}

const nothingYet = {
  streakDays: 0,
  bestStreakDays: 0,
  totalDays: 0,
  months: {},
  madeUp: {},
  paid: {},
  rewardedDays: 0,
  graduatedOn: null,
  cards: 0,
  monthly: null,
} as const;

/** The record with one more mark, its streaks counted on: from the last mark where the new one is the latest, else anew from all marks. */
function withMark(record: CheckinRecord | undefined, on: Day, own: boolean, restWeekdays: number): CheckinRecord {
  if (isMarked(record, on)) throw new RangeError(`${on} is marked already`);
  const before = record ?? nothingYet;
  const marks = {
    months: own ? withBit(before.months, on) : before.months,
    madeUp: own ? before.madeUp : withBit(before.madeUp, on),
    restWeekdays,
  };
  const isLatest = record === undefined || on > record.lastOn;
  const lastOn = isLatest ? on : record.lastOn;
  const goesOn = record !== undefined && isLatest && onlyRestBetween(restWeekdays, record.lastOn, on);
  const isSimple = isLatest && (record === undefined || record.restWeekdays === restWeekdays);
  const streakDays = isSimple ? (goesOn ? before.streakDays : 0) + 1 : streakThrough(marks, lastOn);
  const run = isSimple ? streakDays : streakThrough(marks, runEnd(marks, on, lastOn));
  return { ...before, ...marks, lastOn, streakDays, bestStreakDays: Math.max(before.bestStreakDays, streakDays, run) };
}

/**
 * The record after an own check-in for a day. `restWeekdays` are the plan's rest days at that time.
 * @throws RangeError when the day is marked already: the rule refuses before it gets here.
 */
export function markDay(record: CheckinRecord | undefined, on: Day, restWeekdays = record?.restWeekdays ?? 0): CheckinRecord {
  const marked = withMark(record, on, true, restWeekdays);
  return { ...marked, totalDays: marked.totalDays + 1, rewardedDays: marked.rewardedDays + 1 };
}

/** Where a make-up card was taken from: this month's own, or those that were earned. */
export type CardSource = 'monthly' | 'earned';

/**
 * The record after a day was made up with a card; it counts for the streak and for nothing else.
 * @throws RangeError when the day is marked already.
 */
export function makeUpDay(
  record: CheckinRecord | undefined,
  on: Day,
  card: { readonly source: CardSource; readonly month: Month },
  restWeekdays = record?.restWeekdays ?? 0,
): CheckinRecord {
  const marked = withMark(record, on, false, restWeekdays);
  if (card.source === 'earned') return { ...marked, cards: marked.cards - 1 };
  const used = marked.monthly?.month === card.month ? marked.monthly.used : 0;
  return { ...marked, monthly: { month: card.month, used: used + 1 } };
}

/** How many days of a stretch have a check-in of their own. */
export function ownDaysIn(record: Pick<Marks, 'months'>, fromOn: Day, untilOn: Day): number {
  let days = 0;
  const [firstMonth, lastMonth] = [monthOf(fromOn), monthOf(untilOn)];
  for (const [month, bits] of Object.entries(record.months)) {
    if (month < firstMonth || month > lastMonth) continue;
    const from = month === firstMonth ? Number(fromOn.slice(8)) : 1;
    const until = month === lastMonth ? Number(untilOn.slice(8)) : 31;
    for (let day = from; day <= until; day += 1) days += (bits >> (day - 1)) & 1;
  }
  return days;
}

/** How many days were made up, in all. */
export function madeUpDays(record: Pick<Marks, 'madeUp'> | undefined): number {
  let days = 0;
  for (const bits of Object.values(record?.madeUp ?? {})) for (let left = bits; left !== 0; left &= left - 1) days += 1;
  return days;
}

/** What a calendar shows for one day. */
export type DayState = 'before' | 'checked' | 'made_up' | 'rest' | 'missed' | 'open' | 'future' | 'after';

/** An honest calendar: what each day was, for a member who joined on `joinedOn`, in a plan with an inclusive window. */
export function dayState(
  on: Day,
  record: CheckinRecord | undefined,
  facts: {
    readonly today: Day;
    readonly joinedOn: Day;
    readonly startsOn: Day;
    readonly endsOn: Day;
    readonly restWeekdays?: number;
  },
): DayState {
  if (isCheckedIn(record, on)) return 'checked';
  if (isMadeUp(record, on)) return 'made_up';
  if (on < facts.startsOn || on < facts.joinedOn) return 'before';
  if (on > facts.endsOn) return 'after';
  if (isRestDay(facts.restWeekdays ?? 0, on)) return 'rest';
  if (on === facts.today) return 'open';
  return on > facts.today ? 'future' : 'missed';
}
