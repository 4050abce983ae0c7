// How numbers, money and times are written in English.
import { clockOf, groupedNumber, localParts, moneyText, partsOf, weekdayOf } from '#app/i18n/format-parts';
import type { Formats } from '#app/i18n/words';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const zones: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'Beijing time',
  'Asia/Urumqi': 'Urumqi time',
  'Asia/Hong_Kong': 'Hong Kong time',
  'Asia/Taipei': 'Taipei time',
  'Asia/Singapore': 'Singapore time',
  'Asia/Tokyo': 'Tokyo time',
  'Australia/Sydney': 'Sydney time',
  'Europe/London': 'London time',
  'America/New_York': 'New York time',
  'America/Los_Angeles': 'Los Angeles time',
  UTC: 'UTC',
};

function monthName(month: number): string {
  return months[month - 1] ?? '';
}

function day(on: string): string {
  const { month, date } = partsOf(on);
  return `${date} ${monthName(month)}`;
}

function fullDay(on: string): string {
  return `${day(on)} ${partsOf(on).year}`;
}

/** A number with its noun: 1 day, 2 days. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${groupedNumber(count)} ${count === 1 ? one : many}`;
}

export const formatsEn: Formats = {
  count: groupedNumber,
  money: moneyText,
  yuanUnit: 'yuan',
  points: (points) => counted(points, 'point'),
  days: (days) => counted(days, 'day'),
  people: (people) => counted(people, 'person', 'people'),
  coupons: (coupons) => counted(coupons, 'coupon'),
  day,
  fullDay,
  weekdays,
  weekdayList: (some) => weekdays.filter((_, weekday) => some.includes(weekday)).join(', '),
  weekday: (on) => weekdays[weekdayOf(on)] ?? '',
  month: (month) => `${monthName(Number(month.slice(5, 7)))} ${Number(month.slice(0, 4))}`,
  span: (fromOn, untilOn) => {
    if (fromOn === untilOn) return day(fromOn);
    return fromOn.slice(0, 4) === untilOn.slice(0, 4) ? `${day(fromOn)} to ${day(untilOn)}` : `${fullDay(fromOn)} to ${fullDay(untilOn)}`;
  },
  clock: (at) => localParts(at).clock,
  moment: (at) => {
    const { month, date, clock } = localParts(at);
    return `${date} ${monthName(month)}, ${clock}`;
  },
  dayStart: clockOf,
  zone: (zone) => zones[zone] ?? zone,
};
