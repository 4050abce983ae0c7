// Every limit that a campaign can set: at the limit it gives, one beyond it is refused with that limit's own reason.

import { describe, expect, test } from 'vitest';
import type { Grant } from '#core/rules/campaign/define-type';
import type { CampaignParameters } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypes } from '#core/rules/campaign/types/index';
import { markDay } from '#core/rules/checkin/record';
import { piecesOf } from '#core/rules/coupon/benefit';
import type { CheckinRecord } from '#core/tables';
import { addDays } from '#core/values/day';
import { DAY_MS } from '#core/values/instant';
import { aCampaign } from '../../support/documents';

const on = '2026-03-10';

function decide(type: CampaignTypeCode, parameters: CampaignParameters, left: { coupons: number; points: number }, own: object): string {
  const draft = aCampaign(type, { parameters });
  const decision = campaignTypes[type].decide(
    draft.parameters as never,
    { draft, version: 1, on, left, quantity: 1, tier: () => 'customer', ...own } as never,
  );
  if (decision.kind === 'refuse') return decision.refusal.code;
  if (decision.kind === 'refuse_invite') return decision.reason;
  const sizeOf = (grant: Grant) => (grant.kind === 'points' ? grant.points : grant.kind === 'goods' ? 1 : piecesOf(grant.terms.benefit));
  const sum = decision.grants.reduce((total, grant) => total + sizeOf(grant), 0);
  return decision.budgetGone ? `${sum}, the budget is gone` : String(sum);
}

function recordOf(days: number): CheckinRecord {
  let record: CheckinRecord | undefined;
  for (let day = 0; day < days; day += 1) record = markDay(record, addDays(on, day - days + 1));
  return record as CheckinRecord;
}

const counted = (total: number, today: number, day = on) => ({ total, on: day, today });
const plenty = { coupons: 100, points: 100_000 };

describe('a coupon drop', () => {
  test.each([
    [undefined, '1'],
    [1, '1'],
    [2, 'limit_reached'],
    [3, 'limit_reached'],
  ])('for two per member, with %s held, answers %s', (held, answer) => {
    const claimed = held === undefined ? undefined : counted(held, 0);
    expect(decide('coupon_drop', { perMemberMax: 2 }, plenty, { claimed })).toBe(answer);
  });

  test.each([
    [2, '1'],
    [1, '1'],
    [0, 'sold_out'],
  ])('with %i left answers %s', (coupons, answer) => {
    expect(decide('coupon_drop', {}, { coupons, points: 0 }, { claimed: undefined })).toBe(answer);
  });
});

describe('a coupon drop with a limit of a day', () => {
  const twoADay = { perMemberMax: 5, perMemberDayMax: 2 };
  test.each([
    ['the second of a day', counted(1, 1), '1'],
    ['the third of a day', counted(2, 2), 'day_limit_reached'],
    ['the first of the next day', counted(2, 2, '2026-03-09'), '1'],
    ['the last of all, the first of a day', counted(4, 2, '2026-03-09'), '1'],
    ['one beyond all, the first of a day', counted(5, 2, '2026-03-09'), 'limit_reached'],
    ['one beyond both', counted(5, 2), 'limit_reached'],
  ])('at %s', (_what, claimed, answer) => {
    expect(decide('coupon_drop', twoADay, plenty, { claimed })).toBe(answer);
  });

  test('says on which day there are more, and on its last day that there are none', () => {
    const refusalOn = (today: string) => {
      const draft = aCampaign('coupon_drop', { parameters: twoADay });
      const claimed = counted(2, 2, today);
      const facts = { draft, version: 1, on: today, left: plenty, claimed, quantity: 1, tier: () => 'customer' as const };
      const decision = campaignTypes.coupon_drop.decide(draft.parameters as never, facts as never);
      return decision.kind === 'refuse' ? decision.refusal.data : null;
    };
    expect(refusalOn('2026-03-10')).toEqual({ max: 2, nextOn: '2026-03-11' });
    expect(refusalOn('2026-03-31')).toEqual({ max: 2, nextOn: null });
  });

  test('cannot be published beyond the limit of all days', () => {
    const problemsOf = (perMemberDayMax: number) => {
      const draft = aCampaign('coupon_drop', { parameters: { perMemberMax: 2, perMemberDayMax } });
      return campaignTypes.coupon_drop.check(draft, draft.parameters as never);
    };
    expect(problemsOf(2)).toEqual([]);
    expect(problemsOf(3)).toEqual([{ path: 'perMemberDayMax', problem: 'too_large', limit: 2 }]);
  });

  test('of nothing has none', () => {
    expect(decide('coupon_drop', { perMemberMax: 5 }, plenty, { claimed: counted(4, 4) })).toBe('1');
  });

  test('gives one coupon at a time', () => {
    expect(decide('coupon_drop', {}, plenty, { claimed: undefined, quantity: 2 })).toBe('quantity_over_limit');
  });
});

