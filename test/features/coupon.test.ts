// Claiming through the real application: never one over the stock, never one over the limit, and the terms stay as they were.
import { describe, expect, test } from 'vitest';
import { dayStartAt } from '#core/values/day';
import { DAY_MS, MINUTE_MS } from '#core/values/instant';
import { amountOff } from '../support/documents';
import { type DraftChoices, openShop, shanghai } from '../support/town';

async function openDrop(draft: Partial<DraftChoices> = {}) {
  const shop = await openShop();
  const campaignId = await shop.publish({ ...draft, type: 'coupon_drop' });
  return { ...shop, drop: { communityId: shop.communityId, campaignId } };
}

function tally(codes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe('a stock', () => {
  test.each([
    [1, 64],
    [5, 64],
  ])('of %i, claimed by %i members at once, is given away exactly', async (stock, people) => {
    const { member, drop, owner, communityId } = await openDrop({ parameters: { stock } });
    const members = await Promise.all(Array.from({ length: people }, (_, index) => member(`member-${index}`)));
    const codes = await Promise.all(members.map((person) => person.code('coupon.claim', drop)));
    expect(tally(codes)).toEqual({ ok: stock, sold_out: people - stock });
    const wallets = await Promise.all(members.map((person) => person.get('coupon.wallet', { communityId })));
    expect(wallets.reduce((sum, wallet) => sum + wallet.tickets.length, 0)).toBe(stock);
    const [row] = (await owner.get('analytics.today', { communityId })).campaigns;
    expect(row).toMatchObject({ couponsReserved: stock, couponsIssued: stock, funnel: { claimed: stock } });
  });

  test('of one, tapped 64 times by one member, gives one and says that the limit is reached', async () => {
    const { member, drop } = await openDrop({ parameters: { stock: 1 } });
    const anna = await member('anna');
    const codes = await Promise.all(Array.from({ length: 64 }, () => anna.code('coupon.claim', drop)));
    expect(tally(codes)).toEqual({ ok: 1, limit_reached: 63 });
  });

  test('says how much there was when it is gone, and the wall shows none left', async () => {
    const { member, drop } = await openDrop({ parameters: { stock: 1 } });
    const [anna, bob] = [await member('anna'), await member('bob')];
    expect((await bob.get('campaign.open', drop)).card).toMatchObject({ left: 1, locked: null });
    expect(await anna.get('coupon.claim', drop)).toMatchObject({ left: 0 });
    expect(await bob.call('coupon.claim', drop)).toEqual({ ok: false, code: 'sold_out', data: { stock: 1 } });
    expect((await bob.get('campaign.open', drop)).card).toMatchObject({ left: 0, locked: { code: 'sold_out', data: { stock: 1 } } });
  });
});

describe("a member's limit", () => {
  test('of two, tapped ten times at once, gives two', async () => {
    const { member, drop, communityId } = await openDrop({ parameters: { perMemberMax: 2 } });
    const anna = await member('anna');
    const replies = await Promise.all(Array.from({ length: 10 }, () => anna.call('coupon.claim', drop)));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(2);
    for (const reply of replies.filter((one) => !one.ok)) {
      expect(reply).toEqual({ ok: false, code: 'limit_reached', data: { max: 2, held: 2 } });
    }
    const { tickets } = await anna.get('coupon.wallet', { communityId });
    expect(new Set(tickets.map((ticket) => ticket.couponId)).size).toBe(2);
  });

  test('is not used up by a retry after a lost answer', async () => {
    const { member, drop, communityId } = await openDrop({ parameters: { perMemberMax: 2 } });
    const anna = await member('anna');
    const first = await anna.call('coupon.claim', drop, 'claim-request-1');
    expect(await anna.call('coupon.claim', drop, 'claim-request-1')).toEqual(first);
    expect((await anna.get('coupon.wallet', { communityId })).tickets).toHaveLength(1);
    expect(await anna.code('coupon.claim', drop)).toBe('ok');
  });

  test('holds after the coupon has been used', async () => {
    const { member, clerk, drop, communityId } = await openDrop();
    const [anna, cashier] = [await member('anna'), await clerk('clerk')];
    const { ticket } = await anna.get('coupon.claim', drop);
    const { code } = await anna.get('redemption.code', { communityId, couponId: ticket.couponId });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
    expect(await anna.code('coupon.claim', drop)).toBe('limit_reached');
  });
});

describe('a drop for one group only', () => {
  test('refuses somebody outside, with the name of the group', async () => {
    const { town, drop, communityId } = await openDrop({ groupId: 'fruit-group' });
    const dora = town.person('dora');
    await dora.get('community.enter', { communityId });
    await dora.get('community.join', { communityId });
    const refusal = { code: 'not_in_group', data: { label: '幸福里果蔬群' } };
    expect((await dora.get('campaign.open', drop)).card).toMatchObject({ groupLabel: '幸福里果蔬群', locked: refusal });
    expect(await dora.call('coupon.claim', drop)).toEqual({ ok: false, ...refusal });
  });

  test('is open for half an hour to somebody who came from the group', async () => {
    const { town, member, drop, communityId } = await openDrop({ groupId: 'fruit-group', parameters: { perMemberMax: 3 } });
    const anna = await member('anna');
    const seenAt = town.now();
    town.wait(30 * MINUTE_MS);
    expect(await anna.code('coupon.claim', drop)).toBe('ok');
    town.wait(1);
    // Her page says that she was seen in the group: the refusal says when, and that it is too long ago.
    expect(await anna.call('coupon.claim', drop)).toEqual({ ok: false, code: 'not_in_group', data: { label: '幸福里果蔬群', seenAt } });
    await anna.get('community.enter', { communityId, proof: anna.proof() });
    expect(await anna.code('coupon.claim', drop)).toBe('ok');
  });

  test('does not open to a proof of another group', async () => {
    const { town, drop, communityId, owner } = await openDrop({ groupId: 'fruit-group' });
    await owner.get('community.bindGroup', { communityId, proof: owner.proof('tea-group'), label: '茶友群' });
    const dora = town.person('dora');
    await dora.get('community.enter', { communityId, proof: dora.proof('tea-group') });
    await dora.get('community.join', { communityId });
    expect(await dora.call('coupon.claim', drop)).toMatchObject({ code: 'not_in_group', data: { label: '幸福里果蔬群' } });
  });
});

describe('between opening and tapping', () => {
  test('an ended drop and a paused drop each say so', async () => {
    const { member, owner, drop } = await openDrop();
    const anna = await member('anna');
    await owner.get('campaign.pause', drop);
    expect(await anna.code('coupon.claim', drop)).toBe('campaign_paused');
    await owner.get('campaign.end', drop);
    expect(await anna.call('coupon.claim', drop)).toEqual({ ok: false, code: 'campaign_ended', data: { endedOn: '2026-03-02' } });
  });

  test('a claim and the end at the same moment leave a whole state', async () => {
    const { member, owner, drop, communityId } = await openDrop({ parameters: { stock: 10 } });
    const members = await Promise.all(Array.from({ length: 10 }, (_, index) => member(`member-${index}`)));
    const [ended, ...codes] = await Promise.all([
      owner.get('campaign.end', drop),
      ...members.map((person) => person.code('coupon.claim', drop)),
    ]);
    const given = codes.filter((code) => code === 'ok').length;
    expect(ended).toEqual({ pointsReleased: 0, couponsReleased: 10 - given, couponsHeld: given, goodsReleased: 0 });
    expect(codes.filter((code) => code === 'campaign_ended')).toHaveLength(10 - given);
    const [row] = (await owner.get('analytics.today', { communityId })).campaigns;
    expect(row).toMatchObject({ couponsReserved: given, couponsIssued: given });
  });
});

describe('a claimed coupon', () => {
  test('stays as it was when its campaign ends, and can still be used', async () => {
    const { member, clerk, owner, drop, communityId } = await openDrop({ parameters: { stock: 3 } });
    const [anna, cashier] = [await member('anna'), await clerk('clerk')];
    const { ticket } = await anna.get('coupon.claim', drop);
    expect(await owner.get('campaign.end', drop)).toEqual({ pointsReleased: 0, couponsReleased: 2, couponsHeld: 1, goodsReleased: 0 });
    expect((await anna.get('coupon.wallet', { communityId })).tickets).toEqual([ticket]);
    const { code } = await anna.get('redemption.code', { communityId, couponId: ticket.couponId });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.digits });
    expect(await cashier.code('redemption.confirm', { communityId, scanToken, orderFen: 3_000 })).toBe('ok');
  });

  test('bears the terms and the version under which it was claimed, and a live campaign cannot be edited away from them', async () => {
    const { owner, save, member, communityId } = await openShop();
    const campaignId = await save({ type: 'coupon_drop', parameters: { amountOffFen: 100 } });
    const { draft } = await owner.get('campaign.preview', { communityId, campaignId });
    const better = { ...draft, title: '改过的券', parameters: { ...draft.parameters, amountOffFen: 700, thresholdFen: 0 } };
    await owner.get('campaign.save', { communityId, campaignId, draft: better });
    await owner.get('campaign.publish', { communityId, campaignId });
    const anna = await member('anna');
    const { ticket } = await anna.get('coupon.claim', { communityId, campaignId });
    expect(ticket).toMatchObject({ title: '改过的券', benefit: amountOff(700), thresholdFen: 0, version: 1, reason: 'claim' });
    expect(await owner.call('campaign.save', { communityId, campaignId, draft })).toEqual({
      ok: false,
      code: 'campaign_not_draft',
      data: { state: 'live' },
    });
    expect((await anna.get('coupon.wallet', { communityId })).tickets).toEqual([ticket]);
  });

  test('counts its days down to the last, today included', async () => {
    const { town, member, drop, communityId } = await openDrop({ endsOn: '2026-03-04' });
    const anna = await member('anna');
    expect((await anna.get('coupon.claim', drop)).ticket).toMatchObject({ state: 'usable', daysLeft: 3, useUntilOn: '2026-03-04' });
    const last = dayStartAt('2026-03-05', shanghai);
    town.goTo(last - 1);
    expect((await anna.get('coupon.wallet', { communityId })).tickets).toMatchObject([{ state: 'usable', daysLeft: 1 }]);
    town.goTo(last);
    expect((await anna.get('coupon.wallet', { communityId })).tickets).toMatchObject([{ state: 'expired', daysLeft: 0 }]);
  });

  test('is in the wallet of its holder only', async () => {
    const { member, drop, communityId } = await openDrop();
    const [anna, bob] = [await member('anna'), await member('bob')];
    await anna.get('coupon.claim', drop);
    expect((await bob.get('coupon.wallet', { communityId })).tickets).toEqual([]);
  });

  test('is found in a long wallet exactly once, page by page, the newest first', async () => {
    const { town, member, publish, communityId } = await openDrop();
    const drops = await Promise.all(
      ['一', '二', '三', '四'].map((title) => publish({ type: 'coupon_drop', title: `优惠${title}`, parameters: { perMemberMax: 20 } })),
    );
    const anna = await member('anna');
    for (const campaignId of drops) {
      for (let n = 0; n < 20; n += 1) await anna.get('coupon.claim', { communityId, campaignId });
      town.wait(DAY_MS);
    }
    const seen: { couponId: string; claimedAt: number }[] = [];
    let cursor: string | undefined;
    do {
      const page = await anna.get('coupon.wallet', cursor === undefined ? { communityId } : { communityId, cursor });
      seen.push(...page.tickets);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(80);
    expect(new Set(seen.map((ticket) => ticket.couponId)).size).toBe(80);
    expect(seen.map((ticket) => ticket.claimedAt)).toEqual(seen.map((ticket) => ticket.claimedAt).sort((a, b) => b - a));
  });
});
