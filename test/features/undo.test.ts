// Taking a redemption back through the real application: by the owner, within a day, once.
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#core/values/instant';
import { openCounter } from '../support/counter';

describe('taking a redemption back', () => {
  test('within a day makes the coupon usable again, and every count is as before', async () => {
    const { town, owner, cashier, anna, coupon, communityId, redeem, scan } = await openCounter();
    await redeem();
    town.wait(DAY_MS);
    expect((await owner.get('analytics.today', { communityId })).campaigns[0]?.funnel.redeemed).toBe(1);
    await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
    expect((await owner.get('analytics.today', { communityId })).campaigns[0]?.funnel.redeemed).toBe(0);
    expect((await owner.get('redemption.recent', { communityId })).lines).toEqual([]);
    expect((await anna.get('coupon.wallet', { communityId })).tickets).toMatchObject([{ state: 'usable', redeemedAt: null }]);
    expect(await cashier.code('redemption.confirm', { communityId, scanToken: await scan(), orderFen: 5_000 })).toBe('ok');
    expect((await owner.get('analytics.today', { communityId })).campaigns[0]?.funnel).toMatchObject({ claimed: 1, redeemed: 1 });
  });

  test('leaves nothing behind: the wallet, who holds what, the trust card and the console say what they said before', async () => {
    const { owner, anna, coupon, communityId, campaignId, redeem } = await openCounter();
    const everything = async () => ({
      wallet: (await anna.get('coupon.wallet', { communityId })).tickets,
      today: await owner.get('analytics.today', { communityId }),
      recent: await owner.get('redemption.recent', { communityId }),
      holders: await owner.get('promise.holders', { communityId, campaignId, part: 'coupons' }),
      trust: await owner.get('promise.trust', { communityId }),
    });
    const before = await everything();
    await redeem();
    expect(await everything()).not.toEqual(before);
    await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
    expect(await everything()).toEqual(before);
  });

  test('a millisecond after a day is too late', async () => {
    const { town, owner, coupon, redeem } = await openCounter();
    await redeem();
    town.wait(DAY_MS + 1);
    expect(await owner.call('redemption.undo', { ...coupon, reason: '按错了' })).toEqual({
      ok: false,
      code: 'undo_too_late',
      data: { hours: 24 },
    });
  });

  test('works once: a second undo finds nothing redeemed', async () => {
    const { owner, coupon, redeem } = await openCounter();
    await redeem();
    const codes = await Promise.all([1, 2, 3].map(() => owner.code('redemption.undo', { ...coupon, reason: '按错了' })));
    expect(codes.sort()).toEqual(['not_redeemed', 'not_redeemed', 'ok']);
  });

  test('that was redeemed anew counts from the new redemption', async () => {
    const { town, owner, coupon, redeem } = await openCounter();
    await redeem();
    town.wait(20 * HOUR_MS);
    await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
    await redeem();
    town.wait(20 * HOUR_MS);
    expect(await owner.code('redemption.undo', { ...coupon, reason: '又错了' })).toBe('ok');
  });

  test('makes the scan that it rested on worthless: the holder shows a code again', async () => {
    const { owner, cashier, coupon, communityId, scan } = await openCounter();
    const scanToken = await scan();
    await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
    await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
    expect(await cashier.code('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).toBe('scan_expired');
    expect(await cashier.code('redemption.confirm', { communityId, scanToken: await scan(), orderFen: 5_000 })).toBe('ok');
  });

  test('is for the owner, not for a clerk', async () => {
    const { cashier, coupon, redeem } = await openCounter();
    await redeem();
    expect(await cashier.code('redemption.undo', { ...coupon, reason: '按错了' })).toBe('co_owner_only');
  });

  test('is listed with until when it can be done', async () => {
    const { owner, redeem, communityId, anna, cashier } = await openCounter();
    const redeemedAt = await redeem();
    const { lines } = await owner.get('redemption.recent', { communityId });
    expect(lines).toMatchObject([{ redeemedAt, undoUntilAt: redeemedAt + DAY_MS, orderFen: 5_000, offFen: 500, payFen: 4_500 }]);
    expect(lines[0]?.holder.memberId).toBe(anna.memberIdIn(communityId));
    expect(lines[0]?.clerk.memberId).toBe(cashier.memberIdIn(communityId));
  });
});

test('a day whose only redemption was taken back counts nobody who redeemed', async () => {
  const { owner, coupon, redeem, communityId } = await openCounter();
  await redeem();
  expect((await owner.get('analytics.today', { communityId })).day.redeemed).toBe(1);
  await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
  expect((await owner.get('analytics.today', { communityId })).day.redeemed).toBe(0);
});
