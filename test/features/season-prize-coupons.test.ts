// Prizes of the board that are coupons: set aside, issued once to the place that they are for, owed after an early end like points.
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#core/values/instant';
import { amountOff } from '../support/documents';
import { openPrizes } from '../support/prizes';
import type { Resident } from '../support/town';

const ranks = [
  { untilRank: 1, gives: 'gift', item: '豆浆一杯', thresholdFen: 0, validDays: 10 },
  { untilRank: 2, gives: 'amount_off', amountOffFen: 500, thresholdFen: 3_000, validDays: 10 },
  { untilRank: 3, gives: 'points', points: 30 },
];

/** The same shop, whose first places bring coupons that can be used for ten days. */
async function openCoupons() {
  const shop = await openPrizes({ parameters: { period: 'week', ranks } });
  const { communityId, prizes, town, owner } = shop;
  const here = { communityId, campaignId: prizes };
  const stockId = `${communityId}/stock/${prizes}`;
  const stock = async () => (await town.store.read([stockId])).get(stockId);
  const coupons = async (person: Resident) => {
    const { tickets } = await person.get('coupon.wallet', { communityId });
    return tickets.map(({ reason, benefit, thresholdFen, useFromOn, useUntilOn }) => [
      reason,
      benefit,
      thresholdFen,
      useFromOn,
      useUntilOn,
    ]);
  };
  const draft = async () => (await owner.get('campaign.preview', here)).draft;
  return { ...shop, here, stock, coupons, draft };
}

const soyMilk = { kind: 'gift', item: '豆浆一杯' };

describe('coupons as prizes of the board', () => {
  test('are set aside for every season, and issued once to whom the place belongs, with the days from then on', async () => {
    const { town, owner, member, on, here, stock, coupons, won, settlements, differences } = await openCoupons();
    const [anna, bob, eva] = [await member('anna'), await member('bob'), await member('eva')];
    expect(await stock()).toMatchObject({ couponsReserved: 4, pointsReserved: 60 });
    await on('2026-03-03', anna, bob, eva);
    town.goToDay('2026-03-10');
    await Promise.all([town.runTimer(), town.runTimer()]);
    await town.runTimer();
    expect(await coupons(anna)).toEqual([['season_prize', soyMilk, 0, '2026-03-10', '2026-03-19']]);
    expect(await coupons(bob)).toEqual([['season_prize', amountOff(500), 3_000, '2026-03-10', '2026-03-19']]);
    expect([await coupons(eva), await won(eva)]).toEqual([[], [30]]);
    expect((await settlements())[0]).toMatchObject({ openSince: null, rows: [{ state: 'paid' }, { state: 'paid' }, { state: 'paid' }] });
    expect(await stock()).toMatchObject({ couponsIssued: 2, couponsOwed: 0, claimers: 3, pointsIssued: 30 });
    const { settlement } = await anna.get('leaderboard.settlement', here);
    expect(settlement?.rows.map(({ place, points, coupon }) => [place, points, coupon?.benefit ?? null])).toEqual([
      [1, 0, soyMilk],
      [2, 0, amountOff(500)],
      [3, 30, null],
    ]);
    // Whoever wins again, points before and a coupon now, is one of those who won all the same.
    await on('2026-03-11', eva);
    town.goToDay('2026-03-16');
    await town.runTimer();
    expect((await coupons(eva)).map(([reason]) => reason)).toEqual(['season_prize']);
    expect(await stock()).toMatchObject({ couponsIssued: 3, couponsReserved: 3, claimers: 3, pointsReserved: 30 });
    expect((await owner.get('campaign.open', here)).card.state).toBe('ended');
    expect(await differences()).toEqual([]);
  });

  test('stay set aside when the campaign ends before its season is settled; those of the season that runs are owed', async () => {
    const { town, owner, member, on, here, stock, coupons, idOf, communityId, plan, differences } = await openCoupons();
    const [anna, bob] = [await member('anna'), await member('bob')];
    await on('2026-03-08', anna);
    town.goToDay('2026-03-09', 0);
    await bob.get('checkin.checkIn', { communityId, campaignId: plan });
    expect(await owner.get('campaign.end', here)).toMatchObject({ pointsReleased: 30, couponsReleased: 2, couponsHeld: 0 });
    expect(await stock()).toMatchObject({ couponsReserved: 2, pointsReserved: 30 });
    town.goToDay('2026-03-09', 10);
    await town.runTimer();
    town.wait(MINUTE_MS);
    await town.runTimer();
    expect(await coupons(anna)).toEqual([['season_prize', soyMilk, 0, '2026-03-09', '2026-03-18']]);
    expect(await stock()).toMatchObject({ couponsReserved: 1, couponsIssued: 1, couponsOwed: 0, pointsReserved: 0 });
    const { promises } = await owner.get('promise.open', { communityId });
    expect(promises.map(({ memberId, owed }) => [memberId, owed])).toEqual([
      [idOf(bob), { kind: 'coupon', benefit: soyMilk, thresholdFen: 0, useDays: 10 }],
    ]);
    town.goToDay('2026-03-20');
    await owner.get('promise.settle', { ...here, memberId: idOf(bob), about: 'season-2026-03-15' });
    expect(await coupons(bob)).toEqual([['make_good', soyMilk, 0, '2026-03-20', '2026-03-29']]);
    expect(await differences()).toEqual([]);
  });

  test('may be improved: more off, for smaller orders, for longer, for more places; never another thing instead', async () => {
    const { owner, here, draft, stock } = await openCoupons();
    const before = await draft();
    const better = async (parameters: object) =>
      owner.call('campaign.improve', { ...here, draft: { ...before, parameters: { ...before.parameters, ...parameters } } });
    const [gift, off, points] = ranks;
    const worse = { ok: false, code: 'would_worsen', data: { paths: ['ranks'] } };
    expect(await better({ ranks: [gift, { ...off, thresholdFen: 3_001 }, points] })).toMatchObject(worse);
    expect(await better({ ranks: [{ ...gift, item: '豆浆半杯' }, off, points] })).toMatchObject(worse);
    expect(await better({ ranks: [gift, { untilRank: 2, gives: 'points', points: 40 }, points] })).toMatchObject(worse);
    const more = { untilRank: 5, gives: 'service', item: '磨刀', validDays: 20 };
    const raised = [gift, { ...off, amountOffFen: 800, thresholdFen: 2_000, validDays: 20 }, points, more];
    expect(await better({ ranks: raised })).toMatchObject({ ok: true, value: { version: 2, coupons: 4 } });
    expect(await stock()).toMatchObject({ couponsReserved: 8, pointsReserved: 60 });
  });

  test('are told to whoever asks why, and to the owner before an end', async () => {
    const { owner, member, on, here } = await openCoupons();
    const anna = await member('anna');
    await on('2026-03-03', anna);
    const { conditions, can } = await anna.get('campaign.why', here);
    expect([can, conditions[conditions.length - 1]?.data]).toEqual([
      true,
      { place: 1, points: 0, coupon: { benefit: soyMilk, thresholdFen: 0 } },
    ]);
    const { holders } = await owner.get('promise.holders', { ...here, part: 'prizes' });
    expect(holders.map(({ prize }) => prize?.coupon?.benefit)).toEqual([soyMilk]);
  });
});
