// The finished days: counted once when they are over, whenever the timer comes, and shown to the owner.
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/values/day';
import { HOUR_MS, MINUTE_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openCounter } from '../support/counter';
import { createTown, openShop } from '../support/town';

async function openDays() {
  const shop = await openShop();
  const { communityId, town, owner } = shop;
  const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
  const days = async () => (await owner.get('analytics.days', { communityId })).days;
  return { ...shop, campaignId, days, town };
}

describe('a day that is over', () => {
  test('is counted as the owner saw it on its evening', async () => {
    const { town, communityId, campaignId, member, owner, days } = await openDays();
    const anna = await member('anna');
    await member('bob');
    await anna.get('checkin.checkIn', { communityId, campaignId });
    town.goToDay('2026-03-02', 23);
    const evening = await owner.get('analytics.today', { communityId });
    town.goToDay('2026-03-03');
    await town.runTimer();
    expect(await days()).toEqual([{ on: '2026-03-02', members: 3, ...evening.day }]);
    expect(evening.day).toMatchObject({ joined: 3, checkedIn: 1 });
  });

  test('is counted once however often the timer fires, and leaves the data whole', async () => {
    const { town, days } = await openDays();
    town.goToDay('2026-03-05');
    await Promise.all([town.runTimer(), town.runTimer()]);
    await town.runTimer();
    expect((await days()).map(({ on }) => on)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('says how many members there were at its end, also when the timer comes days later', async () => {
    const { town, member, days } = await openDays();
    await member('anna');
    town.goToDay('2026-03-03');
    await member('bob');
    town.goToDay('2026-03-05');
    await member('eva');
    await town.runTimer();
    expect((await days()).map(({ on, members, joined }) => [on, members, joined])).toEqual([
      ['2026-03-02', 2, 2],
      ['2026-03-03', 3, 1],
      ['2026-03-04', 3, 0],
    ]);
  });

  test('counts who left: the members of a day are those who are still there', async () => {
    const { town, member, days, communityId } = await openDays();
    const anna = await member('anna');
    town.goToDay('2026-03-03');
    await town.runTimer();
    await anna.get('membership.erase', { communityId });
    town.goToDay('2026-03-04');
    await town.runTimer();
    expect((await days()).map(({ members }) => members)).toEqual([2, 1]);
  });

  test('of a community whose day begins at four is over at four', async () => {
    const shop = await openShop(createTown(), { dayStartsMinutes: 240 });
    const { town, owner, communityId } = shop;
    const days = async () => (await owner.get('analytics.days', { communityId })).days.map(({ on }) => on);
    town.goToDay('2026-03-03', 4);
    await town.runTimer();
    expect(await days()).toEqual([]);
    town.wait(10 * MINUTE_MS);
    await town.runTimer();
    expect(await days()).toEqual(['2026-03-02']);
  });
});

test('the owner sees the last fourteen days, the oldest first', async () => {
  const shop = await openShop();
  const { town, owner, communityId } = shop;
  town.goToDay('2026-04-01');
  await town.runTimer();
  const { days, promises } = await owner.get('analytics.days', { communityId });
  expect(days).toHaveLength(14);
  expect([days[0]?.on, days.at(-1)?.on]).toEqual([addDays('2026-03-31', -13), '2026-03-31']);
  expect(promises).toBe(0);
});

describe('group proofs', () => {
  test('are kept for a day after they were used, and then forgotten', async () => {
    const { town, communityId, anna } = await openCounter();
    const proofs = async () => {
      const page = await town.store.list('proof.byUsed', communityId, { prefix: [], order: 'ascending' }, 200);
      return page.documents.length;
    };
    const used = await proofs();
    expect(used).toBeGreaterThan(0);
    town.wait(23 * HOUR_MS);
    await anna.get('community.enter', { communityId, proof: anna.proof() });
    await town.runTimer();
    expect(await proofs()).toBe(used + 1);
    town.wait(24 * HOUR_MS + MINUTE_MS);
    await town.runTimer();
    await town.runTimer();
    expect(await proofs()).toBe(0);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('are forgotten batch by batch, however many there are', async () => {
    const shop = await openShop();
    const { town, communityId } = shop;
    for (let person = 0; person < 230; person += 1) {
      const somebody = town.person(`somebody-${person}`);
      await somebody.get('community.enter', { communityId, proof: somebody.proof() });
    }
    town.wait(48 * HOUR_MS);
    for (let run = 0; run < 3; run += 1) await town.runTimer();
    const { documents } = await town.store.list('proof.byUsed', communityId, { prefix: [], order: 'ascending' }, 200);
    expect(documents).toEqual([]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});
