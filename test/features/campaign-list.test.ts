// What the console has no room for: drafts and ended campaigns page by page, drafts that go for good, old campaigns that are still looked into.
import { describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../support/town';

/** All pages of a list. */
async function listed({ owner, communityId }: Shop, state: 'draft' | 'ended') {
  const pages: string[][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const reply = await owner.get('campaign.list', { communityId, state, ...(cursor === undefined ? {} : { cursor }) });
    pages.push(reply.cards.map(({ campaignId }) => campaignId));
    ({ cursor } = reply);
  }
  return pages;
}

describe('the drafts', () => {
  test('are all there beyond the newest thirty, page by page, and no other campaign is', async () => {
    const shop = await openShop();
    const ids: string[] = [];
    for (let made = 0; made < 43; made += 1) ids.push(await shop.save({ type: 'poll', title: `第 ${made} 问` }));
    await shop.publish({ type: 'poll' });
    const pages = await listed(shop, 'draft');
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 3]);
    expect(pages.flat().sort()).toEqual([...ids].sort());
  });

  test('can be taken away for good: from the list, from the console, and from being saved again', async () => {
    const shop = await openShop();
    const { owner, communityId } = shop;
    const [kept, gone] = [await shop.save({ type: 'poll' }), await shop.save({ type: 'coupon_drop' })];
    const { draft } = await owner.get('campaign.preview', { communityId, campaignId: gone });
    await owner.get('campaign.discard', { communityId, campaignId: gone });
    expect(await listed(shop, 'draft')).toEqual([[kept]]);
    const { campaigns } = await owner.get('analytics.today', { communityId });
    expect(campaigns.map(({ card }) => card.campaignId)).toEqual([kept]);
    expect(await owner.code('campaign.save', { communityId, campaignId: gone, draft })).toBe('not_found');
    expect(await owner.code('campaign.discard', { communityId, campaignId: gone })).toBe('not_found');
  });

  test('leave the points policy as it was bound, even when the last of them is gone', async () => {
    const shop = await openShop();
    const { owner, communityId } = shop;
    const campaignId = await shop.save({ type: 'poll' });
    await owner.get('campaign.discard', { communityId, campaignId });
    expect((await owner.get('points.policy', { communityId })).free).toBe(false);
    expect((await owner.get('analytics.today', { communityId })).campaigns).toEqual([]);
  });
});

describe('what was published', () => {
  test.each(['live', 'paused', 'ended'] as const)('cannot be taken away when it is %s', async (state) => {
    const shop = await openShop();
    const { owner, communityId } = shop;
    const campaignId = await shop.publish({ type: 'coupon_drop' });
    if (state === 'paused') await owner.get('campaign.pause', { communityId, campaignId });
    if (state === 'ended') await owner.get('campaign.end', { communityId, campaignId });
    expect(await owner.call('campaign.discard', { communityId, campaignId })).toMatchObject({
      code: 'campaign_not_draft',
      data: { state },
    });
  });

  test('and has ended is listed, and is looked into however long ago it was made', async () => {
    const shop = await openShop();
    const { owner, communityId } = shop;
    const campaignId = await shop.publish({ type: 'coupon_drop', parameters: { stock: 7 } });
    await owner.get('campaign.end', { communityId, campaignId });
    for (let made = 0; made < 31; made += 1) await shop.save({ type: 'poll', title: `第 ${made} 问` });
    expect(await listed(shop, 'ended')).toEqual([[campaignId]]);
    const inConsole = async (input: { campaignId?: string }) =>
      (await owner.get('analytics.today', { communityId, ...input })).campaigns.some(({ card }) => card.campaignId === campaignId);
    expect([await inConsole({}), await inConsole({ campaignId })]).toEqual([false, true]);
  });
});
