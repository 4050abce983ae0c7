// The lots of points: the oldest are spent first, nothing is spent that waits or is over, and the balance is always the sum.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { createWorkspace } from '#core/rules/audit/workspace';
import { entriesOf } from '#core/rules/points/ledger';
import { type Lot, lotState, monthEndAfter, newLot, type PointsPolicy, pointsOn, sumOfLots, withGranted } from '#core/rules/points/lots';
import { projectPoints } from '#core/rules/points/project';
import { decideReverse } from '#core/rules/points/reverse';
import { expireEvents, RETURNED_DAYS, returnPoints, spendPoints } from '#core/rules/points/spend';
import type { JournalDocument, MemberDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import { isBalanced, points } from '#core/values/points';
import { aCommunity, aMember, aStock } from '../support/documents';

const first = '2026-03-01';
const onDay = (day: number): Day => addDays(first, day);
const yearly: PointsPolicy = { validMonths: 12, pendingDays: 0 };

/** A member who earned so many points on days after the first of March. */
function whoEarned(grants: readonly (readonly [day: number, amount: number])[], policy: PointsPolicy = yearly): MemberDocument {
  return grants.reduce((member, [day, amount]) => withGranted(member, points(amount), policy, onDay(day)), aMember('anna'));
}

/** A member after events of one day, as the projection makes them; the campaign holds plenty of what others have spent on it. */
function held(
  member: MemberDocument,
  events: readonly JournalEvent[],
  on: Day,
  policy: PointsPolicy = yearly,
  rules?: { readonly rules: number },
): MemberDocument {
  const kept = [member, aCommunity({ pointsPolicy: policy }), aStock({ pointsHeld: points(1_000_000) })];
  const documents = new Map<string, unknown>(kept.map((document) => [document.id, document]));
  const workspace = createWorkspace('c', { has: () => true, get: (id) => documents.get(id) });
  for (const event of events) projectPoints(workspace, event as never, { actorId: 'anna', at: 0, on, ...rules });
  return workspace.get('member', 'anna');
}

describe('points hold', () => {
  test.each([
    ['2026-03-10', 12, '2027-03-31'],
    ['2026-03-31', 3, '2026-06-30'],
    ['2026-11-05', 3, '2027-02-28'],
    ['2027-11-05', 3, '2028-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-01-01', 0, '2026-01-31'],
  ])('from %s for %d months to the end of %s', (day, months, end) => {
    expect(monthEndAfter(day, months)).toBe(end);
  });

  test('for ever where the policy says so, and wait for as many days as it says', () => {
    const lot = newLot(points(5), { validMonths: null, pendingDays: 7 }, first);
    expect(lot).toEqual({ points: 5, earnedOn: first, activeOn: onDay(7), expiresOn: null });
    expect([lotState(lot, onDay(6)), lotState(lot, onDay(7)), lotState(lot, '2126-03-01')]).toEqual(['pending', 'active', 'active']);
  });

  test('to the end of their last day', () => {
    const lot = newLot(points(5), yearly, first);
    expect([lotState(lot, '2027-03-31'), lotState(lot, '2027-04-01')]).toEqual(['active', 'expired']);
  });

  test('counted from the day on which they can be spent', () => {
    expect(newLot(points(5), { validMonths: 3, pendingDays: 3 }, '2026-03-30')).toMatchObject({
      activeOn: '2026-04-02',
      expiresOn: '2026-07-31',
    });
  });

  test('in as few lots as there are months to come', () => {
    const member = whoEarned(Array.from({ length: 365 }, (_none, day) => [day, 5] as const));
    expect(member.lots).toHaveLength(12);
    expect(member.points).toBe(365 * 5);
    expect(member.lots[0]).toEqual({ points: 155, earnedOn: first, activeOn: '2026-03-31', expiresOn: '2027-03-31' });
  });
});

describe('spending', () => {
  const member = whoEarned([
    [0, 10],
    [40, 20],
    [80, 30],
  ]);

  test('takes the oldest first', () => {
    const spent = spendPoints(member, { campaignId: 'x', points: points(25), today: onDay(80) });
    if (!('event' in spent)) throw new Error('there are enough');
    expect(spent.event.lots).toMatchObject([
      { points: 10, expiresOn: '2027-03-31' },
      { points: 15, expiresOn: '2027-04-30' },
    ]);
    expect(held(member, [spent.event], onDay(80)).lots).toMatchObject([
      { points: 5, expiresOn: '2027-04-30' },
      { points: 30, expiresOn: '2027-05-31' },
    ]);
  });

  test('takes everything there is, and says what is missing of one more', () => {
    expect(spendPoints(member, { campaignId: 'x', points: points(60), today: onDay(80) })).toHaveProperty('event');
    expect(spendPoints(member, { campaignId: 'x', points: points(61), today: onDay(80) })).toEqual({
      short: { need: 61, have: 60, pending: 0 },
    });
  });

  test('takes nothing that waits, and nothing that is over although it still stands in the balance', () => {
    const waiting = whoEarned([[0, 10]], { validMonths: 12, pendingDays: 7 });
    expect(spendPoints(waiting, { campaignId: 'x', points: points(1), today: onDay(6) })).toEqual({
      short: { need: 1, have: 0, pending: 10 },
    });
    expect(spendPoints(waiting, { campaignId: 'x', points: points(10), today: onDay(7) })).toHaveProperty('event');
    expect(spendPoints(member, { campaignId: 'x', points: points(51), today: '2027-04-01' })).toEqual({
      short: { need: 51, have: 50, pending: 0 },
    });
  });

  test('that comes to nothing gives back what was taken, with its days, but for a month at least', () => {
    const spent = spendPoints(member, { campaignId: 'x', points: points(15), today: '2027-03-31' });
    if (!('event' in spent)) throw new Error('there are enough');
    const before = held(member, [spent.event], '2027-03-31');
    const back = returnPoints({ memberId: 'anna', campaignId: 'x', lots: spent.event.lots, today: '2027-04-01' });
    expect(back.lots).toMatchObject([
      { points: 10, expiresOn: addDays('2027-04-01', RETURNED_DAYS) },
      { points: 5, expiresOn: addDays('2027-04-01', RETURNED_DAYS) },
    ]);
    expect(held(before, [back], '2027-04-01').points).toBe(member.points);
    expect(returnPoints({ memberId: 'anna', campaignId: 'x', lots: spent.event.lots, today: onDay(90) }).lots).toEqual(spent.event.lots);
  });
});

describe('points that are over', () => {
  const member = whoEarned([
    [0, 10],
    [40, 20],
  ]);

  test('go at the end of their last day and not before, all that are over at once', () => {
    expect(expireEvents(member, '2027-03-30')).toEqual([]);
    expect(expireEvents(member, '2027-03-31')).toMatchObject([{ kind: 'points_expired', points: 10 }]);
    expect(expireEvents(member, '2027-04-30')).toMatchObject([{ points: 30 }]);
  });

  test('are announced: those that end first, with their day', () => {
    expect(pointsOn(member, onDay(50))).toEqual({ active: 30, pending: 0, expiring: { points: 10, on: '2027-03-31' } });
    expect(pointsOn(member, '2027-04-01')).toEqual({ active: 20, pending: 0, expiring: { points: 20, on: '2027-04-30' } });
  });
});

/** An event that grants points, and one that takes as many back of whoever has them. */
function granted(amount: number): JournalEvent {
  return { kind: 'points_granted', campaignId: 'x', memberId: 'anna', version: 1, points: points(amount), reason: 'check_in' };
}

function reversed(member: MemberDocument, amount: number): readonly JournalEvent[] {
  const journal = { at: 1, events: [granted(amount)] as readonly JournalEvent[] } as JournalDocument;
  const grant = { actorId: 'anna', requestId: String(member.reversals.length), index: 0 };
  const decision = decideReverse({ member, journal, grant, reason: '发错了' });
  return decision.kind === 'done' ? decision.events : [];
}

describe('taking a grant back', () => {
  const waiting: PointsPolicy = { validMonths: 12, pendingDays: 7 };
  const member = whoEarned(
    [
      [0, 5],
      [10, 5],
    ],
    waiting,
  );

  test('takes what waits before what can be spent, where both end together', () => {
    const events = reversed(member, 5);
    expect(events).toMatchObject([{ points: 5, lots: [{ activeOn: onDay(17) }] }]);
    expect(pointsOn(held(member, events, onDay(10), waiting), onDay(10))).toMatchObject({ active: 5, pending: 0 });
  });

  test('is told of older actions as it happened: by their last day alone', () => {
    const after = held(member, reversed(member, 5), onDay(10), waiting, { rules: 3 });
    expect(pointsOn(after, onDay(10))).toMatchObject({ active: 0, pending: 5 });
  });
});

test('whatever is taken off, the lots afterwards are those before less those that its event names', () => {
  const standing = (lots: readonly Lot[], today: Day, sign = 1) =>
    lots.map((lot) => [`${lotState(lot, today)} until ${lot.expiresOn}`, sign * lot.points] as const);
  const total = (parts: readonly (readonly [string, number])[]) => {
    const sums = new Map<string, number>();
    for (const [key, amount] of parts) sums.set(key, (sums.get(key) ?? 0) + amount);
    return new Map([...sums].filter(([, sum]) => sum !== 0));
  };
  const step = fc.record({
    days: fc.nat(20),
    amount: fc.integer({ min: 1, max: 30 }),
    /** What is earned in the same action, before anything is taken off. */
    earned: fc.constantFrom(0, 0, 10),
    what: fc.constantFrom('earn', 'earn', 'spend', 'expire', 'reverse'),
    pendingDays: fc.constantFrom(0, 7, 14),
    validMonths: fc.constantFrom(3, null),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let member = aMember('anna');
      let today = first;
      for (const { days, amount, earned, what, ...policy } of steps) {
        today = addDays(today, days);
        const more = what === 'earn' ? amount : earned;
        const spent = spendPoints(member, { campaignId: 'x', points: points(amount), today });
        const taking: readonly JournalEvent[] = {
          earn: [],
          spend: 'event' in spent ? [spent.event] : [],
          expire: expireEvents(member, addDays(today, -1)),
          reverse: reversed(member, amount),
        }[what];
        const after = held(member, [...(more === 0 ? [] : [granted(more)]), ...taking], today, policy);
        const gone = taking.flatMap((event) => ('lots' in event ? standing(event.lots, today, -1) : []));
        const come = more === 0 ? [] : standing([newLot(points(more), policy, today)], today);
        expect(total(standing(after.lots, today))).toEqual(total([...standing(member.lots, today), ...come, ...gone]));
        member = after;
      }
    }),
  );
});

