// The coupon drop: coupons of one kind of benefit, claimed inside one window and used inside another, until the stock is gone.

import type { Condition } from '#core/rules/campaign/condition';
import { type CommonFacts, defineType, refuseUnmet, type TriggerFacts } from '#core/rules/campaign/define-type';
import { memberLimit, someLeft } from '#core/rules/campaign/own-conditions';
import { term } from '#core/rules/campaign/terms';
import { benefitKinds } from '#core/rules/coupon/benefit';
import { benefitOf, benefitParameters, benefitProblems, benefitTerms, thresholdOf } from '#core/rules/coupon/benefit-parameters';
import { worthOf } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** What a claim asks, in the order in which it refuses: the member's own limit, then the stock. */
function conditionsOf(
  values: { readonly perMemberMax: number; readonly stock: number },
  { claimed, left }: CommonFacts & TriggerFacts['claim'],
): readonly Condition[] {
  return [memberLimit(values.perMemberMax, claimed), someLeft(values.stock, left.coupons)];
}

/** Coupon drop 优惠券. The claim window is the campaign's own; the use window may go on after it. */
export const couponDrop = defineType({
  code: 'coupon_drop',
  trigger: 'claim',
  parameters: {
    ...benefitParameters(benefitKinds),
    stock: { kind: 'count', min: 1, max: 1_000_000, default: 100, better: 'more' },
    perMemberMax: { kind: 'count', min: 1, max: 20, default: 1, better: 'more' },
    /** Many people at once are expected: the stock is split, so that claims do not wait for each other. */
    rush: { kind: 'switch', default: 0 },
    useFromOn: { kind: 'day', default: 'starts_on', better: 'earlier' },
    useUntilOn: { kind: 'day', default: 'ends_on', better: 'later' },
  },
  check(draft, values) {
    const problems = benefitProblems(values);
    if (values.useUntilOn < values.useFromOn) problems.push({ path: 'useUntilOn', problem: 'not_in_order', limit: values.useFromOn });
    if (values.useUntilOn < draft.endsOn) problems.push({ path: 'useUntilOn', problem: 'too_small', limit: draft.endsOn });
    if (values.perMemberMax > values.stock) problems.push({ path: 'perMemberMax', problem: 'too_large', limit: values.stock });
    return problems;
  },
  reserve: (values) => ({ coupons: values.stock, points: points(0) }),
  dearestCoupon: (values) => worthOf({ benefit: benefitOf(values) }),
  terms: (values, facts) => [
    ...benefitTerms(values),
    term('coupon_stock', { stock: values.stock }),
    term('coupon_per_member', { max: values.perMemberMax }),
    term('coupon_use_window', { useFromOn: values.useFromOn, useUntilOn: values.useUntilOn }),
    term('coupon_where', { organiser: facts.organiser }),
    term('coupon_frozen', {}),
    term('coupon_sold_out', {}),
    term('not_cash', {}),
  ],
  conditions: conditionsOf,
  decide(values, facts) {
    const unmet = refuseUnmet(conditionsOf(values, facts));
    if (unmet !== null) return unmet;
    return {
      kind: 'give',
      budgetGone: false,
      grants: [
        {
          kind: 'coupon',
          to: 'self',
          reason: 'claim',
          terms: {
            title: facts.draft.title,
            benefit: benefitOf(values),
            thresholdFen: thresholdOf(values),
            useFromOn: values.useFromOn,
            useUntilOn: values.useUntilOn,
            groupId: facts.draft.groupId,
            version: facts.version,
          },
        },
      ],
    };
  },
});
