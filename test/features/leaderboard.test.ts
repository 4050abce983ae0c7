// Boards through the real application: everybody finds their own place, nobody is shown who does not want to be.
import { describe, expect, test } from 'vitest';
import { SECOND_MS } from '#core/values/instant';
import { openShop, type Resident } from '../support/town';

async function openBoard() {
  const shop = await openShop();
  const { communityId, town } = shop;
  const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
  const tap = { communityId, campaignId };
  const board = (person: Resident, period: 'week' | 'month' | 'all' = 'all') =>
    person.get('leaderboard.board', { communityId, kind: 'checkin', period });
  const hide = (person: Resident, hidden: boolean) => person.get('leaderboard.hide', { communityId, hidden });

  /** Members who have checked in on the last so many days up to a day, in the order of the list. */
  async function membersWith(days: readonly number[], until: string): Promise<Resident[]> {
    const people: Resident[] = [];
    for (const index of days.keys()) people.push(await shop.member(`member-${index}`));
    const longest = Math.max(...days);
    for (let back = longest; back >= 1; back -= 1) {
      town.goToDay(until);
      town.wait(-(back - 1) * 24 * 3_600_000);
      for (const [index, person] of people.entries()) {
        town.wait(SECOND_MS);
        if ((days[index] ?? 0) >= back) await person.get('checkin.checkIn', tap);
      }
    }
    return people;
  }
  return { ...shop, tap, board, hide, membersWith };
}

test('ties share a rank and the next rank is skipped: 1, 2, 2, 4, the earlier first', async () => {
  const { board, membersWith, communityId } = await openBoard();
  const [first, second, third, fourth] = await membersWith([3, 2, 2, 1], '2026-03-08');
  if (!first || !second || !third || !fourth) throw new Error('four members');
  const { top } = await board(fourth, 'week');
  expect(top.map((row) => row.rank)).toEqual([1, 2, 2, 4]);
  expect(top.map((row) => row.person.memberId)).toEqual([first, second, third, fourth].map((one) => one.memberIdIn(communityId)));
  expect(top.map((row) => row.mine)).toEqual([false, false, false, true]);
  for (let time = 0; time < 3; time += 1) expect((await board(fourth, 'week')).top).toEqual(top);
});

test('member 57 of 60 sees the own rank and the neighbours, though the top is far away', async () => {
  const { board, member, tap, town } = await openBoard();
  const people: Resident[] = [];
  for (let index = 0; index < 60; index += 1) people.push(await member(`member-${index}`));
  for (const person of people) {
    await person.get('checkin.checkIn', tap);
    town.wait(SECOND_MS);
  }
  town.nextDay();
  // Everybody but the last four comes a second time.
  for (const person of people.slice(0, 56)) {
    await person.get('checkin.checkIn', tap);
    town.wait(SECOND_MS);
  }
  const { mine, around, top, total } = await board(people[56] as Resident);
  expect(total).toBe(60);
  expect(mine).toMatchObject({ rank: 57, points: 1, mine: true });
  expect(around.map((row) => row.rank)).toEqual([1, 1, 1, 57, 57, 57, 57]);
  expect(around.filter((row) => row.mine)).toHaveLength(1);
  expect(top).toHaveLength(20);
  expect(top.some((row) => row.mine)).toBe(false);
});

describe('a member who hides', () => {
  test("is on nobody's list, and the others move up", async () => {
    const { board, hide, membersWith, communityId } = await openBoard();
    const [first, second, third] = await membersWith([3, 2, 1], '2026-03-08');
    if (!first || !second || !third) throw new Error('three members');
    expect((await board(third)).mine?.rank).toBe(3);
    expect(await hide(first, true)).toEqual({ hidden: true });
    for (const period of ['week', 'month', 'all'] as const) {
      const seen = await board(third, period);
      expect(JSON.stringify(seen)).not.toContain(first.memberIdIn(communityId));
      expect(seen).toMatchObject({ total: 2, mine: { rank: 2 } });
    }
    expect((await board(second)).mine?.rank).toBe(1);
    expect(await board(first)).toMatchObject({ hidden: true, mine: null, around: [], total: 2 });
  });

  test('goes on collecting, and comes back with all of it', async () => {
    const { board, hide, membersWith, tap, town } = await openBoard();
    const [first, second] = await membersWith([2, 1], '2026-03-03');
    if (!first || !second) throw new Error('two members');
    await hide(first, true);
    town.goToDay('2026-03-04');
    await first.get('checkin.checkIn', tap);
    expect((await board(second)).total).toBe(1);
    await hide(first, false);
    expect(await board(first)).toMatchObject({ hidden: false, mine: { rank: 1, points: 3 }, total: 2 });
    expect((await board(second)).mine?.rank).toBe(2);
  });

  test('over the turn of a week comes back on the new week with the new count', async () => {
    const { board, hide, membersWith, tap, town } = await openBoard();
    const [first] = await membersWith([3], '2026-03-08');
    if (!first) throw new Error('one member');
    await hide(first, true);
    town.goToDay('2026-03-09');
    await first.get('checkin.checkIn', tap);
    await hide(first, false);
    expect((await board(first, 'week')).mine).toMatchObject({ points: 1 });
    expect((await board(first, 'all')).mine).toMatchObject({ points: 4 });
  });

  test('twice, or shows twice, changes nothing more', async () => {
    const { board, hide, membersWith } = await openBoard();
    const [first] = await membersWith([1], '2026-03-02');
    if (!first) throw new Error('one member');
    await hide(first, true);
    const before = await board(first);
    expect(before).toMatchObject({ hidden: true, total: 0 });
    await hide(first, true);
    expect(await board(first)).toEqual(before);
    await hide(first, false);
    const shown = await board(first);
    await hide(first, false);
    expect(await board(first)).toEqual(shown);
  });
});

