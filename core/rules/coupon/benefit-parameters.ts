// How an owner says what a coupon is worth: one set of parameters for every campaign type that gives coupons, and how they are read.
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { type TermLine, term } from '#core/rules/campaign/terms';
import { type Benefit, type BenefitKind, benefitKinds } from '#core/rules/coupon/benefit';
import type { PriceFacts } from '#core/rules/policy/campaign-facts';
import type { Fen } from '#core/values/fen';

function forKinds(...is: readonly BenefitKind[]): { readonly parameter: 'benefit'; readonly is: readonly BenefitKind[] } {
  return { parameter: 'benefit', is };
}

const all = {
  benefit: { kind: 'choice', options: benefitKinds, default: 'amount_off' },
  amountOffFen: { kind: 'fen', min: 1, max: 1_000_000, default: 500, better: 'more', when: forKinds('amount_off') },
  percentOff: { kind: 'percent', min: 1, max: 99, default: 20, better: 'more', when: forKinds('percent_off') },
  /** Every share has a cap: what a campaign can cost is known before it is published. */
  capFen: { kind: 'fen', min: 1, max: 1_000_000, default: 2_000, better: 'more', when: forKinds('percent_off') },
  item: { kind: 'text', min: 1, max: 16, default: '', when: forKinds('gift', 'service', 'group_price') },
  referenceFen: { kind: 'fen', min: 2, max: 1_000_000, default: 1_500, when: forKinds('group_price') },
  priceFen: { kind: 'fen', min: 1, max: 1_000_000, default: 1_000, better: 'less', when: forKinds('group_price') },
  /** Where and on which day the reference price was charged, and the lowest price of the seven days before, with its day. */
  evidence: { kind: 'text', min: 8, max: 120, default: '', when: forKinds('group_price') },
  thresholdFen: {
    kind: 'fen',
    min: 0,
    max: 10_000_000,
    default: 3_000,
    better: 'less',
    when: forKinds('amount_off', 'percent_off', 'gift'),
  },
} as const;

/** The column of a table of a limit; a row says in `gives` which kind of benefit it is about. */
function inRow<const L extends { readonly default: unknown; readonly when: { readonly is: readonly BenefitKind[] } }>({
  default: _default,
  when,
  ...limits
}: L): Omit<L, 'default' | 'when'> & { readonly when: { readonly column: 'gives'; readonly is: L['when']['is'] } } {
  return { ...limits, when: { column: 'gives', is: when.is } };
}

/** The same for a table whose every row has a benefit of its own, chosen in its column `gives`. */
export const benefitColumns = {
  amountOffFen: inRow(all.amountOffFen),
  percentOff: inRow(all.percentOff),
  capFen: inRow(all.capFen),
  item: inRow(all.item),
  thresholdFen: inRow(all.thresholdFen),
} as const;

/** The parameters that each kind of benefit asks for. */
interface FieldsOf {
  amount_off: 'amountOffFen' | 'thresholdFen';
  percent_off: 'percentOff' | 'capFen' | 'thresholdFen';
  gift: 'item' | 'thresholdFen';
  service: 'item';
  group_price: 'item' | 'referenceFen' | 'priceFen' | 'evidence';
}

/** The declarations for some kinds of benefit: the choice among them, and what each of them asks for. */
export type BenefitParameters<Kind extends BenefitKind> = {
  readonly benefit: { readonly kind: 'choice'; readonly options: readonly Kind[]; readonly default: Kind };
} & Pick<typeof all, FieldsOf[Kind]>;

/** Declares what a coupon is worth for a type that offers these kinds of benefit; the first is what a new form begins with. */
export function benefitParameters<const Kind extends BenefitKind>(kinds: readonly [Kind, ...Kind[]]): BenefitParameters<Kind> {
  const { benefit: _all, ...fields } = all;
  const offered = Object.entries(fields).filter(([, { when }]) => when.is.some((kind) => (kinds as readonly BenefitKind[]).includes(kind)));
  const benefit = { kind: 'choice', options: kinds, default: kinds[0] };
  return { benefit, ...Object.fromEntries(offered) } as unknown as BenefitParameters<Kind>;
}

/** The values of those parameters, as far as a type declares them; without a choice the benefit is an amount off. */
export interface BenefitValues {
  readonly benefit?: BenefitKind;
  readonly amountOffFen?: number;
  readonly percentOff?: number;
  readonly capFen?: number;
  readonly item?: string;
  readonly referenceFen?: number;
  readonly priceFen?: number;
  readonly evidence?: string;
  readonly thresholdFen?: number;
}

const asFen = (amount: number | undefined) => (amount ?? 0) as Fen;

type PriceValues = { readonly priceFen?: number; readonly referenceFen?: number; readonly evidence?: string };

/** The benefit that checked values stand for; what the chosen kind does not ask for is left out. `quantity` is of a group price. */
export function benefitOf(values: BenefitValues, quantity = 1): Benefit {
  const { item = '' } = values;
  switch (values.benefit) {
    case 'percent_off':
      return { kind: 'percent_off', percentOff: values.percentOff ?? 0, capFen: asFen(values.capFen) };
    case 'gift':
    case 'service':
      return { kind: values.benefit, item };
    case 'group_price':
      return { kind: 'group_price', item, priceFen: asFen(values.priceFen), referenceFen: asFen(values.referenceFen), quantity };
    default:
      return { kind: 'amount_off', amountOffFen: asFen(values.amountOffFen) };
  }
}

/** The smallest order that the coupon applies to, in fen: 0 for a benefit that asks for none. */
export function thresholdOf(values: BenefitValues): Fen {
  return asFen(values.benefit === 'service' || values.benefit === 'group_price' ? 0 : values.thresholdFen);
}

/** Problems between the fields: what comes off is less than the order, and the community's price below the reference price. */
export function benefitProblems(values: BenefitValues): DraftProblem[] {
  const { benefit = 'amount_off', amountOffFen = 0, priceFen = 0, referenceFen = 0 } = values;
  const threshold = thresholdOf(values);
  if (benefit === 'amount_off' && threshold > 0 && amountOffFen >= threshold) {
    return [{ path: 'amountOffFen', problem: 'not_below_threshold', limit: threshold }];
  }
  if (benefit === 'group_price' && priceFen >= referenceFen) {
    return [{ path: 'priceFen', problem: 'not_below_reference', limit: referenceFen }];
  }
  return [];
}

/** What the terms say of a coupon's worth: the benefit with its condition, and of a price what it is compared with (rule PRICE-01). */
export function benefitTerms(values: BenefitValues): TermLine[] {
  const benefit = term('coupon_benefit', { benefit: benefitOf(values), thresholdFen: thresholdOf(values) });
  return values.benefit === 'group_price' ? [benefit, term('reference_price', { evidence: values.evidence ?? '' })] : [benefit];
}

/** A price that is shown beside a reference price, as the operation rules see it; nothing is charged on top. */
export function priceFacts({ priceFen = 0, referenceFen = 0, evidence = '' }: PriceValues): PriceFacts {
  return { priceFen, referenceFen, evidence, feeFen: 0 };
}
