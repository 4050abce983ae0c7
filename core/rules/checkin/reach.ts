// How many days anybody can still reach in a plan: what is promised beyond them would never be paid.
import { type CheckinPlan, cycleLength, cycleOf } from '#core/rules/checkin/plan';
import { addDays, type Day, daysBetween } from '#core/values/day';

/** The most days that one person can reach. */
export interface Reach {
  /** In a row within one cycle; made-up days count. */
  readonly streak: number;
  /** Own check-ins within one cycle. */
  readonly total: number;
  /** Own check-ins in the whole plan. */
  readonly plan: number;
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** The days of the longest cycle from a day on; the first and the last one are cut short by the plan itself. */
function longestCycle(plan: CheckinPlan, fromOn: Day): number {
  const whole = cycleLength(plan);
  let longest = 0;
  let on = fromOn;
  while (on <= plan.endsOn && (whole === null || longest < whole)) {
    const { endsOn } = cycleOf(plan, on);
    longest = Math.max(longest, daysBetween(on, endsOn) + 1);
    on = addDays(endsOn, 1);
  }
  return longest;
}

/**
 * What can be reached in a plan that opens on `openOn`, or on its own first day where that is later. A rest day takes nothing away: whoever
 * checks in on it is counted. The grace and make-up cards still reach days before the plan opened, of its own days.
 */
export function reachOf(plan: CheckinPlan, openOn: Day): Reach {
  const { startsOn, endsOn, makeUp } = plan;
  const graceDays = plan.graceHours > 0 ? 1 : 0;
  const ownOn = later(startsOn, addDays(openOn, -graceDays));
  const markedOn = later(startsOn, addDays(openOn, -Math.max(graceDays, makeUp?.reachDays ?? 0)));
  return {
    streak: longestCycle(plan, markedOn),
    total: longestCycle(plan, ownOn),
    plan: Math.max(0, daysBetween(ownOn, endsOn) + 1),
  };
}
