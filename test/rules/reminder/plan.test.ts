// When a reminder is due: by the clocks of the community's zone, never in its quiet hours, never for what has passed.
import { describe, expect, test } from 'vitest';
import { markDay } from '#core/rules/checkin/record';
import { planCheckin, planCoupon } from '#core/rules/reminder/plan';
import { dueAtOf, isInWindow, isWithinLimits } from '#core/rules/reminder/timing';
import { type Calendar, type Day, dayOf, dayStartAt } from '#core/values/day';
import { HOUR_MS, type Instant, MINUTE_MS } from '#core/values/instant';
import { aCampaign, aCoupon, aRedemption, morningOf } from '../../support/documents';

const shanghai = { zone: 'Asia/Shanghai', dayStartsMinutes: 0 };

/** An instant by the clocks of a zone. */
function clock(on: Day, hours: number, zone = 'Asia/Shanghai'): Instant {
  return dayStartAt(on, { zone, dayStartsMinutes: hours * 60 });
}

const record = (...days: Day[]) => days.reduce<ReturnType<typeof markDay> | undefined>((before, on) => markDay(before, on), undefined);

describe('a coupon is reminded of', () => {
  const coupon = aCoupon({}, { useUntilOn: '2026-03-31' });

  test('on the morning of the day before its last usable day', () => {
    const at = morningOf('2026-03-10');
    expect(planCoupon(coupon, shanghai, at)).toEqual({
      kind: 'coupon_expiring',
      about: coupon.id,
      on: '2026-03-30',
      dueAt: clock('2026-03-30', 9.5),
      plannedAt: at,
    });
  });

  test.each<[zone: string, dayStartsMinutes: number, hours: number]>([
    ['Asia/Shanghai', 240, 9.5],
    ['America/New_York', 0, 9.5],
    ['Pacific/Chatham', 90, 9.5],
    // A business day that begins late is not there yet at half past nine.
    ['Asia/Shanghai', 660, 11],
  ])('in %s, where a day begins %i minutes after midnight, at %d o’clock there', (zone, dayStartsMinutes, hours) => {
    const calendar: Calendar = { zone, dayStartsMinutes };
    const plan = planCoupon(coupon, calendar, 0);
    expect(plan?.dueAt).toBe(clock('2026-03-30', hours, zone));
    expect(dayOf(plan?.dueAt ?? 0, calendar)).toBe('2026-03-30');
  });

  test('not once that morning has come', () => {
    expect(planCoupon(coupon, shanghai, clock('2026-03-30', 9.5) - 1)).not.toBeNull();
    expect(planCoupon(coupon, shanghai, clock('2026-03-30', 9.5))).toBeNull();
  });

  test('not after it was redeemed', () => {
    const at = morningOf('2026-03-10');
    expect(planCoupon({ ...coupon, redemption: aRedemption(at, '2026-03-10') }, shanghai, at)).toBeNull();
  });
});

describe('an open check-in is reminded of', () => {
  const plan = aCampaign('checkin_plan');

  test('on the evening after the day of the last check-in', () => {
    const at = clock('2026-03-10', 22);
    expect(planCheckin(plan, record('2026-03-09', '2026-03-10'), shanghai, at)).toEqual({
      kind: 'checkin_open',
      about: 'x',
      on: '2026-03-11',
      dueAt: clock('2026-03-11', 20),
      plannedAt: at,
    });
  });

  test('not where no streak runs: nobody has checked in, or that evening has come', () => {
    expect(planCheckin(plan, undefined, shanghai, morningOf('2026-03-10'))).toBeNull();
    expect(planCheckin(plan, record('2026-03-10'), shanghai, clock('2026-03-11', 20))).toBeNull();
    expect(planCheckin(plan, record('2026-03-05'), shanghai, morningOf('2026-03-10'))).toBeNull();
  });

  test('not after the last day of the plan, nor once it has ended', () => {
    const at = clock('2026-03-31', 12);
    expect(planCheckin(plan, record('2026-03-31'), shanghai, at)).toBeNull();
    expect(planCheckin(aCampaign('checkin_plan', { state: 'ended' }), record('2026-03-10'), shanghai, morningOf('2026-03-10'))).toBeNull();
  });
});

describe('the hours', () => {
  const kinds = ['coupon_expiring', 'checkin_open'] as const;

  test.each(kinds)('of %s end at nine in the evening and never begin before nine in the morning', (kind) => {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Chatham']) {
      for (const dayStartsMinutes of [0, 240, 719]) {
        const calendar = { zone, dayStartsMinutes };
        // A day on which New York's clocks jump, and one on which they do not.
        for (const on of ['2026-03-08', '2026-03-10']) {
          expect(isInWindow(kind, on, calendar, clock(on, 9, zone) - 1)).toBe(false);
          expect(isInWindow(kind, on, calendar, dueAtOf(kind, on, calendar) - 1)).toBe(false);
          expect(isInWindow(kind, on, calendar, dueAtOf(kind, on, calendar))).toBe(true);
          expect(isInWindow(kind, on, calendar, clock(on, 21, zone) - 1)).toBe(true);
          expect(isInWindow(kind, on, calendar, clock(on, 21, zone))).toBe(false);
          expect(isInWindow(kind, on, calendar, clock(on, 21, zone) + 12 * HOUR_MS + 30 * MINUTE_MS)).toBe(false);
        }
      }
    }
  });
});

test.each<[sentOn: Day[], allowed: boolean]>([
  [[], true],
  [['2026-03-10'], false],
  [['2026-03-09'], true],
  [['2026-03-08', '2026-03-09'], true],
  [['2026-03-07', '2026-03-08', '2026-03-09'], false],
  [['2026-03-04', '2026-03-08', '2026-03-09'], false],
  [['2026-03-03', '2026-03-08', '2026-03-09'], true],
])('after reminders on %j one more on the tenth is allowed: %s', (sentOn, allowed) => {
  expect(isWithinLimits(sentOn, '2026-03-10')).toBe(allowed);
});
