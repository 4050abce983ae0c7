// What is said of a coupon and of money: one way of writing amounts, nothing torn off at the end of a line, and who holds what.
import { describe, expect, test } from 'vitest';
import type { No } from '#app/features/call';
import { holdsAll } from '#app/features/campaign/campaign-parts';
import { conditionLines, conditionText, stubOf, worthOfCard } from '#app/features/coupon/coupon-text';
import { en } from '#app/i18n/en';
import { moneyText } from '#app/i18n/format-parts';
import { valueText } from '#app/i18n/say-change';
import { zhCn } from '#app/i18n/zh-cn';
import { fen } from '#core/values/fen';

const toast = {
  benefit: { kind: 'group_price', item: '早餐吐司一条', priceFen: fen(1_000), referenceFen: fen(1_500), quantity: 1 },
  thresholdFen: 0,
} as const;

describe('money', () => {
  test.each([
    [0, '¥0'],
    [500, '¥5'],
    [550, '¥5.50'],
    [505, '¥5.05'],
    [999_998, '¥9,999.98'],
    [100_000_000, '¥1,000,000'],
    [-500, '-¥5'],
  ])('%i fen are %s', (amount, text) => {
    expect(moneyText(amount)).toBe(text);
    for (const words of [zhCn, en]) expect(words.formats.money(amount)).toBe(text);
  });

  test('is the same on a ticket, in its condition and in a sentence', () => {
    const dear = { benefit: { kind: 'percent_off', percentOff: 20, capFen: fen(999_998) }, thresholdFen: 1_234_567 } as const;
    expect(conditionText(zhCn, dear)).toBe('满 ¥12,345.67 可用 · 至多减 ¥9,999.98');
    expect(zhCn.no.below_threshold({ thresholdFen: fen(1_234_567), missingFen: fen(999_998) }).reason).toBe(
      '满 ¥12,345.67 可用，还差 ¥9,999.98。',
    );
  });

  test('in a small table that was improved is money, too', () => {
    const steps = [{ friends: 3, amountOffFen: 500 }];
    expect(valueText(zhCn, 'invite_reward', 'steps', 'rows', steps)).toBe('3 位 ¥5');
  });
});

describe('under what a ticket is worth', () => {
  test('each thing has a line of its own', () => {
    expect(conditionLines(zhCn, toast)).toEqual(['早餐吐司一条 × 1', '参考价 ¥15']);
  });

  test('a price that is a tier’s says whose', () => {
    const parameters = {
      item: '早餐吐司一条',
      priceFen: 1_200,
      byTier: 1,
      userPriceFen: 1_200,
      fanPriceFen: 1_200,
      coreFanPriceFen: 1_000,
    };
    const linesAt = (priceFen: number) =>
      conditionLines(zhCn, worthOfCard({ type: 'group_price', parameters: { ...parameters, referenceFen: 1_500 }, mine: { priceFen } }));
    expect(linesAt(1_000)).toEqual(['铁粉价', '早餐吐司一条 × 1', '参考价 ¥15']);
    expect(linesAt(1_200)).toEqual(['早餐吐司一条 × 1', '参考价 ¥15']);
  });

  test('of several at a group price, one’s price stands beside one’s reference price, and what all come to', () => {
    const three = { ...toast, benefit: { ...toast.benefit, quantity: 3 } };
    expect(stubOf(zhCn, three)).toEqual({ fen: 1_000 });
    expect(conditionLines(zhCn, three)).toEqual(['早餐吐司一条 × 3', '共 ¥30', '参考价每份 ¥15']);
  });

  test('in one line they stand apart', () => {
    expect(conditionText(zhCn, toast)).toBe('早餐吐司一条 × 1 · 参考价 ¥15');
  });
});

const soldOut: No = { ok: false, code: 'sold_out', data: { stock: 1 } };
const limitReached: No = { ok: false, code: 'limit_reached', data: { max: 1, held: 1 } };

describe('whoever holds the last coupon', () => {
  test('has all there is, and is not told that none is left', () => {
    expect(holdsAll({ mine: { claimed: 1 } }, soldOut)).toBe(true);
    expect(holdsAll({ mine: { claimed: 0 } }, soldOut)).toBe(false);
    expect(holdsAll({ mine: { claimed: 1 } }, limitReached)).toBe(true);
    expect(holdsAll({ mine: { claimed: 1 } }, null)).toBe(false);
  });
});
