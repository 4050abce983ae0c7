// What has to come back: break-even of a campaign's cost for the margin of an order.

/** What the owner has to reach so that a campaign pays for itself. */
export interface BreakEven {
  /** Orders that would not have come without the campaign: ⌈cost ÷ margin⌉. */
  readonly extraOrders: number;
  /** They as a share of the people reached: extra orders ÷ reached. Above 1 nobody is left to order. */
  readonly conversion: number;
  /** They as a share of the redemptions: cost ÷ (margin × redemptions); null without redemptions. Above 1 every redemption loses money. */
  readonly ofRedemptions: number | null;
}

/**
 * When a campaign of this cost pays for itself.
 * Each redemption costs its discount whether the order would have come anyway or not; an extra order brings its margin. With cost C (fen),
 * margin m (fen per order, after goods, before the discount) and x extra orders the result is m·x − C, so x ≥ C ÷ m.
 * @returns null where there is no margin to pay from
 */
export function breakEvenOf(costFen: number, marginFen: number, reached: number, redemptions: number): BreakEven | null {
  if (marginFen <= 0) return null;
  const extraOrders = Math.ceil(costFen / marginFen);
  return {
    extraOrders,
    conversion: reached <= 0 ? (extraOrders === 0 ? 0 : Number.POSITIVE_INFINITY) : extraOrders / reached,
    ofRedemptions: redemptions <= 0 ? null : costFen / (marginFen * redemptions),
  };
}
