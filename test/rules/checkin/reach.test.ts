// What a plan promises can be reached: whoever checks in on every day of it is paid every milestone that it may be published with, and no other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CampaignDraft, draftOf } from '#core/rules/campaign/campaign-draft';
import { decideImprove } from '#core/rules/campaign/improve';
import { draftProblems } from '#core/rules/campaign/lifecycle';
import type { CampaignParameters } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { dueMilestones, withPaid } from '#core/rules/checkin/milestones';
import { checkinPlanOf } from '#core/rules/checkin/plan';
import { markDay } from '#core/rules/checkin/record';
import type { CheckinRecord, Ladder } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import { aCampaign, aCommunity } from '../../support/documents';

const simple = { pointsPerDay: 5, milestones: [], more: 1 };

function problemsOf(startsOn: Day, endsOn: Day, parameters: CampaignParameters, openOn?: Day): unknown[] {
  const draft = aCampaign('checkin_plan', { startsOn, endsOn, parameters: { ...simple, ...parameters } });
  const found = campaignTypes.checkin_plan.check(draft, draft.parameters as never, openOn);
  return found.map(({ path, problem, limit }) => `${path} ${problem} ${String(limit)}`);
}

const at = (...days: readonly number[]) => days.map((each) => ({ days: each, points: 20 }));

describe('a milestone that nobody can reach', () => {
  test.each([
    ['the days of the plan', '2026-03-14', { milestones: at(14, 15) }, ['milestones.1.days beyond_plan 14']],
    ['its days in all', '2026-03-14', { totalMilestones: at(7, 21) }, ['totalMilestones.1.days beyond_plan 14']],
    ['completion', '2026-03-14', { graduates: 1, graduationDays: 15 }, ['graduationDays beyond_plan 14']],
    ['completion by the last day', '2026-03-15', { graduates: 1, graduationDays: 15 }, []],
    ['completion over several rounds', '2026-03-14', { graduates: 1, graduationDays: 14, cycle: 'week' }, []],
    ['a round of a week', '2026-03-31', { cycle: 'week', milestones: at(7, 8) }, ['milestones.1.days beyond_cycle 7']],
    [
      'a round of days',
      '2026-03-31',
      { cycle: 'days', cycleDays: 10, totalMilestones: at(11) },
      ['totalMilestones.0.days beyond_cycle 10'],
    ],
    ['a round that the plan cuts short', '2026-03-05', { cycle: 'week', milestones: at(5) }, ['milestones.0.days beyond_cycle 4']],
    ['a month of 31 days', '2026-03-31', { cycle: 'month', milestones: at(31) }, []],
    ['a rest day, which counts for whoever checks in', '2026-03-07', { rest: 'weekend', milestones: at(7) }, []],
  ])('is found beyond %s', (_what, endsOn, parameters, expected) => {
    expect(problemsOf('2026-03-01', endsOn, parameters as CampaignParameters)).toEqual(expected);
  });

  test('is found in a short month, though others are longer', () => {
    expect(problemsOf('2026-02-01', '2026-02-28', { cycle: 'month', milestones: at(29) })).toEqual(['milestones.0.days beyond_plan 28']);
    expect(problemsOf('2026-02-15', '2026-03-14', { cycle: 'month', milestones: at(20) })).toEqual(['milestones.0.days beyond_cycle 14']);
  });

  test('counts from the day on which a plan is published, with the days that grace and cards still reach', () => {
    const late = (parameters: CampaignParameters) =>
      problemsOf('2026-03-01', '2026-03-14', { milestones: at(10), ...parameters }, '2026-03-08');
    expect(late({})).toEqual(['milestones.0.days beyond_plan 7']);
    expect(late({ grace: 1, graceHours: 2 })).toEqual(['milestones.0.days beyond_plan 8']);
    expect(late({ makeUp: 'monthly', makeUpReachDays: 3 })).toEqual([]);
    expect(late({ makeUp: 'monthly', makeUpReachDays: 3, milestones: [], totalMilestones: at(10) })).toEqual([
      'totalMilestones.0.days beyond_plan 7',
    ]);
    const draft = aCampaign('checkin_plan', {
      startsOn: '2026-03-01',
      endsOn: '2026-03-14',
      parameters: { ...simple, milestones: at(10) },
    });
    const found = (today: Day) => draftProblems(draft, aCommunity(), today).map(({ path }) => path);
    expect([found('2026-02-01'), found('2026-03-05'), found('2026-03-06')]).toEqual([[], [], ['milestones.0.days']]);
  });

  test('is not looked for in a plan that ends before it begins, or has ended', () => {
    expect(problemsOf('2026-03-10', '2026-03-01', { milestones: at(7) })).toEqual([]);
    expect(problemsOf('2026-03-01', '2026-03-14', { milestones: at(7) }, '2026-03-15')).toEqual([]);
  });
});