test('whatever happens, the balance is the sum of the lots and of the entries, never below nothing, and the oldest went first', () => {
  const step = fc.record({
    days: fc.nat(60),
    amount: fc.integer({ min: 1, max: 60 }),
    what: fc.constantFrom('earn', 'earn', 'spend', 'return', 'expire'),
    pendingDays: fc.constantFrom(0, 0, 7),
    validMonths: fc.constantFrom(3, 12, null),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let member = aMember('anna');
      let today = first;
      let sum = 0;
      const bought: (readonly Lot[])[] = [];
      for (const { days, amount, what, pendingDays, validMonths } of steps) {
        today = addDays(today, days);
        const events: JournalEvent[] = [];
        if (what === 'earn')
          events.push({
            kind: 'points_granted',
            campaignId: 'x',
            memberId: 'anna',
            version: 1,
            points: points(amount),
            reason: 'check_in',
          });
        if (what === 'expire') events.push(...expireEvents(member, addDays(today, -1)));
        if (what === 'spend') {
          const spent = spendPoints(member, { campaignId: 'x', points: points(amount), today });
          const { active } = pointsOn(member, today);
          expect('event' in spent).toBe(active >= amount);
          if ('event' in spent) {
            events.push(spent.event);
            bought.push(spent.event.lots);
            expect(sumOfLots(spent.event.lots)).toBe(amount);
            const lastTaken = spent.event.lots.at(-1)?.expiresOn ?? '9999-12-31';
            const left = held(member, events, today).lots.filter((lot) => lotState(lot, today) === 'active');
            for (const lot of left) expect((lot.expiresOn ?? '9999-12-31') >= lastTaken).toBe(true);
          }
        }
        if (what === 'return') {
          const lots = bought.pop();
          if (lots !== undefined) events.push(returnPoints({ memberId: 'anna', campaignId: 'x', lots, today }));
        }
        member = held(member, events, today, { validMonths, pendingDays });
        const entries = events.flatMap(entriesOf);
        expect(isBalanced(entries)).toBe(true);
        sum += entries.reduce((total, entry) => total + (entry.account === 'member:anna' ? entry.points : 0), 0);
        expect(member.points).toBe(sum);
        expect(member.points).toBeGreaterThanOrEqual(0);
        expect(sumOfLots(member.lots)).toBe(sum);
      }
    }),
  );
});
