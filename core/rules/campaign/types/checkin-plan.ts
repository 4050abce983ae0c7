// The check-in plan: points for each business day's check-in, milestones, and what makes a habit last: cycles, rest days, grace, make-up cards.
import { defineType, type Grant } from '#core/rules/campaign/define-type';
import type { DraftProblem, Milestone } from '#core/rules/campaign/parameters';
import { dueMilestones } from '#core/rules/checkin/milestones';
import { type CheckinPlan, checkinPlanOf, cycleLength, dayPoints, planOfDraft, REST_DAYS_MAX } from '#core/rules/checkin/plan';
import { checkinPlanTerms } from '#core/rules/checkin/plan-terms';
import { type Reach, reachOf } from '#core/rules/checkin/reach';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { type Day, daysBetween } from '#core/values/day';
import { type Points, points } from '#core/values/points';

/** One for each day of a hundred: with the longest texts, some 65 kilobytes of the 256 that a document may have. */
const UNITS_MAX = 100;

const more = { parameter: 'more', is: [1] } as const;
const cards = { parameter: 'makeUp', is: ['earned', 'monthly', 'both'] } as const;
const earned = { parameter: 'makeUp', is: ['earned', 'both'] } as const;
const milestoneColumns = { days: { kind: 'days', min: 1, max: 366 }, points: { kind: 'points', min: 1, max: 100_000 } } as const;

/** Whether it is the cycle that cuts short what can be reached, and not the plan itself. */
function isCutByCycle(plan: CheckinPlan, limit: number, reach: Reach): boolean {
  return plan.cycle !== 'none' && (limit === cycleLength(plan) || limit < reach.plan);
}

/** What a plan promises and nobody can do within its days, from `openOn` on; nothing of a plan without days. */
function reachProblems(plan: CheckinPlan, openOn: Day): DraftProblem[] {
  if (plan.endsOn < plan.startsOn || plan.endsOn < openOn) return [];
  const reach = reachOf(plan, openOn);
  const beyond = (path: string, milestones: readonly Milestone[], limit: number) => {
    const problem = isCutByCycle(plan, limit, reach) ? 'beyond_cycle' : 'beyond_plan';
    return milestones.flatMap(({ days }, index) => (days > limit ? [{ path: `${path}.${index}.days`, problem, limit } as const] : []));
  };
  const { graduation } = plan;
  return [
    ...beyond('milestones', plan.streakMilestones, reach.streak),
    ...beyond('totalMilestones', plan.totalMilestones, reach.total),
    ...(graduation !== null && graduation.days > reach.plan
      ? [{ path: 'graduationDays', problem: 'beyond_plan', limit: reach.plan } as const]
      : []),
  ];
}

/** What one check-in is given, out of what is left of the budget. */
interface Purse {
  left: number;
  budgetGone: boolean;
  readonly grants: Grant[];
}

/** Gives points, or notes that there are not enough left for them. */
function give(purse: Purse, amount: number, why: Pick<Extract<Grant, { kind: 'points' }>, 'reason' | 'milestone'>): void {
  if (amount === 0) return;
  if (amount > purse.left) {
    purse.budgetGone = true;
    return;
  }
  purse.left -= amount;
  purse.grants.push({ kind: 'points', to: 'self', points: amount as Points, ...why });
}

