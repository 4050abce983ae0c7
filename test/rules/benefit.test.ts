// What a coupon is worth: the arithmetic of each benefit in whole fen, and how an owner's parameters say it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterProblems } from '#core/rules/campaign/parameters';
import { type Benefit, benefitKinds, needsOrder, sumOf } from '#core/rules/coupon/benefit';
import {
  type BenefitValues,
  benefitOf,
  benefitParameters,
  benefitProblems,
  benefitTerms,
  thresholdOf,
} from '#core/rules/coupon/benefit-parameters';
import { worthOf } from '#core/rules/coupon/worth';
import { FEN_MAX, fen } from '#core/values/fen';
import { amountOff } from '../support/documents';

const percent = (percentOff: number, cap: number): Benefit => ({ kind: 'percent_off', percentOff, capFen: fen(cap) });
const handed = (kind: 'gift' | 'service'): Benefit => ({ kind, item: '豆浆一杯' });
const priced = (price: number, reference: number, quantity = 1): Benefit => {
  return { kind: 'group_price', item: '吐司', priceFen: fen(price), referenceFen: fen(reference), quantity };
};

const order = fc.integer({ min: 0, max: FEN_MAX }).map(fen);
const anyBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  order.map(amountOff),
  fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 1_000_000 })).map(([share, cap]) => percent(share, cap)),
  fc.constantFrom('gift' as const, 'service' as const).map(handed),
  fc
    .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 20 }))
    .map(([one, other, quantity]) => priced(Math.min(one, other), Math.max(one, other), quantity)),
);

describe('the sum of an order', () => {
  test('has parts that sum to the whole, is never negative, and keeps the order as it is', () => {
    fc.assert(
      fc.property(anyBenefit, order, (benefit, orderFen) => {
        const sum = sumOf({ benefit }, orderFen);
        expect(sum.offFen + sum.payFen).toBe(sum.orderFen);
        expect(Math.min(sum.offFen, sum.payFen)).toBeGreaterThanOrEqual(0);
        expect([sum.orderFen, sum.offFen, sum.payFen].every(Number.isSafeInteger)).toBe(true);
        if (orderFen > 0) expect(sum.orderFen).toBe(orderFen);
      }),
    );
  });

  test('never has more off than was promised', () => {
    fc.assert(
      fc.property(anyBenefit, order, (benefit, orderFen) => {
        const { offFen } = sumOf({ benefit }, orderFen);
        if (benefit.kind === 'amount_off') expect(offFen).toBe(Math.min(orderFen, benefit.amountOffFen));
        if (benefit.kind === 'percent_off') expect(offFen).toBeLessThanOrEqual(benefit.capFen);
        if (benefit.kind === 'gift' || benefit.kind === 'service') expect(offFen).toBe(0);
        expect(offFen).toBeLessThanOrEqual(worthOf({ benefit }).fen);
      }),
    );
  });

  test.each([
    ['a fifth off fits', percent(20, 100_000), 10_000, 2_000],
    ['a part of a fen counts for the customer', percent(20, 100_000), 10_001, 2_001],
    ['one percent of one fen is one fen', percent(1, 100_000), 1, 1],
    ['99 percent of one fen is the whole order', percent(99, 100_000), 1, 1],
    ['exactly at the cap', percent(20, 2_000), 10_000, 2_000],
    ['one fen above the cap', percent(20, 2_000), 10_005, 2_000],
    ['an order below the amount', amountOff(500), 499, 499],
    ['a gift takes nothing off', handed('gift'), 3_000, 0],
    ['two things at the group price, alone', priced(990, 1_500, 2), 0, 1_020],
    ['two things at the group price, in a larger order', priced(990, 1_500, 2), 5_000, 1_020],
  ])('%s', (_name, benefit, orderFen, off) => {
    expect(sumOf({ benefit }, fen(orderFen)).offFen).toBe(off);
  });

  test('of a group price alone is its things: so many at the price are paid', () => {
    expect(sumOf({ benefit: priced(990, 1_500, 2) }, fen(0))).toEqual({ orderFen: 3_000, offFen: 1_020, payFen: 1_980 });
  });

  test.each([
    [amountOff(500), 0, true],
    [percent(20, 500), 0, true],
    [handed('gift'), 0, false],
    [handed('gift'), 1, true],
    [handed('service'), 0, false],
    [priced(990, 1_500), 0, false],
  ])('of %j above %i fen needs the order: %s', (benefit, threshold, needed) => {
    expect(needsOrder({ benefit, thresholdFen: fen(threshold) })).toBe(needed);
  });
});

const values = {
  amountOffFen: 500,
  percentOff: 20,
  capFen: 2_000,
  item: '豆浆一杯',
  referenceFen: 1_500,
  priceFen: 990,
  evidence: '3 月 1 日本店售价 15 元',
  thresholdFen: 3_000,
};

describe('the parameters of a benefit', () => {
  test.each<[kind: NonNullable<BenefitValues['benefit']>, benefit: Benefit, thresholdFen: number]>([
    ['amount_off', amountOff(500), 3_000],
    ['percent_off', percent(20, 2_000), 3_000],
    ['gift', handed('gift'), 3_000],
    ['service', handed('service'), 0],
    ['group_price', { ...priced(990, 1_500), item: '豆浆一杯' } as Benefit, 0],
  ])('for %s are read as it, and what it does not ask for says nothing', (kind, benefit, thresholdFen) => {
    expect(benefitOf({ ...values, benefit: kind })).toEqual(benefit);
    expect(thresholdOf({ ...values, benefit: kind })).toBe(thresholdFen);
    expect(benefitTerms({ ...values, benefit: kind })[0]).toEqual({ code: 'coupon_benefit', data: { benefit, thresholdFen } });
    expect(parameterProblems(benefitParameters(benefitKinds), { ...values, benefit: kind })).toEqual([]);
  });

  test('are only those of the kinds that a type offers', () => {
    const { benefit, ...fields } = benefitParameters(['gift', 'amount_off']);
    expect(benefit).toEqual({ kind: 'choice', options: ['gift', 'amount_off'], default: 'gift' });
    expect(Object.keys(fields)).toEqual(['amountOffFen', 'item', 'thresholdFen']);
  });

  test.each<[problem: string, part: BenefitValues]>([
    ['amountOffFen not_below_threshold', { benefit: 'amount_off', amountOffFen: 3_000 }],
    ['priceFen not_below_reference', { benefit: 'group_price', priceFen: 1_500 }],
  ])('have a problem: %s', (problem, part) => {
    expect(benefitProblems({ ...values, ...part }).map((found) => `${found.path} ${found.problem}`)).toEqual([problem]);
  });

  test('say of a price what it is compared with', () => {
    expect(benefitTerms({ ...values, benefit: 'group_price' })[1]).toEqual({
      code: 'reference_price',
      data: { evidence: values.evidence },
    });
  });
});
