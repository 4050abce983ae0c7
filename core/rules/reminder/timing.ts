// When reminders go out: their hours, the quiet hours, and how many there may be, all by the clock of the community's zone.
import type { ReminderKind } from '#core/rules/reminder/kinds';
import { addDays, type Calendar, type Day, dayStartAt } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** Minutes after local midnight: nothing is sent from nine in the evening until nine in the morning. */
const QUIET_FROM_MINUTES = 21 * 60;
const QUIET_UNTIL_MINUTES = 9 * 60;

/** Minutes after local midnight at which each kind is due: a coupon in the morning, an open check-in in the evening, what fades between. */
const dueMinutes: Readonly<Record<ReminderKind, number>> = {
  coupon_expiring: 9 * 60 + 30,
  checkin_open: 20 * 60,
  standing_fading: 10 * 60 + 30,
};

/** The most reminders of all kinds to one member of one community: one on a business day, three in any seven of them. */
const PER_DAY_MAX = 1;
const PER_WEEK_MAX = 3;

/** A reminder that could not be sent for now is tried again after this long, in ms. */
export const LATER_MS = 10 * 60 * 1000;

/** The instant at which the clocks of a zone show so many minutes after midnight on a date. */
function clockAt(on: Day, minutes: number, calendar: Calendar): Instant {
  return dayStartAt(on, { zone: calendar.zone, dayStartsMinutes: minutes });
}

/** When a reminder of a kind is due on a business day, in ms: at its hour, or when the day begins where it begins later. */
export function dueAtOf(kind: ReminderKind, on: Day, calendar: Calendar): Instant {
  return clockAt(on, Math.max(dueMinutes[kind], QUIET_UNTIL_MINUTES, calendar.dayStartsMinutes), calendar);
}

/** Whether a reminder of a business day may go out at an instant: not before it is due, and not once the evening's quiet has begun. */
export function isInWindow(kind: ReminderKind, on: Day, calendar: Calendar, at: Instant): boolean {
  return at >= dueAtOf(kind, on, calendar) && at < clockAt(on, QUIET_FROM_MINUTES, calendar);
}

/** Whether one more reminder on a day keeps to the limits, given the days on which some went out. */
export function isWithinLimits(sentOn: readonly Day[], on: Day): boolean {
  const weekFrom = addDays(on, -6);
  const week = sentOn.filter((day) => day >= weekFrom && day <= on);
  return week.filter((day) => day === on).length < PER_DAY_MAX && week.length < PER_WEEK_MAX;
}