describe('a period', () => {
  test('of a week runs from Monday to Sunday and begins again at one', async () => {
    const { board, membersWith, tap, town } = await openBoard();
    const [anna] = await membersWith([7], '2026-03-08');
    if (!anna) throw new Error('one member');
    expect(await board(anna, 'week')).toMatchObject({ fromOn: '2026-03-02', untilOn: '2026-03-08', mine: { points: 7 } });
    town.goToDay('2026-03-09');
    expect(await board(anna, 'week')).toMatchObject({ fromOn: '2026-03-09', untilOn: '2026-03-15', mine: null, total: 0 });
    await anna.get('checkin.checkIn', tap);
    expect((await board(anna, 'week')).mine).toMatchObject({ points: 1 });
  });

  test('of a month counts the first to the last: the 31st in it, the 1st in the next', async () => {
    const { board, member, tap, town } = await openBoard();
    const anna = await member('anna');
    for (const day of ['2026-03-15', '2026-03-31']) {
      town.goToDay(day);
      await anna.get('checkin.checkIn', tap);
    }
    expect(await board(anna, 'month')).toMatchObject({ fromOn: '2026-03-01', untilOn: '2026-03-31', mine: { points: 2 } });
    town.goToDay('2026-04-01');
    await anna.get('checkin.checkIn', tap);
    expect(await board(anna, 'month')).toMatchObject({ fromOn: '2026-04-01', untilOn: '2026-04-30', mine: { points: 1 } });
    // The week goes on over the turn of the month.
    expect(await board(anna, 'week')).toMatchObject({ fromOn: '2026-03-30', untilOn: '2026-04-05', mine: { points: 2 } });
    expect(await board(anna, 'all')).toMatchObject({ fromOn: null, untilOn: null, mine: { points: 3 } });
  });

  test('of a month is the same on the 15th and on the 31st', async () => {
    const { board, membersWith, town } = await openBoard();
    const [anna] = await membersWith([3], '2026-03-14');
    if (!anna) throw new Error('one member');
    town.goToDay('2026-03-15');
    const middle = await board(anna, 'month');
    town.goToDay('2026-03-31');
    expect({ ...(await board(anna, 'month')), at: middle.at }).toEqual(middle);
  });
});

test('a shown name is on the board, and a masked one is four characters', async () => {
  const { board, membersWith, communityId } = await openBoard();
  const [anna, bob] = await membersWith([2, 1], '2026-03-03');
  if (!anna || !bob) throw new Error('two members');
  await anna.get('membership.showName', { communityId, nickname: '安娜' });
  const { top } = await board(bob);
  expect(top.map((row) => row.person.name)).toEqual(['安娜', null]);
  expect(top[1]?.person.tag).toMatch(/^[A-Z2-7]{4}$/);
});

test('a day with check-ins in two plans is one day', async () => {
  const { publish, member, communityId, tap, board } = await openBoard();
  const other = await publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
  const anna = await member('anna');
  await anna.get('checkin.checkIn', tap);
  await anna.get('checkin.checkIn', { communityId, campaignId: other });
  expect((await board(anna)).mine?.points).toBe(1);
});

test('the people of today on a plan are those of this plan', async () => {
  const { publish, member, communityId, tap } = await openBoard();
  const other = await publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
  const anna = await member('anna');
  await anna.get('checkin.checkIn', tap);
  const { campaigns } = await anna.get('community.home', { communityId });
  expect(campaigns.map((card) => [card.campaignId, card.people])).toEqual(
    expect.arrayContaining([
      [tap.campaignId, 1],
      [other, 0],
    ]),
  );
});

test('a late copy of an earlier wish to be shown does not undo hiding', async () => {
  const { communityId, member } = await openShop();
  const anna = await member('anna');
  await anna.get('leaderboard.hide', { communityId, hidden: false }, 'first-wish');
  await anna.get('leaderboard.hide', { communityId, hidden: true });
  await anna.get('leaderboard.hide', { communityId, hidden: false }, 'first-wish');
  expect((await anna.get('leaderboard.board', { communityId, kind: 'checkin', period: 'week' })).hidden).toBe(true);
});