test('a plan that was published with it before may be improved otherwise, and adds no other', () => {
  const campaign = aCampaign('checkin_plan', {
    startsOn: '2026-03-01',
    endsOn: '2026-03-14',
    parameters: { ...simple, milestones: at(7, 21) },
  });
  const improve = (part: Partial<CampaignDraft>, parameters: CampaignParameters = {}) => {
    const draft = { ...draftOf(campaign), ...part, parameters: { ...campaign.parameters, ...parameters } };
    const facts = { community: aCommunity(), checked: [], policy: { findings: [], confirmed: [] }, today: '2026-03-05' };
    const decision = decideImprove({ campaign, draft, ...facts });
    return decision.kind === 'refused' ? decision.refusal : decision.kind;
  };
  const incomplete = (path: string) => ({ code: 'draft_incomplete', data: { paths: [path] } });
  expect(improve({}, { pointsBudget: 60_000 })).toBe('done');
  expect(improve({}, { milestones: at(7, 10, 21) })).toBe('done');
  expect([improve({ endsOn: '2026-03-18' }), improve({ endsOn: '2026-03-21' })]).toEqual(['done', 'done']);
  expect(improve({}, { milestones: at(7, 15, 21) })).toMatchObject(incomplete('milestones.1.days'));
  expect(improve({}, { milestones: at(7, 21, 30) })).toMatchObject(incomplete('milestones.2.days'));
});

/** The days of every milestone that somebody is paid who checks in on every day of a plan, and their own check-ins. */
function paidEveryDay(
  draft: Pick<CampaignDraft, 'startsOn' | 'endsOn' | 'parameters'>,
): Record<Ladder, Set<number>> & { readonly ownDays: number } {
  const plan = checkinPlanOf(draft);
  const paid = { streak: new Set<number>(), total: new Set<number>() };
  let record: CheckinRecord | undefined;
  for (let on = plan.startsOn; on <= plan.endsOn; on = addDays(on, 1)) {
    record = markDay(record, on, plan.restWeekdays);
    for (const milestone of dueMilestones(plan, record, on)) {
      paid[milestone.ladder].add(milestone.days);
      record = withPaid(record, milestone);
    }
  }
  return { ...paid, ownDays: record?.totalDays ?? 0 };
}

test('whoever checks in on every day is paid every milestone that passes, and none that does not', () => {
  const anyLadder = fc.uniqueArray(fc.integer({ min: 1, max: 70 }), { maxLength: 6 }).map((days) => at(...[...days].sort((a, b) => a - b)));
  const anyPlan = fc.record({
    startsOn: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days)),
    length: fc.integer({ min: 1, max: 80 }),
    milestones: anyLadder,
    totalMilestones: anyLadder,
    graduationDays: fc.integer({ min: 1, max: 90 }),
    cycle: fc.constantFrom('none', 'week', 'month', 'days'),
    cycleDays: fc.integer({ min: 2, max: 40 }),
    rest: fc.constantFrom('none', 'weekend', 'monday'),
  });
  fc.assert(
    fc.property(anyPlan, ({ startsOn, length, ...parameters }) => {
      const draft = { startsOn, endsOn: addDays(startsOn, length - 1), parameters: { ...simple, ...parameters, graduates: 1 } };
      const paid = paidEveryDay(draft);
      const found = problemsOf(startsOn, draft.endsOn, draft.parameters).map((problem) => String(problem).split(' ')[0]);
      const missed = (path: string, milestones: readonly { days: number }[], reached: ReadonlySet<number>) =>
        milestones.flatMap(({ days }, index) => (reached.has(days) ? [] : [`${path}.${index}.days`]));
      expect(found).toEqual([
        ...missed('milestones', parameters.milestones, paid.streak),
        ...missed('totalMilestones', parameters.totalMilestones, paid.total),
        ...(parameters.graduationDays > paid.ownDays ? ['graduationDays'] : []),
      ]);
    }),
    { numRuns: 300 },
  );
});
