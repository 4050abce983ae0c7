// Which orders a coupon applies to, and where a coupon stands on each day.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Benefit } from '#core/rules/coupon/benefit';
import { couponState, daysLeft, orderRefusal } from '#core/rules/redemption/redeem';
import { FEN_MAX, fen } from '#core/values/fen';
import { aCoupon, aMember, amountOff, aRedemption } from '../support/documents';

const amount = fc.integer({ min: 1, max: FEN_MAX }).map(fen);

describe('an order', () => {
  test('that reaches the threshold is accepted, and what is missing to it is exact', () => {
    fc.assert(
      fc.property(amount, amount, (orderFen, thresholdFen) => {
        const refusal = orderRefusal({ ...aCoupon().terms, thresholdFen }, orderFen);
        expect(refusal === null).toBe(orderFen >= thresholdFen);
        if (refusal?.code === 'below_threshold') expect(orderFen + refusal.data.missingFen).toBe(thresholdFen);
      }),
    );
  });
});

describe('an order of nothing', () => {
  test.each<[refusal: string | undefined, benefit: Benefit, thresholdFen: number]>([
    ['order_missing', amountOff(500), 0],
    ['order_missing', { kind: 'percent_off', percentOff: 20, capFen: fen(500) }, 0],
    ['order_missing', { kind: 'gift', item: '豆浆' }, 1],
    [undefined, { kind: 'gift', item: '豆浆' }, 0],
    [undefined, { kind: 'service', item: '洗剪吹' }, 0],
    [undefined, { kind: 'group_price', item: '吐司', priceFen: fen(990), referenceFen: fen(1_500), quantity: 2 }, 0],
  ])('is refused with %s for %j above %i fen', (code, benefit, thresholdFen) => {
    expect(orderRefusal({ ...aCoupon().terms, benefit, thresholdFen: fen(thresholdFen) }, fen(0))?.code).toBe(code);
  });
});

describe('a coupon for the 5th to the 7th', () => {
  const terms = { useFromOn: '2026-03-05', useUntilOn: '2026-03-07' };
  test.each([
    ['2026-03-04', 'not_yet', 0],
    ['2026-03-05', 'usable', 3],
    ['2026-03-06', 'usable', 2],
    ['2026-03-07', 'usable', 1],
    ['2026-03-08', 'expired', 0],
  ])('is on %s %s with %i days left', (today, state, left) => {
    expect(couponState(aCoupon({}, terms), aMember('anna'), today)).toBe(state);
    expect(daysLeft(aCoupon({}, terms), aMember('anna'), today)).toBe(left);
  });

  test.each(['2026-03-04', '2026-03-06', '2026-03-08'])('that was used is redeemed, on %s too', (today) => {
    const used = aCoupon({ redemption: aRedemption(0, '2026-03-06') }, terms);
    expect(couponState(used, aMember('anna'), today)).toBe('redeemed');
    expect(daysLeft(used, aMember('anna'), today)).toBe(0);
  });
});
