// Prizes of the check-in board through the real application and its timer: settled once, ties as stated, nobody passed over without a reason.
import { describe, expect, test } from 'vitest';
import { everybody } from '#core/rules/campaign/audience';
import { done } from '#core/rules/decision';
import { DAY_MS, MINUTE_MS } from '#core/values/instant';
import { closeSeasons } from '#server/app/jobs/close-seasons';
import { defineJob } from '#server/app/jobs/define-job';
import { settleSeasons } from '#server/app/jobs/settle-seasons';
import { openPrizes } from '../support/prizes';
import type { Resident } from '../support/town';

/** Asks the timer to look again at once, as a run that was cut short does. */
const comesBack = defineJob({
  name: 'back',
  looksFor: 'nothing',
  find: async () => [],
  decide: () => done({}, []),
  nextAt: ({ now }) => now,
});

test('the console says until when the season runs that prizes are given for', async () => {
  const { town, owner, communityId } = await openPrizes();
  const ends = async () => (await owner.get('analytics.today', { communityId })).campaigns.map(({ seasonEndsOn }) => seasonEndsOn);
  expect(await ends()).toContain('2026-03-08');
  town.goToDay('2026-03-09');
  expect(await ends()).toContain('2026-03-15');
});

describe('the prizes of a week that is over', () => {
  test('go down the board by days, and with the same days to whoever got there first', async () => {
    const { town, member, on, settlements, won, idOf, differences } = await openPrizes();
    const [anna, bob, eva] = [await member('anna'), await member('bob'), await member('eva')];
    await on('2026-03-03', eva, bob, anna);
    await on('2026-03-04', anna);
    await on('2026-03-05', bob, eva);
    town.goToDay('2026-03-09');
    await town.runTimer();
    const [week] = await settlements();
    expect(week).toMatchObject({ fromOn: '2026-03-02', untilOn: '2026-03-08', total: 3, openSince: null });
    expect(week?.rows.map(({ memberId, rank, place, points, state }) => [memberId, rank, place, points, state])).toEqual([
      [idOf(anna), 1, 1, 100, 'paid'],
      [idOf(bob), 1, 2, 30, 'paid'],
      [idOf(eva), 1, 3, 30, 'paid'],
    ]);
    expect([await won(anna), await won(bob), await won(eva)]).toEqual([[100], [30], [30]]);
    expect(await differences()).toEqual([]);
  });

  test('are settled and paid once when the timer fires twice at once, again, and days late', async () => {
    const { town, member, on, settlements, won, differences } = await openPrizes();
    const anna = await member('anna');
    await on('2026-03-03', anna);
    town.goToDay('2026-03-12');
    await Promise.all([town.runTimer(), town.runTimer()]);
    const first = await settlements();
    await town.runTimer();
    town.wait(DAY_MS);
    await town.runTimer();
    expect(await settlements()).toEqual(first);
    expect(first).toHaveLength(1);
    expect(await won(anna)).toEqual([100]);
    expect(await differences()).toEqual([]);
  });

  test('pass over owner, clerks, whoever has left, and whoever it is not for, with the reason; the next moves up', async () => {
    const { town, owner, member, clerk, on, settlements, won, idOf, communityId, differences } = await openPrizes({
      audience: { ...everybody, streakDaysMin: 2 },
    });
    const [anna, bob, eva, kim] = [await member('anna'), await member('bob'), await member('eva'), await clerk('kim')];
    for (const day of ['2026-03-05', '2026-03-06', '2026-03-07']) await on(day, owner, kim, bob, anna);
    await on('2026-03-08', bob, anna, eva);
    town.goToDay('2026-03-09');
    town.wait(15 * MINUTE_MS);
    // The standing is kept, and before its prizes are settled bob leaves for good.
    await town.runTimer({ jobs: [closeSeasons, comesBack] });
    await bob.get('membership.erase', { communityId });
    await town.runTimer();
    const rows = (await settlements())[0]?.rows ?? [];
    expect(rows.map(({ memberId, place, reason, state }) => [memberId, place, reason ?? state])).toEqual([
      [idOf(bob), null, 'left'],
      [idOf(anna), 1, 'paid'],
      [idOf(owner), null, 'staff'],
      [idOf(kim), null, 'staff'],
      [idOf(eva), null, 'streak_too_short'],
    ]);
    expect(await won(anna)).toEqual([100]);
    expect(await differences()).toEqual([]);
  });

  test('that were settled are paid even if the run was cut short in between, or the campaign has ended; not to whoever has left since', async () => {
    const { town, owner, member, on, settlements, won, prizes, communityId, differences } = await openPrizes();
    const [anna, bob] = [await member('anna'), await member('bob')];
    await on('2026-03-03', anna, bob);
    town.goToDay('2026-03-09');
    town.wait(15 * MINUTE_MS);
    await town.runTimer({ jobs: [closeSeasons, settleSeasons, comesBack] });
    expect((await settlements())[0]?.rows.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(await owner.get('campaign.end', { communityId, campaignId: prizes })).toMatchObject({ pointsReleased: 190 });
    await bob.get('membership.erase', { communityId });
    await town.runTimer();
    expect((await settlements())[0]?.rows.map(({ state, reason }) => [state, reason])).toEqual([
      ['paid', null],
      ['skipped', 'left'],
    ]);
    expect(await won(anna)).toEqual([100]);
    expect(await differences()).toEqual([]);
  });
});

describe('the settlement that people read', () => {
  const openWeek = async () => {
    const week = await openPrizes({ audience: { ...everybody, streakDaysMin: 2 } });
    const { communityId, prizes } = week;
    const read = async (person: Resident) => (await person.get('leaderboard.settlement', { communityId, campaignId: prizes })).settlement;
    return { ...week, read };
  };

  test('is not there before any season is over', async () => {
    const { member, owner, read, on } = await openWeek();
    const anna = await member('anna');
    await on('2026-03-03', anna);
    expect([await read(anna), await read(owner)]).toEqual([null, null]);
  });

  test('names the winners who show a name, tells the owner whom it passed over and why, and members only of themselves', async () => {
    const { town, owner, member, communityId, on, read, idOf } = await openWeek();
    const [anna, bob, eva] = [await member('anna'), await member('bob'), await member('eva')];
    await anna.get('membership.showName', { communityId, nickname: '安娜' });
    await bob.get('membership.showName', { communityId, nickname: '小波' });
    await on('2026-03-07', owner, bob, anna);
    await on('2026-03-08', bob, anna, eva);
    town.goToDay('2026-03-09');
    await town.runTimer();
    await bob.get('leaderboard.hide', { communityId, hidden: true });
    const rows = async (person: Resident) =>
      (await read(person))?.rows.map(({ person: { memberId, name }, place, points, reason, mine }) => [
        memberId,
        name,
        place,
        points,
        reason,
        mine,
      ]);
    const winners = (mine: Resident) => [
      [idOf(bob), null, 1, 100, null, mine === bob],
      [idOf(anna), '安娜', 2, 30, null, mine === anna],
    ];
    const passedOver = (person: Resident, reason: string, isMine: boolean) => [idOf(person), null, null, 0, reason, isMine];
    expect(await rows(anna)).toEqual(winners(anna));
    expect(await rows(eva)).toEqual([...winners(eva), passedOver(eva, 'streak_too_short', true)]);
    const all = await rows(owner);
    expect(all).toHaveLength(4);
    expect(all).toEqual(
      expect.arrayContaining([...winners(owner), passedOver(owner, 'staff', true), passedOver(eva, 'streak_too_short', false)]),
    );
  });

  test('is that of the season that ended last', async () => {
    const { town, member, on, read } = await openWeek();
    const anna = await member('anna');
    for (const day of ['2026-03-07', '2026-03-08']) await on(day, anna);
    town.goToDay('2026-03-09');
    await town.runTimer();
    for (const day of ['2026-03-14', '2026-03-15']) await on(day, anna);
    town.goToDay('2026-03-16');
    await town.runTimer();
    expect(await read(anna)).toMatchObject({ fromOn: '2026-03-09', untilOn: '2026-03-15', rows: [{ place: 1, state: 'paid' }] });
  });

  test('is not found for what gives no prizes of the board', async () => {
    const { member, communityId, plan } = await openWeek();
    const anna = await member('anna');
    expect(await anna.code('leaderboard.settlement', { communityId, campaignId: plan })).toBe('not_found');
  });
});

describe('a campaign with prizes', () => {
  test('sets aside the prizes of every season that ends within its days, and gives back what nobody took', async () => {
    const { town, member, on, owner, communityId, prizes, settlements } = await openPrizes();
    const stock = async () => (await town.store.read([`${communityId}/stock/${prizes}`])).get(`${communityId}/stock/${prizes}`);
    expect(await stock()).toMatchObject({ pointsReserved: 320, pointsIssued: 0 });
    await on('2026-03-03', await member('anna'));
    town.goToDay('2026-03-16');
    await town.runTimer();
    expect((await settlements()).map(({ untilOn }) => untilOn)).toEqual(['2026-03-08', '2026-03-15']);
    expect(await stock()).toMatchObject({ pointsReserved: 100, pointsIssued: 100, pointsOwed: 0 });
    expect((await owner.get('campaign.open', { communityId, campaignId: prizes })).card.state).toBe('ended');
  });
});
