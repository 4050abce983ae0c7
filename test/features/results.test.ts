// What came of campaigns: each person once, no stage larger than the one before it, pages that add up, and nobody who has been erased.
import { describe, expect, test } from 'vitest';
import { addResults, noResults, type Results } from '#core/rules/analytics/results';
import { openCounter } from '../support/counter';
import { openInvites } from '../support/invites';
import { openShop, type Resident } from '../support/town';

/** All pages, added up as the phone does. */
async function resultsOf(owner: Resident, communityId: string): Promise<Results> {
  let sum = noResults;
  let cursor: string | null = null;
  do {
    const page: Results & { cursor: string | null } = await owner.get('analytics.results', {
      communityId,
      ...(cursor === null ? {} : { cursor }),
    });
    sum = addResults(sum, page);
    cursor = page.cursor;
  } while (cursor !== null);
  return sum;
}

describe('the way through a campaign', () => {
  test('counts who took part without having been noticed before as having seen and opened it', async () => {
    const shop = await openShop();
    const { communityId, owner } = shop;
    const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
    const anna = await shop.member('anna');
    const bob = await shop.member('bob');
    await shop.member('eva');
    await bob.get('campaign.reach', { communityId, seen: [campaignId], opened: [] });
    await anna.get('checkin.checkIn', { communityId, campaignId });
    const { campaigns } = await resultsOf(owner, communityId);
    expect(campaigns.find((one) => one.campaignId === campaignId)).toEqual({
      campaignId,
      seen: 2,
      opened: 1,
      claimed: 1,
      redeemed: 0,
      claimedAgain: 0,
      redeemedAgain: 0,
    });
  });

  test.each([
    ['on the next day', ['2026-03-03'], 1],
    ['on the seventh day after', ['2026-03-09'], 1],
    ['on the eighth day after', ['2026-03-10'], 0],
  ] as const)('ends with who came again within a week: %s', async (_when, days, again) => {
    const shop = await openShop();
    const { communityId, owner, town } = shop;
    const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
    const anna = await shop.member('anna');
    await anna.get('checkin.checkIn', { communityId, campaignId });
    for (const on of days) {
      town.goToDay(on);
      await anna.get('checkin.checkIn', { communityId, campaignId });
    }
    const { campaigns } = await resultsOf(owner, communityId);
    expect(campaigns.find((one) => one.campaignId === campaignId)).toMatchObject({ claimed: 1, claimedAgain: again });
  });

  test('of a coupon ends with those of its users who checked in again', async () => {
    const shop = await openCounter();
    const { communityId, campaignId, owner, town } = shop;
    const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
    const result = async () => (await resultsOf(owner, communityId)).campaigns.find((one) => one.campaignId === campaignId);
    await shop.redeem();
    expect(await result()).toMatchObject({ claimed: 1, redeemed: 1, redeemedAgain: 0 });
    town.goToDay('2026-03-04');
    await shop.anna.get('checkin.checkIn', { communityId, campaignId: plan });
    expect(await result()).toMatchObject({ claimed: 1, redeemed: 1, claimedAgain: 1, redeemedAgain: 1 });
    for (const { seen, opened, claimed, redeemed, claimedAgain, redeemedAgain } of (await resultsOf(owner, communityId)).campaigns) {
      expect([...[seen, opened, claimed, redeemed, redeemedAgain]].sort((one, other) => other - one)).toEqual([
        seen,
        opened,
        claimed,
        redeemed,
        redeemedAgain,
      ]);
      expect(claimedAgain).toBeLessThanOrEqual(claimed);
    }
  });
});

describe('who joined in a week', () => {
  test('is followed by the weeks since that are over, the running one left out', async () => {
    const shop = await openShop();
    const { communityId, owner, town } = shop;
    const campaignId = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
    const anna = await shop.member('anna');
    await shop.member('bob');
    await anna.get('checkin.checkIn', { communityId, campaignId });
    town.goToDay('2026-03-17');
    await anna.get('checkin.checkIn', { communityId, campaignId });
    town.goToDay('2026-03-24');
    const { cohorts } = await resultsOf(owner, communityId);
    expect(cohorts.filter(({ people }) => people > 0)).toEqual([{ weekOn: '2026-03-02', people: 3, active: [1, 0, 1] }]);
  });
});

describe('who was brought by a friend', () => {
  test('counts for the one who brought them with the coupons that they used, and no more once a use is undone', async () => {
    const shop = await openCounter();
    const { communityId, owner, anna, cashier, coupon: annas } = shop;
    const campaignId = await shop.publish({ type: 'invite_reward' });
    const { token } = await anna.get('invite.create', { communityId, campaignId });
    const friend = shop.town.person('friend');
    await friend.get('community.enter', { communityId, campaignId, inviteToken: token });
    await friend.get('community.join', { communityId });
    const { ticket } = await friend.get('coupon.claim', { communityId, campaignId: shop.campaignId });
    const { code } = await friend.get('redemption.code', { communityId, couponId: ticket.couponId });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
    await shop.redeem();
    const mine = async () => (await resultsOf(owner, communityId)).sharers.map(({ came, used }) => ({ came, used }));
    expect(await mine()).toEqual([{ came: 1, used: 1 }]);
    await owner.get('redemption.undo', { communityId, couponId: ticket.couponId, reason: '按错了' });
    expect(await mine()).toEqual([{ came: 1, used: 0 }]);
    expect(annas.couponId).not.toBe(ticket.couponId);
  });

  test('counts for the one who brought them, and for nobody once they are erased', async () => {
    const { communityId, owner, anna, tap, bring } = await openInvites();
    const friend = await bring(anna, 'friend');
    const annaId = anna.memberIdIn(communityId);
    const mine = async () => (await resultsOf(owner, communityId)).sharers.find(({ memberId }) => memberId === annaId);
    expect(await mine()).toMatchObject({ came: 1, joined: 1, active: 0 });
    await friend.get('checkin.checkIn', tap);
    expect(await mine()).toMatchObject({ came: 1, joined: 1, active: 1, used: 0 });
    await friend.get('membership.erase', { communityId });
    expect((await mine())?.joined ?? 0).toBe(0);
  });
});

test('a community of any size is counted a page at a time, and the pages add up', async () => {
  const shop = await openShop();
  for (let number = 0; number < 230; number += 1) await shop.member(`member ${number}`);
  const first = await shop.owner.get('analytics.results', { communityId: shop.communityId });
  expect(first.lookedAt).toBe(200);
  expect((await resultsOf(shop.owner, shop.communityId)).people).toBe(231);
});
