// Whatever kind of reward there is, it is taken from what its campaign set aside: no kind has a way around the stock.
import { expect, test } from 'vitest';
import type { Grant } from '#core/rules/campaign/define-type';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { factsOf } from '#core/rules/policy/facts-of';
import { aCampaign, aCommunity } from '../support/documents';
import { openShop, type Shop } from '../support/town';

/** How somebody is given one reward of each kind, and what its campaign then has issued. The compiler asks for every kind. */
const given: Readonly<Record<Grant['kind'], (shop: Shop) => Promise<{ readonly campaignId: string; readonly issued: object }>>> = {
  points: async (shop) => {
    const campaignId = await shop.publish({ type: 'checkin_plan', parameters: { pointsPerDay: 7 } });
    await (await shop.member('anna')).get('checkin.checkIn', { communityId: shop.communityId, campaignId });
    return { campaignId, issued: { pointsIssued: 7, couponsIssued: 0 } };
  },
  coupon: async (shop) => {
    const campaignId = await shop.publish({ type: 'coupon_drop' });
    await (await shop.member('anna')).get('coupon.claim', { communityId: shop.communityId, campaignId });
    return { campaignId, issued: { pointsIssued: 0, couponsIssued: 1 } };
  },
  goods: async (shop) => {
    const { communityId } = shop;
    const plan = await shop.publish({ type: 'checkin_plan' });
    const campaignId = await shop.publish({ type: 'points_exchange', parameters: { pricePoints: 5, stock: 20 } });
    const anna = await shop.member('anna');
    await anna.get('checkin.checkIn', { communityId, campaignId: plan });
    await anna.get('points.exchange', { communityId, campaignId });
    return { campaignId, issued: { pointsIssued: 0, couponsIssued: 0, card: { left: 19 } } };
  },
};

test.each(Object.keys(given) as Grant['kind'][])('a reward of the kind %s is counted off the stock of its campaign', async (kind) => {
  const shop = await openShop();
  const { campaignId, issued } = await given[kind](shop);
  const { campaigns } = await shop.owner.get('analytics.today', { communityId: shop.communityId });
  expect(campaigns.find(({ card }) => card.campaignId === campaignId)).toMatchObject(issued);
});

test.each(campaignTypeCodes)('a campaign of the type %s that gives anything sets a number aside and tells it in its terms', (type) => {
  const { parameters } = campaignTypes[type];
  const texts = Object.entries(parameters).flatMap(([name, { kind }]) => (kind === 'text' ? [[name, '店里的一份早餐面包']] : []));
  const { rewardForms, quantity, terms } = factsOf(aCampaign(type, { parameters: Object.fromEntries(texts) }), aCommunity());
  expect(terms).not.toBeNull();
  if (campaignTypes[type].trigger === 'none') expect(rewardForms).toEqual([]);
  if (rewardForms.length === 0) return;
  expect(quantity).toBeGreaterThan(0);
  expect(terms).toContain('quantity');
});
