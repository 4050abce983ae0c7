// The group price through the real application: reserved in pieces, never one over the stock, paid for once at the counter.
import { describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { type DraftChoices, openShop, type Resident } from '../support/town';

const toast = {
  item: '吐司一条',
  referenceFen: 1_500,
  evidence: '3 月 1 日本店售价 15 元，近七天低价 15 元（3 月 1 日）',
  priceFen: 1_000,
  byTier: 1,
  userPriceFen: 950,
  fanPriceFen: 900,
  coreFanPriceFen: 800,
};

async function openToast(parameters: DraftChoices['parameters'] = {}) {
  const shop = await openShop();
  const { communityId } = shop;
  const campaignId = await shop.publish({ type: 'group_price', parameters: { ...toast, stock: 10, quantityMax: 3, ...parameters } });
  const offer = { communityId, campaignId };
  const clerk = await shop.clerk('clerk');
  const reserve = (person: Resident, quantity: number) => person.get('coupon.claim', { ...offer, quantity });
  const scan = async (person: Resident, couponId: string, by = clerk) => {
    const { code } = await person.get('redemption.code', { communityId, couponId });
    return (await by.get('redemption.scan', { communityId, code: code.token })).scanToken;
  };
  return { ...shop, offer, cashier: clerk, reserve, scan };
}

describe('a reservation', () => {
  test('is a ticket for so many at the price of the tier, and takes as many from the stock', async () => {
    const { member, offer, reserve } = await openToast();
    const anna = await member('anna');
    expect((await anna.get('campaign.open', offer)).card).toMatchObject({ left: 10, mine: { priceFen: 1_000, claimedMax: 1 } });
    const { ticket, left } = await reserve(anna, 3);
    expect(left).toBe(7);
    expect(ticket).toMatchObject({
      benefit: { kind: 'group_price', item: '吐司一条', priceFen: 1_000, referenceFen: 1_500, quantity: 3 },
      thresholdFen: 0,
    });
    expect((await anna.get('campaign.open', offer)).card).toMatchObject({ left: 7, people: 1, locked: { code: 'limit_reached' } });
    expect(await anna.call('coupon.claim', { ...offer, quantity: 1 })).toMatchObject({ ok: false, code: 'limit_reached' });
  });

  test('of nothing said is one', async () => {
    const { member, offer } = await openToast();
    expect((await (await member('anna')).get('coupon.claim', offer)).ticket.benefit).toMatchObject({ quantity: 1 });
  });

  test.each([
    [10, 3],
    [7, 2],
    [64, 1],
  ])('from a stock of %i, by thirty at once who want %i each, gives whole ones and never more than there are', async (stock, quantity) => {
    const { member, offer, owner, communityId } = await openToast({ stock, quantityMax: 3 });
    const people = await Promise.all(Array.from({ length: 30 }, (_, index) => member(`member-${index}`)));
    const replies = await Promise.all(people.map((person) => person.call('coupon.claim', { ...offer, quantity })));
    const given = replies.filter((reply) => reply.ok).length;
    expect(given).toBe(Math.min(30, Math.floor(stock / quantity)));
    for (const reply of replies) if (!reply.ok) expect(['sold_out', 'not_enough_left']).toContain(reply.code);
    const [row] = (await owner.get('analytics.today', { communityId })).campaigns;
    expect(row).toMatchObject({ couponsReserved: stock, couponsIssued: given * quantity });
  });

  test('that is not picked up expires with its last day', async () => {
    const { member, reserve, town, communityId } = await openToast({ validity: 'from_claim', validDays: 2 });
    const anna = await member('anna');
    const { ticket } = await reserve(anna, 2);
    town.nextDay();
    expect(await anna.code('redemption.code', { communityId, couponId: ticket.couponId })).toBe('ok');
    town.nextDay();
    expect(await anna.code('redemption.code', { communityId, couponId: ticket.couponId })).toBe('coupon_expired');
  });
});

describe('a ticket of a group price at the counter', () => {
  test('is paid for once, whatever two clerks do at the same moment, and its undo gives it back whole', async () => {
    const { member, clerk, reserve, scan, cashier, owner, communityId } = await openToast();
    const anna = await member('anna');
    const second = await clerk('second');
    const { ticket } = await reserve(anna, 2);
    const tokens = [await scan(anna, ticket.couponId), await scan(anna, ticket.couponId, second)] as const;
    const sum = { orderFen: 3_000, offFen: 1_000, payFen: 2_000 };
    expect(await cashier.get('redemption.preview', { communityId, scanToken: tokens[0], orderFen: 0 })).toEqual(sum);
    const codes = await Promise.all([
      cashier.code('redemption.confirm', { communityId, scanToken: tokens[0], orderFen: 0 }),
      second.code('redemption.confirm', { communityId, scanToken: tokens[1], orderFen: 0 }),
    ]);
    expect([...codes].sort()).toEqual(['already_redeemed', 'ok']);
    expect((await owner.get('redemption.recent', { communityId })).lines).toMatchObject([sum]);
    await owner.get('redemption.undo', { communityId, couponId: ticket.couponId, reason: '还没取' });
    const again = await scan(anna, ticket.couponId);
    expect(await cashier.get('redemption.confirm', { communityId, scanToken: again, orderFen: 5_000 })).toMatchObject({
      sum: { orderFen: 5_000, offFen: 1_000, payFen: 4_000 },
    });
  });
});

test('the terms say the price of each tier, what the reference price rests on, and that what is not picked up expires', async () => {
  const { owner, save, communityId } = await openToast();
  const campaignId = await save({ type: 'group_price', parameters: toast });
  const { terms, problems } = await owner.get('campaign.preview', { communityId, campaignId });
  expect(problems).toEqual([]);
  expect(terms.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['group_price', 'group_price_tiers', 'reference_price', 'group_price_quantity', 'reservation']),
  );
});

test('what was reserved, used and taken back is what the journal makes of it', async () => {
  const { town, member, reserve, scan, cashier, owner, communityId } = await openToast();
  const [anna, bob] = [await member('anna'), await member('bob')];
  const { ticket } = await reserve(anna, 3);
  await reserve(bob, 2);
  await cashier.get('redemption.confirm', { communityId, scanToken: await scan(anna, ticket.couponId), orderFen: 0 });
  await owner.get('redemption.undo', { communityId, couponId: ticket.couponId, reason: '还没取' });
  expect((await checkData(town.store)).differences).toEqual([]);
});

test('a price without its evidence cannot be published', async () => {
  const { owner, save, communityId } = await openToast();
  const campaignId = await save({ type: 'group_price', parameters: { ...toast, evidence: '' } });
  expect(await owner.call('campaign.publish', { communityId, campaignId })).toMatchObject({
    code: 'draft_incomplete',
    data: { paths: ['evidence'] },
  });
});
