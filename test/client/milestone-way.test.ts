// How far the lines of the milestones are filled: what has been gone, between nothing and the whole.
import { expect, test } from 'vitest';
import { filledPercent, isNextStop, type LadderStop, nextPercent, reachedDays } from '#app/features/checkin/milestone-way';

const stop = (days: number, missingDays: number, paid = false, ladder: LadderStop['ladder'] = 'streak'): LadderStop => ({
  ladder,
  days,
  missingDays,
  paid,
  points: 10,
});

test('the last stretch begins at the stop before, of the same ladder', () => {
  const stops = [stop(3, 0, true), stop(7, 2), stop(5, 0, true, 'total'), stop(10, 4, false, 'total')];
  expect(nextPercent(stop(7, 2), stops)).toBe(50);
  expect(nextPercent(stop(10, 4, false, 'total'), stops)).toBe(20);
  expect(nextPercent(stop(3, 3), [stop(3, 3)])).toBe(0);
  expect(nextPercent(stop(7, 0), stops)).toBe(100);
});

test('days that begin anew fill the way from nothing, until they have come as far as the stop before', () => {
  expect(nextPercent(stop(60, 46), [stop(21, 0, true), stop(60, 46)])).toBeCloseTo((14 / 60) * 100);
  expect(nextPercent(stop(60, 39), [stop(21, 0, true), stop(60, 39)])).toBe(0);
  expect(nextPercent(stop(7, 7), [stop(3, 0, true), stop(7, 7)])).toBe(0);
});

test('the whole way is filled stop by stop', () => {
  expect(filledPercent(0, [])).toBe(0);
  expect(filledPercent(5, [stop(3, 0, true), stop(7, 2)])).toBe(75);
  expect(filledPercent(9, [stop(3, 0, true), stop(7, 0, true)])).toBe(100);
  expect(reachedDays([stop(3, 0, true), stop(7, 2)])).toBe(5);
});

test('one stop is next: the first that is not paid', () => {
  const stops = [stop(3, 0, true), stop(7, 2), stop(21, 16)];
  expect(stops.map((one) => isNextStop(one, stops))).toEqual([false, true, false]);
});
