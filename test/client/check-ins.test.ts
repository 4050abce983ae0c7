// The stamp falls at the tap and not a moment later; what does not come about is taken back, and is then as it was.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { afterCheckIn, type CheckInValue, createCheckIns, isStamping, stampedCard } from '#app/features/checkin/create-check-ins';
import { createResource } from '#app/features/resource';
import type { ValueOf } from '#core/contract';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

type Home = ValueOf<'community.home'>;
type Card = Home['campaigns'][number];

const today = '2026-03-06';
const week = { ladder: 'streak', days: 7, points: 20, paid: false, missingDays: 1 } as const;
const month = { ladder: 'total', days: 30, points: 50, paid: false, missingDays: 12 } as const;

function planCard(campaignId = 'p1'): Card {
  return {
    campaignId,
    type: 'checkin_plan',
    people: 36,
    mine: {
      checkedInToday: false,
      streakDays: 6,
      totalDays: 18,
      next: week,
      plan: { restToday: false, grace: null, makeUp: null, milestones: [week, month], unit: null, unitWaits: true, graduation: null },
    },
  } as unknown as Card;
}

const answer: CheckInValue = {
  on: today,
  streakDays: 7,
  totalDays: 19,
  pointsEarned: 25,
  milestones: [{ ladder: 'streak', days: 7, points: 20 }],
  budgetGone: false,
  points: 125,
  next: { ...month, missingDays: 11 },
  cardEarned: false,
  graduated: null,
  inviteCoupon: null,
  welcome: null,
};

/** A phone that shows two plans; `release` lets the server's answers come. */
async function phoneWith(...answers: readonly ScriptedAnswer[]) {
  const home = { me: { points: 100 }, today, campaigns: [planCard(), planCard('p2')] } as unknown as Home;
  const transport = scriptTransport({ 'checkin.checkIn': answers, 'community.home': [good(home)] });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const caller = createCaller({
    async send(action, input, requestId) {
      if (action === 'checkin.checkIn') await held;
      return transport.send(action, input, requestId);
    },
    wait: () => Promise.resolve(),
  });
  const shown = createResource<Home>(async () => (await caller.view('community.home', { communityId: 'c1' })) as never);
  await shown.refresh();
  const checkIns = createCheckIns({ caller, here: () => ({ communityId: 'c1' }), home: shown, newId: countedIds() });
  /** The card as a screen draws it. */
  const seen = (campaignId = 'p1') => {
    const card = shown.store.getState().value?.campaigns.find((one) => one.campaignId === campaignId);
    if (card === undefined) throw new Error('no card');
    return isStamping(checkIns.store.getState(), campaignId) ? stampedCard(card) : card;
  };
  const sent = () => transport.sent.filter(({ action }) => action === 'checkin.checkIn');
  return { checkIns, shown, seen, sent, release };
}

test('the stamp stands at the tap, with one day more, before anything is answered', async () => {
  const { checkIns, seen, release } = await phoneWith(good(answer));
  const done = checkIns.run('p1');
  expect(seen()).toMatchObject({ people: 37, mine: { checkedInToday: true, streakDays: 7, totalDays: 19, next: { missingDays: 0 } } });
  expect(seen().mine.plan?.milestones.map(({ missingDays, paid }) => [missingDays, paid])).toEqual([
    [0, false],
    [11, false],
  ]);
  release();
  expect(await done).toMatchObject({ ok: true, value: { streakDays: 7 } });
});

test('the answer takes the stamp’s place without a moment between: points, what was paid, what is next', async () => {
  const { checkIns, shown, seen, release } = await phoneWith(good(answer));
  const seenBetween: boolean[] = [];
  const done = checkIns.run('p1');
  checkIns.store.subscribe(() => seenBetween.push(seen().mine.checkedInToday));
  shown.store.subscribe(() => seenBetween.push(seen().mine.checkedInToday));
  release();
  await done;
  expect(seenBetween.length).toBeGreaterThan(1);
  expect(seenBetween.every(Boolean)).toBe(true);
  expect(afterCheckIn(planCard(), answer, today)).toEqual(seen());
  expect(seen().mine).toMatchObject({ streakDays: 7, next: { missingDays: 11 } });
  expect(seen().mine.plan?.milestones.map(({ paid }) => paid)).toEqual([true, false]);
  expect(shown.store.getState().value?.me.points).toBe(125);
});

test('a page of its own hears the answer while the stamp stands', async () => {
  const { checkIns, release } = await phoneWith(good(answer));
  const stood: boolean[] = [];
  const done = checkIns.run('p1', undefined, () => stood.push(isStamping(checkIns.store.getState(), 'p1')));
  release();
  await done;
  expect(stood).toEqual([true]);
  expect(isStamping(checkIns.store.getState(), 'p1')).toBe(false);
});

test('a refusal takes the stamp back: the reason, and every number as it was', async () => {
  const { checkIns, seen, release } = await phoneWith(no('campaign_ended', { endedOn: '2026-03-05' }));
  const before = seen();
  const done = checkIns.run('p1');
  expect(seen()).not.toEqual(before);
  release();
  expect(await done).toMatchObject({ ok: false, code: 'campaign_ended' });
  expect(seen()).toEqual(before);
});

test('nothing came: the stamp is taken back, and the next tap is the same check-in with the same request id', async () => {
  const { checkIns, seen, sent, release } = await phoneWith('lost', 'lost', 'lost', good(answer));
  const before = seen();
  release();
  expect(await checkIns.run('p1')).toMatchObject({ code: 'offline' });
  expect(seen()).toEqual(before);
  expect(await checkIns.run('p1')).toMatchObject({ ok: true });
  expect(seen().mine.streakDays).toBe(7);
  expect(sent()).toHaveLength(4);
  expect(new Set(sent().map(({ requestId }) => requestId)).size).toBe(1);
});

test('a second tap on the same seal is nothing, and another plan does not wait', async () => {
  const { checkIns, seen, sent, release } = await phoneWith(good(answer));
  const first = checkIns.run('p1');
  expect(await checkIns.run('p1')).toBeNull();
  const other = checkIns.run('p2');
  expect([seen('p1').mine.checkedInToday, seen('p2').mine.checkedInToday]).toEqual([true, true]);
  release();
  await Promise.all([first, other]);
  expect(sent()).toHaveLength(2);
});

test('a check-in for the day before stamps nothing of today’s', async () => {
  const { checkIns, seen, release } = await phoneWith(good({ ...answer, on: '2026-03-05' }));
  const done = checkIns.run('p1', '2026-03-05');
  expect(seen().mine.checkedInToday).toBe(false);
  release();
  await done;
  expect(seen().mine).toMatchObject({ checkedInToday: false, streakDays: 7 });
});

test('a bug does not leave a stamp that nobody knows of', async () => {
  const home = createResource<Home>(() => Promise.resolve({ ok: false, code: 'offline', data: {} }));
  const caller = createCaller({ send: () => Promise.reject(new TypeError('a bug')), wait: () => Promise.resolve() });
  const checkIns = createCheckIns({ caller, here: () => ({ communityId: 'c1' }), home, newId: countedIds() });
  await expect(checkIns.run('p1')).rejects.toThrow('a bug');
  expect(checkIns.store.getState().stamping).toEqual([]);
});
