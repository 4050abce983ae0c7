// What is noticed about people who came through one member, and above all what is not: honest people who look alike in one thing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Newcomer } from '#core/rules/risk/group';
import { createNotice, type NoticeFacts } from '#core/rules/risk/notice';
import { NOTICE_AT, type SignCode, signCodes, signs, thresholds, weightOf } from '#core/rules/risk/signs';
import { addDays } from '#core/values/day';
import { calendar, morningOf } from '../../support/documents';
import { aNewcomer, type Coming, FINISHED_ON, JOINED_ON, several } from '../../support/newcomers';

const HOUR = 60;
const DAY = 24 * HOUR;

function notice(newcomers: readonly Newcomer[], facts: Partial<NoticeFacts> = {}) {
  return createNotice({ newcomers, calendar, finishedOn: FINISHED_ON, ...facts });
}
const signsOf = (newcomers: readonly Newcomer[], memberId = 'anna', facts: Partial<NoticeFacts> = {}) =>
  notice(newcomers, facts)
    .of(memberId)
    ?.findings.map(({ sign }) => sign) ?? null;

/** Six in ten minutes, whom nobody sees again. */
const ring = (by = 'anna', name = 'ring') => several(6, name, (index) => ({ by, minutes: index }));
const chainOf = (length: number, each: (index: number) => Coming) =>
  several(length, 'link', (index) => ({ by: index === 0 ? 'anna' : `link${String(index)}`, ...each(index) }));
const inOnePlace = (newcomers: readonly Newcomer[], ...more: string[]) =>
  new Map([...newcomers.map(({ memberId }) => memberId), ...more].map((memberId) => [memberId, 'home']));

describe('is noticed', () => {
  test('a star: many in minutes, one first action each, and never again', () => {
    expect(notice(ring()).of('anna')).toMatchObject({
      memberId: 'anna',
      weight: 5,
      people: 6,
      findings: [
        { sign: 'burst', have: 6, of: null, usual: 0 },
        { sign: 'never_back', have: 6, of: 6, usual: null },
      ],
    });
  });

  test('a chain: each brings the next within the day, and none comes back', () => {
    const links = chainOf(6, (index) => ({ minutes: index * 5 * HOUR }));
    expect(signsOf(links)).toEqual(['never_back', 'chain']);
    expect(notice(links).of('anna')?.findings).toContainEqual({ sign: 'chain', have: 6, of: null, usual: null });
  });

  test('a ring whose coupons go over the counter together with the inviter’s, from one place', () => {
    const people = several(6, 'ring', (index) => ({ by: 'anna', minutes: index * 3 * HOUR, used: true }));
    const anna = aNewcomer('anna', { on: '2026-01-05' });
    const inviters = [{ ...anna, deeds: { ...anna.deeds, redeemed: { total: 1, latestOn: [JOINED_ON] } } }];
    expect(signsOf(people, 'anna', { inviters, places: inOnePlace(people, 'anna') })).toEqual(['never_back', 'at_once', 'same_place']);
  });

  test('beside others of its kind, which do not make each other usual', () => {
    const rings = ['anna', 'bea', 'cai', 'dora'].flatMap((by) => ring(by, `of-${by}-`));
    for (const by of ['anna', 'bea', 'cai', 'dora']) expect(signsOf(rings, by)).toEqual(['burst', 'never_back']);
  });

  test('with the accounts that it rests on, in the order in which they came, and who brought each', () => {
    const { accounts = [] } = notice([...ring(), aNewcomer('late', { by: 'ring1', minutes: 30 })]).of('anna') ?? {};
    expect(accounts.map(({ memberId, inviterId }) => [memberId, inviterId])).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((n) => [`ring${String(n)}`, 'anna']),
      ['late', 'ring1'],
    ]);
    expect(accounts[0]).toMatchObject({ joinedAt: morningOf(JOINED_ON), lastOn: JOINED_ON, usedAtOnce: false });
  });
});

