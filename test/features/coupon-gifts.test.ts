// Coupons as a welcome gift and for points through the real application: once, within what was set aside, and usable like any other.
import { describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { openShop, type Resident } from '../support/town';

const choices = { gives: 'coupon', benefit: 'amount_off', amountOffFen: 500, thresholdFen: 3_000, validity: 'from_claim', validDays: 7 };

async function openGifts(type: 'welcome_gift' | 'points_exchange', parameters: Record<string, number | string>) {
  const shop = await openShop();
  const { communityId, town, owner } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31', parameters: { pointsPerDay: 50, milestones: [] } });
  const campaignId = await shop.publish({ type, endsOn: '2026-05-31', parameters: { ...choices, ...parameters } });
  const input = { communityId, campaignId };
  const checkIn = (person: Resident, requestId?: string) => person.get('checkin.checkIn', { communityId, campaignId: plan }, requestId);
  const wallet = async (person: Resident) => (await person.get('coupon.wallet', { communityId })).tickets;
  const numbers = async () =>
    (await owner.get('analytics.today', { communityId })).campaigns.find(({ card }) => card.campaignId === campaignId);
  const sound = async () => expect((await checkData(town.store)).differences).toEqual([]);
  return { ...shop, communityId, campaignId, input, plan, checkIn, wallet, numbers, sound };
}

describe('a welcome gift that is a coupon', () => {
  test('comes with the first own check-in, once however often the tap arrives', async () => {
    const { member, checkIn, wallet, town, sound } = await openGifts('welcome_gift', { gifts: 5 });
    const anna = await member('anna');
    const [first, second] = await Promise.all([checkIn(anna, 'one-single-tap'), checkIn(anna, 'one-single-tap')]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ points: 50, welcome: { points: 0, coupon: { thresholdFen: 3_000 } } });
    expect(await wallet(anna)).toMatchObject([{ reason: 'welcome', state: 'usable', benefit: { kind: 'amount_off', amountOffFen: 500 } }]);
    town.nextDay();
    expect((await checkIn(anna)).welcome).toBeNull();
    expect(await wallet(anna)).toHaveLength(1);
    await sound();
  });

  test('is never given above what was set aside, and its end keeps nobody from checking in', async () => {
    const { member, checkIn, wallet, numbers, sound } = await openGifts('welcome_gift', { gifts: 2 });
    const people = [await member('anna'), await member('bob'), await member('carl')];
    const values = await Promise.all(people.map((person) => checkIn(person)));
    expect(values.filter(({ welcome }) => welcome !== null)).toHaveLength(2);
    expect((await Promise.all(people.map(wallet))).flat()).toHaveLength(2);
    expect(await numbers()).toMatchObject({ couponsReserved: 2, couponsIssued: 2, pointsReserved: 0 });
    await sound();
  });

  test('can be a thing, and its terms say which', async () => {
    const { owner, save, communityId } = await openGifts('welcome_gift', {});
    const campaignId = await save({ type: 'welcome_gift', parameters: { ...choices, benefit: 'gift', item: '豆浆一杯' } });
    const { terms, reserve } = await owner.get('campaign.preview', { communityId, campaignId });
    expect(terms.find(({ code }) => code === 'coupon_benefit')?.data).toMatchObject({ benefit: { kind: 'gift', item: '豆浆一杯' } });
    expect(terms.map(({ code }) => code)).not.toContain('welcome_points');
    expect(reserve).toMatchObject({ coupons: 100, points: 0 });
  });
});

