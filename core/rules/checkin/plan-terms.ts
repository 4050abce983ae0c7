// The terms of a check-in plan: every limit that its rules keep, and what a made-up day, a rest day and the grace count for.
import type { CampaignParameters } from '#core/rules/campaign/parameters';
import { type TermLine, term } from '#core/rules/campaign/terms';
import { type CheckinPlan, checkinPlanOf, restDaysOf } from '#core/rules/checkin/plan';

function forgivenessTerms(plan: CheckinPlan): TermLine[] {
  const { graceHours, makeUp } = plan;
  const weekdays = restDaysOf(plan);
  return [
    ...(weekdays.length > 0 ? [term('check_in_rest', { weekdays })] : []),
    ...(graceHours > 0 ? [term('check_in_grace', { hours: graceHours })] : []),
    ...(makeUp !== null && makeUp.everyDays !== null
      ? [term('make_up_earned', { everyDays: makeUp.everyDays, heldMax: makeUp.heldMax })]
      : []),
    ...(makeUp !== null && makeUp.monthly > 0 ? [term('make_up_monthly', { cards: makeUp.monthly })] : []),
    ...(makeUp !== null ? [term('make_up_reach', { days: makeUp.reachDays }), term('make_up_counts', {})] : []),
  ];
}

/** Every line that is a plan's own. */
export function checkinPlanTerms(parameters: CampaignParameters & { readonly pointsBudget: number }): TermLine[] {
  const plan = checkinPlanOf({ startsOn: '', endsOn: '', parameters });
  const { cycle, streakMilestones, totalMilestones } = plan;
  return [
    term('check_in_daily', { points: plan.pointsPerDay }),
    ...(plan.taper.length > 0 ? [term('check_in_taper', { steps: plan.taper })] : []),
    ...(streakMilestones.length > 0 ? [term('check_in_milestones', { milestones: streakMilestones, cycle })] : []),
    ...(totalMilestones.length > 0 ? [term('check_in_totals', { milestones: totalMilestones, cycle })] : []),
    ...(streakMilestones.length + totalMilestones.length > 0 ? [term('milestone_within_reach', {})] : []),
    ...(cycle !== 'none' ? [term('check_in_cycle', { cycle, days: cycle === 'days' ? plan.cycleDays : 0 })] : []),
    ...forgivenessTerms(plan),
    ...(plan.units.length > 0 ? [term('check_in_units', { units: plan.units.length })] : []),
    ...(plan.graduation === null ? [] : [term('check_in_graduation', plan.graduation)]),
    term('points_budget', { points: parameters.pointsBudget }),
    term('points_budget_gone', {}),
  ];
}
