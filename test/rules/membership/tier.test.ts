// The ladder of tiers: what reaches a tier, what keeps it, how it is lost, and that the order of declarations says nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markDay } from '#core/rules/checkin/record';
import { DEEDS_KEPT, influenceOf, withDeed, withoutDeed } from '#core/rules/membership/deeds';
import { ladder } from '#core/rules/membership/ladder';
import { keptUntilOn, progressOf, reachedTier, stepsTo, tierCodes, tierOf, tierRank } from '#core/rules/membership/tier';
import type { CheckinRecord, MemberDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import { aMember } from '../../support/documents';

const first = '2026-03-01';

/** Somebody who checked in on days after the first of March, and did other things on days of their own. */
function whoDid(days: readonly number[], deeds: { redeemed?: number[]; helped?: number[]; invited?: number[] } = {}): MemberDocument {
  const inOrder = [...new Set(days)].sort((one, other) => one - other);
  const record = inOrder.reduce<CheckinRecord | undefined>((before, day) => markDay(before, addDays(first, day)), undefined);
  let member = aMember('anna', record === undefined ? {} : { checkins: { plan: record } });
  for (const [deed, on] of Object.entries(deeds)) {
    for (const day of on) member = withDeed(member, deed as 'redeemed', addDays(first, day));
  }
  return member;
}

const days = (count: number) => Array.from({ length: count }, (_none, index) => index);
const onDay = (day: number): Day => addDays(first, day);

describe('a tier is reached', () => {
  test.each([
    ['customer', [0, 1], {}, 2],
    ['user', [0, 1, 2], {}, 2],
    ['user', [0, 1, 2], {}, 29],
    ['customer', [0, 1, 2], {}, 30],
    ['user', [0, 1], { redeemed: [2] }, 2],
    ['customer', [0, 1], { redeemed: [1] }, 2],
    ['user', days(8), {}, 8],
    ['fan', days(8), { redeemed: [3] }, 8],
    ['fan', days(8), { helped: [3] }, 8],
    ['fan', days(15), { redeemed: [3, 4, 5] }, 15],
    ['core_fan', days(15), { redeemed: [3, 4], invited: [5] }, 15],
    ['core_fan', days(15), { helped: [3, 4, 5] }, 15],
  ] as const)('%s', (code, checkedIn, deeds, today) => {
    expect(reachedTier(whoDid([...checkedIn], deeds as never), onDay(today))).toBe(code);
  });

  test('by whoever has not joined: none but the first', () => {
    expect(tierOf(null, first)).toBe('customer');
  });

  test('at once, with the day on which it was', () => {
    expect(stepsTo(whoDid([0, 1, 2]), onDay(2))).toEqual([{ code: 'user', sinceOn: onDay(2) }]);
  });

  test('the same in whatever order the tiers are declared, and it is the one that stands highest', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...ladder], { minLength: ladder.length }),
        fc.uniqueArray(fc.nat(120), { maxLength: 60 }),
        fc.array(fc.nat(120), { maxLength: 5 }),
        fc.nat(200),
        (tiers, checkedIn, helped, today) => {
          const member = whoDid(checkedIn, { helped });
          const reached = reachedTier(member, onDay(today), tiers);
          expect(reached).toBe(reachedTier(member, onDay(today)));
          expect(tierOf(member, onDay(today), tiers)).toBe(tierOf(member, onDay(today)));
          const met = tiers.filter(({ criteria }) => criteria.every((one) => progressOf(member, one, onDay(today)).met));
          expect(Math.max(...met.map(({ code }) => tierRank(code)))).toBe(tierRank(reached));
        },
      ),
    );
  });
});

describe('a tier is kept', () => {
  const fan = { ...whoDid(days(8), { redeemed: [3] }), tier: { code: 'fan', sinceOn: onDay(7) } } as const;

  test('for thirty days after the last one on which its criteria were met', () => {
    // Eight days within thirty are there until day 29; the deed within ninety for longer.
    expect(progressOf(fan, { code: 'active_days', counts: ['checked_in', 'redeemed'], need: 8, withinDays: 30 }, onDay(31))).toMatchObject({
      have: 6,
      met: false,
      untilOn: onDay(29),
    });
    expect(keptUntilOn(fan, fan.tier)).toBe(onDay(59));
    expect(tierOf(fan, onDay(59))).toBe('fan');
  });

  test('then lost one step at a time, each with a grace of its own', () => {
    expect(stepsTo(fan, onDay(60))).toEqual([{ code: 'user', sinceOn: onDay(60) }]);
    expect(tierOf(fan, onDay(89))).toBe('user');
    expect(stepsTo(fan, onDay(90))).toEqual([
      { code: 'user', sinceOn: onDay(60) },
      { code: 'customer', sinceOn: onDay(90) },
    ]);
  });

  test('longer by doing more', () => {
    const { plan } = fan.checkins;
    const more = [40, 41, 42, 43, 44, 45, 46, 47].reduce<CheckinRecord | undefined>((before, day) => markDay(before, onDay(day)), plan);
    expect(keptUntilOn({ ...fan, checkins: { plan: more as CheckinRecord } }, fan.tier)).toBe(onDay(99));
  });

  test('whenever it is looked at: noting a step late changes nothing of the next', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 40 }), fc.nat(200), fc.nat(200), (checkedIn, one, other) => {
        const last = Math.max(...checkedIn);
        const member = { ...whoDid(checkedIn, { helped: checkedIn.slice(0, 4) }), tier: { code: 'core_fan', sinceOn: first } } as const;
        const [early, late] = [last + Math.min(one, other), last + Math.max(one, other)];
        const noted = { ...member, tier: stepsTo(member, onDay(early)).at(-1) ?? member.tier };
        expect(tierOf(noted, onDay(late))).toBe(tierOf(member, onDay(late)));
      }),
    );
  });

  test('never by a fall of two steps on one day', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 40 }), fc.integer({ min: 61, max: 200 }), (checkedIn, day) => {
        const member = { ...whoDid(checkedIn), tier: { code: 'core_fan', sinceOn: first } } as const;
        expect(tierRank(tierOf(member, onDay(day))) - tierRank(tierOf(member, onDay(day + 1)))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the ladder', () => {
  test('declares every tier once, and asks for no more than is kept', () => {
    expect(ladder.map(({ code }) => code).sort()).toEqual([...tierCodes].sort());
    for (const { need, withinDays } of ladder.flatMap(({ criteria }) => criteria)) {
      expect(need).toBeLessThan(DEEDS_KEPT);
      expect(withinDays).toBeLessThanOrEqual(180);
    }
  });

  test('knows nothing of money: what an order cost moves neither tier nor influence', () => {
    const deeds = new Set(ladder.flatMap(({ criteria }) => criteria.flatMap(({ counts }) => counts)));
    expect([...deeds].sort()).toEqual(['checked_in', 'helped', 'invited', 'redeemed']);
    const shopper = whoDid([], { redeemed: [1, 1, 2, 3, 5, 8, 13] });
    expect(influenceOf(shopper)).toEqual({ helped: 0, invited: 0, total: 0 });
    expect(influenceOf(whoDid([], { helped: [1, 1], invited: [2] }))).toEqual({ helped: 2, invited: 1, total: 3 });
  });

  test('forgets a redemption that was taken back', () => {
    const member = whoDid([], { redeemed: [1, 2, 2] });
    const { redeemed } = withoutDeed(member, 'redeemed', onDay(2)).deeds;
    expect(redeemed).toEqual({ total: 2, latestOn: [onDay(2), onDay(1)] });
  });
});
