// The group price: what each tier pays, and what an owner cannot publish.
import { describe, expect, test } from 'vitest';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { priceFor, tierOfPrice } from '#core/rules/coupon/tier-price';
import { tierCodes } from '#core/rules/membership/tier-code';
import { aCampaign } from '../support/documents';

const prices = { priceFen: 1_000, byTier: 1, userPriceFen: 950, fanPriceFen: 950, coreFanPriceFen: 800 };

test.each([
  [prices, [1_000, 950, 950, 800]],
  [{ ...prices, byTier: 0 }, [1_000, 1_000, 1_000, 1_000]],
  [{ priceFen: 700 }, [700, 700, 700, 700]],
])('of %j the tiers pay %j', (values, paid) => {
  expect(tierCodes.map((tier) => priceFor(values, tier))).toEqual(paid);
});

describe('a draft of a group price', () => {
  const problemsOf = (part: object) => {
    const draft = aCampaign('group_price', {
      state: 'draft',
      parameters: { item: '吐司', evidence: '3 月 1 日店里卖 15 元', ...prices, ...part },
    });
    return campaignTypes.group_price.check(draft, draft.parameters as never).map(({ path, problem }) => `${path} ${problem}`);
  };

  test.each<[problems: string[], part: object]>([
    [[], {}],
    [[], { userPriceFen: 1_000 }],
    [['userPriceFen too_large'], { userPriceFen: 1_001 }],
    [['coreFanPriceFen too_large'], { coreFanPriceFen: 951 }],
    [[], { byTier: 0, coreFanPriceFen: 5_000 }],
    [['priceFen not_below_reference'], { priceFen: 1_500 }],
    [[], { priceFen: 1_499 }],
    [['quantityMax too_large'], { quantityMax: 5, stock: 4 }],
  ])('has the problems %j', (problems, part) => {
    expect(problemsOf(part)).toEqual(problems);
  });
});

test('a price is a tier’s where not everybody has it: of the lowest that pays it', () => {
  const values = { priceFen: 1_200, byTier: 1, userPriceFen: 1_200, fanPriceFen: 1_000, coreFanPriceFen: 1_000 };
  expect([1_200, 1_000, 0].map((price) => tierOfPrice(values, price))).toEqual([null, 'fan', null]);
  expect(tierOfPrice({ ...values, byTier: 0 }, 1_200)).toBeNull();
});
