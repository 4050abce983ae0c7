// Leagues: how a plan deals its people out, one by one, so that nobody is alone and no group is a crowd.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEAGUE_MAX, LEAGUE_SIZE, leagueBoardId, leagueFor, nextLeague, weekOfLeague, withOneMore } from '#core/rules/leaderboard/league';
import type { LeagueCount } from '#core/tables';

/** The sizes of a week's leagues once so many people have come. */
function dealt(before: LeagueCount | undefined, weekOn: string, people: number): { sizes: number[]; count: LeagueCount | undefined } {
  const sizes: number[] = [];
  let count = before;
  for (let person = 0; person < people; person += 1) {
    const number = leagueFor({ member: { scores: {} }, stock: count === undefined ? {} : { league: count }, on: weekOn, today: weekOn });
    if (number === null) throw new Error('everybody is dealt out');
    sizes[number] = (sizes[number] ?? 0) + 1;
    count = withOneMore(count, weekOn);
  }
  return { sizes, count };
}

describe('the leagues of a week', () => {
  test('hold about as many as they are meant for, whenever about as many come as last week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.9, max: 1.1, noNaN: true }), (people, change) => {
        const last = dealt(undefined, '2026-03-02', people);
        const { sizes } = dealt(last.count, '2026-03-09', Math.max(1, Math.round(people * change)));
        expect(Math.max(...sizes)).toBeLessThanOrEqual(LEAGUE_MAX);
        if (people > 2 * LEAGUE_SIZE) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(15);
      }),
    );
  });

  test('have the same number of people at any moment, give or take one', () => {
    const { count } = dealt(undefined, '2026-03-02', 100);
    for (let people = 1; people <= 100; people += 1) {
      const { sizes } = dealt(count, '2026-03-09', people);
      expect(sizes.length).toBe(Math.min(4, people));
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  test('take thirty before one more is opened', () => {
    expect([0, 29, 30, 59, 60].map((people) => nextLeague({ people, leagues: 1 }))).toEqual([0, 0, 1, 1, 2]);
    expect([0, 1, 2, 59, 60, 89, 90].map((people) => nextLeague({ people, leagues: 2 }))).toEqual([0, 1, 0, 1, 2, 2, 3]);
  });
});

describe('a check-in leads into a league', () => {
  const board = (weekOn: string) => leagueBoardId('c', weekOn, 'plan', 3);
  const inLeague = (weekOn: string) => ({
    scores: { 'checkin.league': { board: board(weekOn), points: 1, at: 1, before: { on: weekOn, points: 0 } } },
  });
  const today = '2026-03-10';

  test('with the first of a week, and with no other', () => {
    expect(leagueFor({ member: inLeague('2026-03-02'), stock: {}, on: today, today })).toBe(0);
    expect(leagueFor({ member: inLeague('2026-03-09'), stock: {}, on: today, today })).toBeNull();
  });

  test('not for a day of a week that is over, nor once the plan has begun a later week', () => {
    expect(leagueFor({ member: { scores: {} }, stock: {}, on: '2026-03-08', today: '2026-03-09' })).toBeNull();
    const league = { weekOn: '2026-03-16', people: 1, leagues: 1 };
    expect(leagueFor({ member: { scores: {} }, stock: { league }, on: today, today })).toBeNull();
  });

  test('whose board says its week, and sorts by it', () => {
    expect(weekOfLeague(board('2026-03-09'))).toBe('2026-03-09');
    expect(board('2026-03-09') > board('2026-03-02')).toBe(true);
  });
});
