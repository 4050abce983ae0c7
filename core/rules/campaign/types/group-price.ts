// The group price: a thing at the community's price, reserved now and paid for at the counter, until the stock is gone.

import { refuse } from '#core/refusals';
import type { Condition } from '#core/rules/campaign/condition';
import { type CommonFacts, defineType, refuseUnmet, type TriggerFacts } from '#core/rules/campaign/define-type';
import { memberLimit, someLeft } from '#core/rules/campaign/own-conditions';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { term } from '#core/rules/campaign/terms';
import { benefitParameters, priceFacts } from '#core/rules/coupon/benefit-parameters';
import { type GroupPriceValues, priceFields, priceFor } from '#core/rules/coupon/tier-price';
import { useWindowOf, useWindowParameters, useWindowProblems, useWindowTerms } from '#core/rules/coupon/use-window';
import { tierCodes } from '#core/rules/membership/tier-code';
import type { Fen } from '#core/values/fen';
import { points } from '#core/values/points';

const { item, referenceFen, priceFen, evidence } = benefitParameters(['group_price']);
const always = <D extends { readonly when: unknown }>({ when: _always, ...declaration }: D): Omit<D, 'when'> => declaration;
const byTier = { parameter: 'byTier', is: [1] } as const;

/** Prices from the lowest tier to the highest, each below the reference price and none above the one before. */
function priceProblems(values: GroupPriceValues & { readonly referenceFen: number }): DraftProblem[] {
  if (priceFor(values, 'customer') >= values.referenceFen) {
    return [{ path: 'priceFen', problem: 'not_below_reference', limit: values.referenceFen }];
  }
  return tierCodes.slice(1).flatMap((tier, index): DraftProblem[] => {
    const below = priceFor(values, tierCodes[index] ?? 'customer');
    return priceFor(values, tier) > below ? [{ path: priceFields[tier], problem: 'too_large', limit: below }] : [];
  });
}

/** What a reservation asks, in the order in which it refuses: that it is the member's first, then the stock. */
function conditionsOf(values: { readonly stock: number }, { claimed, left }: CommonFacts & TriggerFacts['claim']): readonly Condition[] {
  return [memberLimit(1, claimed), someLeft(values.stock, left.coupons)];
}

/** Group price 本群价. A reservation is a coupon for so many of the thing; each member reserves once. */
export const groupPrice = defineType({
  code: 'group_price',
  trigger: 'claim',
  parameters: {
    item: always(item),
    referenceFen: always(referenceFen),
    evidence: always(evidence),
    priceFen: always(priceFen),
    byTier: { kind: 'switch', default: 0 },
    userPriceFen: { kind: 'fen', min: 1, max: 1_000_000, default: 950, better: 'less', when: byTier },
    fanPriceFen: { kind: 'fen', min: 1, max: 1_000_000, default: 900, better: 'less', when: byTier },
    coreFanPriceFen: { kind: 'fen', min: 1, max: 1_000_000, default: 850, better: 'less', when: byTier },
    /** Pieces, over all members. */
    stock: { kind: 'count', min: 1, max: 1_000_000, default: 50, better: 'more' },
    quantityMax: { kind: 'count', min: 1, max: 20, default: 2, better: 'more' },
    ...useWindowParameters,
  },
  check(draft, values) {
    const problems = [...priceProblems(values), ...useWindowProblems(values, draft)];
    if (values.quantityMax > values.stock) problems.push({ path: 'quantityMax', problem: 'too_large', limit: values.stock });
    return problems;
  },
  reserve: (values) => ({ coupons: values.stock, points: points(0) }),
  dearestCoupon: (values) => ({ fen: values.referenceFen - priceFor(values, 'core_fan'), goods: 0 }),
  terms: (values, facts) => [
    term('group_price', { item: values.item, referenceFen: values.referenceFen, priceFen: values.priceFen }),
    ...(values.byTier === 1
      ? [term('group_price_tiers', { tiers: tierCodes.slice(1).map((tier) => ({ tier, priceFen: priceFor(values, tier) })) })]
      : []),
    term('reference_price', { evidence: values.evidence }),
    term('group_price_stock', { stock: values.stock }),
    term('group_price_quantity', { max: values.quantityMax }),
    ...useWindowTerms(values),
    term('reservation', { organiser: facts.organiser }),
    term('coupon_frozen', {}),
    term('not_cash', {}),
  ],
  describe: (values) => ({ price: priceFacts(values) }),
  conditions: conditionsOf,
  decide(values, facts) {
    const unmet = refuseUnmet(conditionsOf(values, facts));
    if (unmet !== null) return unmet;
    const { quantity, left, on } = facts;
    if (quantity > values.quantityMax) return { kind: 'refuse', refusal: refuse('quantity_over_limit', { max: values.quantityMax }) };
    if (left.coupons < quantity) return { kind: 'refuse', refusal: refuse('not_enough_left', { left: left.coupons }) };
    const prices = { priceFen: priceFor(values, facts.tier()), referenceFen: values.referenceFen as Fen };
    const terms = {
      title: facts.draft.title,
      benefit: { kind: 'group_price', item: values.item, ...prices, quantity } as const,
      thresholdFen: 0 as Fen,
      ...useWindowOf(values, on),
      groupId: facts.draft.groupId,
      version: facts.version,
    };
    return { kind: 'give', budgetGone: false, grants: [{ kind: 'coupon', to: 'self', reason: 'claim', terms }] };
  },
});