describe('is not noticed', () => {
  const honest: Readonly<Record<string, readonly Newcomer[]>> = {
    'a popular inviter, whose friends come back': several(12, 'friend', (index) => ({
      by: 'anna',
      minutes: index,
      backAfter: (index % 3) + 1,
    })),
    'a class that joins at once after a poster': several(30, 'pupil', () => ({ by: 'anna', backAfter: 2 })),
    'a class of which seven in ten come once': several(30, 'pupil', (index) => ({ by: 'anna', backAfter: index < 9 ? 3 : 0 })),
    'friends who came one by one and stayed away': several(6, 'friend', (index) => ({ by: 'anna', minutes: index * 3 * HOUR })),
    'four who came in minutes and stayed away': several(4, 'friend', () => ({ by: 'anna' })),
    'a word that goes from friend to friend in a day': chainOf(6, (index) => ({ minutes: index * 4 * HOUR, backAfter: 2 })),
    'people whom nobody brought': several(40, 'passer-by', () => ({})),
    'those who had no time yet to come back': several(6, 'friend', () => ({ by: 'anna', on: addDays(FINISHED_ON, -2) })),
    'the people of the shop': several(6, 'clerk', () => ({ by: 'anna', role: 'clerk' })),
  };
  test.each(Object.keys(honest))('%s', (name) => {
    expect(signsOf(honest[name] ?? [])).toBeNull();
  });

  test('a class that joins at once in the shop, from one place, and uses the coupons there and then', () => {
    const pupils = several(30, 'pupil', () => ({ by: 'anna', used: true, backAfter: 2 }));
    const inviters = [aNewcomer('anna', { used: true })];
    expect(signsOf(pupils, 'anna', { inviters, places: inOnePlace(pupils, 'anna') })).toBeNull();
  });

  test('a family that shares a phone, joins together and shops together', () => {
    const family = several(5, 'family', (index) => ({ by: 'anna', minutes: index * 90, used: true, backAfter: 1 }));
    const inviters = [aNewcomer('anna', { used: true })];
    expect(signsOf(family, 'anna', { inviters, places: inOnePlace(family, 'anna') })).toBeNull();
  });

  test('a ring where hardly anybody comes back anyway', () => {
    const others = several(20, 'other', (index) => ({ minutes: index * 30, backAfter: index < 4 ? 1 : 0 }));
    expect(signsOf([...ring(), ...others])).toBeNull();
    const faithful = several(20, 'other', (index) => ({ minutes: index * 30, backAfter: index < 10 ? 1 : 0 }));
    expect(signsOf([...ring(), ...faithful])).toEqual(['burst', 'never_back']);
  });

  test('a pace that is usual among the inviters of the community', () => {
    const busy = ['bea', 'cai', 'dora', 'eva'].flatMap((by) => several(5, `of-${by}-`, () => ({ by, backAfter: 1 })));
    const six = several(6, 'friend', (index) => ({ by: 'anna', minutes: index }));
    expect(signsOf([...six, ...busy])).toBeNull();
  });

  test('whoever brought somebody who brought a ring', () => {
    const friends = several(5, 'friend', (index) => ({ by: 'anna', minutes: index * 3 * HOUR, backAfter: 2 }));
    const look = notice([...friends, ...ring('friend1')]);
    expect([look.of('anna'), look.of('friend1')?.people]).toEqual([null, 6]);
  });
});

test('what has been looked at is not noticed again, until as many have come anew', () => {
  const before = ring();
  const since = morningOf(JOINED_ON) + 10 * 60_000;
  const after = several(6, 'new', (index) => ({ by: 'anna', on: addDays(JOINED_ON, 1), minutes: index }));
  expect(notice(before).of('anna', since)).toBeNull();
  expect(notice([...before, ...after.slice(0, 4)]).of('anna', since)).toBeNull();
  expect(notice([...before, ...after]).of('anna', since)?.people).toBe(6);
});

describe('the thresholds', () => {
  test.each([
    ['a burst', 5, 9, ['burst', 'never_back']],
    ['no burst', 5, 11, null],
  ] as const)('%s of %i, the last after %i minutes', (_name, count, minutes, found) => {
    expect(signsOf(several(count, 'ring', (index) => ({ by: 'anna', minutes: index === count - 1 ? minutes : index })))).toEqual(found);
  });
  test.each([
    [3, null],
    [4, ['never_back', 'chain']],
  ])('a chain of %i links', (length, found) => {
    const links = chainOf(length, (index) => ({ minutes: index * 5 * HOUR }));
    const more = several(5 - length + 1, 'more', (index) => ({ by: 'anna', minutes: DAY + index * 3 * HOUR }));
    expect(signsOf([...links, ...more])).toEqual(found);
  });
  test('a link that takes more than a day is none', () => {
    expect(signsOf(chainOf(6, (index) => ({ minutes: index * (DAY + 1) })))).toBeNull();
  });
  test('people who bring each other in a circle are counted once', () => {
    const circle = [...ring(), aNewcomer('anna', { by: 'ring6' })];
    expect(notice(circle).of('anna')?.people).toBe(6);
  });
});

describe('the weights', () => {
  test('one sign alone is never enough, nor are those that honest people show together', () => {
    const honest: readonly SignCode[] = ['burst', 'fast_hour', 'fast_day', 'at_once', 'same_place'];
    for (const sign of signCodes) expect(weightOf([sign])).toBeLessThan(NOTICE_AT);
    expect(weightOf(honest)).toBeLessThan(NOTICE_AT);
  });
  test('of one family count once, the heaviest', () => {
    fc.assert(
      fc.property(fc.subarray([...signCodes]), (codes) => {
        const families = new Set(codes.map((code) => signs[code].family));
        const most = [...families].map((family) =>
          Math.max(...codes.filter((code) => signs[code].family === family).map((code) => signs[code].weight)),
        );
        expect(weightOf(codes)).toBe(most.reduce((sum, weight) => sum + weight, 0));
      }),
    );
  });
});

test('whatever is noticed has two kinds of signs, five people at least, and is the same in whatever order they are read', () => {
  const anyComing = fc.record({
    by: fc.constantFrom('anna', 'n1', 'n2', 'n3', 'n7', undefined),
    minutes: fc.nat({ max: 5 * DAY }),
    backAfter: fc.nat({ max: 2 }),
    used: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyComing, { maxLength: 40 }), fc.nat({ max: 2 * DAY }), (coming, crowded) => {
      const people = coming.map(({ by, minutes, ...rest }, index) =>
        aNewcomer(`n${String(index)}`, { ...rest, minutes: minutes % (crowded + 1), ...(by === undefined ? {} : { by }) }),
      );
      const [there, back] = [notice(people), notice([...people].reverse())];
      expect(back.subjects).toEqual(there.subjects);
      for (const memberId of there.subjects) {
        const found = there.of(memberId);
        expect(back.of(memberId)).toEqual(found);
        if (found === null) continue;
        expect(found.people).toBeGreaterThanOrEqual(thresholds.peopleMin);
        expect(new Set(found.findings.map(({ sign }) => signs[sign].family)).size).toBeGreaterThanOrEqual(2);
        expect(found.accounts.every((account) => account.memberId !== memberId)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
