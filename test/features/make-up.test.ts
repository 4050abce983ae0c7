// What makes a habit last, through the real application: make-up cards, rest days, the grace, content by day, tapering, graduation.
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayStartAt } from '#core/values/day';
import { HOUR_MS, SECOND_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { type DraftChoices, openShop, shanghai } from '../support/town';

// The process counts its days elsewhere: nothing may follow from where the server stands.
process.env['TZ'] = 'America/Los_Angeles';

async function openPlan(parameters: NonNullable<DraftChoices['parameters']>) {
  const shop = await openShop();
  const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-06-30', parameters: { more: 1, ...parameters } });
  const anna = await shop.member('anna');
  const tap = { communityId: shop.communityId, campaignId };
  const checkInOn = async (...days: readonly Day[]) => {
    for (const day of days) {
      shop.town.goToDay(day);
      await anna.get('checkin.checkIn', tap);
    }
  };
  const stateOf = async (on: Day) => (await anna.get('checkin.calendar', tap)).days.find((day) => day.on === on)?.state;
  return { ...shop, anna, tap, checkInOn, stateOf };
}

describe('a make-up card', () => {
  const monthly = { makeUp: 'monthly', makeUpReachDays: 3 };

  test('repairs one day of the streak and nothing else, and shows it; a second gap breaks', async () => {
    const { anna, tap, town, checkInOn, stateOf, communityId } = await openPlan({ ...monthly, milestones: [{ days: 4, points: 20 }] });
    await checkInOn('2026-03-02', '2026-03-03', '2026-03-05');
    expect(await anna.get('checkin.makeUp', { ...tap, on: '2026-03-04' })).toEqual({
      on: '2026-03-04',
      streakDays: 4,
      source: 'monthly',
      cardsLeft: 0,
    });
    expect(await stateOf('2026-03-04')).toBe('made_up');
    const calendar = await anna.get('checkin.calendar', tap);
    expect(calendar).toMatchObject({ streakDays: 4, totalDays: 3, madeUpDays: 1 });
    expect((await anna.get('points.statement', { communityId })).balance).toBe(15);
    expect((await anna.get('leaderboard.board', { communityId, kind: 'checkin', period: 'week' })).mine?.points).toBe(3);
    town.goToDay('2026-03-06');
    expect(await anna.get('checkin.checkIn', tap)).toMatchObject({
      streakDays: 5,
      milestones: [{ ladder: 'streak', days: 4, points: 20 }],
    });
    town.goToDay('2026-03-08');
    expect(await anna.call('checkin.makeUp', { ...tap, on: '2026-03-07' })).toMatchObject({
      code: 'no_make_up_card',
      data: { held: 0, missingCheckIns: null, nextMonthOn: '2026-04-01' },
    });
    expect(await anna.get('checkin.checkIn', tap)).toMatchObject({ streakDays: 1 });
  });

  test('reaches its last day back and not one further', async () => {
    const { anna, tap, town } = await openPlan(monthly);
    town.goToDay('2026-03-06');
    expect(await anna.call('checkin.makeUp', { ...tap, on: '2026-03-02' })).toMatchObject({
      code: 'make_up_too_late',
      data: { reachOn: '2026-03-03', reachDays: 3 },
    });
    expect(await anna.code('checkin.makeUp', { ...tap, on: '2026-03-03' })).toBe('ok');
  });

  test('is earned by own check-ins, held up to its limit, and used once by twenty taps', async () => {
    const { anna, tap, town, checkInOn } = await openPlan({ makeUp: 'earned', cardEveryDays: 2, cardsHeldMax: 1 });
    await checkInOn('2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05');
    town.goToDay('2026-03-08');
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => anna.code('checkin.makeUp', { ...tap, on: index % 2 === 0 ? '2026-03-06' : '2026-03-07' })),
    );
    expect(replies.filter((code) => code === 'ok')).toHaveLength(1);
  });

  test('asked for again under one requestId is used once, and the journal makes what is stored', async () => {
    const { anna, tap, town, checkInOn } = await openPlan({ makeUp: 'both', rest: 'sunday', grace: 1, graduates: 1, graduationDays: 3 });
    await checkInOn('2026-03-02', '2026-03-03', '2026-03-05', '2026-03-07', '2026-03-09');
    const one = await anna.call('checkin.makeUp', { ...tap, on: '2026-03-06' }, 'make-up-one');
    expect(await anna.call('checkin.makeUp', { ...tap, on: '2026-03-06' }, 'make-up-one')).toEqual(one);
    expect((await anna.get('checkin.calendar', tap)).madeUpDays).toBe(1);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('without one, four days on and one day off never pay a milestone of seven in a month', async () => {
    const { anna, tap, town } = await openPlan({ makeUp: 'earned', cardEveryDays: 60 });
    let paid = 0;
    for (let day = 0; day < 30; day += 1) {
      if (day % 5 !== 4) paid += (await anna.get('checkin.checkIn', tap)).milestones.length;
      town.nextDay();
      // On the day after each gap, it is what somebody would make up.
      if (day % 5 === 4) expect(await anna.code('checkin.makeUp', { ...tap, on: addDays('2026-03-02', day) })).toBe('no_make_up_card');
    }
    expect(paid).toBe(0);
  });
});

test('a rest day neither breaks nor extends the streak, and a check-in on it counts', async () => {
  const { anna, tap, town, checkInOn, stateOf } = await openPlan({ rest: 'weekend' });
  await checkInOn('2026-03-05', '2026-03-06');
  town.goToDay('2026-03-08');
  expect((await anna.get('campaign.open', tap)).card.mine).toMatchObject({ streakDays: 2, plan: { restToday: true } });
  expect(await stateOf('2026-03-07')).toBe('rest');
  await checkInOn('2026-03-09');
  expect(await anna.get('checkin.calendar', tap)).toMatchObject({ streakDays: 3 });
  town.goToDay('2026-03-14');
  expect(await anna.get('checkin.checkIn', tap)).toMatchObject({ streakDays: 1 });
});

test('any weekdays may be rest days, three at most, and the calendar says which', async () => {
  const { anna, tap, town, checkInOn, stateOf, save, owner, communityId } = await openPlan({ rest: 'monday+thursday' });
  await checkInOn('2026-03-03', '2026-03-04', '2026-03-06', '2026-03-07', '2026-03-08');
  town.goToDay('2026-03-10');
  const calendar = await anna.get('checkin.calendar', tap);
  expect(calendar).toMatchObject({ streakDays: 5, plan: { restDays: [0, 3] } });
  expect([await stateOf('2026-03-05'), await stateOf('2026-03-09'), await stateOf('2026-03-10')]).toEqual(['rest', 'rest', 'open']);
  const { terms } = await anna.get('campaign.open', tap);
  expect(terms.find(({ code }) => code === 'check_in_rest')?.data).toEqual({ weekdays: [0, 3] });
  const problemsOf = async (rest: string) => {
    const campaignId = await save({ type: 'checkin_plan', parameters: { more: 1, rest } });
    return (await owner.get('campaign.preview', { communityId, campaignId })).problems;
  };
  expect(await problemsOf('monday+wednesday+friday')).toEqual([]);
  expect(await problemsOf('monday+tuesday+weekend')).toMatchObject([{ path: 'rest', problem: 'malformed' }]);
  expect(await problemsOf('monday+tuesday+wednesday+thursday')).toEqual([{ path: 'rest', problem: 'too_large', limit: 3 }]);
});

describe('the grace in Shanghai, with the process elsewhere', () => {
  const midnight = dayStartAt('2026-03-04', shanghai);

  test('a second before midnight is the day itself; from midnight on the member chooses, until the hours are over', async () => {
    for (const [ms, code] of [
      [-SECOND_MS, 'grace_over'],
      [0, 'ok'],
      [2 * HOUR_MS - 1, 'ok'],
      [2 * HOUR_MS, 'grace_over'],
    ] as const) {
      const { anna, tap, town, checkInOn } = await openPlan({ grace: 1, graceHours: 2 });
      await checkInOn('2026-03-02');
      town.goTo(midnight + ms);
      const on = ms < 0 ? '2026-03-02' : '2026-03-03';
      const reply = await anna.code('checkin.checkIn', { ...tap, on: ms < 0 ? '2026-03-01' : on });
      expect(reply, String(ms)).toBe(code);
      const next = await anna.get('checkin.checkIn', tap);
      expect(next, String(ms)).toMatchObject({
        on: ms < 0 ? '2026-03-03' : '2026-03-04',
        streakDays: ms < 0 ? 2 : code === 'ok' ? 3 : 1,
      });
    }
  });

  test('the day before may come after today, once, and scores on boards that still run', async () => {
    const { anna, tap, town, communityId } = await openPlan({ grace: 1 });
    town.goTo(dayStartAt('2026-03-09', shanghai) + HOUR_MS);
    expect((await anna.get('campaign.open', tap)).card.mine.plan?.grace).toMatchObject({ on: '2026-03-08' });
    await anna.get('checkin.checkIn', tap);
    expect(await anna.get('checkin.checkIn', { ...tap, on: '2026-03-08' })).toMatchObject({ streakDays: 2, totalDays: 2, pointsEarned: 5 });
    expect(await anna.code('checkin.checkIn', { ...tap, on: '2026-03-08' })).toBe('already_checked_in');
    const boards = await Promise.all(
      (['week', 'month', 'all'] as const).map((period) => anna.get('leaderboard.board', { communityId, kind: 'checkin', period })),
    );
    expect(boards.map(({ mine }) => mine?.points)).toEqual([1, 2, 2]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('counts from the day start that the community has', async () => {
    const shop = await openShop(undefined, { dayStartsMinutes: 240 });
    const campaignId = await shop.publish({ type: 'checkin_plan', parameters: { more: 1, grace: 1, graceHours: 1 } });
    const anna = await shop.member('anna');
    const tap = { communityId: shop.communityId, campaignId, on: '2026-03-03' };
    shop.town.goTo(dayStartAt('2026-03-04', { ...shanghai, dayStartsMinutes: 240 }) + HOUR_MS - 1);
    expect(await anna.get('checkin.checkIn', tap)).toMatchObject({ on: '2026-03-03' });
  });
});

test('a content unit opens with its own day’s check-in, and no other way', async () => {
  const units = [
    { day: 1, title: '第一课', text: '早起喝水' },
    { day: 2, title: '第二课', text: '出门走走' },
    { day: 4, title: '第四课', text: '写下三件事' },
  ];
  const { anna, tap, town, checkInOn } = await openPlan({ units, makeUp: 'monthly' });
  const seen = async () => JSON.stringify([await anna.get('campaign.open', tap), await anna.get('checkin.calendar', tap)]);
  expect((await anna.get('campaign.open', tap)).card.mine.plan).toMatchObject({ unit: null, unitWaits: true });
  expect(await seen()).not.toContain('第一课');
  await checkInOn('2026-03-02');
  expect((await anna.get('campaign.open', tap)).card.mine.plan?.unit).toEqual(units[0]);
  town.goToDay('2026-03-05');
  await anna.get('checkin.makeUp', { ...tap, on: '2026-03-03' });
  await checkInOn('2026-03-05');
  expect((await anna.get('checkin.calendar', tap)).units.map(({ title }) => title)).toEqual(['第四课', '第一课']);
  expect(await seen()).not.toContain('第二课');
});

describe('rewards', () => {
  test('taper by own check-ins, also for whoever leaves and comes back', async () => {
    const { anna, tap, communityId, town } = await openPlan({
      taper: [
        { fromDay: 2, points: 2 },
        { fromDay: 4, points: 0 },
      ],
      milestones: [],
    });
    const earned: number[] = [];
    for (let day = 0; day < 4; day += 1) {
      earned.push((await anna.get('checkin.checkIn', tap)).pointsEarned);
      town.nextDay();
    }
    await anna.get('membership.erase', { communityId });
    await anna.get('community.join', { communityId });
    earned.push((await anna.get('checkin.checkIn', tap)).pointsEarned);
    expect(earned).toEqual([5, 2, 2, 0, 0]);
  });

  test('of a graduation come once, out of the budget, and the plan goes on as completed', async () => {
    const { anna, tap, town } = await openPlan({ graduates: 1, graduationDays: 2, graduationPoints: 30, milestones: [], pointsBudget: 41 });
    expect((await anna.get('checkin.checkIn', tap)).graduated).toBeNull();
    town.nextDay();
    town.nextDay();
    expect(await anna.get('checkin.checkIn', tap)).toMatchObject({ graduated: { days: 2, points: 30 }, pointsEarned: 35 });
    town.nextDay();
    expect(await anna.get('checkin.checkIn', tap)).toMatchObject({ graduated: null, pointsEarned: 0, budgetGone: true });
    expect((await anna.get('campaign.open', tap)).card.mine.plan?.graduation).toMatchObject({ done: 3, graduatedOn: '2026-03-04' });
  });
});
