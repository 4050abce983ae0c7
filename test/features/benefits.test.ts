// Every benefit through the real application, from the claim to the counter, with the limits of a day and days that begin with a claim.
import { describe, expect, test } from 'vitest';
import { dayEndAt } from '#core/values/day';
import { openCounter } from '../support/counter';
import { openShop, shanghai } from '../support/town';

describe('a coupon', () => {
  test.each<[worth: string, parameters: Record<string, string | number>, orderFen: number, sum: object]>([
    [
      'a fifth off up to a cap',
      { benefit: 'percent_off', percentOff: 20, capFen: 900, thresholdFen: 0 },
      10_001,
      { orderFen: 10_001, offFen: 900, payFen: 9_101 },
    ],
    [
      'a fifth off below the cap, a part of a fen for the customer',
      { benefit: 'percent_off', percentOff: 20, capFen: 900, thresholdFen: 0 },
      1_001,
      { orderFen: 1_001, offFen: 201, payFen: 800 },
    ],
    ['a gift without an order', { benefit: 'gift', item: '豆浆一杯', thresholdFen: 0 }, 0, { orderFen: 0, offFen: 0, payFen: 0 }],
    [
      'a gift with an order',
      { benefit: 'gift', item: '豆浆一杯', thresholdFen: 3_000 },
      3_000,
      { orderFen: 3_000, offFen: 0, payFen: 3_000 },
    ],
    ['a service', { benefit: 'service', item: '洗剪吹一次' }, 0, { orderFen: 0, offFen: 0, payFen: 0 }],
    [
      'a thing at the group price',
      { benefit: 'group_price', item: '吐司一条', referenceFen: 1_500, priceFen: 990, evidence: '3 月 1 日店里卖 15 元' },
      0,
      { orderFen: 1_500, offFen: 510, payFen: 990 },
    ],
  ])('worth %s is used once for its sum', async (_worth, parameters, orderFen, sum) => {
    const { cashier, scan, communityId, owner, coupon } = await openCounter({ parameters });
    const scanToken = await scan();
    expect(await cashier.get('redemption.preview', { communityId, scanToken, orderFen })).toEqual(sum);
    expect(await cashier.get('redemption.confirm', { communityId, scanToken, orderFen })).toMatchObject({ sum });
    expect(await cashier.code('redemption.confirm', { communityId, scanToken, orderFen })).toBe('already_redeemed');
    await owner.get('redemption.undo', { ...coupon, reason: '点错了' });
    expect(await cashier.get('redemption.confirm', { communityId, scanToken: await scan(), orderFen })).toMatchObject({ sum });
  });

  test('that takes something off is not used up on an order of nothing', async () => {
    const { cashier, scan, communityId, anna } = await openCounter({ parameters: { thresholdFen: 0 } });
    const scanToken = await scan();
    expect(await cashier.code('redemption.preview', { communityId, scanToken, orderFen: 0 })).toBe('order_missing');
    expect(await cashier.code('redemption.confirm', { communityId, scanToken, orderFen: 0 })).toBe('order_missing');
    expect((await anna.get('coupon.wallet', { communityId })).tickets).toMatchObject([{ state: 'usable' }]);
  });
});

describe('a limit of a day', () => {
  test('holds under ten taps at once, opens again on the next day, and ends with the limit of all days', async () => {
    const shop = await openShop();
    const campaignId = await shop.publish({ type: 'coupon_drop', parameters: { perMemberMax: 3, perMemberDayMax: 2 } });
    const anna = await shop.member('anna');
    const drop = { communityId: shop.communityId, campaignId };
    const codes = await Promise.all(Array.from({ length: 10 }, () => anna.code('coupon.claim', drop)));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(2);
    expect(codes.filter((code) => code === 'day_limit_reached')).toHaveLength(8);
    const { card } = await anna.get('campaign.open', drop);
    expect(card.locked).toMatchObject({ code: 'day_limit_reached', data: { max: 2 } });
    shop.town.nextDay();
    expect((await anna.get('campaign.open', drop)).card.locked).toBeNull();
    expect(await anna.code('coupon.claim', drop)).toBe('ok');
    expect(await anna.call('coupon.claim', drop)).toEqual({ ok: false, code: 'limit_reached', data: { max: 3, held: 3 } });
  });
});

describe('three days from the day after the claim', () => {
  test('begin with the next day and last to the end of the third', async () => {
    const shop = await openShop();
    const campaignId = await shop.publish({
      type: 'coupon_drop',
      parameters: { validity: 'from_claim', validDays: 3, startsNextDay: 1 },
    });
    const anna = await shop.member('anna');
    shop.town.goToDay('2026-03-30', 23.9);
    const { ticket } = await anna.get('coupon.claim', { communityId: shop.communityId, campaignId });
    expect(ticket).toMatchObject({ useFromOn: '2026-03-31', useUntilOn: '2026-04-02', state: 'not_yet' });
    const coupon = { communityId: shop.communityId, couponId: ticket.couponId };
    // An early try is refused and changes nothing.
    expect(await anna.call('redemption.code', coupon)).toEqual({ ok: false, code: 'coupon_not_yet', data: { useFromOn: '2026-03-31' } });
    shop.town.goToDay('2026-03-31', 0);
    expect(await anna.code('redemption.code', coupon)).toBe('ok');
    shop.town.goToDay('2026-04-02', 0);
    shop.town.wait(dayEndAt('2026-04-02', shanghai) - shop.town.now());
    expect(await anna.code('redemption.code', coupon)).toBe('ok');
    shop.town.wait(1);
    expect(await anna.code('redemption.code', coupon)).toBe('coupon_expired');
  });
});
