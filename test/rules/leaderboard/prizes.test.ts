// The prizes of the board as sums: what is set aside is a bound that no season and no behaviour passes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seasonPrize } from '#core/rules/campaign/types/season-prize';
import { PRIZE_ROWS, presentPlace, prizeOf, prizesOf, seasonEnds } from '#core/rules/leaderboard/prizes';
import { addDays } from '#core/values/day';
import { anyDraft } from '../../support/any-draft';

const steps = [
  { untilRank: 1, points: 50 },
  { untilRank: 3, points: 30 },
];

describe('prizes by place', () => {
  test('are what the step of the place says, and nothing below the last', () => {
    expect([1, 2, 3, 4].map((place) => prizeOf(steps, place))).toEqual([50, 30, 30, 0]);
    expect(prizesOf(steps)).toBe(110);
  });

  test('of all places together are what is set aside for each season that ends within the days', () => {
    fc.assert(
      fc.property(anyDraft(seasonPrize), fc.nat({ max: 90 }), (draft, days) => {
        const { period, ranks } = draft.parameters as { period: 'week' | 'month'; ranks: typeof steps };
        const window = { startsOn: draft.startsOn, endsOn: addDays(draft.startsOn, days) };
        const places = Array.from({ length: PRIZE_ROWS }, (_, index) => prizeOf(ranks, index + 1));
        const sum = places.reduce((total, prize) => total + prize, 0);
        expect(sum).toBe(prizesOf(ranks));
        const reserve = seasonPrize.reserve({ period, ranks }, window);
        expect(reserve.points).toBe(sum * seasonEnds(period, window).length);
      }),
    );
  });
});

describe('the seasons of a campaign', () => {
  test('are the weeks and months that end within its days, the first and the last day included', () => {
    expect(seasonEnds('week', { startsOn: '2026-03-08', endsOn: '2026-03-15' })).toEqual(['2026-03-08', '2026-03-15']);
    expect(seasonEnds('week', { startsOn: '2026-03-09', endsOn: '2026-03-14' })).toEqual([]);
    expect(seasonEnds('month', { startsOn: '2026-02-28', endsOn: '2026-04-29' })).toEqual(['2026-02-28', '2026-03-31']);
  });

  test('are one at least: a campaign within which none ends is told the first day that would do', () => {
    const values = { period: 'month' as const, ranks: steps };
    const draft = { type: 'season_prize' as const, title: '榜单奖', summary: '', groupId: null, parameters: values };
    const days = { startsOn: '2026-03-05', endsOn: '2026-03-30' };
    expect(seasonPrize.check({ ...draft, ...days }, values)).toEqual([{ path: 'endsOn', problem: 'not_in_order', limit: '2026-03-31' }]);
    expect(seasonPrize.check({ ...draft, ...days, endsOn: '2026-03-31' }, values)).toEqual([]);
  });

  test('give no lower place more than the one above it', () => {
    const rising = [
      { untilRank: 1, points: 30 },
      { untilRank: 3, points: 31 },
    ];
    const draft = { type: 'season_prize' as const, title: '榜单奖', summary: '', groupId: null, parameters: {} };
    const days = { startsOn: '2026-03-02', endsOn: '2026-03-08' };
    expect(seasonPrize.check({ ...draft, ...days }, { period: 'week', ranks: rising })).toEqual([
      { path: 'ranks.1.points', problem: 'too_large', limit: 30 },
    ]);
  });
});

describe('the place that somebody has now', () => {
  const row = (rank: number, mine = false) => ({ rank, mine });

  test('is where their row stands, so that of those with the same days only one is first', () => {
    const top = [row(1), row(1, true), row(3)];
    expect(presentPlace({ mine: row(1, true), top, around: top })).toBe(2);
  });

  test('below the top counts the neighbours with the same days who were there first', () => {
    const top = Array.from({ length: 20 }, (_, index) => row(index + 1));
    expect(presentPlace({ mine: row(22, true), top, around: [row(21), row(22), row(22), row(22, true), row(25)] })).toBe(24);
  });

  test('is none for whoever is not on the board', () => {
    expect(presentPlace({ mine: null, top: [row(1)], around: [] })).toBeNull();
  });
});
