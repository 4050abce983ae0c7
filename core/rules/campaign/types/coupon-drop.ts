// The coupon drop: coupons of one kind of benefit, claimed inside one window and used inside another, until the stock is gone.

import { refuse } from '#core/refusals';
import type { Condition } from '#core/rules/campaign/condition';
import { type CommonFacts, defineType, refuseUnmet, type TriggerFacts } from '#core/rules/campaign/define-type';
import { dayLimit, memberLimit, someLeft } from '#core/rules/campaign/own-conditions';
import { term } from '#core/rules/campaign/terms';
import { benefitKinds } from '#core/rules/coupon/benefit';
import {
  benefitOf,
  benefitParameters,
  benefitProblems,
  benefitTerms,
  priceFacts,
  thresholdOf,
} from '#core/rules/coupon/benefit-parameters';
import { useWindowOf, useWindowParameters, useWindowProblems, useWindowTerms } from '#core/rules/coupon/use-window';
import { worthOf } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** What a claim asks, in the order in which it refuses: the member's own limits, of all days and of this one, then the stock. */
function conditionsOf(
  values: { readonly perMemberMax: number; readonly perMemberDayMax: number; readonly stock: number },
  { draft, claimed, on, left }: CommonFacts & TriggerFacts['claim'],
): readonly Condition[] {
  const ofDay = values.perMemberDayMax === 0 ? [] : [dayLimit(values.perMemberDayMax, claimed, on, draft.endsOn)];
  return [memberLimit(values.perMemberMax, claimed), ...ofDay, someLeft(values.stock, left.coupons)];
}

/** Coupon drop 优惠券. The claim window is the campaign's own; the use window may go on after it, or begin with each claim. */
export const couponDrop = defineType({
  code: 'coupon_drop',
  trigger: 'claim',
  parameters: {
    ...benefitParameters(benefitKinds),
    stock: { kind: 'count', min: 1, max: 1_000_000, default: 100, better: 'more' },
    perMemberMax: { kind: 'count', min: 1, max: 20, default: 1, better: 'more' },
    /** On one business day; 0 for no limit but the one above. */
    perMemberDayMax: { kind: 'count', min: 0, max: 20, default: 0, better: 'more', zeroIsNoLimit: true },
    /** Many people at once are expected: the stock is split, so that claims do not wait for each other. */
    rush: { kind: 'switch', default: 0 },
    ...useWindowParameters,
  },
  check(draft, values) {
    const problems = [...benefitProblems(values), ...useWindowProblems(values, draft)];
    if (values.perMemberMax > values.stock) problems.push({ path: 'perMemberMax', problem: 'too_large', limit: values.stock });
    if (values.perMemberDayMax > values.perMemberMax) {
      problems.push({ path: 'perMemberDayMax', problem: 'too_large', limit: values.perMemberMax });
    }
    return problems;
  },
  reserve: (values) => ({ coupons: values.stock, points: points(0) }),
  dearestCoupon: (values) => worthOf({ benefit: benefitOf(values) }),
  terms: (values, facts) => [
    ...benefitTerms(values),
    term('coupon_stock', { stock: values.stock }),
    term('coupon_per_member', { max: values.perMemberMax, dayMax: values.perMemberDayMax }),
    ...useWindowTerms(values),
    term('coupon_where', { organiser: facts.organiser }),
    term('coupon_frozen', {}),
    term('coupon_sold_out', {}),
    term('not_cash', {}),
  ],
  describe: (values) => (values.benefit === 'group_price' ? { price: priceFacts(values) } : {}),
  conditions: conditionsOf,
  decide(values, facts) {
    const unmet = refuseUnmet(conditionsOf(values, facts));
    if (unmet !== null) return unmet;
    if (facts.quantity > 1) return { kind: 'refuse', refusal: refuse('quantity_over_limit', { max: 1 }) };
    const terms = {
      title: facts.draft.title,
      benefit: benefitOf(values),
      thresholdFen: thresholdOf(values),
      ...useWindowOf(values, facts.on),
      groupId: facts.draft.groupId,
      version: facts.version,
    };
    return { kind: 'give', budgetGone: false, grants: [{ kind: 'coupon', to: 'self', reason: 'claim', terms }] };
  },
});
