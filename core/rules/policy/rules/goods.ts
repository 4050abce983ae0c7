// The rules about goods: some are for adults, and some need a licence that the shop has to have recorded.
import type { CampaignFacts } from '#core/rules/policy/campaign-facts';
import { defineRule, type Found, operationRules } from '#core/rules/policy/define-rule';
import { type GoodsClass, goodsFinders } from '#core/rules/policy/goods-classes';

function goodsIn({ texts }: CampaignFacts, concerns: (goods: GoodsClass) => boolean): Found[] {
  return texts.flatMap(({ path, text }) => {
    const found = goodsFinders.filter(({ goods }) => concerns(goods)).map(({ find }) => find(text));
    const about = found.find((word) => word !== null) ?? null;
    return about === null ? [] : [{ path, about }];
  });
}

export const goodsRules = [
  defineRule({
    id: 'MINOR-01',
    severity: 'warn',
    basis: [operationRules('3.11')],
    check: (facts) => goodsIn(facts, ({ isForAdults }) => isForAdults),
  }),
  defineRule({
    id: 'CAT-01',
    severity: 'warn',
    basis: [operationRules('5.7'), { source: 'category_rules', numbers: [] }],
    check: (facts) => goodsIn(facts, ({ licences }) => !licences.some((licence) => facts.licences.includes(licence))),
  }),
];
