// A statement to be read: by month and day, with sums only where all of a month has been read.
import { describe, expect, test } from 'vitest';
import type { StatementLine } from '#app/features/phone';
import { endingSoon, filterLines, monthsOf } from '#app/features/points/statement-groups';

const line = (on: string, points: number): StatementLine => ({
  at: Date.parse(`${on}T04:00:00Z`),
  on,
  points,
  balance: 0,
  reason: 'check_in',
  campaignId: 'plan',
  title: '早起',
  grant: null,
  reversed: false,
  note: null,
});

const lines = [line('2026-11-28', 5), line('2026-11-28', -30), line('2026-11-27', 10), line('2026-10-31', 5), line('2026-10-02', -5)];

describe('a statement', () => {
  test('is grouped by month and day in the order of its lines, with what came in and went out', () => {
    const months = monthsOf(lines, { read: lines, isAll: true });
    expect(months.map(({ month, sums }) => [month, sums])).toEqual([
      ['2026-11', { earned: 15, spent: 30 }],
      ['2026-10', { earned: 5, spent: 5 }],
    ]);
    expect(months.map(({ days }) => days.map((day) => [day.on, day.lines.map(({ points }) => points)]))).toEqual([
      [
        ['2026-11-28', [5, -30]],
        ['2026-11-27', [10]],
      ],
      [
        ['2026-10-31', [5]],
        ['2026-10-02', [-5]],
      ],
    ]);
  });

  test('says no sums of a month of which lines may be missing', () => {
    expect(monthsOf(lines, { read: lines, isAll: false }).map(({ sums }) => sums)).toEqual([{ earned: 15, spent: 30 }, null]);
  });

  test('shows what came in or went out alone, and the sums stay those of the month', () => {
    const out = filterLines(lines, 'out');
    expect(out.map(({ points }) => points)).toEqual([-30, -5]);
    expect(filterLines(lines, 'in').map(({ points }) => points)).toEqual([5, 10, 5]);
    expect(filterLines(lines, 'all')).toEqual(lines);
    expect(monthsOf(out, { read: lines, isAll: true })[0]?.sums).toEqual({ earned: 15, spent: 30 });
  });

  test('of nothing has no months', () => {
    expect(monthsOf([], { read: lines, isAll: true })).toEqual([]);
    expect(monthsOf([], { read: [], isAll: false })).toEqual([]);
  });
});

test('what ends within thirty days stands first, as one sum a day', () => {
  const lots = [
    { points: 5, expiresOn: '2026-12-28' },
    { points: 10, expiresOn: '2026-12-01' },
    { points: 7, expiresOn: '2026-12-28' },
    { points: 9, expiresOn: '2026-12-29' },
    { points: 1, expiresOn: null },
  ];
  expect(endingSoon(lots, '2026-11-28')).toEqual([
    { points: 10, expiresOn: '2026-12-01' },
    { points: 12, expiresOn: '2026-12-28' },
  ]);
});
