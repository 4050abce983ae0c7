// Checking in through the real application: once per business day, whatever the taps, the retries, the zone and the hour.
import { describe, expect, test } from 'vitest';
import type { ValueOf } from '#core/contract';
import { addDays, type Calendar, dayStartAt } from '#core/values/day';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { createTown, openShop, shanghai } from '../support/town';

async function openPlan(parameters: Record<string, number> = {}, endsOn = '2026-03-31') {
  const shop = await openShop();
  const plan = await shop.publish({ type: 'checkin_plan', endsOn, parameters });
  const anna = await shop.member('anna');
  return { ...shop, anna, tap: { communityId: shop.communityId, campaignId: plan } };
}

describe('one reward a day', () => {
  test('twenty taps at once give one reward and nineteen times the reason', async () => {
    const { anna, tap, communityId } = await openPlan();
    const replies = await Promise.all(Array.from({ length: 20 }, () => anna.call('checkin.checkIn', tap)));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    const refused = replies.filter((reply) => !reply.ok);
    expect(refused).toHaveLength(19);
    for (const reply of refused) {
      expect(reply).toEqual({ ok: false, code: 'already_checked_in', data: { on: '2026-03-02', streakDays: 1, nextOn: '2026-03-03' } });
    }
    const statement = await anna.get('points.statement', { communityId });
    expect(statement).toMatchObject({ balance: 5, lines: [{ points: 5, balance: 5 }] });
    expect((await anna.get('checkin.calendar', tap)).totalDays).toBe(1);
  });

  test('a retry after a lost answer is answered like the first time and moves nothing', async () => {
    const { anna, tap, communityId, town } = await openPlan();
    const first = await anna.call('checkin.checkIn', tap, 'tap-number-one');
    const written = town.written();
    town.nextDay();
    for (let time = 0; time < 3; time += 1) expect(await anna.call('checkin.checkIn', tap, 'tap-number-one')).toEqual(first);
    expect(town.written()).toBe(written);
    expect((await anna.get('points.statement', { communityId })).lines).toHaveLength(1);
  });

  test('ten copies of one request at once all get the one answer', async () => {
    const { anna, tap, communityId } = await openPlan();
    const replies = await Promise.all(Array.from({ length: 10 }, () => anna.call('checkin.checkIn', tap, 'tap-number-one')));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({ ok: true, value: { streakDays: 1 } });
    expect((await anna.get('points.statement', { communityId })).balance).toBe(5);
  });

  test('the same requestId with other content is refused and does nothing', async () => {
    const { anna, tap, communityId, town } = await openPlan();
    await anna.get('checkin.checkIn', tap, 'tap-number-one');
    const written = town.written();
    expect(await anna.code('checkin.checkIn', { ...tap, campaignId: 'another' }, 'tap-number-one')).toBe('request_id_reused');
    expect(await anna.code('coupon.claim', tap, 'tap-number-one')).toBe('request_id_reused');
    expect(await anna.code('leaderboard.hide', { communityId, hidden: true }, 'tap-number-one')).toBe('request_id_reused');
    expect(town.written()).toBe(written);
  });

  test("another person's requestId is their own", async () => {
    const { anna, tap, member } = await openPlan();
    const bob = await member('bob');
    await anna.get('checkin.checkIn', tap, 'tap-number-one');
    expect(await bob.get('checkin.checkIn', tap, 'tap-number-one')).toMatchObject({ streakDays: 1 });
  });

  test('two phones of one person at once count as one', async () => {
    const { anna, tap, town } = await openPlan();
    const second = town.person('anna');
    const codes = await Promise.all([anna.code('checkin.checkIn', tap), second.code('checkin.checkIn', tap)]);
    expect(codes.sort()).toEqual(['already_checked_in', 'ok']);
  });

  test('many members at once are each counted', async () => {
    const { member, tap, owner, communityId } = await openPlan();
    const people = await Promise.all(Array.from({ length: 30 }, (_, index) => member(`member-${index}`)));
    const codes = await Promise.all(people.map((person) => person.code('checkin.checkIn', tap)));
    expect(new Set(codes)).toEqual(new Set(['ok']));
    expect((await owner.get('analytics.today', { communityId })).day.checkedIn).toBe(30);
  });
});

