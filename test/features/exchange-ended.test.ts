// An exchange that ends early, and orders that cannot be handed over: who waits is known, and nothing that was paid for is lost (P5).
import { describe, expect, test } from 'vitest';
import type { InputOf } from '#core/contract';
import { openExchange } from '../support/exchange';
import type { Resident } from '../support/town';

type Report = InputOf<'promise.report'>;

async function openOrders() {
  const open = await openExchange();
  const { anna, bob, owner, input, communityId, keyOf } = open;
  const { order } = await anna.get('points.exchange', input);
  await bob.get('points.exchange', input);
  const report = (person: Resident): Report => ({ ...keyOf(person), kind: 'exchange', words: '咖啡机坏了' });
  const key = { ...input, memberId: anna.memberIdIn(communityId), about: 'exchange-1' };
  const waiting = async () => (await owner.get('promise.open', { communityId })).promises;
  const trust = () => owner.get('promise.trust', { communityId });
  const mine = async () => (await anna.get('points.myOrders', { communityId })).orders;
  const held = async () => (await owner.get('promise.holders', { ...input, part: 'orders' })).holders;
  return { ...open, number: order?.number ?? '', report, key, waiting, trust, mine, held };
}

const sorted = (replies: readonly string[]) => [...replies].sort();

describe('an exchange that its owner ends early', () => {
  test('says before who waits for what, masked, the oldest first and without what is settled', async () => {
    const { anna, bob, owner, clerk, input, communityId, keyOf, number, held, town } = await openOrders();
    await anna.get('membership.showName', { communityId, nickname: '小林' });
    town.wait(1);
    await anna.get('points.exchange', input);
    expect(await held()).toMatchObject([
      { person: { memberId: anna.memberIdIn(communityId), name: null }, order: { item: '美式咖啡一杯', number }, untilOn: null },
      { person: { memberId: bob.memberIdIn(communityId) } },
      { person: { memberId: anna.memberIdIn(communityId) } },
    ]);
    await clerk.get('points.handOver', keyOf(bob));
    await owner.get('points.cancelOrder', { ...keyOf(anna, 2), reason: '缺货' });
    expect(await held()).toHaveLength(1);
  });

  test('takes back the goods that nobody has exchanged, once however often it is tapped, and keeps every order', async () => {
    const { anna, bob, owner, clerk, input, keyOf, held, mine, trust, waiting, sound } = await openOrders();
    const { kept } = await trust();
    await clerk.get('points.handOver', keyOf(bob));
    const [first, second] = await Promise.all([owner.call('campaign.end', input), owner.call('campaign.end', input)]);
    expect(sorted([first, second].map((reply) => (reply.ok ? 'ok' : reply.code)))).toEqual(['campaign_not_live', 'ok']);
    expect([first, second].find(({ ok }) => ok)).toMatchObject({ value: { goodsReleased: 1, couponsReleased: 0 } });
    expect(await held()).toHaveLength(1);
    expect([await waiting(), await mine()]).toMatchObject([[], [{ state: 'ordered', brokenAt: null }]]);
    expect(await trust()).toMatchObject({ kept: kept + 1, open: 0 });
    await clerk.get('points.handOver', keyOf(anna));
    expect(await trust()).toMatchObject({ kept: kept + 2, open: 0, percent: 100 });
    await sound();
  });

  test('lets an exchange at the same moment be an order that stays, or be refused', async () => {
    const { anna, owner, input, balance, sound } = await openExchange();
    const [bought] = await Promise.all([anna.code('points.exchange', input), owner.get('campaign.end', input)]);
    const { holders } = await owner.get('promise.holders', { ...input, part: 'orders' });
    expect([bought, holders.length, await balance(anna)]).toEqual(bought === 'ok' ? ['ok', 1, 60] : ['campaign_ended', 0, 100]);
    await sound();
  });
});

describe('an order that cannot be handed over', () => {
  test('is a promise that waits, reported once by whoever is at the counter, and the order stays as it is', async () => {
    const { anna, owner, clerk, report, waiting, trust, mine, number, keyOf, balance, sound } = await openOrders();
    expect(await anna.code('promise.report', report(anna))).toBe('clerk_only');
    expect(await clerk.code('promise.report', { ...report(anna), n: 2 })).toBe('not_found');
    expect(await clerk.code('promise.report', { ...report(anna), words: '来抽奖吧' })).toBe('content_refused');
    await Promise.all([clerk.get('promise.report', report(anna)), owner.get('promise.report', report(anna))]);
    expect(await waiting()).toMatchObject([
      {
        kind: 'exchange',
        about: 'exchange-1',
        reason: 'not_honoured',
        owed: { kind: 'goods', item: '美式咖啡一杯', number, points: 40, words: '咖啡机坏了' },
      },
    ]);
    expect(await mine()).toMatchObject([{ state: 'ordered', brokenAt: expect.any(Number) }]);
    expect([await balance(anna), await trust()]).toMatchObject([60, { open: 1, broken: 1, madeGood: 0 }]);
    await clerk.get('points.handOver', keyOf(anna));
    expect(await clerk.code('promise.report', report(anna))).toBe('not_found');
    await sound();
  });

  test('is settled by handing it over after all, on either screen, once', async () => {
    const { owner, anna, clerk, input, report, key, keyOf, waiting, trust, mine, sound } = await openOrders();
    await owner.get('campaign.end', input);
    await clerk.get('promise.report', report(anna));
    const before = await trust();
    const codes = await Promise.all([
      owner.code('promise.settle', key),
      owner.code('promise.settle', key),
      clerk.code('points.handOver', keyOf(anna)),
    ]);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'already_settled' || code === 'order_not_open')).toHaveLength(2);
    expect([await waiting(), await mine()]).toMatchObject([[], [{ state: 'handed_over' }]]);
    expect(await trust()).toMatchObject({ kept: before.kept + 1, open: 0, broken: 1, madeGood: 1 });
    await sound();
  });

  test('is settled by giving its points back, with words that the member reads, once however it is asked for', async () => {
    const { owner, anna, input, report, key, keyOf, waiting, trust, mine, balance, sound } = await openOrders();
    await owner.get('campaign.end', input);
    await owner.get('promise.report', report(anna));
    const codes = await Promise.all([
      owner.code('promise.settle', { ...key, words: '修不好了，积分退给你' }),
      owner.code('promise.settle', { ...key, words: '修不好了，积分退给你' }),
      owner.code('points.cancelOrder', { ...keyOf(anna), reason: '修不好了' }),
    ]);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect([await waiting(), await balance(anna)]).toEqual([[], 100]);
    expect(await mine()).toMatchObject([{ state: 'cancelled', reason: expect.stringContaining('修不好了') }]);
    expect(await trust()).toMatchObject({ open: 0, broken: 1, madeGood: 1 });
    expect(await owner.code('promise.settle', key)).toBe('already_settled');
    await sound();
  });

  test('that a member who has left cannot take any more is settled without giving anything', async () => {
    const { owner, anna, clerk, communityId, report, key, waiting, balance, sound } = await openOrders();
    await clerk.get('promise.report', report(anna));
    await anna.get('membership.erase', { communityId });
    await anna.get('community.join', { communityId });
    expect(await clerk.code('promise.report', report(anna))).toBe('not_found');
    expect(await owner.get('promise.settle', key)).toMatchObject({ coupons: 0, points: 0 });
    expect([await waiting(), await balance(anna)]).toEqual([[], 0]);
    await sound();
  });
});
