// What a member loses soon: a tier and points by their last days, told of within a week of them, and looked at often enough.
import { describe, expect, test } from 'vitest';
import { markDay } from '#core/rules/checkin/record';
import { endingsOf, FADING_DAYS, fadingOn, toldFromOn } from '#core/rules/membership/fading';
import { newLot, standardPolicy } from '#core/rules/points/lots';
import { LOOK_DAYS, planStanding } from '#core/rules/reminder/plan';
import type { CheckinRecord, MemberDocument } from '#core/tables';
import { addDays, type Day, dayStartAt, daysBetween } from '#core/values/day';
import { HOUR_MS } from '#core/values/instant';
import { points } from '#core/values/points';
import { aMember } from '../../support/documents';

const calendar = { zone: 'Asia/Shanghai', dayStartsMinutes: 0 };
const at = (on: Day) => dayStartAt(on, calendar) + 12 * HOUR_MS;
const record = ['2026-03-02', '2026-03-03', '2026-03-04'].reduce<CheckinRecord | undefined>((before, on) => markDay(before, on), undefined);

/** A user since the fourth of March, whose tier is kept until the thirtieth of April, with points to the end of a month. */
function aUser(part: Partial<MemberDocument> = {}): MemberDocument {
  const checkins: MemberDocument['checkins'] = record === undefined ? {} : { plan: record };
  return aMember('anna', { tier: { code: 'user', sinceOn: '2026-03-04' }, checkins, ...part });
}

const withPoints = (validMonths: number) => ({
  lots: [newLot(points(40), { ...standardPolicy, validMonths }, '2026-03-03')],
  points: points(40),
});

describe('what fades', () => {
  test.each([
    ['2026-04-23', []],
    ['2026-04-24', [{ what: 'tier', tier: 'user', untilOn: '2026-04-30' }]],
    ['2026-04-30', [{ what: 'tier', tier: 'user', untilOn: '2026-04-30' }]],
    ['2026-05-01', []],
  ] as const)('of a tier that is kept until the thirtieth of April, told on %s', (today, fading) => {
    expect(fadingOn(aUser(), today)).toEqual(fading);
    expect(daysBetween(toldFromOn({ untilOn: '2026-04-30' }), '2026-04-30')).toBe(FADING_DAYS - 1);
  });

  test('is what ends first before what ends later, and nothing of somebody who has nothing to lose', () => {
    const both = aUser(withPoints(1));
    expect(endingsOf(both, '2026-04-28').map(({ what }) => what)).toEqual(['tier', 'points']);
    expect(endingsOf(aUser({ ...withPoints(1), tier: { code: 'customer', sinceOn: null }, checkins: {} }), '2026-04-28')).toEqual([
      { what: 'points', points: 40, untilOn: '2026-04-30' },
    ]);
    expect(endingsOf(aMember('anna'), '2026-04-28')).toEqual([]);
  });
});

describe('the next look', () => {
  test('is the first day on which there is something to tell, and two weeks on at most', () => {
    const member = aUser();
    const onOf = (from: Day) => planStanding(member, from, calendar, at(addDays(from, -1))).on;
    expect(onOf('2026-03-04')).toBe(addDays('2026-03-04', LOOK_DAYS));
    expect(onOf('2026-04-15')).toBe('2026-04-24');
    expect(onOf('2026-04-27')).toBe('2026-04-27');
    expect(planStanding(aMember('anna'), '2026-04-15', calendar, at('2026-04-14')).on).toBe(addDays('2026-04-15', LOOK_DAYS));
  });

  test('comes before anything that could begin after the one before has a day of telling', () => {
    // A tier that is reached is kept for its grace of thirty days at least, points that come hold for thirty as well.
    expect(LOOK_DAYS).toBeLessThan(30 - FADING_DAYS);
  });
});
