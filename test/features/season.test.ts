// Seasons: how a board stood at the end of its week or month, kept once and shown afterwards.
import { describe, expect, test } from 'vitest';
import { finishedSeasons, lastSeason } from '#core/rules/leaderboard/season';
import type { SeasonDocument } from '#core/tables';
import { DAY_MS, MINUTE_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openShop, type Resident } from '../support/town';

/** A shop from Monday the second of March on, in whose first week anna checks in three times, bob twice and eva twice, later than bob. */
async function openWeek() {
  const shop = await openShop();
  const { communityId, town } = shop;
  const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
  const [anna, bob, eva] = [await shop.member('anna'), await shop.member('bob'), await shop.member('eva')];
  const checkIn = (person: Resident) => person.get('checkin.checkIn', { communityId, campaignId });
  const days: readonly (readonly [string, readonly Resident[]])[] = [
    ['2026-03-03', [anna, bob, eva]],
    ['2026-03-05', [anna, bob]],
    ['2026-03-06', [anna, eva]],
  ];
  for (const [day, people] of days) {
    town.goToDay(day);
    for (const person of people) {
      town.wait(MINUTE_MS);
      await checkIn(person);
    }
  }
  const last = (person: Resident, period: 'week' | 'month' = 'week') =>
    person.get('leaderboard.last', { communityId, kind: 'checkin', period });
  const ids = (people: readonly Resident[]) => people.map((person) => person.memberIdIn(communityId));
  const keptSeasons = async () => {
    const page = await town.store.list('season.byUntil', communityId, { prefix: [], order: 'ascending' }, 200);
    return page.documents as unknown as readonly SeasonDocument[];
  };
  return { ...shop, anna, bob, eva, checkIn, last, ids, keptSeasons };
}

describe('a week that is over', () => {
  test('stands as it ended, with ties as on the board', async () => {
    const { town, anna, bob, eva, last, ids, checkIn } = await openWeek();
    town.goToDay('2026-03-09');
    await town.runTimer();
    await checkIn(eva);
    const { top, total, fromOn, untilOn, mine } = await last(eva);
    expect([fromOn, untilOn, total]).toEqual(['2026-03-02', '2026-03-08', 3]);
    expect(top.map((row) => row.person.memberId)).toEqual(ids([anna, bob, eva]));
    expect(top.map(({ rank, points }) => [rank, points])).toEqual([
      [1, 3],
      [2, 2],
      [2, 2],
    ]);
    expect(mine).toMatchObject({ rank: 2, mine: true });
  });

  test('is kept once when the timer fires twice, at once and days late', async () => {
    const { town, keptSeasons, anna, last, ids } = await openWeek();
    town.goToDay('2026-03-12');
    await Promise.all([town.runTimer(), town.runTimer()]);
    const first = await keptSeasons();
    expect(first.map(({ board, period, fromOn, total }) => [board, period, fromOn, total])).toEqual([
      ['checkin', 'week', '2026-03-02', 3],
      ['invite', 'week', '2026-03-02', 0],
    ]);
    expect((await last(anna)).top[0]?.person.memberId).toBe(ids([anna])[0]);
    town.wait(DAY_MS);
    await town.runTimer();
    expect(await keptSeasons()).toEqual(first);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('is made up for, week by week and month by month, when the timer was away for long', async () => {
    const { town, keptSeasons, anna, last } = await openWeek();
    town.goToDay('2026-04-02');
    await town.runTimer();
    const kept = (await keptSeasons())
      .filter(({ board }) => board === 'checkin')
      .map(({ period, fromOn, total }) => [period, fromOn, total]);
    expect(kept).toEqual([
      ['week', '2026-03-02', 3],
      ['week', '2026-03-09', 0],
      ['week', '2026-03-16', 0],
      ['week', '2026-03-23', 0],
      ['month', '2026-03-01', 3],
    ]);
    expect((await last(anna, 'month')).top[0]).toMatchObject({ points: 3, rank: 1, mine: true });
    expect((await last(anna)).top).toEqual([]);
  });

  test('does not name somebody who has hidden since, and leaves the place to them', async () => {
    const { town, anna, bob, communityId, last } = await openWeek();
    await anna.get('membership.showName', { communityId, nickname: '小安' });
    town.goToDay('2026-03-09');
    await town.runTimer();
    expect((await last(bob)).top[0]?.person.name).toBe('小安');
    await anna.get('leaderboard.hide', { communityId, hidden: true });
    expect((await last(bob)).top[0]).toMatchObject({ rank: 1, points: 3, person: { name: null } });
  });

  test('knows only who was on the board: whoever was hidden at its end is not in it', async () => {
    const { town, anna, bob, communityId, last, ids, eva } = await openWeek();
    await anna.get('leaderboard.hide', { communityId, hidden: true });
    town.goToDay('2026-03-09');
    await town.runTimer();
    expect((await last(bob)).top.map((row) => row.person.memberId)).toEqual(ids([bob, eva]));
    expect((await last(anna)).mine).toBeNull();
  });

  test('is not there before it is over, nor in the minutes in which requests may be under way', async () => {
    const { town, anna, communityId, last } = await openWeek();
    const code = () => anna.code('leaderboard.last', { communityId, kind: 'checkin', period: 'week' });
    expect(await code()).toBe('not_found');
    town.goToDay('2026-03-09', 0);
    await town.runTimer();
    expect(await code()).toBe('not_found');
    town.wait(10 * MINUTE_MS);
    await town.runTimer();
    expect(await code()).toBe('ok');
    // And a week later, until that week is closed, it is still the last.
    town.goToDay('2026-03-16', 0);
    expect((await last(anna)).fromOn).toBe('2026-03-02');
  });
});

describe('the seasons that are over', () => {
  test('end with the day that closes them', () => {
    expect(lastSeason('checkin', 'week', '2026-03-08').fromOn).toBe('2026-03-02');
    expect(lastSeason('checkin', 'week', '2026-03-07').fromOn).toBe('2026-02-23');
    expect(lastSeason('invite', 'month', '2026-03-31').fromOn).toBe('2026-03-01');
    expect(lastSeason('invite', 'month', '2026-03-30').fromOn).toBe('2026-02-01');
  });

  test('begin with the one in which the community began, and go back two months at most', () => {
    expect(finishedSeasons('2026-03-04', '2026-03-08').map(({ board, fromOn }) => [board, fromOn])).toEqual([
      ['checkin', '2026-03-02'],
      ['invite', '2026-03-02'],
    ]);
    expect(finishedSeasons('2026-03-04', '2026-03-07')).toEqual([]);
    const long = finishedSeasons('2020-01-01', '2026-03-31');
    expect(long.filter(({ period, board }) => period === 'week' && board === 'checkin')).toHaveLength(8);
    expect(long.filter(({ period, board }) => period === 'month' && board === 'checkin')).toHaveLength(3);
  });
});
