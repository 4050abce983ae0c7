// The points exchange: goods for points, handed over at the counter, or a coupon at once; so many, so many per member, and never for money.
import { refuse } from '#core/refusals';
import { type Condition, condition } from '#core/rules/campaign/condition';
import { type CommonFacts, defineType, refuseUnmet, type TriggerFacts } from '#core/rules/campaign/define-type';
import { someLeft } from '#core/rules/campaign/own-conditions';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { term } from '#core/rules/campaign/terms';
import { benefitOf } from '#core/rules/coupon/benefit-parameters';
import { chosenCoupon, chosenCouponProblems, chosenCouponTerms, couponByChoice } from '#core/rules/coupon/coupon-by-choice';
import { NO_WORTH, worthOf } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** What an exchange asks, in the order in which it refuses: the member's own limit, the stock, then the price. */
function conditionsOf(
  values: { readonly gives: 'goods' | 'coupon'; readonly perMemberMax: number; readonly stock: number; readonly pricePoints: number },
  { held, left, balance }: CommonFacts & TriggerFacts['exchange'],
): readonly Condition[] {
  const { gives, perMemberMax: max, stock, pricePoints } = values;
  const price = points(pricePoints);
  const short = balance < price ? refuse('points_short', { price, balance, missing: price - balance }) : null;
  return [
    condition('member_limit', { max, have: held }, held >= max ? refuse('limit_reached', { max, held }) : null),
    someLeft(stock, gives === 'coupon' ? left.coupons : (left.goods ?? 0)),
    condition('points', { price, balance }, short),
  ];
}

const coupon = couponByChoice(['amount_off', 'percent_off', 'gift', 'service']);

/** Points exchange 积分兑换. Points are earned, never bought, and are no money (operation rules 5.13). */
export const pointsExchange = defineType({
  code: 'points_exchange',
  trigger: 'exchange',
  parameters: {
    gives: { kind: 'choice', options: ['goods', 'coupon'], default: 'goods' },
    ...coupon,
    // What is handed over has one name, whether at the counter for an order or for a coupon.
    item: { kind: 'text', min: 2, max: 20, default: '一份小礼', when: [{ parameter: 'gives', is: ['goods'] }, coupon.item.when] },
    pricePoints: { kind: 'points', min: 1, max: 1_000_000, default: 100, better: 'less' },
    stock: { kind: 'count', min: 1, max: 100_000, default: 20, better: 'more' },
    perMemberMax: { kind: 'count', min: 1, max: 100, default: 1, better: 'more' },
  },
  check(draft, values) {
    const problems: DraftProblem[] = values.gives === 'coupon' ? chosenCouponProblems(values, draft) : [];
    // A ticket has less room for a name than an order.
    const isOnTicket = values.gives === 'coupon' && coupon.item.when.is.some((kind) => kind === values.benefit);
    if (isOnTicket && values.item.length > coupon.item.max) {
      problems.push({ path: 'item', problem: 'too_long', limit: coupon.item.max });
    }
    if (values.perMemberMax > values.stock) problems.push({ path: 'perMemberMax', problem: 'too_large', limit: values.stock });
    return problems;
  },
  reserve: ({ gives, stock }) =>
    gives === 'coupon' ? { coupons: stock, points: points(0) } : { coupons: 0, points: points(0), goods: stock },
  dearestCoupon: (values) => (values.gives === 'coupon' ? worthOf({ benefit: benefitOf(values) }) : NO_WORTH),
  terms: (values, facts) => [
    values.gives === 'coupon'
      ? term('exchange_coupon', { points: values.pricePoints })
      : term('exchange_goods', { item: values.item, points: values.pricePoints }),
    term('exchange_stock', { stock: values.stock }),
    term('exchange_per_member', { max: values.perMemberMax }),
    ...(values.gives === 'coupon'
      ? chosenCouponTerms(values, facts)
      : [term('exchange_collect', { organiser: facts.organiser }), term('exchange_cancelled', {}), term('exchange_after_end', {})]),
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
      grants: [
        values.gives === 'coupon'
          ? { kind: 'coupon', to: 'self', reason: 'exchange', terms: chosenCoupon(values, facts) }
          : { kind: 'goods', to: 'self', item: values.item },
      ],
    };
  },
});
