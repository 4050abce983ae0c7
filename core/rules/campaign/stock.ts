// What is left of what publishing reserved, in one document or split over several so that a rush does not wait for one.
import type { StockLeft } from '#core/rules/campaign/define-type';
import type { CommunityDocument, StockDocument, StockPartDocument } from '#core/tables';
import { points } from '#core/values/points';

/** Over how many documents the coupons of a rush are split: a store that takes one writer at a time then serves so many at once. */
export const RUSH_PARTS = 16;

/** Over how many documents the stock of a campaign is split now. */
export function partsOf({ splitStocks }: CommunityDocument, campaignId: string): number {
  return splitStocks[campaignId] ?? 1;
}

/** The names of the parts of a stock: none where it is one document. */
export function partNames(parts: number): readonly string[] {
  return parts === 1 ? [] : Array.from({ length: parts }, (_, n) => String(n));
}

/** How many coupons each part gets; the first ones get what does not divide. */
export function shareOf(coupons: number, parts: number, n: number): number {
  return Math.floor(coupons / parts) + (n < coupons % parts ? 1 : 0);
}

/** The part at which a member begins to look, spread evenly over members: FNV-1a, 32 bits. */
export function firstPartOf(memberId: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < memberId.length; index += 1) hash = Math.imul(hash ^ memberId.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % parts;
}

/** A stock together with its parts, as if it were one document. */
export function wholeStock(stock: StockDocument, parts: readonly StockPartDocument[]): StockDocument {
  const sum = (count: (part: StockPartDocument) => number) => parts.reduce((total, part) => total + count(part), 0);
  return {
    ...stock,
    couponsIssued: stock.couponsIssued + sum((part) => part.couponsIssued),
    claimers: stock.claimers + sum((part) => part.claimers),
  };
}

/** What is left of what publishing reserved; never negative, by the rules that issue. */
export function stockLeft(stock: StockDocument): Required<StockLeft> {
  return {
    coupons: stock.couponsReserved - stock.couponsIssued - (stock.couponsOwed ?? 0),
    points: points(stock.pointsReserved - stock.pointsIssued - (stock.pointsOwed ?? 0)),
    goods: (stock.goodsReserved ?? 0) - (stock.goodsIssued ?? 0),
  };
}
