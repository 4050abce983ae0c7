// When a coupon can be used: fixed days, or so many from its claim, over the ends of months and to the last moment of the last day.
import { describe, expect, test } from 'vitest';
import { type UseWindowValues, useWindowOf, useWindowProblems, useWindowTerms } from '#core/rules/coupon/use-window';
import { couponState } from '#core/rules/redemption/redeem';
import { dayEndAt, dayOf } from '#core/values/day';
import { aCoupon, aMember, calendar } from '../support/documents';

const fixed: UseWindowValues = {
  validity: 'fixed',
  useFromOn: '2026-03-05',
  useUntilOn: '2026-04-30',
  validDays: 7,
  startsNextDay: 0,
};
const fromClaim = (validDays: number, startsNextDay: 0 | 1 = 0): UseWindowValues => ({
  ...fixed,
  validity: 'from_claim',
  validDays,
  startsNextDay,
});

test('fixed days are the same whenever it was claimed', () => {
  for (const on of ['2026-03-01', '2026-03-31']) {
    expect(useWindowOf(fixed, on)).toEqual({ useFromOn: '2026-03-05', useUntilOn: '2026-04-30' });
  }
});

test.each([
  ['one day, from the same day', fromClaim(1), '2026-03-10', '2026-03-10', '2026-03-10'],
  ['one day, from the next day', fromClaim(1, 1), '2026-03-10', '2026-03-11', '2026-03-11'],
  ['seven days, from the same day', fromClaim(7), '2026-03-10', '2026-03-10', '2026-03-16'],
  ['seven days, from the next day', fromClaim(7, 1), '2026-03-10', '2026-03-11', '2026-03-17'],
  ['over the end of a month of 31', fromClaim(7), '2026-03-31', '2026-03-31', '2026-04-06'],
  ['from the day after the end of a month', fromClaim(30, 1), '2026-04-30', '2026-05-01', '2026-05-30'],
  ['over the end of February', fromClaim(2), '2026-02-28', '2026-02-28', '2026-03-01'],
  ['over a 29 February', fromClaim(2), '2028-02-28', '2028-02-28', '2028-02-29'],
  ['over the end of a year', fromClaim(2, 1), '2026-12-31', '2027-01-01', '2027-01-02'],
  ['a whole year', fromClaim(366), '2026-01-01', '2026-01-01', '2027-01-01'],
])('%s', (_what, values, claimedOn, useFromOn, useUntilOn) => {
  expect(useWindowOf(values, claimedOn)).toEqual({ useFromOn, useUntilOn });
});

test('the last moment of the last day is still good, the first of the next is not', () => {
  const terms = useWindowOf(fromClaim(7, 1), '2026-05-24');
  const stateAt = (at: number) => couponState(aCoupon({}, terms), aMember('anna'), dayOf(at, calendar));
  expect(terms.useUntilOn).toBe('2026-05-31');
  expect(stateAt(dayEndAt('2026-05-24', calendar))).toBe('not_yet');
  expect(stateAt(dayEndAt('2026-05-24', calendar) + 1)).toBe('usable');
  expect(stateAt(dayEndAt('2026-05-31', calendar))).toBe('usable');
  expect(stateAt(dayEndAt('2026-05-31', calendar) + 1)).toBe('expired');
});

describe('its fields', () => {
  const campaign = { endsOn: '2026-04-01' };
  test.each<[problems: string[], part: Partial<UseWindowValues>]>([
    [[], {}],
    [['useUntilOn too_small'], { useUntilOn: '2026-03-31' }],
    [['useUntilOn not_in_order', 'useUntilOn too_small'], { useUntilOn: '2026-03-04' }],
    [[], { useUntilOn: '2026-04-01' }],
    [[], { validity: 'from_claim', useUntilOn: '2026-01-01' }],
  ])('have the problems %j', (problems, part) => {
    expect(useWindowProblems({ ...fixed, ...part }, campaign).map(({ path, problem }) => `${path} ${problem}`)).toEqual(problems);
  });

  test('say in the terms what was chosen, and only that', () => {
    expect(useWindowTerms(fixed)).toEqual([{ code: 'coupon_use_window', data: { useFromOn: '2026-03-05', useUntilOn: '2026-04-30' } }]);
    expect(useWindowTerms(fromClaim(9, 1))).toEqual([{ code: 'coupon_use_days', data: { days: 9, startsNextDay: true } }]);
  });
});
