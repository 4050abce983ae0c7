// The coupon of a type that gives one only by a choice of its owner: what is asked for then, what is wrong, said and given.
import type { CommonFacts, TermsFacts } from '#core/rules/campaign/define-type';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { type TermLine, term } from '#core/rules/campaign/terms';
import type { BenefitKind } from '#core/rules/coupon/benefit';
import {
  type BenefitValues,
  benefitOf,
  benefitParameters,
  benefitProblems,
  benefitTerms,
  thresholdOf,
} from '#core/rules/coupon/benefit-parameters';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { type UseWindowValues, useWindowOf, useWindowParameters, useWindowProblems, useWindowTerms } from '#core/rules/coupon/use-window';

/** The parameters of the coupon, asked for only while `gives` is `coupon`; its use window begins with each gift unless days are chosen. */
export function couponByChoice<const Kind extends BenefitKind>(kinds: readonly [Kind, ...Kind[]]) {
  const when = { parameter: 'gives', is: ['coupon'] } as const;
  const declared = benefitParameters(kinds);
  return {
    ...declared,
    benefit: { ...declared.benefit, when },
    ...useWindowParameters,
    validity: { ...useWindowParameters.validity, default: 'from_claim', when },
  } as const;
}

/** The values of those parameters. */
export type ChosenCouponValues = BenefitValues & UseWindowValues;

/** Problems between the fields of the coupon. */
export function chosenCouponProblems(values: ChosenCouponValues, draft: { readonly endsOn: string }): DraftProblem[] {
  return [...benefitProblems(values), ...useWindowProblems(values, draft)];
}

/** What the terms say of the coupon: its worth, when and where it can be used, and what holds for every coupon. */
export function chosenCouponTerms(values: ChosenCouponValues, { organiser }: Pick<TermsFacts, 'organiser'>): TermLine[] {
  return [
    ...benefitTerms(values),
    ...useWindowTerms(values),
    term('coupon_where', { organiser }),
    term('coupon_frozen', {}),
    term('not_cash', {}),
  ];
}

/** The coupon that is given on a business day. */
export function chosenCoupon(
  values: ChosenCouponValues,
  { draft, version, on }: Pick<CommonFacts, 'draft' | 'version' | 'on'>,
): CouponTerms {
  return {
    title: draft.title,
    benefit: benefitOf(values),
    thresholdFen: thresholdOf(values),
    ...useWindowOf(values, on),
    groupId: draft.groupId,
    version,
  };
}
