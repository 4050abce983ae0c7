// What check-ins answer: the plan as it stands, its milestones, the calendar.
import * as v from 'valibot';
import { firstGains } from '#core/shapes/coupon';
import { count, instant, whole } from '#core/shapes/fields';

/** What a milestone counts: days in a row, or days in all. */
const ladder = v.picklist(['streak', 'total']);
export const milestoneState = v.object({ ladder, days: whole, points: whole, paid: v.boolean(), missingDays: count });

/** What a plan shows for a day's own check-in. */
const contentUnit = v.object({ day: count, title: v.string(), text: v.string() });

/** Where somebody stands in a check-in plan today. */
export const planState = v.object({
  /** The weekdays that need none, Monday 0 to Sunday 6; absent where every day needs one. */
  restDays: v.optional(v.array(count)),
  /** Today needs no check-in, and has none. */
  restToday: v.boolean(),
  /** The day before, which a check-in can still count for until `untilAt`; null where that is over or not needed. */
  grace: v.nullable(v.object({ on: v.string(), untilAt: instant })),
  /** The make-up cards; null where the plan has none. */
  makeUp: v.nullable(
    v.object({
      /** Cards of this month, and cards that were earned. */
      monthly: count,
      earned: count,
      heldMax: count,
      reachDays: count,
      /** Own check-ins to the next earned card; null where none comes. */
      checkInsToCard: v.nullable(count),
      /** The missed days within reach, the latest first. */
      days: v.array(v.string()),
    }),
  ),
  milestones: v.array(milestoneState),
  /** What today's check-in opened. */
  unit: v.nullable(contentUnit),
  /** Today has something to open, and is not checked in yet. */
  unitWaits: v.boolean(),
  graduation: v.nullable(v.object({ days: count, points: whole, done: count, graduatedOn: v.nullable(v.string()) })),
});

export const checkinResult = v.object({
  on: v.string(),
  streakDays: count,
  totalDays: count,
  pointsEarned: count,
  /** Milestones that this check-in paid. */
  milestones: v.array(v.object({ ladder, days: whole, points: whole })),
  /** True when the plan's budget could not pay everything any more; the check-in itself counts. */
  budgetGone: v.boolean(),
  points: whole,
  next: v.nullable(milestoneState),
  /** Whether this check-in earned a make-up card. */
  cardEarned: v.boolean(),
  /** Said once, with the check-in that completes the plan: its own check-ins, and the points that came with it. */
  graduated: v.nullable(v.object({ days: count, points: count })),
  /** The points of a welcome gift are not in `pointsEarned`. */
  ...firstGains.entries,
});

/** What making up a day answers; `cardsLeft` counts those of both kinds. */
export const madeUp = v.object({ on: v.string(), streakDays: count, source: v.picklist(['monthly', 'earned']), cardsLeft: count });

export const calendar = v.object({
  campaignId: v.string(),
  title: v.string(),
  month: v.string(),
  today: v.string(),
  startsOn: v.string(),
  endsOn: v.string(),
  /**
   * before: not yet a member, or before the plan; made_up: with a card; rest: none needed; missed: a plan day without either;
   * open: today, still to do.
   */
  days: v.array(
    v.object({ on: v.string(), state: v.picklist(['before', 'checked', 'made_up', 'rest', 'missed', 'open', 'future', 'after']) }),
  ),
  streakDays: count,
  bestStreakDays: count,
  totalDays: count,
  madeUpDays: count,
  /** The stretch in which milestones count now; null where it is the whole plan. */
  cycle: v.nullable(v.object({ startsOn: v.string(), endsOn: v.string() })),
  plan: planState,
  /** What own check-ins have opened so far, the latest first. */
  units: v.array(v.object({ ...contentUnit.entries, on: v.string() })),
  milestones: v.array(milestoneState),
});
