// The milestones of a plan: days in a row and days in all, counted within a cycle and paid once in each.
import type { Milestone } from '#core/rules/campaign/parameters';
import { type CheckinPlan, type Cycle, cycleOf } from '#core/rules/checkin/plan';
import { isCheckedIn, ownDaysIn, streakOn, streakThrough } from '#core/rules/checkin/record';
import type { CheckinRecord, Ladder } from '#core/tables';
import { type Day, daysBetween } from '#core/values/day';

/** Names a milestone that has been paid: in which cycle, on which ladder, at how many days. */
export interface MilestoneKey {
  readonly ladder: Ladder;
  readonly days: number;
  /** The first day of its cycle. */
  readonly cycleOn: Day;
}

/** A milestone as a member sees it. `missingDays` counts the own check-ins that are still to come. */
export interface MilestoneState extends Milestone {
  readonly ladder: Ladder;
  readonly paid: boolean;
  readonly missingDays: number;
}

/** The days in a row within a cycle, up to its end or the latest mark; made-up days count. */
function streakIn(plan: CheckinPlan, record: CheckinRecord, cycle: Cycle): number {
  if (plan.cycle === 'none') return record.streakDays;
  return streakThrough(record, record.lastOn < cycle.endsOn ? record.lastOn : cycle.endsOn, cycle.startsOn);
}

/** The own check-ins within a cycle. */
function totalIn(plan: CheckinPlan, record: CheckinRecord, cycle: Cycle): number {
  return plan.cycle === 'none' ? record.totalDays : ownDaysIn(record, cycle.startsOn, cycle.endsOn);
}

/** Whether a milestone has been paid. */
export function isPaid(record: CheckinRecord | undefined, { ladder, days, cycleOn }: MilestoneKey): boolean {
  return record?.paid[cycleOn]?.[ladder].includes(days) ?? false;
}

/** How many cycles are remembered: a check-in within the grace may still belong to the one before. */
const CYCLES_KEPT = 2;

/** The record once a milestone has been paid. */
export function withPaid(record: CheckinRecord, { ladder, days, cycleOn }: MilestoneKey): CheckinRecord {
  const before = record.paid[cycleOn] ?? { streak: [], total: [] };
  const paid = { ...record.paid, [cycleOn]: { ...before, [ladder]: [...before[ladder], days] } };
  const kept = Object.keys(paid).sort().slice(-CYCLES_KEPT);
  return { ...record, paid: Object.fromEntries(Object.entries(paid).filter(([on]) => kept.includes(on))) };
}

function laddersOf(plan: CheckinPlan): readonly (readonly [ladder: Ladder, milestones: readonly Milestone[]])[] {
  return [
    ['streak', plan.streakMilestones],
    ['total', plan.totalMilestones],
  ];
}

/** Adds those of one ladder that are due. Nothing is made for the others: a forecast asks a million times. */
function addDue(
  due: (MilestoneKey & Milestone)[],
  ladder: Ladder,
  milestones: readonly Milestone[],
  reached: number,
  record: CheckinRecord,
  cycleOn: Day,
): void {
  const paid = record.paid[cycleOn]?.[ladder];
  for (const { days, points } of milestones) {
    if (days <= reached && paid?.includes(days) !== true) due.push({ ladder, days, points, cycleOn });
  }
}

/**
 * The milestones that an own check-in for a day pays: every one that its cycle has reached and not been paid for, so also one that a
 * made-up day completed before. `record` includes the check-in.
 */
export function dueMilestones(plan: CheckinPlan, record: CheckinRecord, on: Day): (MilestoneKey & Milestone)[] {
  const cycle = cycleOf(plan, on);
  const cycleOn = cycle.startsOn;
  const due: (MilestoneKey & Milestone)[] = [];
  const { streakMilestones, totalMilestones } = plan;
  if (streakMilestones.length > 0) addDue(due, 'streak', streakMilestones, streakIn(plan, record, cycle), record, cycleOn);
  if (totalMilestones.length > 0) addDue(due, 'total', totalMilestones, totalIn(plan, record, cycle), record, cycleOn);
  return due;
}

/** Every milestone of a plan with what is missing to it on a day; one out of reach in this cycle begins anew in the next. */
export function milestoneStates(plan: CheckinPlan, record: CheckinRecord | undefined, today: Day): MilestoneState[] {
  const cycle = cycleOf(plan, today);
  const runs = streakOn(record, today) > 0;
  const reached = {
    streak: record !== undefined && runs ? streakIn(plan, record, cycle) : 0,
    total: record === undefined ? 0 : totalIn(plan, record, cycle),
  };
  const daysLeft = daysBetween(today, cycle.endsOn) + (isCheckedIn(record, today) ? 0 : 1);
  const hasNext = cycle.endsOn < plan.endsOn;
  return laddersOf(plan).flatMap(([ladder, milestones]) =>
    milestones.map(({ days, points }) => {
      const paid = isPaid(record, { ladder, days, cycleOn: cycle.startsOn });
      const missing = Math.max(1, days - reached[ladder]);
      return { ladder, days, points, paid, missingDays: paid ? 0 : missing > daysLeft && hasNext ? days : missing };
    }),
  );
}

/** The nearest milestone that can still be reached, or null. */
export function nextMilestone(plan: CheckinPlan, record: CheckinRecord | undefined, today: Day): MilestoneState | null {
  const open = milestoneStates(plan, record, today).filter((state) => !state.paid);
  return open.reduce<MilestoneState | null>((best, state) => (best === null || state.missingDays < best.missingDays ? state : best), null);
}
