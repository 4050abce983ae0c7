// The weekly league and movement through the real application: everybody has a place among few, and sees what changed since yesterday.
import { describe, expect, test } from 'vitest';
import { dayStartAt } from '#core/values/day';
import { HOUR_MS, SECOND_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openShop, type Resident, shanghai } from '../support/town';

async function openLeague() {
  const shop = await openShop();
  const { communityId, town } = shop;
  const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
  const tap = { communityId, campaignId };
  const checkIn = async (...people: readonly Resident[]) => {
    for (const person of people) {
      town.wait(SECOND_MS);
      await person.get('checkin.checkIn', tap);
    }
  };
  const league = (person: Resident) => person.get('leaderboard.board', { communityId, kind: 'checkin', period: 'league' });
  const week = (person: Resident) => person.get('leaderboard.board', { communityId, kind: 'checkin', period: 'week' });
  const members = async (count: number, from = 0) => {
    const people: Resident[] = [];
    for (let index = from; index < from + count; index += 1) people.push(await shop.member(`member-${index}`));
    return people;
  };
  const idOf = (person: Resident) => person.memberIdIn(communityId);
  return { ...shop, tap, checkIn, league, week, members, idOf };
}

describe('a league', () => {
  test('is entered with the first check-in of a week, and has what the week has', async () => {
    const { members, checkIn, league, town } = await openLeague();
    const [anna, ben] = (await members(2)) as [Resident, Resident];
    expect(await league(anna)).toMatchObject({ total: 0, mine: null, top: [], isOver: false, fromOn: '2026-03-02', untilOn: '2026-03-08' });
    await checkIn(anna);
    expect(await league(ben)).toMatchObject({ total: 0, top: [] });
    town.nextDay();
    await checkIn(anna, ben);
    const { top, total } = await league(ben);
    expect(total).toBe(2);
    expect(top).toMatchObject([
      { rank: 1, points: 2, mine: false },
      { rank: 2, points: 1, mine: true },
    ]);
  });

  test('is one of several once more come than one has room for, and last week says how many are opened', async () => {
    const { members, checkIn, league, town, idOf } = await openLeague();
    const people = await members(32);
    await checkIn(...people);
    expect((await league(people[0] as Resident)).total).toBe(30);
    expect((await league(people[31] as Resident)).total).toBe(2);
    town.goToDay('2026-03-09');
    await checkIn(...people);
    const [first, second] = [await league(people[0] as Resident), await league(people[1] as Resident)];
    expect([first.total, second.total]).toEqual([16, 16]);
    const keys = [...first.top, ...second.top].map(({ person }) => person.memberId);
    expect(new Set(keys)).toEqual(new Set(people.map(idOf)));
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('of last week is shown until the first check-in of the new one, and not a week later', async () => {
    const { members, checkIn, league, town } = await openLeague();
    const [anna, ben] = (await members(2)) as [Resident, Resident];
    await checkIn(anna, ben);
    town.nextDay();
    await checkIn(anna);
    town.goToDay('2026-03-09');
    expect(await league(ben)).toMatchObject({ isOver: true, fromOn: '2026-03-02', untilOn: '2026-03-08', total: 2, mine: { rank: 2 } });
    await checkIn(anna);
    expect(await league(anna)).toMatchObject({ isOver: false, fromOn: '2026-03-09', total: 1, mine: { rank: 1, points: 1 } });
    expect((await league(ben)).top[0]).toMatchObject({ points: 2, moved: null });
    town.goToDay('2026-03-16');
    expect(await league(ben)).toMatchObject({ isOver: false, total: 0, top: [], fromOn: '2026-03-16' });
  });

  test('keeps the place of whoever hides out of sight, and of whoever hid since its week without a name', async () => {
    const { members, checkIn, league, town, communityId, idOf } = await openLeague();
    const [anna, ben] = (await members(2)) as [Resident, Resident];
    await anna.get('membership.showName', { communityId, nickname: '小安' });
    await checkIn(anna, ben);
    await anna.get('leaderboard.hide', { communityId, hidden: true });
    expect(await league(ben)).toMatchObject({ total: 1, mine: { rank: 1 } });
    expect(await league(anna)).toMatchObject({ hidden: true, mine: null });
    town.nextDay();
    await checkIn(anna);
    await anna.get('leaderboard.hide', { communityId, hidden: false });
    expect((await league(ben)).top[0]).toMatchObject({ points: 2, person: { name: '小安' } });
    town.goToDay('2026-03-09');
    await checkIn(anna);
    await anna.get('leaderboard.hide', { communityId, hidden: true });
    expect((await league(ben)).top[0]).toMatchObject({ points: 2, person: { memberId: idOf(anna), name: null } });
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('loses whoever leaves for good, who begins anew in another place', async () => {
    const { members, checkIn, league, town, communityId } = await openLeague();
    const [anna, ben] = (await members(2)) as [Resident, Resident];
    await checkIn(anna, ben);
    await anna.get('membership.erase', { communityId });
    expect(await league(ben)).toMatchObject({ total: 1, mine: { rank: 1 } });
    await anna.get('community.join', { communityId });
    town.nextDay();
    await checkIn(anna);
    expect(await league(anna)).toMatchObject({ total: 2, mine: { points: 1 } });
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('stays as it is when a check-in within the grace counts for a week that is over', async () => {
    const { publish, member, town, communityId, league } = await openLeague();
    const campaignId = await publish({ type: 'checkin_plan', endsOn: '2026-05-31', parameters: { more: 1, grace: 1 } });
    const anna = await member('anna');
    await anna.get('checkin.checkIn', { communityId, campaignId });
    town.goToDay('2026-03-07');
    await anna.get('checkin.checkIn', { communityId, campaignId });
    town.goTo(dayStartAt('2026-03-09', shanghai) + HOUR_MS);
    await anna.get('checkin.checkIn', { communityId, campaignId, on: '2026-03-08' });
    expect(await league(anna)).toMatchObject({ isOver: true, total: 1, mine: { points: 2 } });
    await anna.get('checkin.checkIn', { communityId, campaignId });
    expect(await league(anna)).toMatchObject({ isOver: false, mine: { points: 1 } });
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

describe('movement since yesterday', () => {
  test('is told of every row of a league: up, down, where it was, and new', async () => {
    const { members, checkIn, league, town } = await openLeague();
    const [anna, ben, cleo] = (await members(3)) as [Resident, Resident, Resident];
    const moved = async () => (await league(anna)).top.map((row) => row.moved);
    await checkIn(anna, ben);
    // On a Monday nobody was anywhere the day before.
    expect(await moved()).toEqual([null, null]);
    town.nextDay();
    expect(await moved()).toEqual([0, 0]);
    await checkIn(ben);
    expect(await moved()).toEqual([0, -1]);
    await checkIn(cleo);
    expect(await moved()).toEqual([0, -1, 'new']);
    town.nextDay();
    expect(await moved()).toEqual([0, 0, 0]);
    await checkIn(anna);
    // Level with ben now: one place up for her, and one down for cleo, who was level with her.
    expect(await moved()).toEqual([0, 1, -1]);
  });

  test('is told of the top of a long board too, whoever stands behind it', async () => {
    const { members, checkIn, week, town } = await openLeague();
    const people = await members(30);
    await checkIn(...people);
    town.nextDay();
    await checkIn(...people.slice(25));
    const board = await week(people[0] as Resident);
    expect(board.top.map((row) => row.moved)).toEqual([...Array(5).fill(0), ...Array(15).fill(-5)]);
  });
});

test('there is no league of invites', async () => {
  const { owner, communityId } = await openLeague();
  expect(await owner.code('leaderboard.board', { communityId, kind: 'invite', period: 'league' })).toBe('invalid_input');
});
