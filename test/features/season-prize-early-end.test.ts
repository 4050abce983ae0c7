// Prizes of the board whose campaign its owner ends early: what is over is settled, what runs is owed as it stood, all of it once.
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#core/values/instant';
import { openPrizes } from '../support/prizes';
import type { Resident } from '../support/town';

/** The same shop, with what its owner does and reads. */
async function openEarlyEnd(change: object = {}) {
  const shop = await openPrizes(change);
  const { owner, communityId, prizes, town } = shop;
  const here = { communityId, campaignId: prizes };
  const end = () => owner.call('campaign.end', here);
  const look = async () => {
    town.wait(MINUTE_MS);
    await town.runTimer();
  };
  const owed = async () => (await owner.get('promise.open', { communityId })).promises;
  const stockId = `${communityId}/stock/${prizes}`;
  const stock = async () => (await town.store.read([stockId])).get(stockId);
  const read = async (person: Resident) => (await person.get('leaderboard.settlement', here)).settlement;
  return { ...shop, here, end, look, owed, stock, read };
}

describe('prizes of the board that are ended early', () => {
  test('are owed for the season that runs, as it stands then, and made good once', async () => {
    const { town, member, on, owner, communityId, here, end, look, owed, stock, settlements, won, idOf, read, differences } =
      await openEarlyEnd();
    const [anna, bob] = [await member('anna'), await member('bob')];
    await on('2026-03-03', anna);
    await on('2026-03-09', bob, anna, owner);
    await town.runTimer();
    await on('2026-03-10', anna);
    expect(await end()).toMatchObject({ ok: true, value: { pointsReleased: 220 } });
    await Promise.all([town.runTimer(), town.runTimer()]);
    await look();
    const [, cut] = await settlements();
    expect(cut).toMatchObject({ fromOn: '2026-03-09', untilOn: '2026-03-15', openSince: null });
    expect(cut?.rows.map(({ memberId, place, points, state, reason }) => [memberId, place, points, reason ?? state])).toEqual([
      [idOf(anna), 1, 100, 'owed'],
      [idOf(bob), 2, 30, 'owed'],
      [idOf(owner), null, 0, 'staff'],
    ]);
    const promises = await owed();
    expect(promises.map(({ memberId, kind, about, owed: what, reason }) => [memberId, kind, about, what, reason])).toEqual([
      [idOf(anna), 'prize', 'season-2026-03-15', { kind: 'points', points: 100 }, 'ended_early'],
      [idOf(bob), 'prize', 'season-2026-03-15', { kind: 'points', points: 30 }, 'ended_early'],
    ]);
    // The week before was paid; of this one nothing is, until its owner makes it good.
    expect([await won(anna), await won(bob)]).toEqual([[100], []]);
    expect(await stock()).toMatchObject({ pointsReserved: 100, pointsIssued: 100, pointsOwed: 0 });
    const toAnna = { communityId, campaignId: here.campaignId, memberId: idOf(anna), about: 'season-2026-03-15' };
    const replies = await Promise.all([1, 2].map(() => owner.call('promise.settle', toAnna)));
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['already_settled', 'ok']);
    await owner.get('promise.settle', { ...toAnna, memberId: idOf(bob), words: '送了一份早餐' });
    expect((await read(bob))?.rows.map(({ state }) => state)).toEqual(['paid', 'settled']);
    expect(await read(bob)).toMatchObject({ untilOn: '2026-03-15', endedEarly: true });
    const { lines } = await anna.get('points.statement', { communityId });
    expect(lines.filter(({ reason }) => reason === 'make_good').map(({ points }) => points)).toEqual([100]);
    expect(await owed()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test('between the last day of a season and its settlement settle it as if nothing had happened', async () => {
    const { town, member, on, end, look, owed, stock, settlements, won, differences } = await openEarlyEnd();
    const anna = await member('anna');
    await on('2026-03-03', anna);
    town.goToDay('2026-03-09', 0);
    // What that season may still take stays set aside; the other one, which has just begun, gives nothing to nobody.
    expect(await end()).toMatchObject({ ok: true, value: { pointsReleased: 160 } });
    expect(await stock()).toMatchObject({ pointsReserved: 160 });
    town.wait(15 * MINUTE_MS);
    await Promise.all([town.runTimer(), town.runTimer()]);
    await look();
    expect((await settlements()).map(({ untilOn, rows }) => [untilOn, rows.map(({ state }) => state)])).toEqual([
      ['2026-03-08', ['paid']],
      ['2026-03-15', []],
    ]);
    expect(await won(anna)).toEqual([100]);
    expect(await owed()).toEqual([]);
    expect(await stock()).toMatchObject({ pointsReserved: 100, pointsIssued: 100, pointsOwed: 0 });
    expect(await differences()).toEqual([]);
  });

  test('after the last day of the campaign are settled, too, and owe nothing', async () => {
    const { town, member, on, end, look, owed, settlements, won, stock, differences } = await openEarlyEnd();
    const anna = await member('anna');
    await on('2026-03-10', anna);
    town.goToDay('2026-03-16', 0);
    expect(await end()).toMatchObject({ ok: true, value: { pointsReleased: 0 } });
    town.wait(15 * MINUTE_MS);
    await town.runTimer();
    await look();
    expect((await settlements()).map(({ untilOn }) => untilOn)).toEqual(['2026-03-08', '2026-03-15']);
    expect(await won(anna)).toEqual([100]);
    expect(await owed()).toEqual([]);
    expect(await stock()).toMatchObject({ pointsReserved: 100, pointsOwed: 0 });
    expect(await differences()).toEqual([]);
  });

  test('before the first day, or once by two taps, owe no more than that', async () => {
    const ahead = await openEarlyEnd({ startsOn: '2026-03-05' });
    await ahead.on('2026-03-03', await ahead.member('anna'));
    await ahead.end();
    await ahead.look();
    expect([await ahead.settlements(), await ahead.owed()]).toEqual([[], []]);
    expect(await ahead.stock()).toMatchObject({ pointsReserved: 0 });
    const twice = await openEarlyEnd();
    await twice.on('2026-03-03', await twice.member('anna'));
    const replies = await Promise.all([twice.end(), twice.end()]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['campaign_not_live', 'ok']);
    await twice.look();
    await twice.look();
    expect(await twice.owed()).toHaveLength(1);
    expect([...(await ahead.differences()), ...(await twice.differences())]).toEqual([]);
  });

  test('owe nothing to whoever has left for good before it is recorded', async () => {
    const { member, on, end, look, owed, settlements, communityId, differences } = await openEarlyEnd();
    const [anna, bob] = [await member('anna'), await member('bob')];
    await on('2026-03-03', anna, bob);
    await end();
    await anna.get('membership.erase', { communityId });
    await look();
    expect((await settlements())[0]?.rows.map(({ reason, state, points }) => [reason ?? state, points])).toEqual([['owed', 100]]);
    expect((await owed()).map(({ memberId }) => memberId)).toEqual([bob.memberIdIn(communityId)]);
    expect(await differences()).toEqual([]);
  });
});

describe('an owner who is about to end them', () => {
  test('is shown who stands to win what, and nobody else is asked of', async () => {
    const { member, on, owner, here, idOf, end } = await openEarlyEnd();
    const [anna, bob] = [await member('anna'), await member('bob')];
    await on('2026-03-03', bob, anna, owner);
    const ask = () => owner.get('promise.holders', { ...here, part: 'prizes' });
    const { holders, total } = await ask();
    expect(total).toBe(2);
    expect(holders.map(({ person, prize }) => [person.memberId, person.name, prize])).toEqual([
      [idOf(bob), null, { place: 1, points: 100, coupon: null }],
      [idOf(anna), null, { place: 2, points: 30, coupon: null }],
    ]);
    expect(await anna.code('promise.holders', { ...here, part: 'prizes' })).toBe('co_owner_only');
    await end();
    expect((await ask()).holders).toEqual([]);
  });

  test('is shown nobody before the first day, nor for what gives no prizes', async () => {
    const { member, on, owner, here, plan } = await openEarlyEnd({ startsOn: '2026-03-05' });
    await on('2026-03-03', await member('anna'));
    expect((await owner.get('promise.holders', { ...here, part: 'prizes' })).holders).toEqual([]);
    expect((await owner.get('promise.holders', { ...here, campaignId: plan, part: 'prizes' })).holders).toEqual([]);
  });
});
