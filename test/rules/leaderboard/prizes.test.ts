// The prizes of the board as sums: what is set aside is a bound that no season and no behaviour passes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seasonPrize } from '#core/rules/campaign/types/season-prize';
import { PRIZE_ROWS, type PrizeStep, presentPlace, prizeOf, prizeProblems, prizesOf, seasonEnds } from '#core/rules/leaderboard/prizes';
import { addDays } from '#core/values/day';
import { anyDraft } from '../../support/any-draft';
import { amountOff } from '../../support/documents';

const steps = [
  { untilRank: 1, points: 50 },
  { untilRank: 3, points: 30 },
];

describe('prizes by place', () => {
  test('are what the step of the place says, and nothing below the last', () => {
    const given = (points: number) => ({ kind: 'points', points });
    expect([1, 2, 3, 4].map((place) => prizeOf(steps, place))).toEqual([given(50), given(30), given(30), null]);
    expect(prizesOf(steps)).toEqual({ points: 110, coupons: 0 });
  });

  test('may be coupons, each step of a kind of its own', () => {
    const mixed = [
      { untilRank: 1, gives: 'gift', item: '豆浆一杯', thresholdFen: 0, validDays: 7 },
      { untilRank: 3, gives: 'amount_off', amountOffFen: 500, thresholdFen: 3_000, validDays: 30 },
      { untilRank: 5, gives: 'points', points: 10 },
    ] as const;
    expect([1, 3, 5].map((place) => prizeOf(mixed, place))).toEqual([
      { kind: 'coupon', benefit: { kind: 'gift', item: '豆浆一杯' }, thresholdFen: 0, validDays: 7 },
      { kind: 'coupon', benefit: amountOff(500), thresholdFen: 3_000, validDays: 30 },
      { kind: 'points', points: 10 },
    ]);
    expect(prizesOf(mixed)).toEqual({ points: 20, coupons: 3 });
    const values = { period: 'week' as const, ranks: mixed };
    const window = { startsOn: '2026-03-02', endsOn: '2026-03-15' };
    expect(seasonPrize.reserve(values, window)).toEqual({ points: 40, coupons: 6 });
    expect(seasonPrize.dearestCoupon(values)).toEqual({ fen: 500, goods: 1 });
    const codes = seasonPrize.terms(values, { organiser: 'O', contact: 'C', zone: 'UTC', dayStartsMinutes: 0, groupLabel: null });
    expect(codes.map(({ code }) => code)).toEqual(expect.arrayContaining(['coupon_frozen', 'not_cash', 'points_no_money']));
  });

  test('take no more off than an order that they ask for', () => {
    const off = [{ untilRank: 1, gives: 'amount_off' as const, amountOffFen: 3_000, thresholdFen: 3_000 }];
    expect(prizeProblems(off)).toEqual([{ path: 'ranks.0.amountOffFen', problem: 'not_below_threshold', limit: 3_000 }]);
  });

  test('of all places together are what is set aside for each season that ends within the days', () => {
    fc.assert(
      fc.property(anyDraft(seasonPrize), fc.nat({ max: 90 }), (draft, days) => {
        const { period, ranks } = draft.parameters as unknown as {
          period: 'week' | 'month';
          ranks: readonly PrizeStep[];
        };
        const window = { startsOn: draft.startsOn, endsOn: addDays(draft.startsOn, days) };
        const places = Array.from({ length: PRIZE_ROWS }, (_, index) => prizeOf(ranks, index + 1));
        const points = places.reduce((total, prize) => total + (prize?.kind === 'points' ? prize.points : 0), 0);
        const coupons = places.filter((prize) => prize?.kind === 'coupon').length;
        expect(prizesOf(ranks)).toEqual({ points, coupons });
        const reserve = seasonPrize.reserve({ period, ranks }, window);
        const seasons = seasonEnds(period, window).length;
        expect(reserve).toEqual({ points: points * seasons, coupons: coupons * seasons });
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
    expect(presentPlace({ mine: row(1, true), top, around: top })).toEqual({ place: 2, exact: true });
  });

  test('below the top counts the neighbours with the same days who were there first', () => {
    const top = Array.from({ length: 20 }, (_, index) => row(index + 1));
    expect(presentPlace({ mine: row(22, true), top, around: [row(21), row(22), row(22), row(22, true), row(25)] })).toEqual({
      place: 24,
      exact: true,
    });
  });

  test('is behind everybody at the top, and no more is known, where a tie begins before what is seen', () => {
    const top = Array.from({ length: 20 }, () => row(1));
    const around = [row(1), row(1), row(1), row(1, true)];
    expect(presentPlace({ mine: row(1, true), top, around })).toEqual({ place: 21, exact: false });
  });

  test('is none for whoever is not on the board', () => {
    expect(presentPlace({ mine: null, top: [row(1)], around: [] })).toBeNull();
  });
});
