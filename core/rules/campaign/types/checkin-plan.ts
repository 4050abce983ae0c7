// The check-in plan: points for each business day's check-in, and milestones for consecutive days.
import { defineType, type Grant } from '#core/rules/campaign/define-type';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { type Points, points } from '#core/values/points';

/** Check-in plan 打卡计划. A milestone is paid once per member and plan, on the check-in that completes it. */
export const checkinPlan = defineType({
  code: 'checkin_plan',
  trigger: 'check_in',
  parameters: {
    pointsPerDay: { kind: 'points', min: 0, max: 1_000, default: 5, better: 'more' },
    milestones: {
      kind: 'rows',
      columns: { days: { kind: 'days', min: 1, max: 366 }, points: { kind: 'points', min: 1, max: 100_000 } },
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
  },
  check: () => [],
  reserve: (values) => ({ coupons: 0, points: points(values.pointsBudget) }),
  dearestCoupon: () => NO_WORTH,
  terms: (values) => [
    term('check_in_daily', { points: values.pointsPerDay }),
    ...(values.milestones.length > 0 ? [term('check_in_milestones', { milestones: values.milestones })] : []),
    term('points_budget', { points: values.pointsBudget }),
    term('points_budget_gone', {}),
  ],
  decide(values, facts) {
    const grants: Grant[] = [];
    let left: number = facts.left.points;
    let budgetGone = false;
    const give = (grant: Extract<Grant, { kind: 'points' }>) => {
      if (grant.points === 0) return;
      if (grant.points > left) {
        budgetGone = true;
        return;
      }
      left -= grant.points;
      grants.push(grant);
    };
    give({ kind: 'points', to: 'self', points: values.pointsPerDay as Points, reason: 'check_in' });
    for (const milestone of values.milestones) {
      if (milestone.days !== facts.record.streakDays || facts.record.milestonesPaid.includes(milestone.days)) continue;
      give({ kind: 'points', to: 'self', points: milestone.points as Points, reason: 'milestone', days: milestone.days });
    }
    return { kind: 'give', grants, budgetGone };
  },
});
