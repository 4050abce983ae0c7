// Business days hold in every zone and at every hour a day may begin, and never depend on the machine's own zone.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  addDays,
  type Calendar,
  type Day,
  dayEndAt,
  dayFromNumber,
  dayNumber,
  dayOf,
  dayStartAt,
  daysBetween,
  daysOfMonth,
  isDay,
  isZone,
  monthOf,
  weekStartOf,
  zoneOffsetMs,
} from '#core/values/day';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/values/instant';

/** Zones with whole, half and quarter hours; some skip midnight or go back from it. */
const zones = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'America/Havana',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Beirut',
  'America/Asuncion',
  'America/Santiago',
];

const first = dayNumber('2015-01-01');
const last = dayNumber('2037-12-31');

/** The days on which a zone's clock changes, and their neighbours. */
function changeDays(zone: string): Day[] {
  const days: Day[] = [];
  for (let number = dayNumber('2024-01-01'); number < dayNumber('2027-12-31'); number += 1) {
    if (zoneOffsetMs(zone, number * DAY_MS) !== zoneOffsetMs(zone, (number + 1) * DAY_MS)) {
      days.push(...[-1, 0, 1, 2].map((near) => dayFromNumber(number + near)));
    }
  }
  return days;
}

const changes = new Map(zones.map((zone) => [zone, changeDays(zone)]));
const anyDay = fc.integer({ min: first, max: last }).map(dayFromNumber);
const anyStart = fc.oneof(fc.constantFrom(0, 60, 90, 120, 150, 240), fc.integer({ min: 0, max: 719 }));

/** A zone, the hour at which its day begins, and a day: every third time one near a change of the clock. */
const zoned = fc.constantFrom(...zones).chain((zone) => {
  const near = changes.get(zone) ?? [];
  const day = near.length === 0 ? anyDay : fc.oneof({ weight: 2, arbitrary: anyDay }, { weight: 1, arbitrary: fc.constantFrom(...near) });
  return fc.record({ calendar: anyStart.map((dayStartsMinutes): Calendar => ({ zone, dayStartsMinutes })), day });
});

