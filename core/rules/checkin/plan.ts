// A check-in plan as its rules read it: what is switched off is not there, whatever a form once held.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { CampaignParameters, Milestone } from '#core/rules/campaign/parameters';
import { addDays, type Day, daysBetween, lastDayOf, monthOf, weekStartOf } from '#core/values/day';
import { readWeekdays, weekdayCodes } from '#core/values/weekdays';

/** When the milestones of a plan begin again. */
const cycleKinds = ['none', 'week', 'month', 'days'] as const;
export type CycleKind = (typeof cycleKinds)[number];

/** How many days of a week a plan may rest: a habit needs the others. */
export const REST_DAYS_MAX = 3;

/** What a plan shows to those who have checked in on its day number `day`; 1 is the plan's first business day. */
export interface ContentUnit {
  readonly day: number;
  readonly title: string;
  readonly text: string;
}

/** How make-up cards come and what they reach. */
export interface MakeUpRules {
  /** A card for every so many own check-ins; null where none are earned. */
  readonly everyDays: number | null;
  /** How many earned cards one person can hold. */
  readonly heldMax: number;
  /** Cards that everybody has in each calendar month, and that lapse with it. */
  readonly monthly: number;
  /** How many days back a card reaches. */
  readonly reachDays: number;
}

/** A plan as its rules read it. */
export interface CheckinPlan {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly pointsPerDay: number;
  /** From somebody's own check-in number `fromDay` on, `points` a day instead. */
  readonly taper: readonly { readonly fromDay: number; readonly points: number }[];
  readonly streakMilestones: readonly Milestone[];
  readonly totalMilestones: readonly Milestone[];
  readonly cycle: CycleKind;
  /** Of the cycle `days`. */
  readonly cycleDays: number;
  /** Weekdays as bits: bit 0 is Monday. */
  readonly restWeekdays: number;
  readonly graceHours: number;
  readonly makeUp: MakeUpRules | null;
  readonly units: readonly ContentUnit[];
  readonly graduation: { readonly days: number; readonly points: number } | null;
}

