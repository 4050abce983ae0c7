// The points exchange: goods for points, handed over at the counter; so many, so many per member, and never for money.
import { refuse } from '#core/refusals';
import { type Condition, condition } from '#core/rules/campaign/condition';
import { type CommonFacts, defineType, refuseUnmet, type TriggerFacts } from '#core/rules/campaign/define-type';
import { someLeft } from '#core/rules/campaign/own-conditions';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';

import { points } from '#core/values/points';

/** What an exchange asks, in the order in which it refuses: the member's own limit, the stock, then the price. */
function conditionsOf(
  values: { readonly perMemberMax: number; readonly stock: number; readonly pricePoints: number },
  { held, left, balance }: CommonFacts & TriggerFacts['exchange'],
): readonly Condition[] {
  const { perMemberMax: max, stock, pricePoints } = values;
  const price = points(pricePoints);
  const short = balance < price ? refuse('points_short', { price, balance, missing: price - balance }) : null;
  return [
    condition('member_limit', { max, have: held }, held >= max ? refuse('limit_reached', { max, held }) : null),
    someLeft(stock, left.goods ?? 0),
    condition('points', { price, balance }, short),
  ];
}

/** Points exchange 积分兑换. Points are earned, never bought, and are no money (operation rules 5.13). */
export const pointsExchange = defineType({
  code: 'points_exchange',
  trigger: 'exchange',
  parameters: {
    item: { kind: 'text', min: 2, max: 20, default: '招牌小礼' },
    pricePoints: { kind: 'points', min: 1, max: 1_000_000, default: 100, better: 'less' },
    stock: { kind: 'count', min: 1, max: 100_000, default: 20, better: 'more' },
    perMemberMax: { kind: 'count', min: 1, max: 100, default: 1, better: 'more' },
  },
  check(_draft, values) {
    const problems: DraftProblem[] = [];
    if (values.perMemberMax > values.stock) problems.push({ path: 'perMemberMax', problem: 'too_large', limit: values.stock });
    return problems;
  },
  reserve: (values) => ({ coupons: 0, points: points(0), goods: values.stock }),
  dearestCoupon: () => NO_WORTH,
  terms: (values, facts) => [
    term('exchange_goods', { item: values.item, points: values.pricePoints }),
    term('exchange_stock', { stock: values.stock }),
    term('exchange_per_member', { max: values.perMemberMax }),
    term('exchange_collect', { organiser: facts.organiser }),
    term('exchange_cancelled', {}),
    term('exchange_gone', {}),
    term('points_no_money', {}),
  ],
  conditions: conditionsOf,
  decide(values, facts) {
    const unmet = refuseUnmet(conditionsOf(values, facts));
    if (unmet !== null) return unmet;
    return {
      kind: 'give',
      budgetGone: false,
      spend: points(values.pricePoints),
      grants: [{ kind: 'goods', to: 'self', item: values.item }],
    };
  },
});