describe('a business day', () => {
  test('some zones of these tests do change their clocks, and some never do', () => {
    const changing = zones.filter((zone) => changes.get(zone)?.length !== 0);
    expect(changing).toContain('America/Havana');
    expect(changing).toContain('Australia/Lord_Howe');
    expect(changing).not.toContain('Asia/Shanghai');
  });

  test('begins at its first instant and not a millisecond before', () => {
    fc.assert(
      fc.property(zoned, ({ calendar, day }) => {
        const start = dayStartAt(day, calendar);
        expect(dayOf(start, calendar)).toBe(day);
        expect(dayOf(start - 1, calendar)).toBe(addDays(day, -1));
      }),
      { numRuns: 600 },
    );
  });

  test('ends in the millisecond before the next begins: days neither overlap nor leave gaps', () => {
    fc.assert(
      fc.property(zoned, ({ calendar, day }) => {
        const end = dayEndAt(day, calendar);
        expect(end + 1).toBe(dayStartAt(addDays(day, 1), calendar));
        expect(dayOf(end, calendar)).toBe(day);
        const hours = (end + 1 - dayStartAt(day, calendar)) / HOUR_MS;
        expect(hours).toBeGreaterThanOrEqual(23);
        expect(hours).toBeLessThanOrEqual(25);
      }),
      { numRuns: 600 },
    );
  });

  test('holds every instant between its start and its end', () => {
    fc.assert(
      fc.property(zoned, fc.integer({ min: 0, max: 30 * 60 }), ({ calendar, day }, minutes) => {
        const at = dayStartAt(day, calendar) + minutes * MINUTE_MS;
        const on = dayOf(at, calendar);
        expect(dayStartAt(on, calendar)).toBeLessThanOrEqual(at);
        expect(dayEndAt(on, calendar)).toBeGreaterThanOrEqual(at);
      }),
      { numRuns: 600 },
    );
  });

  test('never goes back while time goes on', () => {
    fc.assert(
      fc.property(
        zoned,
        fc.integer({ min: 0, max: 2 * DAY_MS }),
        fc.integer({ min: 0, max: 2 * DAY_MS }),
        ({ calendar, day }, some, more) => {
          const from = dayStartAt(day, calendar) - DAY_MS + some;
          expect(dayOf(from, calendar) <= dayOf(from + more, calendar)).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('from midnight it is the date that a clock on the wall shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: first * DAY_MS, max: last * DAY_MS }), (zone, at) => {
        const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
        expect(dayOf(at, { zone, dayStartsMinutes: 0 })).toBe(shown);
      }),
      { numRuns: 400 },
    );
  });
});

describe('midnight and its neighbours', () => {
  const rows: readonly [what: string, at: string, calendar: Calendar, on: Day][] = [
    ['the last second in Shanghai', '2026-03-02T15:59:59.999Z', { zone: 'Asia/Shanghai', dayStartsMinutes: 0 }, '2026-03-02'],
    ['midnight in Shanghai', '2026-03-02T16:00:00.000Z', { zone: 'Asia/Shanghai', dayStartsMinutes: 0 }, '2026-03-03'],
    ['07:59 in Shanghai, still yesterday in UTC', '2026-03-02T23:59:00.000Z', { zone: 'Asia/Shanghai', dayStartsMinutes: 0 }, '2026-03-03'],
    ['08:00 in Shanghai', '2026-03-03T00:00:00.000Z', { zone: 'Asia/Shanghai', dayStartsMinutes: 0 }, '2026-03-03'],
    ['03:59 where the day begins at four', '2026-03-02T19:59:59.999Z', { zone: 'Asia/Shanghai', dayStartsMinutes: 240 }, '2026-03-02'],
    ['04:00 where the day begins at four', '2026-03-02T20:00:00.000Z', { zone: 'Asia/Shanghai', dayStartsMinutes: 240 }, '2026-03-03'],
    ['before the hour that New York skips', '2026-03-08T06:59:59.999Z', { zone: 'America/New_York', dayStartsMinutes: 150 }, '2026-03-07'],
    [
      'a day of half past two, which New York skips',
      '2026-03-08T07:30:00.000Z',
      { zone: 'America/New_York', dayStartsMinutes: 150 },
      '2026-03-08',
    ],
    ['the first half past one in New York', '2026-11-01T05:30:00.000Z', { zone: 'America/New_York', dayStartsMinutes: 90 }, '2026-11-01'],
    [
      'the second quarter past one in New York',
      '2026-11-01T06:15:00.000Z',
      { zone: 'America/New_York', dayStartsMinutes: 90 },
      '2026-11-01',
    ],
    [
      'the end of the day before Havana skips midnight',
      '2026-03-08T04:59:59.999Z',
      { zone: 'America/Havana', dayStartsMinutes: 0 },
      '2026-03-07',
    ],
    ['the midnight that Havana skips', '2026-03-08T05:00:00.000Z', { zone: 'America/Havana', dayStartsMinutes: 0 }, '2026-03-08'],
    [
      'the hour before midnight that Beirut repeats',
      '2026-10-24T21:30:00.000Z',
      { zone: 'Asia/Beirut', dayStartsMinutes: 0 },
      '2026-10-24',
    ],
    ['the only midnight of Beirut after it', '2026-10-24T22:00:00.000Z', { zone: 'Asia/Beirut', dayStartsMinutes: 0 }, '2026-10-25'],
  ];
  test.each(rows)('%s: %s is its own day', (_what, at, calendar, on) => {
    expect(dayOf(Date.parse(at), calendar)).toBe(on);
  });
});

describe('arithmetic on days', () => {
  test('adding days and counting them are inverse, over months, years and leap days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1_500, max: 1_500 }), (day, days) => {
        const other = addDays(day, days);
        expect(isDay(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(days);
        expect(addDays(other, -days)).toBe(day);
        expect(day < other).toBe(days > 0);
      }),
    );
  });

  test('counts as the calendar of the platform counts', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1_500, max: 1_500 }), (day, days) => {
        const expected = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
        expect(addDays(day, days)).toBe(expected);
      }),
    );
  });

  test('a week begins on a Monday, at most six days before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = weekStartOf(day);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, day)).toBeLessThanOrEqual(6);
      }),
    );
  });

  test('a month has all its days once, in order', () => {
    expect(daysOfMonth('2024-02')).toHaveLength(29);
    expect(daysOfMonth('2026-02')).toHaveLength(28);
    expect(daysOfMonth('9999-12')).toHaveLength(31);
    fc.assert(
      fc.property(anyDay, (day) => {
        const days = daysOfMonth(monthOf(day));
        expect(days).toContain(day);
        expect(new Set(days).size).toBe(days.length);
        expect(days).toEqual([...days].sort());
        expect(monthOf(addDays(days.at(-1) ?? day, 1))).not.toBe(monthOf(day));
      }),
    );
  });

  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '2026-01-01'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '',
    null,
    20260101,
  ])('%s is no day', (value) => {
    expect(isDay(value)).toBe(false);
  });

  test('a text that is no day has no number', () => {
    expect(() => dayNumber('tomorrow')).toThrow(RangeError);
  });

  test('known zones are zones, and nothing else is', () => {
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(isZone('Asia/Atlantis')).toBe(false);
    expect(isZone('')).toBe(false);
  });
});

describe("the machine's own zone", () => {
  const own = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = own;
    vi.resetModules();
  });

  test('changes no business day', async () => {
    const hours = new Set<number>();
    const tables: string[] = [];
    for (const zone of ['UTC', 'Asia/Shanghai', 'Pacific/Kiritimati', 'America/St_Johns']) {
      process.env['TZ'] = zone;
      hours.add(new Date(0).getHours());
      // A fresh copy, since the module remembers offsets.
      vi.resetModules();
      const fresh = await import('#core/values/day');
      const table = zones.flatMap((shown) =>
        [0, 240, 719].flatMap((dayStartsMinutes) => {
          const calendar = { zone: shown, dayStartsMinutes };
          return ['2026-03-08', '2026-10-25', '2026-11-01'].map((day) => {
            const start = fresh.dayStartAt(day, calendar);
            return `${start} ${fresh.dayOf(start, calendar)} ${fresh.dayEndAt(day, calendar)}`;
          });
        }),
      );
      tables.push(table.join('\n'));
    }
    // The zone of the machine really was another each time.
    expect(hours.size).toBe(4);
    expect(new Set(tables).size).toBe(1);
  });
});
