// What a coupon is worth: an amount or a share off an order, something handed over, or a price for a thing; and the arithmetic of each.
import type { Fen } from '#core/values/fen';

/** An amount off an order. */
export interface AmountOff {
  readonly kind: 'amount_off';
  readonly amountOffFen: Fen;
}

/** A share off an order, never more than the cap: 20 is 八折. */
export interface PercentOff {
  readonly kind: 'percent_off';
  /** 1 to 99. */
  readonly percentOff: number;
  readonly capFen: Fen;
}

/** Something that is handed over, or done, for the coupon: nothing comes off an order. */
export interface HandedOver {
  readonly kind: 'gift' | 'service';
  readonly item: string;
}

/** So many of a thing at the community's price; `referenceFen` is what one costs otherwise. */
export interface GroupPrice {
  readonly kind: 'group_price';
  readonly item: string;
  readonly priceFen: Fen;
  readonly referenceFen: Fen;
  readonly quantity: number;
}

/** What a coupon is worth. */
export type Benefit = AmountOff | PercentOff | HandedOver | GroupPrice;

/** The stored code of a kind of benefit. */
export type BenefitKind = Benefit['kind'];

/** Every kind of benefit, in the order in which an owner is offered them. */
export const benefitKinds = ['amount_off', 'percent_off', 'gift', 'service', 'group_price'] as const satisfies readonly BenefitKind[];

/** What the arithmetic needs of a coupon's terms; `thresholdFen` 0 is any order. */
export interface WorthTerms {
  readonly benefit: Benefit;
  readonly thresholdFen: Fen;
}

/** The arithmetic at the counter: what the order costs, what comes off, what is left to pay. The parts sum to the whole. */
export interface Sum {
  readonly orderFen: Fen;
  readonly offFen: Fen;
  readonly payFen: Fen;
}

/** How many pieces of a stock a coupon takes. */
export function piecesOf(benefit: Benefit): number {
  return benefit.kind === 'group_price' ? benefit.quantity : 1;
}

/** Whether the counter has to know what the order comes to: for what comes off it, or for a threshold. */
export function needsOrder({ benefit, thresholdFen }: WorthTerms): boolean {
  return benefit.kind === 'amount_off' || benefit.kind === 'percent_off' || thresholdFen > 0;
}

/** What the benefit would take off, in fen; a part of a fen of a share counts for the customer, as a whole one. */
function promisedOff(benefit: Benefit, orderFen: Fen): number {
  switch (benefit.kind) {
    case 'amount_off':
      return benefit.amountOffFen;
    case 'percent_off':
      return Math.min(benefit.capFen, Math.ceil((orderFen * benefit.percentOff) / 100));
    case 'group_price':
      return (benefit.referenceFen - benefit.priceFen) * benefit.quantity;
    default:
      return 0;
  }
}

/**
 * The sum for an order in fen: a coupon never takes off more than the order, so that what is paid is never below zero.
 * A group price without an order is an order of its things alone.
 */
export function sumOf({ benefit }: Pick<WorthTerms, 'benefit'>, orderFen: Fen): Sum {
  const things = benefit.kind === 'group_price' && orderFen === 0 ? benefit.referenceFen * benefit.quantity : orderFen;
  const whole = things as Fen;
  const offFen = Math.min(whole, promisedOff(benefit, whole)) as Fen;
  return { orderFen: whole, offFen, payFen: (whole - offFen) as Fen };
}
