// The price of one at a group price: one for all, or one for each tier.
import { type TierCode, tierCodes } from '#core/rules/membership/tier-code';
import type { Fen } from '#core/values/fen';

/** What the prices of a campaign are read from; a draft may still lack some. */
export interface GroupPriceValues {
  readonly priceFen?: number;
  readonly byTier?: number;
  readonly userPriceFen?: number;
  readonly fanPriceFen?: number;
  readonly coreFanPriceFen?: number;
}

/** Where the price of each tier stands. */
export const priceFields = {
  customer: 'priceFen',
  user: 'userPriceFen',
  fan: 'fanPriceFen',
  core_fan: 'coreFanPriceFen',
} as const satisfies Record<TierCode, keyof GroupPriceValues>;

/** The price of one for a tier, in fen: one price for all, unless there is one for each tier. */
export function priceFor(values: GroupPriceValues, tier: TierCode): Fen {
  return (values[values.byTier === 1 ? priceFields[tier] : 'priceFen'] ?? 0) as Fen;
}

/** The lowest tier whose own price this is; null where it is the price of everybody. */
export function tierOfPrice(values: GroupPriceValues, price: number): TierCode | null {
  if (priceFor(values, 'customer') === price) return null;
  return tierCodes.find((tier) => priceFor(values, tier) === price) ?? null;
}
