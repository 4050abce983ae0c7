// Break-even: how many orders have to come that would not have come, for a margin that the owner enters.
import { expect, test } from 'vitest';
import { breakEvenOf } from '#core/rules/forecast/break-even';

test('a cost of 600 yuan is paid by 50 extra orders of 12 yuan’s margin', () => {
  expect(breakEvenOf(60_000, 1_200, 500, 120)).toEqual({ extraOrders: 50, conversion: 0.1, ofRedemptions: 50 / 120 });
});

test('a part of an order is a whole order more', () => {
  expect(breakEvenOf(60_001, 1_200, 500, 120)?.extraOrders).toBe(51);
});

test('a discount above the margin cannot be paid even if every redemption is extra', () => {
  expect(breakEvenOf(100 * 500, 400, 1_000, 100)?.ofRedemptions).toBe(1.25);
});

test('there is nothing to say without a margin, and nobody to convert in an empty community', () => {
  expect(breakEvenOf(500, 0, 10, 10)).toBeNull();
  expect(breakEvenOf(500, 100, 0, 0)).toEqual({ extraOrders: 5, conversion: Number.POSITIVE_INFINITY, ofRedemptions: null });
  expect(breakEvenOf(0, 100, 0, 0)).toEqual({ extraOrders: 0, conversion: 0, ofRedemptions: null });
});