/** One stretch in which milestones are counted, inclusive. */
export interface Cycle {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

// A draft is shown before its parameters have been checked: what it counts may be missing, or below nothing.
function numberIn(parameters: CampaignParameters, name: string, otherwise: number): number {
  const value = parameters[name];
  return typeof value === 'number' && value >= 0 ? value : otherwise;
}

function rowsIn<Row>(parameters: CampaignParameters, name: string, key: string & keyof Row): readonly Row[] {
  const value = parameters[name];
  if (!Array.isArray(value)) return [];
  return (value as unknown as readonly Row[]).filter((row) => typeof row[key] === 'number' && Number(row[key]) > 0);
}

function makeUpOf(parameters: CampaignParameters): MakeUpRules | null {
  const from = parameters['makeUp'];
  if (from !== 'earned' && from !== 'monthly' && from !== 'both') return null;
  return {
    everyDays: from === 'monthly' ? null : Math.max(1, numberIn(parameters, 'cardEveryDays', 7)),
    heldMax: from === 'monthly' ? 0 : numberIn(parameters, 'cardsHeldMax', 2),
    monthly: from === 'earned' ? 0 : numberIn(parameters, 'cardsPerMonth', 1),
    reachDays: numberIn(parameters, 'makeUpReachDays', 3),
  };
}

/** The rest days of a plan as bits; none where they cannot be read. */
function restBits(rest: unknown): number {
  return (readWeekdays(rest) ?? []).reduce((bits, weekday) => bits | (1 << weekday), 0);
}

/** The rest days of a plan as weekdays, Monday 0 to Sunday 6. */
export function restDaysOf({ restWeekdays }: Pick<CheckinPlan, 'restWeekdays'>): number[] {
  return weekdayCodes.flatMap((_, weekday) => ((restWeekdays & (1 << weekday)) === 0 ? [] : [weekday]));
}

/** Reads a plan out of a campaign, or of a draft that may be incomplete. */
export function checkinPlanOf({ startsOn, endsOn, parameters }: Pick<CampaignDraft, 'startsOn' | 'endsOn' | 'parameters'>): CheckinPlan {
  const simple = {
    startsOn,
    endsOn,
    pointsPerDay: numberIn(parameters, 'pointsPerDay', 0),
    streakMilestones: rowsIn<Milestone>(parameters, 'milestones', 'days'),
  };
  if (parameters['more'] !== 1) {
    const none = { taper: [], totalMilestones: [], units: [], cycle: 'none' as const, cycleDays: 0 };
    return { ...simple, ...none, restWeekdays: 0, graceHours: 0, makeUp: null, graduation: null };
  }
  const cycle = cycleKinds.find((kind) => kind === parameters['cycle']) ?? 'none';
  return {
    ...simple,
    taper: rowsIn(parameters, 'taper', 'fromDay'),
    totalMilestones: rowsIn<Milestone>(parameters, 'totalMilestones', 'days'),
    cycle,
    cycleDays: Math.max(1, numberIn(parameters, 'cycleDays', 7)),
    restWeekdays: restBits(parameters['rest']),
    graceHours: parameters['grace'] === 1 ? numberIn(parameters, 'graceHours', 0) : 0,
    makeUp: makeUpOf(parameters),
    units: rowsIn<ContentUnit>(parameters, 'units', 'day'),
    graduation:
      parameters['graduates'] === 1
        ? { days: Math.max(1, numberIn(parameters, 'graduationDays', 1)), points: numberIn(parameters, 'graduationPoints', 0) }
        : null,
  };
}

const plans = new WeakMap<CampaignDraft, CheckinPlan>();

/** The same, read once per draft: a forecast asks of one draft a million times. */
export function planOfDraft(draft: CampaignDraft): CheckinPlan {
  const known = plans.get(draft);
  if (known !== undefined) return known;
  const plan = checkinPlanOf(draft);
  plans.set(draft, plan);
  return plan;
}

/** The most days that one cycle can have; null where the plan is one single stretch. */
export function cycleLength({ cycle, cycleDays }: Pick<CheckinPlan, 'cycle' | 'cycleDays'>): number | null {
  if (cycle === 'none') return null;
  return cycle === 'week' ? 7 : cycle === 'month' ? 31 : cycleDays;
}

function wholeCycle({ cycle, cycleDays, startsOn }: CheckinPlan, on: Day): Cycle {
  if (cycle === 'week') return { startsOn: weekStartOf(on), endsOn: addDays(weekStartOf(on), 6) };
  if (cycle === 'month') return { startsOn: `${monthOf(on)}-01`, endsOn: lastDayOf(monthOf(on)) };
  const first = addDays(startsOn, Math.floor(daysBetween(startsOn, on) / cycleDays) * cycleDays);
  return { startsOn: first, endsOn: addDays(first, cycleDays - 1) };
}

/** The cycle that a day of a plan lies in; the first and the last one are cut short by the plan itself. */
export function cycleOf(plan: CheckinPlan, on: Day): Cycle {
  const { startsOn, endsOn } = plan;
  if (plan.cycle === 'none') return { startsOn, endsOn };
  const whole = wholeCycle(plan, on < startsOn ? startsOn : on);
  return { startsOn: whole.startsOn < startsOn ? startsOn : whole.startsOn, endsOn: whole.endsOn > endsOn ? endsOn : whole.endsOn };
}

/** The points of somebody's own check-in number `nth` in a plan. */
export function dayPoints({ pointsPerDay, taper }: Pick<CheckinPlan, 'pointsPerDay' | 'taper'>, nth: number): number {
  if (taper.length === 0) return pointsPerDay;
  return taper.reduce((points, step) => (nth >= step.fromDay ? step.points : points), pointsPerDay);
}

/** The number of a business day in a plan; 1 is its first. */
export function planDayOf({ startsOn }: Pick<CheckinPlan, 'startsOn'>, on: Day): number {
  return daysBetween(startsOn, on) + 1;
}
