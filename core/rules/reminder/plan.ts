// Planning: on which day and at which instant a reminder would go out, or that there is nothing left to remind of.
import { checkinPlanOf } from '#core/rules/checkin/plan';
import { isRestDay } from '#core/rules/checkin/record';
import { dueAtOf } from '#core/rules/reminder/timing';
import type { CampaignDocument, CheckinRecord, CouponDocument, ReminderPlan } from '#core/tables';
import { addDays, type Calendar, type Day } from '#core/values/day';
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