describe('the hour at which a day begins', () => {
  const communities: readonly [where: string, calendar: Calendar, midnight: string][] = [
    ['in Shanghai from midnight', shanghai, '2026-03-03'],
    ['in Shanghai from four in the morning', { zone: 'Asia/Shanghai', dayStartsMinutes: 240 }, '2026-03-03'],
    ['in New York on the night without two o’clock', { zone: 'America/New_York', dayStartsMinutes: 0 }, '2026-03-08'],
    ['in New York, from an hour that this night skips', { zone: 'America/New_York', dayStartsMinutes: 150 }, '2026-03-08'],
    ['in Havana on the night without midnight', { zone: 'America/Havana', dayStartsMinutes: 0 }, '2026-03-08'],
    ['in the Chatham Islands', { zone: 'Pacific/Chatham', dayStartsMinutes: 0 }, '2026-04-05'],
  ];
  test.each(communities)('%s: a second before it is the day before, a second after it the next', async (_where, calendar, midnight) => {
    const shop = await openShop(createTown(), calendar);
    const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-01' });
    const anna = await shop.member('anna');
    const tap = { communityId: shop.communityId, campaignId };
    const boundary = dayStartAt(midnight, calendar);
    shop.town.goTo(boundary - SECOND_MS);
    expect(await anna.get('checkin.checkIn', tap)).toMatchObject({ on: addDays(midnight, -1), streakDays: 1 });
    shop.town.goTo(boundary - 1);
    expect(await anna.call('checkin.checkIn', tap)).toMatchObject({ code: 'already_checked_in', data: { nextOn: midnight } });
    shop.town.goTo(boundary);
    expect(await anna.get('checkin.checkIn', tap)).toMatchObject({ on: midnight, streakDays: 2 });
    shop.town.goTo(boundary + 22 * HOUR_MS);
    expect(await anna.code('checkin.checkIn', tap)).toBe('already_checked_in');
  });

  test('a plan opens at the start of its first day and closes at the end of its last', async () => {
    const { town, member, publish, communityId } = await openShop();
    const campaignId = await publish({
      type: 'checkin_plan',
      startsOn: '2026-03-05',
      endsOn: '2026-03-06',
      parameters: { milestones: [] },
    });
    const anna = await member('anna');
    const tap = { communityId, campaignId };
    const opens = dayStartAt('2026-03-05', shanghai);
    const closes = dayStartAt('2026-03-07', shanghai);
    town.goTo(opens - 1);
    expect(await anna.call('checkin.checkIn', tap)).toMatchObject({ code: 'campaign_not_started', data: { startsOn: '2026-03-05' } });
    town.goTo(opens);
    expect(await anna.code('checkin.checkIn', tap)).toBe('ok');
    town.goTo(closes - 1);
    expect(await anna.code('checkin.checkIn', tap)).toBe('ok');
    town.goTo(closes);
    expect(await anna.call('checkin.checkIn', tap)).toMatchObject({ code: 'campaign_ended', data: { endedOn: '2026-03-06' } });
  });
});

describe('between opening and tapping', () => {
  test('an ended plan says when it ended', async () => {
    const { anna, tap, owner, town } = await openPlan();
    expect((await anna.get('campaign.open', tap)).card.locked).toBeNull();
    await owner.get('campaign.end', tap);
    town.wait(MINUTE_MS);
    expect(await anna.call('checkin.checkIn', tap)).toEqual({ ok: false, code: 'campaign_ended', data: { endedOn: '2026-03-02' } });
    expect((await anna.get('campaign.open', tap)).card.locked).toMatchObject({ code: 'campaign_ended' });
  });

  test('a paused plan says so, and goes on when it is resumed', async () => {
    const { anna, tap, owner } = await openPlan();
    await owner.get('campaign.pause', tap);
    expect(await anna.call('checkin.checkIn', tap)).toEqual({ ok: false, code: 'campaign_paused', data: {} });
    await owner.get('campaign.resume', tap);
    expect(await anna.code('checkin.checkIn', tap)).toBe('ok');
  });
});

