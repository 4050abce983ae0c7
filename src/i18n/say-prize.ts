// From what a place of the board brings to words: points, or a coupon with what it asks of an order.
import { benefitLabel, type SaidBenefit } from '#app/i18n/say-benefit';
import type { Words } from '#app/i18n/words';

/** What a place brings, as it travels. */
export interface SaidPrize {
  readonly points: number;
  /** Instead of points; null where it is none. */
  readonly coupon: { readonly benefit: SaidBenefit; readonly thresholdFen: number } | null;
}

/** 30 积分; 一张 ¥5 券（满 30 元可用）. */
export function prizeText(
  { season, benefits, formats }: Pick<Words, 'season' | 'benefits' | 'formats'>,
  { points, coupon }: SaidPrize,
): string {
  if (coupon === null) return formats.points(points);
  const { benefit, thresholdFen } = coupon;
  return season.coupon(benefitLabel(benefits, benefit), thresholdFen === 0 ? null : formats.yuan(thresholdFen));
}
