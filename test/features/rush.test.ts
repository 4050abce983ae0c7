// A rush: the stock is split over several documents, and ends exactly all the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPartOf, RUSH_PARTS, shareOf } from '#core/rules/campaign/stock';
import { makeId } from '#core/values/ids';
import { checkData } from '#server/app/check-data';
import { openShop } from '../support/town';

async function openRush(stock: number, perMemberMax = 1) {
  const shop = await openShop();
  const campaignId = await shop.publish({ type: 'coupon_drop', parameters: { stock, perMemberMax, rush: 1 } });
  return { ...shop, drop: { communityId: shop.communityId, campaignId } };
}

describe('a rush', () => {
  test('of sixty-four at once gives exactly what there is, each from a part that nobody waits for', async () => {
    const { town, member, owner, drop, communityId } = await openRush(40);
    const people = [];
    for (let n = 0; n < 64; n += 1) people.push(await member(`person ${n}`));
    const codes = await Promise.all(people.map((person) => person.code('coupon.claim', drop)));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(40);
    expect(codes.filter((code) => code === 'sold_out')).toHaveLength(24);
    const main = await town.store.read([makeId(communityId, 'stock', drop.campaignId)]);
    expect([...main.values()]).toMatchObject([{ couponsReserved: 40, couponsIssued: 0 }]);
    const [row] = (await owner.get('analytics.today', { communityId })).campaigns;
    expect(row).toMatchObject({ couponsReserved: 40, couponsIssued: 40, card: { left: 0, people: 40 } });
    expect(await checkData(town.store)).toMatchObject({ differences: [] });
  });

  test('keeps each member to their limit, and says what is left in all parts together', async () => {
    const { member, drop } = await openRush(100, 2);
    const anna = await member('anna');
    const replies = await Promise.all(Array.from({ length: 10 }, () => anna.call('coupon.claim', drop)));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(2);
    expect(replies.flatMap((reply) => (reply.ok ? [reply.value.left] : [])).sort((a, b) => b - a)).toEqual([99, 98]);
  });

  test('that ends early gives back what no part has issued, and what is claimed stays', async () => {
    const { town, owner, member, drop, communityId } = await openRush(20);
    for (const name of ['anna', 'bert', 'cai']) await (await member(name)).get('coupon.claim', drop);
    expect(await owner.get('campaign.end', drop)).toMatchObject({ couponsReleased: 17, couponsHeld: 3 });
    const [row] = (await owner.get('analytics.today', { communityId })).campaigns;
    expect(row).toMatchObject({ couponsReserved: 3, couponsIssued: 3 });
    expect(await checkData(town.store)).toMatchObject({ differences: [] });
  });

  test('of fewer coupons than parts makes no part without one', async () => {
    const { town, member, drop, communityId } = await openRush(3);
    const parts = await town.store.read(
      Array.from({ length: RUSH_PARTS }, (_, n) => makeId(communityId, 'stockPart', drop.campaignId, String(n))),
    );
    expect([...parts.values()].map((part) => part['couponsReserved'])).toEqual([1, 1, 1]);
    const codes = [];
    for (const name of ['anna', 'bert', 'cai', 'dora']) codes.push(await (await member(name)).code('coupon.claim', drop));
    expect(codes).toEqual(['ok', 'ok', 'ok', 'sold_out']);
  });
});

describe('the parts of a stock', () => {
  test('share out every coupon, none by more than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: RUSH_PARTS }), (coupons, parts) => {
        const shares = Array.from({ length: parts }, (_, n) => shareOf(coupons, parts, n));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(coupons);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('are begun at evenly', () => {
    const counts = new Array<number>(RUSH_PARTS).fill(0);
    for (let n = 0; n < 1_600; n += 1)
      counts[firstPartOf(`member-${n.toString(36)}`, RUSH_PARTS)] = (counts[firstPartOf(`member-${n.toString(36)}`, RUSH_PARTS)] ?? 0) + 1;
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThan(200);
  });
});
