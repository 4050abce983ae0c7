// A rush: the stock is split over several documents, and ends exactly all the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPartOf, RUSH_PARTS, shareOf } from '#core/rules/campaign/stock';
import { makeId } from '#core/values/ids';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { checkData } from '#server/app/check-data';
import type { Store } from '#server/ports/store';
import { createTown, openShop, type Resident } from '../support/town';

async function openRush(stock: number, perMemberMax = 1) {
  const shop = await openShop();
  const campaignId = await shop.publish({ type: 'coupon_drop', parameters: { stock, perMemberMax, rush: 1 } });
  return { ...shop, drop: { communityId: shop.communityId, campaignId } };
}

describe('a rush', () => {
  test('of sixty-four at once gives exactly what there is, each from a part that nobody waits for', async () => {
    const { town, member, owner, drop, communityId } = await openRush(40);
    const people: Resident[] = [];
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

  test('may end while a page is being put together: it shows what is left to show', async () => {
    const memory = createMemoryStore();
    let meanwhile = async (): Promise<unknown> => undefined;
    const read: Store['read'] = async (ids) => {
      const isOfStock = ids.some((id) => id.includes('/stockPart/'));
      const once = meanwhile;
      if (isOfStock) meanwhile = async () => undefined;
      if (isOfStock) await once();
      return memory.read(ids);
    };
    const { owner, member, publish, communityId } = await openShop(createTown({ store: { ...memory, read } }));
    const drop = { communityId, campaignId: await publish({ type: 'coupon_drop', parameters: { stock: 20, rush: 1 } }) };
    const anna = await member('anna');
    await anna.get('coupon.claim', drop);
    meanwhile = () => owner.get('campaign.end', drop);
    expect(await anna.get('campaign.open', drop)).toMatchObject({ card: { state: 'ended' } });
  });

  test('that is over is one document again, and says the same however many campaigns come after it', async () => {
    const { town, owner, member, save, drop, communityId } = await openRush(20);
    for (const name of ['anna', 'bert', 'cai']) await (await member(name)).get('coupon.claim', drop);
    await owner.get('campaign.end', drop);
    const parts = Array.from({ length: RUSH_PARTS }, (_, n) => makeId(communityId, 'stockPart', drop.campaignId, String(n)));
    expect((await town.store.read(parts)).size).toBe(0);
    for (let n = 0; n < 31; n += 1) await save({ type: 'coupon_drop' });
    expect((await owner.get('campaign.open', drop)).card).toMatchObject({ left: 0, people: 3, state: 'ended' });
    expect(await checkData(town.store)).toMatchObject({ differences: [] });
  });

  test('of fewer coupons than parts makes no part without one', async () => {
    const { town, member, drop, communityId } = await openRush(3);
    const parts = await town.store.read(
      Array.from({ length: RUSH_PARTS }, (_, n) => makeId(communityId, 'stockPart', drop.campaignId, String(n))),
    );
    expect([...parts.values()].map((part) => part['couponsReserved'])).toEqual([1, 1, 1]);
    const codes: string[] = [];
    for (const name of ['anna', 'bert', 'cai', 'dora']) codes.push(await (await member(name)).code('coupon.claim', drop));
    expect(codes).toEqual(['ok', 'ok', 'ok', 'sold_out']);
  });
});

describe('a rush in whatever order', () => {
  // Each wave comes at once, and the next one when that is answered: members of the town, some of them several times.
  const waves = fc.array(fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 });

  test('never gives more than there is, refuses nobody while something is left, and ends exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 24 }), fc.integer({ min: 1, max: 3 }), waves, async (stock, perMemberMax, order) => {
        const { town, owner, member, drop, communityId } = await openRush(stock, perMemberMax);
        const people: Resident[] = [];
        for (let n = 0; n < 12; n += 1) people.push(await member(`person ${n}`));
        const held = people.map(() => 0);
        let left = stock;
        for (const wave of order) {
          const replies = await Promise.all(wave.map(async (n) => ({ n, reply: await people[n]?.call('coupon.claim', drop) })));
          for (const { n, reply } of replies) {
            if (reply?.ok !== true) continue;
            left -= 1;
            held[n] = (held[n] ?? 0) + 1;
          }
          const refused = replies.flatMap(({ n, reply }) => (reply?.ok === false ? [{ n, code: reply.code }] : []));
          for (const { n, code } of refused) {
            if (code === 'limit_reached') expect(held[n]).toBe(perMemberMax);
            else expect({ code, left }).toEqual({ code: 'sold_out', left: 0 });
          }
          expect(left).toBeGreaterThanOrEqual(0);
        }
        expect(Math.max(...held)).toBeLessThanOrEqual(perMemberMax);
        const [row] = (await owner.get('analytics.today', { communityId })).campaigns;
        const claimers = held.filter((count) => count > 0).length;
        expect(row).toMatchObject({ couponsIssued: stock - left, card: { left, people: claimers } });
        expect(await checkData(town.store)).toMatchObject({ differences: [] });
      }),
      { numRuns: 25 },
    );
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
    const firsts = Array.from({ length: 1_600 }, (_, n) => firstPartOf(`member-${n.toString(36)}`, RUSH_PARTS));
    const counts = Array.from({ length: RUSH_PARTS }, (_, part) => firsts.filter((first) => first === part).length);
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThan(200);
  });
});