describe('a group price', () => {
  const three = { item: '吐司', quantityMax: 3, stock: 20 };
  test.each([
    ['as many as one may have', { claimed: undefined, quantity: 3 }, 20, '3'],
    ['one more than that', { claimed: undefined, quantity: 4 }, 20, 'quantity_over_limit'],
    ['a second reservation', { claimed: counted(1, 1, '2026-03-09'), quantity: 1 }, 20, 'limit_reached'],
    ['exactly what is left', { claimed: undefined, quantity: 2 }, 2, '2'],
    ['more than what is left', { claimed: undefined, quantity: 3 }, 2, 'not_enough_left'],
    ['nothing is left', { claimed: undefined, quantity: 1 }, 0, 'sold_out'],
  ])('when it is %s', (_what, own, coupons, answer) => {
    expect(decide('group_price', three, { coupons, points: 0 }, own)).toBe(answer);
  });
});

describe('a trial', () => {
  test.each([
    [2, '1'],
    [1, '1'],
    [0, 'sold_out'],
  ])('with %i places left answers %s', (coupons, answer) => {
    expect(decide('trial', { item: '核桃包', places: 5 }, { coupons, points: 0 }, {})).toBe(answer);
  });
});

describe('a welcome gift', () => {
  test.each([
    ['points', { coupons: 0, points: 20 }, '20'],
    ['points', { coupons: 0, points: 19 }, '0, the budget is gone'],
    ['coupon', { coupons: 1, points: 0 }, '1'],
    ['coupon', { coupons: 0, points: 0 }, '0, the budget is gone'],
  ])('of %s keeps nobody from acting: with %o left it gives %s', (gives, left, answer) => {
    expect(decide('welcome_gift', { gives }, left, {})).toBe(answer);
  });
});

describe('a quiz that pays', () => {
  const questions = [1, 2].map((right) => ({ question: '怎么放?', optionA: '挂着', optionB: '冰着', optionC: '', optionD: '', right }));
  test.each([
    [[1, 2], 6, '6'],
    [[1, 1], 3, '3'],
    [[1, 2], 5, '3, the budget is gone'],
    [[1, 2], 2, '0, the budget is gone'],
    [[2, 1], 0, '0'],
  ])('answered %j with %i points left gives %s', (chosen, points, answer) => {
    const parameters = { questions, rewarded: 1, pointsPerRight: 3, pointsBudget: 60 } as unknown as CampaignParameters;
    expect(decide('quiz', parameters, { coupons: 0, points }, { chosen })).toBe(answer);
  });
});