/** Check-in plan 打卡计划. A milestone is paid once per member and cycle, with the own check-in that finds it completed. */
export const checkinPlan = defineType({
  code: 'checkin_plan',
  trigger: 'check_in',
  parameters: {
    pointsPerDay: { kind: 'points', min: 0, max: 1_000, default: 5, better: 'more' },
    milestones: {
      kind: 'rows',
      columns: milestoneColumns,
      lengthMin: 0,
      lengthMax: 6,
      increasing: 'days',
      better: 'more',
      default: [
        { days: 7, points: 20 },
        { days: 21, points: 80 },
      ],
    },
    pointsBudget: { kind: 'points', min: 1, max: 100_000_000, default: 50_000, better: 'more' },
    /** Everything below: without it the plan is the simple one. */
    more: { kind: 'switch', default: 0 },
    totalMilestones: {
      kind: 'rows',
      when: more,
      columns: milestoneColumns,
      lengthMin: 0,
      lengthMax: 6,
      increasing: 'days',
      default: [],
      better: 'more',
    },
    taper: {
      kind: 'rows',
      when: more,
      columns: { fromDay: { kind: 'days', min: 2, max: 366 }, points: { kind: 'points', min: 0, max: 1_000 } },
      lengthMin: 0,
      lengthMax: 4,
      increasing: 'fromDay',
      better: 'slower',
      default: [],
    },
    cycle: { kind: 'choice', when: more, options: ['none', 'week', 'month', 'days'], default: 'none' },
    cycleDays: { kind: 'days', when: { parameter: 'cycle', is: ['days'] }, min: 2, max: 180, default: 7 },
    rest: { kind: 'weekdays', when: more, max: REST_DAYS_MAX, default: 'none' },
    makeUp: { kind: 'choice', when: more, options: ['none', 'earned', 'monthly', 'both'], default: 'none' },
    cardEveryDays: { kind: 'days', when: earned, min: 2, max: 60, default: 7, better: 'less' },
    cardsHeldMax: { kind: 'count', when: earned, min: 1, max: 5, default: 2, better: 'more' },
    cardsPerMonth: { kind: 'count', when: { parameter: 'makeUp', is: ['monthly', 'both'] }, min: 1, max: 3, default: 1, better: 'more' },
    makeUpReachDays: { kind: 'days', when: cards, min: 1, max: 14, default: 3, better: 'more' },
    grace: { kind: 'switch', when: more, default: 0 },
    graceHours: { kind: 'hours', when: { parameter: 'grace', is: [1] }, min: 1, max: 6, default: 2, better: 'more' },
    graduates: { kind: 'switch', when: more, default: 0 },
    graduationDays: { kind: 'days', when: { parameter: 'graduates', is: [1] }, min: 1, max: 366, default: 21, better: 'less' },
    graduationPoints: { kind: 'points', when: { parameter: 'graduates', is: [1] }, min: 1, max: 100_000, default: 100, better: 'more' },
    units: {
      kind: 'rows',
      content: true,
      when: more,
      columns: {
        day: { kind: 'count', min: 1, max: 366 },
        title: { kind: 'text', min: 1, max: 20, secret: true },
        text: { kind: 'text', min: 1, max: 180, secret: true },
      },
      lengthMin: 0,
      lengthMax: UNITS_MAX,
      increasing: 'day',
      default: [],
    },
  },
  check(draft, _values, openOn = draft.startsOn) {
    const plan = checkinPlanOf(draft);
    const planDays = daysBetween(plan.startsOn, plan.endsOn) + 1;
    const problems = reachProblems(plan, openOn);
    const before = (index: number) => plan.taper[index - 1]?.points ?? plan.pointsPerDay;
    const rising = plan.taper.findIndex((step, index) => step.points > before(index));
    if (rising >= 0) problems.push({ path: `taper.${rising}.points`, problem: 'too_large', limit: before(rising) });
    for (const [index, { day }] of plan.units.entries()) {
      if (day > planDays) problems.push({ path: `units.${index}.day`, problem: 'too_large', limit: planDays });
    }
    return problems;
  },
  reserve: (values) => ({ coupons: 0, points: points(values.pointsBudget) }),
  dearestCoupon: () => NO_WORTH,
  terms: (values) => checkinPlanTerms(values),
  decide(_values, { record, on, draft, left }) {
    const plan = planOfDraft(draft);
    const purse: Purse = { left: left.points, budgetGone: false, grants: [] };
    give(purse, dayPoints(plan, record.rewardedDays), { reason: 'check_in' });
    for (const { ladder, days, cycleOn, points: amount } of dueMilestones(plan, record, on)) {
      give(purse, amount, { reason: 'milestone', milestone: { ladder, days, cycleOn } });
    }
    const { graduation } = plan;
    if (graduation !== null && record.graduatedOn === null && record.totalDays >= graduation.days) {
      give(purse, graduation.points, { reason: 'graduation' });
    }
    return { kind: 'give', grants: purse.grants, budgetGone: purse.budgetGone };
  },
});
