// The grace: for some hours after a business day is over, a check-in may still count for it.
import type { CheckinPlan } from '#core/rules/checkin/plan';
import { isMarked, isRestDay } from '#core/rules/checkin/record';
import type { CheckinRecord } from '#core/tables';
import { addDays, type Calendar, type Day, dayOf, dayStartAt } from '#core/values/day';
import { HOUR_MS, type Instant } from '#core/values/instant';

/** Until when the day before can be checked in for, exclusive: the start of today and the hours of the grace after it. */
function graceUntilAt(plan: CheckinPlan, today: Day, calendar: Calendar): Instant {
  return dayStartAt(today, calendar) + plan.graceHours * HOUR_MS;
}

/** What the grace is decided on; `joinedOn` is the first day of the member. */
export interface GraceFacts {
  readonly plan: CheckinPlan;
  readonly record: CheckinRecord | undefined;
  readonly calendar: Calendar;
  readonly joinedOn: Day;
  readonly at: Instant;
}

/** Whether a check-in now may count for a day: the day before, unmarked, of the plan and of the member, with the grace not over. */
export function isInGrace({ plan, record, calendar, joinedOn, at }: GraceFacts, on: Day): boolean {
  const today = dayOf(at, calendar);
  if (on !== addDays(today, -1) || on < plan.startsOn || on < joinedOn) return false;
  return !isMarked(record, on) && at < graceUntilAt(plan, today, calendar);
}

/** The day that the grace is offered for; null where it is over, not needed, or nothing is lost: a rest day needs no check-in. */
export function graceOffer(facts: GraceFacts): { readonly on: Day; readonly untilAt: Instant } | null {
  const { plan, calendar, at } = facts;
  const today = dayOf(at, calendar);
  const on = addDays(today, -1);
  if (isRestDay(plan.restWeekdays, on) || !isInGrace(facts, on)) return null;
  return { on, untilAt: graceUntilAt(plan, today, calendar) };
}