describe('an invite campaign', () => {
  const touch = (days: number) => ({ openedAt: 0, at: days * DAY_MS });
  test.each([
    ['the last of five', { invites: counted(4, 0), ...touch(1) }, '2'],
    ['one beyond five', { invites: counted(5, 0), ...touch(1) }, 'limit_reached'],
    ['the third of a day', { invites: counted(2, 2), ...touch(1) }, '2'],
    ['the fourth of a day', { invites: counted(3, 3), ...touch(1) }, 'limit_reached'],
    ['the first of the next day', { invites: counted(3, 3, '2026-03-09'), ...touch(1) }, '2'],
    ['the last moment of a touch', { invites: undefined, ...touch(7) }, '2'],
    ['a moment after', { invites: undefined, openedAt: 0, at: 7 * DAY_MS + 1 }, 'touch_expired'],
  ])('at %s', (_what, own, answer) => {
    expect(decide('invite_reward', {}, plenty, own)).toBe(answer);
  });

  test.each([
    [2, '2'],
    [1, 'sold_out'],
    [0, 'sold_out'],
  ])('with %i coupons left answers %s: a pair or nothing', (coupons, answer) => {
    expect(decide('invite_reward', {}, { coupons, points: 0 }, { invites: undefined, ...touch(1) })).toBe(answer);
  });
});

describe('a check-in plan', () => {
  const parameters = { pointsPerDay: 5, milestones: [{ days: 7, points: 20 }] };
  test.each([
    [1, 5, '5'],
    [1, 4, '0, the budget is gone'],
    [7, 25, '25'],
    [7, 24, '5, the budget is gone'],
    [7, 4, '0, the budget is gone'],
    [8, 25, '25'],
  ])('on day %i of a streak with %i points left gives %s', (days, points, answer) => {
    expect(decide('checkin_plan', parameters, { coupons: 0, points }, { record: recordOf(days) })).toBe(answer);
  });

  test.each([
    ['the last check-in before rewards taper', 3, { taper: [{ fromDay: 4, points: 1 }] }, '5'],
    ['the first after', 4, { taper: [{ fromDay: 4, points: 1 }] }, '1'],
    ['a day short of a milestone of days in all', 2, { totalMilestones: [{ days: 3, points: 30 }] }, '5'],
    ['such a milestone', 3, { totalMilestones: [{ days: 3, points: 30 }] }, '35'],
    ['a day short of graduation', 2, { graduates: 1, graduationDays: 3, graduationPoints: 60 }, '5'],
    ['graduation', 3, { graduates: 1, graduationDays: 3, graduationPoints: 60 }, '65'],
    ['graduation with the switch off', 3, { graduates: 0, graduationDays: 3, graduationPoints: 60 }, '5'],
  ])('at %s', (_what, days, more, answer) => {
    expect(decide('checkin_plan', { ...parameters, more: 1, ...more }, plenty, { record: recordOf(days) })).toBe(answer);
  });

  test.each([
    [64, '5, the budget is gone'],
    [65, '65'],
  ])('with %i points left at graduation gives %s', (points, answer) => {
    const graduating = { ...parameters, more: 1, graduates: 1, graduationDays: 3, graduationPoints: 60 };
    expect(decide('checkin_plan', graduating, { coupons: 0, points }, { record: recordOf(3) })).toBe(answer);
  });

  test('without rewards still counts, and gives nothing', () => {
    const record = recordOf(7);
    expect(decide('checkin_plan', { pointsPerDay: 0, milestones: [] }, plenty, { record })).toBe('0');
    expect(decide('checkin_plan', parameters, plenty, { record: { ...record, paid: { '2026-03-01': { streak: [7], total: [] } } } })).toBe(
      '5',
    );
  });
});

test('a taper only goes down: from the points of a day, step by step', () => {
  const problemsOf = (...steps: readonly number[]) => {
    const taper = steps.map((points, index) => ({ fromDay: 5 + 5 * index, points }));
    const draft = aCampaign('checkin_plan', { parameters: { more: 1, pointsPerDay: 5, milestones: [], taper } });
    return campaignTypes.checkin_plan.check(draft, draft.parameters as never);
  };
  expect(problemsOf(5, 3, 3, 0)).toEqual([]);
  expect(problemsOf(6)).toEqual([{ path: 'taper.0.points', problem: 'too_large', limit: 5 }]);
  expect(problemsOf(3, 4)).toEqual([{ path: 'taper.1.points', problem: 'too_large', limit: 3 }]);
});
