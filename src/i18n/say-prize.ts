// From what a place of the board brings to words: points, or a coupon with what it asks of an order.
import { benefitLabel, type SaidBenefit } from '#app/i18n/say-benefit';
import type { Words } from '#app/i18n/words';

/** What a place brings, as it travels. */
export interface SaidPrize {
  readonly points: number;
  /** Instead of points; null where it is none. */
  readonly coupon: { readonly benefit: SaidBenefit; readonly thresholdFen: number } | null;
}

type PrizeWords = Pick<Words, 'season' | 'benefits' | 'formats'>;

/** As short as a row of a list has room for: 30 积分; ¥5 券; 「豆浆一杯」券. */
export function prizeLabel({ season, benefits, formats }: PrizeWords, { points, coupon }: SaidPrize): string {
  if (coupon === null) return formats.points(points);
  const label = benefitLabel(benefits, coupon.benefit);
  return 'item' in coupon.benefit ? season.thing(label) : season.coupon(label);
}

/** The same with what the coupon asks of an order: ¥5 券（满 ¥30 可用）. */
export function prizeText(words: PrizeWords, prize: SaidPrize): string {
  const threshold = prize.coupon?.thresholdFen ?? 0;
  const label = prizeLabel(words, prize);
  return threshold === 0 ? label : words.season.forOrders(label, words.formats.money(threshold));
}
