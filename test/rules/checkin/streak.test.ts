// A streak is a pure function of the marks: the record as it is kept equals a full recount, whatever the order, the zone and the day start.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueMilestones, withPaid } from '#core/rules/checkin/milestones';
import { checkinPlanOf, cycleOf } from '#core/rules/checkin/plan';
import { isRestDay, madeUpDays, makeUpDay, markDay, ownDaysIn, streakOn } from '#core/rules/checkin/record';
import type { CheckinRecord } from '#core/tables';
import { addDays, type Calendar, type Day, dayOf, dayStartAt, weekStartOf } from '#core/values/day';
import { HOUR_MS } from '#core/values/instant';

const first = '2027-12-20';
const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Chatham', 'America/Havana', 'UTC'),
  dayStartsMinutes: fc.constantFrom(0, 150, 240, 719),
});
const anyRest = fc.constantFrom(0, 1, 1 << 6, (1 << 5) | (1 << 6));
/** Moments of taps, some of which are make-ups of the day that they fall on: any order, as a make-up comes later than its day. */
const anyTaps = fc.array(fc.record({ hours: fc.nat({ max: 100 * 24 }), own: fc.boolean() }), { minLength: 1, maxLength: 90 });

interface Recount {
  readonly streak: number;
  readonly best: number;
}

/** Counted day by day from nothing but the set of marked days. */
function recount(marked: ReadonlySet<Day>, rest: number, from: Day, until: Day): Recount {
  let streak = 0;
  let best = 0;
  for (let on = from; on <= until; on = addDays(on, 1)) {
    if (marked.has(on)) streak += 1;
    else if (!isRestDay(rest, on)) streak = 0;
    best = Math.max(best, streak);
  }
  return { streak, best };
}

describe('a record', () => {
  test('equals a recount of its days over months, zones, day starts, rest days and any order of marks', () => {
    fc.assert(
      fc.property(anyCalendar, anyRest, anyTaps, (calendar, rest, taps) => {
        const start = dayStartAt(first, calendar);
        const own = new Set<Day>();
        const made = new Set<Day>();
        let record: CheckinRecord | undefined;
        for (const tap of taps) {
          const on = dayOf(start + tap.hours * HOUR_MS, calendar);
          if (own.has(on) || made.has(on)) continue;
          (tap.own ? own : made).add(on);
          record = tap.own ? markDay(record, on, rest) : makeUpDay(record, on, { source: 'monthly', month: '2028-01' }, rest);
          const { streak, best } = recount(new Set([...own, ...made]), rest, addDays(first, -2), record.lastOn);
          expect(record).toMatchObject({ streakDays: streak, bestStreakDays: best, totalDays: own.size, rewardedDays: own.size });
          expect([...own, ...made].sort().at(-1)).toBe(record.lastOn);
        }
        if (record === undefined) return;
        expect(madeUpDays(record)).toBe(made.size);
        expect(ownDaysIn(record, addDays(first, -2), addDays(first, 200))).toBe(own.size);
        let today = addDays(record.lastOn, 1);
        while (isRestDay(rest, today)) today = addDays(today, 1);
        expect(streakOn(record, today)).toBe(record.streakDays);
        expect(streakOn(record, addDays(today, 1))).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a cycle', () => {
  const milestones = [{ days: 3, points: 10 }];
  const planOf = (cycle: string, cycleDays = 5) =>
    checkinPlanOf({
      startsOn: '2026-03-04',
      endsOn: '2026-04-20',
      parameters: { more: 1, cycle, cycleDays, milestones, totalMilestones: milestones },
    });

  test.each([
    ['none', '2026-03-20', '2026-03-04', '2026-04-20'],
    ['week', '2026-03-05', '2026-03-04', '2026-03-08'],
    ['week', '2026-03-20', '2026-03-16', '2026-03-22'],
    ['month', '2026-03-31', '2026-03-04', '2026-03-31'],
    ['month', '2026-04-02', '2026-04-01', '2026-04-20'],
    ['days', '2026-03-08', '2026-03-04', '2026-03-08'],
    ['days', '2026-03-09', '2026-03-09', '2026-03-13'],
  ])('%s around %s lasts from %s to %s', (cycle, on, startsOn, endsOn) => {
    expect(cycleOf(planOf(cycle), on)).toEqual({ startsOn, endsOn });
  });

  test('begins both ladders again and keeps the streak', () => {
    const plan = planOf('week');
    let record: CheckinRecord | undefined;
    const paid: string[] = [];
    for (let on = '2026-03-05'; on <= '2026-03-22'; on = addDays(on, 1)) {
      record = markDay(record, on);
      for (const due of dueMilestones(plan, record, on)) {
        paid.push(`${on} ${due.ladder}`);
        expect(due.cycleOn).toBe(weekStartOf(on) < plan.startsOn ? plan.startsOn : weekStartOf(on));
        record = withPaid(record, due);
      }
    }
    expect(paid).toEqual(['2026-03-07', '2026-03-11', '2026-03-18'].flatMap((on) => [`${on} streak`, `${on} total`]));
    expect(record?.streakDays).toBe(18);
  });
});
