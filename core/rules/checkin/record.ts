// A member's record in a check-in plan: one mark per business day, append-only; a streak is what the marks say.
import type { Milestone } from '#core/rules/campaign/parameters';
import type { CheckinRecord } from '#core/tables';
import { type Day, daysBetween, monthOf } from '#core/values/day';

/** Whether a day is marked. */
export function isMarked(record: CheckinRecord | undefined, on: Day): boolean {
  const bits = record?.months[monthOf(on)] ?? 0;
  return (bits & (1 << (Number(on.slice(8)) - 1))) !== 0;
}

/** The streak as it stands on a day: a day that is not over yet does not break it, a day that was missed does. */
export function streakOn(record: CheckinRecord | undefined, today: Day): number {
  if (record === undefined) return 0;
  return daysBetween(record.lastOn, today) <= 1 ? record.streakDays : 0;
}

/**
 * The record after checking in on a day later than its last one.
 * @throws RangeError when the day is not later: the rule refuses before it gets here.
 */
export function markDay(record: CheckinRecord | undefined, on: Day): CheckinRecord {
  if (record !== undefined && on <= record.lastOn) throw new RangeError(`${on} is not after ${record.lastOn}`);
  const streakDays = record !== undefined && daysBetween(record.lastOn, on) === 1 ? record.streakDays + 1 : 1;
  const month = monthOf(on);
  const bits = (record?.months[month] ?? 0) | (1 << (Number(on.slice(8)) - 1));
  return {
    streakDays,
    bestStreakDays: Math.max(record?.bestStreakDays ?? 0, streakDays),
    totalDays: (record?.totalDays ?? 0) + 1,
    lastOn: on,
    months: { ...record?.months, [month]: bits },
    milestonesPaid: record?.milestonesPaid ?? [],
  };
}

/** A milestone as a member sees it. `missingDays` counts the check-ins in a row that are still to come. */
export interface MilestoneState extends Milestone {
  readonly paid: boolean;
  readonly missingDays: number;
}

/** Every milestone of a plan with what is missing to it on a day. */
export function milestoneStates(milestones: readonly Milestone[], record: CheckinRecord | undefined, today: Day): MilestoneState[] {
  const streak = streakOn(record, today);
  return milestones.map(({ days, points }) => {
    const paid = record?.milestonesPaid.includes(days) ?? false;
    return { days, points, paid, missingDays: paid ? 0 : streak < days ? days - streak : days };
  });
}

/** The nearest milestone that can still be reached, or null. */
export function nextMilestone(milestones: readonly Milestone[], record: CheckinRecord | undefined, today: Day): MilestoneState | null {
  const open = milestoneStates(milestones, record, today).filter((state) => !state.paid);
  return open.reduce<MilestoneState | null>((best, state) => (best === null || state.missingDays < best.missingDays ? state : best), null);
}

/** What a calendar shows for one day. */
export type DayState = 'before' | 'checked' | 'missed' | 'open' | 'future' | 'after';

/** An honest calendar: what each day was, for a member who joined on `joinedOn`, in a plan with an inclusive window. */
export function dayState(
  on: Day,
  record: CheckinRecord | undefined,
  facts: { readonly today: Day; readonly joinedOn: Day; readonly startsOn: Day; readonly endsOn: Day },
): DayState {
  if (isMarked(record, on)) return 'checked';
  if (on < facts.startsOn || on < facts.joinedOn) return 'before';
  if (on > facts.endsOn) return 'after';
  if (on === facts.today) return 'open';
  return on > facts.today ? 'future' : 'missed';
}