describe('a streak', () => {
  test('goes on to ten days in a plan that rewards seven, and pays the seventh once', async () => {
    const { anna, tap, town, communityId } = await openPlan();
    const days: ValueOf<'checkin.checkIn'>[] = [];
    for (let day = 1; day <= 10; day += 1) {
      days.push(await anna.get('checkin.checkIn', tap));
      town.nextDay();
    }
    expect(days.map((day) => day.streakDays)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(days.map((day) => day.pointsEarned)).toEqual([5, 5, 5, 5, 5, 5, 25, 5, 5, 5]);
    expect(days[6]?.milestones).toEqual([{ ladder: 'streak', days: 7, points: 20 }]);
    expect(days[9]?.next).toMatchObject({ days: 21, missingDays: 11 });
    expect((await anna.get('points.statement', { communityId })).balance).toBe(70);
  });

  test('begins again after a missed day, and the calendar says which day that was', async () => {
    const { anna, tap, town } = await openPlan();
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-05']) {
      town.goToDay(day);
      await anna.get('checkin.checkIn', tap);
    }
    const calendar = await anna.get('checkin.calendar', tap);
    expect(calendar).toMatchObject({ streakDays: 1, bestStreakDays: 2, totalDays: 3, today: '2026-03-05' });
    const states = Object.fromEntries(calendar.days.map(({ on, state }) => [on, state]));
    expect(states).toMatchObject({
      '2026-03-01': 'before',
      '2026-03-02': 'checked',
      '2026-03-03': 'checked',
      '2026-03-04': 'missed',
      '2026-03-05': 'checked',
      '2026-03-06': 'future',
      '2026-03-31': 'future',
    });
    town.goToDay('2026-03-07');
    expect((await anna.get('checkin.calendar', tap)).streakDays).toBe(0);
  });

  test('is not broken by a day that is not over yet', async () => {
    const { anna, tap, town } = await openPlan();
    await anna.get('checkin.checkIn', tap);
    town.nextDay();
    const calendar = await anna.get('checkin.calendar', tap);
    expect(calendar.streakDays).toBe(1);
    expect(calendar.days.find((day) => day.on === '2026-03-03')?.state).toBe('open');
  });

  test('goes over the ends of months, and over a leap day', async () => {
    const { town, member, publish, communityId } = await openShop();
    town.goToDay('2028-02-27');
    const campaignId = await publish({ type: 'checkin_plan' });
    const anna = await member('anna');
    const tap = { communityId, campaignId };
    const streaks: [string, number][] = [];
    for (const day of ['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01']) {
      town.goToDay(day);
      const { on, streakDays } = await anna.get('checkin.checkIn', tap);
      streaks.push([on, streakDays]);
    }
    expect(streaks).toEqual([
      ['2028-02-27', 1],
      ['2028-02-28', 2],
      ['2028-02-29', 3],
      ['2028-03-01', 4],
    ]);
    const february = await anna.get('checkin.calendar', { ...tap, month: '2028-02' });
    expect(february.days).toHaveLength(29);
    expect(february.days.filter((day) => day.state === 'checked').map((day) => day.on)).toEqual(['2028-02-27', '2028-02-28', '2028-02-29']);
  });

  test('of four days on and one day off never pays a milestone of seven', async () => {
    const { anna, tap, town, communityId } = await openPlan();
    let paid = 0;
    for (let day = 0; day < 30; day += 1) {
      if (day % 5 !== 4) paid += (await anna.get('checkin.checkIn', tap)).milestones.length;
      town.nextDay();
    }
    expect(paid).toBe(0);
    expect((await anna.get('points.statement', { communityId })).balance).toBe(24 * 5);
  });

  test('that reaches seven a second time is not paid a second time', async () => {
    const { anna, tap, town } = await openPlan();
    const milestones: number[] = [];
    for (let day = 0; day < 16; day += 1) {
      if (day !== 7) milestones.push((await anna.get('checkin.checkIn', tap)).milestones.length);
      town.nextDay();
    }
    expect(milestones.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});

describe('points', () => {
  test('run out with the budget: the check-in still counts and nothing is paid over', async () => {
    const { anna, tap, member, owner, communityId } = await openPlan({ pointsBudget: 7 });
    const bob = await member('bob');
    expect(await anna.get('checkin.checkIn', tap)).toMatchObject({ pointsEarned: 5, budgetGone: false });
    expect(await bob.get('checkin.checkIn', tap)).toMatchObject({ pointsEarned: 0, budgetGone: true, streakDays: 1, totalDays: 1 });
    const [row] = (await owner.get('analytics.today', { communityId })).campaigns;
    expect(row).toMatchObject({ pointsReserved: 7, pointsIssued: 5 });
  });

  test('of a budget for ten check-ins are paid to exactly ten of twenty members at once', async () => {
    const { tap, member } = await openPlan({ pointsBudget: 50 });
    const people = await Promise.all(Array.from({ length: 20 }, (_, index) => member(`member-${index}`)));
    const replies = await Promise.all(people.map((person) => person.get('checkin.checkIn', tap)));
    expect(replies.filter((reply) => reply.pointsEarned === 5)).toHaveLength(10);
    expect(replies.filter((reply) => reply.budgetGone && reply.pointsEarned === 0)).toHaveLength(10);
  });

  test('have a statement whose balance runs without a break over its pages', async () => {
    const { anna, tap, town, communityId } = await openPlan({}, '2026-06-30');
    for (let day = 0; day < 60; day += 1) {
      await anna.get('checkin.checkIn', tap);
      // Actions without points lie between.
      for (let visit = 0; visit < 2; visit += 1) await anna.get('leaderboard.hide', { communityId, hidden: visit % 2 === 0 });
      town.nextDay();
    }
    const lines: ValueOf<'points.statement'>['lines'] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await anna.get('points.statement', cursor === undefined ? { communityId } : { communityId, cursor });
      expect(page.balance).toBe(60 * 5 + 20 + 80);
      lines.push(...page.lines);
      pages += 1;
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toBeGreaterThan(1);
    expect(lines).toHaveLength(62);
    expect(lines[0]?.balance).toBe(400);
    lines.forEach((line, index) => {
      expect(line.balance - line.points).toBe(lines[index + 1]?.balance ?? 0);
      expect(line.title).toBe('三月活动');
    });
  });
});

test('looking at pages changes nothing', async () => {
  const { anna, tap, town, communityId, owner } = await openPlan();
  await anna.get('checkin.checkIn', tap);
  town.goToDay('2026-03-09');
  const written = town.written();
  await anna.get('community.home', { communityId });
  await anna.get('campaign.open', tap);
  await anna.get('checkin.calendar', tap);
  await anna.get('points.statement', { communityId });
  await anna.get('leaderboard.board', { communityId, kind: 'checkin', period: 'all' });
  await owner.get('analytics.today', { communityId });
  expect(town.written()).toBe(written);
  expect((await anna.get('checkin.calendar', tap)).bestStreakDays).toBe(1);
});
