// Business days: which day an instant belongs to in a community's zone and day start, and arithmetic on days as texts.
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '#core/values/instant';

/** A business day as `2026-03-01`. Names of days end in `On`. */
export type Day = string;

/** A month as `2026-03`. */
export type Month = string;

/** A community's calendar: an IANA zone, and the minutes after local midnight at which its business day begins (0 to 719). */
export interface Calendar {
  readonly zone: string;
  readonly dayStartsMinutes: number;
}

/** The number that some characters of a text write in digits; NaN where another character stands among them. */
function digitsAt(text: string, from: number, until: number): number {
  let number = 0;
  for (let index = from; index < until; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The parts of a text that is written as a day, whether or not the calendar has it; null of any other text. Looked at without an expression: rules ask for thousands. */
function partsOf(text: string): { readonly year: number; readonly month: number; readonly date: number } | null {
  if (text.length !== 10 || text.charAt(4) !== '-' || text.charAt(7) !== '-') return null;
  const [year, month, date] = [digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10)];
  return Number.isNaN(year + month + date) ? null : { year, month, date };
}

/** The number of a day: days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's days_from_civil). */
export function dayNumber(day: Day): number {
  const parts = partsOf(day);
  if (parts === null) throw new RangeError(`not a day: ${JSON.stringify(day)}`);
  const { month, date } = parts;
  const year = parts.year - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day with a number: the inverse of dayNumber (civil_from_days). */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** Whether a value is a day that exists in the calendar. */
export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && partsOf(value) !== null && dayFromNumber(dayNumber(value)) === value;
}

/** The day a number of days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** How many days `later` is after `earlier`; negative when it is before. */
export function daysBetween(earlier: Day, later: Day): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** The month that a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The dates of the longest month as days are written with them. */
export const DATES: readonly string[] = Array.from({ length: 31 }, (_, index) => String(index + 1).padStart(2, '0'));

/** All days of a month, in order. */
export function daysOfMonth(month: Month): Day[] {
  // The day 31 days after the first is in the next month, however long this one is, and its date says by how much; its year may have five digits.
  const length = DATES.length + 1 - Number(dayFromNumber(dayNumber(`${month}-01`) + DATES.length).slice(-2));
  return DATES.slice(0, length).map((day) => `${month}-${day}`);
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  const days = daysOfMonth(month);
  const last = days[days.length - 1];
  if (last === undefined) throw new RangeError(`no such month: ${month}`);
  return last;
}

/** The Monday of the week that a day lies in. */
export function weekStartOf(day: Day): Day {
  const number = dayNumber(day);
  return dayFromNumber(number - ((((number + 3) % 7) + 7) % 7));
}

/** Whether a zone is known to the machine's time zone database. Nothing is kept of it: anybody may ask for any spelling. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const OFFSETS_MAX = 50_000;
/** A formatter takes some thirty kilobytes, and a zone may be written in upper and lower case. */
const FORMATTERS_MAX = 500;

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    if (formatters.size >= FORMATTERS_MAX) formatters.clear();
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** How far a zone is ahead of UTC at an instant, in ms. Remembered per quarter of an hour: no zone changes between two quarters. */
export function zoneOffsetMs(zone: string, at: Instant): number {
  const quarter = Math.floor(at / (15 * MINUTE_MS));
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const start = quarter * 15 * MINUTE_MS;
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(start)
      .map((part) => [part.type, part.value]),
  );
  const wallDay = dayNumber(`${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`);
  const wallSeconds = Number(parts.get('hour')) * 3600 + Number(parts.get('minute')) * 60 + Number(parts.get('second'));
  const offset = wallDay * DAY_MS + wallSeconds * 1000 - start;
  if (offsets.size >= OFFSETS_MAX) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/**
 * The first instant of a business day. Where the clock skips that moment, the instant that the wall clock would have shown it
 * had it not skipped; where the clock shows it twice, the first of the two: days never overlap and never leave a gap.
 */
export function dayStartAt(day: Day, calendar: Calendar): Instant {
  const wall = dayNumber(day) * DAY_MS + calendar.dayStartsMinutes * MINUTE_MS;
  const before = zoneOffsetMs(calendar.zone, wall - 26 * HOUR_MS);
  const after = zoneOffsetMs(calendar.zone, wall + 26 * HOUR_MS);
  for (const offset of before >= after ? [before, after] : [after, before]) {
    if (zoneOffsetMs(calendar.zone, wall - offset) === offset) return wall - offset;
  }
  return wall - before;
}

/** The calendar day and the minute of it, from midnight, that the wall clock of a zone shows at an instant. */
export function wallOf(at: Instant, zone: string): { readonly on: Day; readonly minutes: number } {
  const wall = at + zoneOffsetMs(zone, at);
  const number = Math.floor(wall / DAY_MS);
  return { on: dayFromNumber(number), minutes: Math.floor((wall - number * DAY_MS) / MINUTE_MS) };
}

/** The last millisecond of a business day. */
export function dayEndAt(day: Day, calendar: Calendar): Instant {
  return dayStartAt(addDays(day, 1), calendar) - 1;
}

/** The day that was found last: whole communities ask for the same one. `start` is its first instant, `end` that of the next. */
let lastFound: Calendar & { readonly day: Day; readonly start: Instant; readonly end: Instant } = {
  zone: '',
  dayStartsMinutes: 0,
  day: '',
  start: 0,
  end: 0,
};

/** The business day that an instant belongs to. */
export function dayOf(at: Instant, calendar: Calendar): Day {
  const { zone, dayStartsMinutes } = calendar;
  const { start: since, end: until } = lastFound;
  if (at >= since && at < until && dayStartsMinutes === lastFound.dayStartsMinutes && zone === lastFound.zone) return lastFound.day;
  const wall = at + zoneOffsetMs(zone, at) - dayStartsMinutes * MINUTE_MS;
  const guess = dayFromNumber(Math.floor(wall / DAY_MS));
  const start = dayStartAt(guess, calendar);
  if (at < start) return addDays(guess, -1);
  const end = dayStartAt(addDays(guess, 1), calendar);
  if (at >= end) return addDays(guess, 1);
  lastFound = { zone, dayStartsMinutes, day: guess, start, end };
  return guess;
}
