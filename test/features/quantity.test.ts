// Nothing is published without saying how many there are (D4): every kind of coupon, and everything else that is given out of a stock.
import { expect, test } from 'vitest';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { benefitKinds } from '#core/rules/coupon/benefit';
import { openShop } from '../support/town';

const evidence = '门店价签 2026-02-20；7 日最低 15 元（2026-02-25）';
/** What else a kind of benefit asks for, besides what its form begins with. */
const sound: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gift: { item: '一份小番茄' },
  service: { item: '免费削皮' },
  group_price: { item: '五斤苹果', evidence },
};

/** The parameter of each type that says how many there are; a type that is not here gives nothing out of a stock. */
const quantities: Readonly<Partial<Record<CampaignTypeCode, string>>> = {
  checkin_plan: 'pointsBudget',
  coupon_drop: 'stock',
  group_price: 'stock',
  invite_reward: 'pairs',
  welcome_gift: 'gifts',
  points_exchange: 'stock',
  quiz: 'pointsBudget',
};

const cases: readonly (readonly [CampaignTypeCode, string, Readonly<Record<string, string>>])[] = [
  ...benefitKinds.map((benefit) => ['coupon_drop', benefit, { benefit, ...sound[benefit] }] as const),
  ...(Object.keys(quantities) as CampaignTypeCode[])
    .filter((type) => type !== 'coupon_drop')
    .map((type) => [type, 'its own', sound[type] ?? {}] as const),
];

test.each(cases)('a %s of %s is refused at publish without a quantity, by that field', async (type, _kind, own) => {
  const { owner, save, communityId } = await openShop();
  const quantity = quantities[type] ?? '';
  const campaignId = await save({ type, parameters: own });
  const { draft } = await owner.get('campaign.preview', { communityId, campaignId });
  const { [quantity]: given, ...rest } = draft.parameters;
  expect(given).toBeDefined();
  for (const parameters of [rest, { ...rest, [quantity]: 0 }]) {
    await owner.get('campaign.save', { communityId, campaignId, draft: { ...draft, parameters } });
    const reply = await owner.call('campaign.publish', { communityId, campaignId });
    expect(reply).toMatchObject({ ok: false, code: 'draft_incomplete' });
    if (!reply.ok && reply.code === 'draft_incomplete') expect(reply.data.paths).toContain(quantity);
  }
});

test('every type that sets something aside says how many there are', () => {
  const stocked = Object.values(campaignTypes).filter(({ parameters }) =>
    Object.keys(parameters).some((name) => ['stock', 'pairs', 'gifts', 'pointsBudget'].includes(name)),
  );
  expect(stocked.map(({ code }) => code).sort()).toEqual(Object.keys(quantities).sort());
});