describe('a coupon for points', () => {
  test('is paid for and given at once: it is in the wallet, and there is no order', async () => {
    const { member, checkIn, wallet, input, communityId, sound } = await openGifts('points_exchange', { pricePoints: 40, stock: 3 });
    const anna = await member('anna');
    await checkIn(anna);
    const value = await anna.get('points.exchange', input);
    expect(value).toMatchObject({ order: null, balance: 10, left: 2, ticket: { reason: 'exchange', state: 'usable' } });
    expect(await wallet(anna)).toMatchObject([{ reason: 'exchange', couponId: value.ticket?.couponId }]);
    expect((await anna.get('points.myOrders', { communityId })).orders).toEqual([]);
    expect((await anna.get('points.statement', { communityId })).lines[0]).toMatchObject({ points: -40, reason: 'exchange' });
    await sound();
  });

  test.each([
    [
      'a share up to a cap',
      { benefit: 'percent_off', percentOff: 20, capFen: 900, thresholdFen: 0 },
      10_000,
      { offFen: 900, payFen: 9_100 },
    ],
    ['something handed over', { benefit: 'gift', item: '豆浆一杯', thresholdFen: 3_000 }, 3_000, { offFen: 0, payFen: 3_000 }],
    ['a service', { benefit: 'service', item: '洗剪吹一次' }, 0, { offFen: 0, payFen: 0 }],
  ])('can be worth %s: its terms say so, and the counter takes it once', async (_worth, parameters, orderFen, sum) => {
    const { member, clerk, checkIn, input, communityId, sound } = await openGifts('points_exchange', { pricePoints: 40, ...parameters });
    const [anna, cashier] = [await member('anna'), await clerk('clerk')];
    const { benefit, item } = { item: undefined, ...parameters };
    const { terms } = await anna.get('campaign.open', input);
    const says = terms.find(({ code }) => code === 'coupon_benefit')?.data;
    expect(says).toMatchObject({ benefit: { kind: benefit, ...(item === undefined ? {} : { item }) } });
    await checkIn(anna);
    const { ticket, order } = await anna.get('points.exchange', input);
    expect([ticket, order]).toMatchObject([{ reason: 'exchange', state: 'usable', benefit: { kind: benefit } }, null]);
    const { code } = await anna.get('redemption.code', { communityId, couponId: ticket?.couponId ?? '' });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    expect((await cashier.get('redemption.confirm', { communityId, scanToken, orderFen })).sum).toMatchObject(sum);
    expect(await cashier.code('redemption.confirm', { communityId, scanToken, orderFen })).toBe('already_redeemed');
    await sound();
  });

  test('of a thing is asked for its name, and no longer one than a ticket has room for', async () => {
    const { save, owner, communityId } = await openGifts('points_exchange', {});
    const problemsOf = async (parameters: Record<string, number | string>) => {
      const campaignId = await save({ type: 'points_exchange', parameters: { ...choices, ...parameters } });
      return (await owner.get('campaign.preview', { communityId, campaignId })).problems;
    };
    const long = '一'.repeat(17);
    expect(await problemsOf({ gives: 'goods', item: long })).toEqual([]);
    expect(await problemsOf({ benefit: 'gift', item: long })).toEqual([{ path: 'item', problem: 'too_long', limit: 16 }]);
    expect(await problemsOf({ benefit: 'service', item: '' })).toMatchObject([{ path: 'item', problem: 'missing' }]);
    expect(await problemsOf({ benefit: 'amount_off', item: '' })).toEqual([]);
  });

  test('is given once for the same tap, and two taps spend only what is there', async () => {
    const { member, checkIn, wallet, input, sound } = await openGifts('points_exchange', { pricePoints: 30, stock: 3, perMemberMax: 3 });
    const anna = await member('anna');
    const bob = await member('bob');
    await checkIn(anna);
    await checkIn(bob);
    const [first, second] = await Promise.all([
      anna.get('points.exchange', input, 'one-single-tap'),
      anna.get('points.exchange', input, 'one-single-tap'),
    ]);
    expect(second).toEqual(first);
    const codes = await Promise.all([bob.code('points.exchange', input), bob.code('points.exchange', input)]);
    expect(codes.sort()).toEqual(['ok', 'points_short']);
    expect([(await wallet(anna)).length, (await wallet(bob)).length]).toEqual([1, 1]);
    await sound();
  });

  test('goes as far as limit and stock and no further, and is redeemed like any other', async () => {
    const { member, clerk, checkIn, wallet, input, communityId, sound } = await openGifts('points_exchange', { pricePoints: 20, stock: 2 });
    const people = [await member('anna'), await member('bob'), await member('carl')] as const;
    for (const person of people) await checkIn(person);
    const codes = await Promise.all(people.map((person) => person.code('points.exchange', input)));
    expect(codes.sort()).toEqual(['ok', 'ok', 'sold_out']);
    const holders = await Promise.all(people.map(async (person) => ({ person, tickets: await wallet(person) })));
    const holder = holders.find(({ tickets }) => tickets.length > 0);
    if (holder === undefined) throw new Error('nobody has one');
    expect(await holder.person.code('points.exchange', input)).toBe('limit_reached');
    const cashier = await clerk('clerk');
    const couponId = holder.tickets[0]?.couponId ?? '';
    const { code } = await holder.person.get('redemption.code', { communityId, couponId });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    const { sum } = await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
    expect(sum.payFen).toBe(4_500);
    await sound();
  });
});

test('goods for points are counted for the owner, and their terms say that they are kept when the exchange ends early', async () => {
  const { member, clerk, owner, checkIn, input, communityId, numbers } = await openGifts('points_exchange', {
    gives: 'goods',
    pricePoints: 20,
    stock: 4,
  });
  const anna = await member('anna');
  await checkIn(anna);
  await anna.get('points.exchange', input);
  expect(await numbers()).toMatchObject({ goodsReserved: 4, goodsIssued: 1, couponsReserved: 0 });
  await owner.get('campaign.end', input);
  const { terms } = await anna.get('campaign.open', input);
  expect(terms.map(({ code }) => code)).toContain('exchange_after_end');
  const order = { ...input, memberId: anna.memberIdIn(communityId), n: 1 };
  expect(await (await clerk('clerk')).code('points.handOver', order)).toBe('ok');
});
