// A record of check-ins is what its marks say: streaks, totals, calendars and milestones recount to the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCheckIn } from '#core/rules/checkin/check-in';
import { milestoneStates, nextMilestone, withPaid } from '#core/rules/checkin/milestones';
import { checkinPlanOf } from '#core/rules/checkin/plan';
import { dayState, isMarked, markDay, streakOn } from '#core/rules/checkin/record';
import type { CheckinRecord } from '#core/tables';
import { addDays, type Day, daysBetween } from '#core/values/day';
import { points } from '#core/values/points';
import { aCampaign, aCommunity, aMember, aStock, morningOf, nothingOpen } from '../../support/documents';

const first = '2027-12-25';
const manyDays = fc
  .uniqueArray(fc.nat({ max: 100 }), { minLength: 1, maxLength: 80 })
  .map((offsets) => [...offsets].sort((a, b) => a - b).map((offset) => addDays(first, offset)));

function recordOf(days: readonly Day[]): CheckinRecord {
  const record = days.reduce<CheckinRecord | undefined>((before, day) => markDay(before, day), undefined);
  if (record === undefined) throw new Error('a record has a day');
  return record;
}

function streakUpTo(days: ReadonlySet<Day>, on: Day): number {
  let streak = 0;
  for (let day = on; days.has(day); day = addDays(day, -1)) streak += 1;
  return streak;
}

describe('a record', () => {
  test('marks exactly the days that were checked in, over years and leap days', () => {
    fc.assert(
      fc.property(manyDays, (days) => {
        const record = recordOf(days);
        const set = new Set(days);
        for (let offset = -1; offset <= 101; offset += 1) {
          const day = addDays(first, offset);
          expect(isMarked(record, day)).toBe(set.has(day));
        }
        expect(record.totalDays).toBe(days.length);
      }),
    );
  });

  test('has the streak that a recount of its days gives, its best one too', () => {
    fc.assert(
      fc.property(manyDays, (days) => {
        const set = new Set(days);
        const record = recordOf(days);
        expect(record.streakDays).toBe(streakUpTo(set, record.lastOn));
        expect(record.bestStreakDays).toBe(Math.max(...days.map((day) => streakUpTo(set, day))));
        expect(streakOn(record, record.lastOn)).toBe(record.streakDays);
        expect(streakOn(record, addDays(record.lastOn, 1))).toBe(record.streakDays);
        expect(streakOn(record, addDays(record.lastOn, 2))).toBe(0);
      }),
    );
  });

  test('takes no day twice', () => {
    const record = recordOf(['2026-03-05']);
    expect(() => markDay(record, '2026-03-05')).toThrow(RangeError);
    expect(() => markDay(markDay(record, '2026-03-04'), '2026-03-04')).toThrow(RangeError);
  });

  test('of nobody has nothing', () => {
    expect(streakOn(undefined, first)).toBe(0);
    expect(isMarked(undefined, first)).toBe(false);
  });
});

describe('a calendar', () => {
  const record = recordOf(['2026-03-05', '2026-03-06', '2026-03-08']);
  const facts = { today: '2026-03-10', joinedOn: '2026-03-04', startsOn: '2026-03-01', endsOn: '2026-03-20' };
  test.each([
    ['2026-02-28', 'before'],
    ['2026-03-03', 'before'],
    ['2026-03-04', 'missed'],
    ['2026-03-05', 'checked'],
    ['2026-03-07', 'missed'],
    ['2026-03-10', 'open'],
    ['2026-03-11', 'future'],
    ['2026-03-20', 'future'],
    ['2026-03-21', 'after'],
  ] as const)('shows %s as %s', (on, state) => {
    expect(dayState(on, record, facts)).toBe(state);
  });
});

describe('milestones', () => {
  const milestones = [
    { days: 7, points: 20 },
    { days: 21, points: 80 },
  ];
  const plan = checkinPlanOf({ startsOn: '2026-03-01', endsOn: '2026-06-30', parameters: { milestones } });
  const paidFor = (record: CheckinRecord, ...ladder: number[]) =>
    ladder.reduce((before, days) => withPaid(before, { ladder: 'streak', days, cycleOn: plan.startsOn }), record);
  const upTo = (days: number) => recordOf(Array.from({ length: days }, (_, index) => addDays('2026-03-01', index)));

  test.each([
    [0, 7, 7],
    [1, 7, 6],
    [6, 7, 1],
  ])('after %i days in a row the next is %i with %i missing', (days, next, missingDays) => {
    const record = days === 0 ? undefined : upTo(days);
    expect(nextMilestone(plan, record, record?.lastOn ?? '2026-03-01')).toMatchObject({ days: next, missingDays });
  });

  test('that were paid are behind; that were reached and not paid come with the next check-in', () => {
    const paid = paidFor(upTo(8), 7);
    expect(nextMilestone(plan, paid, paid.lastOn)).toMatchObject({ days: 21, missingDays: 13 });
    const unpaid = upTo(8);
    expect(milestoneStates(plan, unpaid, unpaid.lastOn)[0]).toMatchObject({ ladder: 'streak', paid: false, missingDays: 1 });
    expect(nextMilestone(plan, paidFor(upTo(21), 7, 21), '2026-03-21')).toBeNull();
  });

  test('are paid once over any pattern of days, and never more points than the budget has', () => {
    const community = aCommunity();
    const campaign = aCampaign('checkin_plan', {
      startsOn: first,
      endsOn: addDays(first, 120),
      parameters: {
        pointsPerDay: 5,
        milestones: [
          { days: 3, points: 10 },
          { days: 5, points: 40 },
        ],
      },
    });
    fc.assert(
      fc.property(manyDays, fc.nat({ max: 400 }), (days, budget) => {
        let member = aMember('anna');
        let issued = 0;
        const paid: number[] = [];
        for (const day of days) {
          const stock = aStock({ pointsReserved: points(budget), pointsIssued: points(issued) });
          const decision = decideCheckIn({
            community,
            campaign,
            stock,
            member,
            openAtFirst: nothingOpen,
            at: morningOf(day),
            numberOf: () => '1',
          });
          if (decision.kind !== 'done') throw new Error('a new day is never refused');
          const { pointsEarned, milestones, budgetGone } = decision.value;
          issued += pointsEarned;
          paid.push(...milestones.map((milestone) => milestone.days));
          expect(issued).toBeLessThanOrEqual(budget);
          if (!budgetGone) expect(pointsEarned).toBeGreaterThanOrEqual(5);
          const record = markDay(member.checkins['x'], day);
          const paidRecord = milestones.reduce(
            (before, { days: reached, ladder }) => withPaid(before, { ladder, days: reached, cycleOn: first }),
            record,
          );
          member = { ...member, checkins: { x: paidRecord } };
        }
        expect(new Set(paid).size).toBe(paid.length);
        if (!days.some((day, index) => index >= 2 && daysBetween(days[index - 2] ?? day, day) === 2)) expect(paid).toEqual([]);
      }),
    );
  });
});
