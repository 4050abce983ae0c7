// Planning: on which day and at which instant a reminder would go out, or that there is nothing left to remind of.
import { checkinPlanOf } from '#core/rules/checkin/plan';
import { isRestDay } from '#core/rules/checkin/record';
import { endingsOf, toldFromOn } from '#core/rules/membership/fading';
import { STANDING } from '#core/rules/reminder/kinds';
import { dueAtOf } from '#core/rules/reminder/timing';
import type { CampaignDocument, CheckinRecord, CouponDocument, MemberDocument, ReminderPlan } from '#core/tables';
import { addDays, type Calendar, type Day, dayOf } from '#core/values/day';
import type { Instant } from '#core/values/instant';

function planOf(kind: ReminderPlan['kind'], about: string, on: Day, calendar: Calendar, at: Instant): ReminderPlan | null {
  const dueAt = dueAtOf(kind, on, calendar);
  return dueAt > at ? { kind, about, on, dueAt, plannedAt: at } : null;
}

/** The reminder for a coupon that can still be used: the day before its last usable day; null when that has passed. */
export function planCoupon(coupon: CouponDocument, calendar: Calendar, at: Instant): ReminderPlan | null {
  if (coupon.redemption !== null) return null;
  return planOf('coupon_expiring', coupon.id, addDays(coupon.terms.useUntilOn, -1), calendar, at);
}

/**
 * The reminder for a check-in plan: the evening of the first day after the last mark that is no rest day: on it the streak is at risk;
 * null where no streak runs, where the plan is over by then, or when that evening has come.
 */
export function planCheckin(
  campaign: CampaignDocument,
  record: CheckinRecord | undefined,
  calendar: Calendar,
  at: Instant,
): ReminderPlan | null {
  if (record === undefined || campaign.state === 'draft' || campaign.state === 'ended') return null;
  const { restWeekdays } = checkinPlanOf(campaign);
  let on = addDays(record.lastOn, 1);
  while (isRestDay(restWeekdays, on)) on = addDays(on, 1);
  return on > campaign.endsOn ? null : planOf('checkin_open', campaign.campaignId, on, calendar, at);
}

/** The most days between two looks at a standing: no tier that is reached and no points that come end sooner than they are told of. */
export const LOOK_DAYS = 14;

/**
 * The next look at a member's standing, on a day or later: the first day on which they are told of something that ends then or later, but
 * LOOK_DAYS on at most, since what they do moves those days in both directions.
 */
export function planStanding(member: MemberDocument, fromOn: Day, calendar: Calendar, at: Instant): ReminderPlan {
  const told = endingsOf(member, dayOf(at, calendar))
    .filter(({ untilOn }) => untilOn >= fromOn)
    .map((ending) => (toldFromOn(ending) < fromOn ? fromOn : toldFromOn(ending)));
  const on = told.reduce((first, day) => (day < first ? day : first), addDays(fromOn, LOOK_DAYS));
  return { kind: 'standing_fading', about: STANDING, on, dueAt: dueAtOf('standing_fading', on, calendar), plannedAt: at };
}
