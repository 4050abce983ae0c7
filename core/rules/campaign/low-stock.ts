// The warning before a stock is gone: at which share it comes, and that it comes once.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { partsOf, stockLeft } from '#core/rules/campaign/stock';
import { wholeStockIn } from '#core/rules/campaign/stock-in';
import type { StockDocument } from '#core/tables';

/** What a stock holds. */
export type StockUnit = 'coupons' | 'points' | 'goods';

/** The share of what was set aside, in percent, at which the owner is warned unless told otherwise. */
export const LOW_AT_PERCENT = 20;

/** The largest share at which a warning makes sense; 0 warns only once nothing is left. */
export const LOW_AT_PERCENT_MAX = 90;

/** Everything that a stock may hold, in the order in which it is said. */
export const stockUnits = ['coupons', 'points', 'goods'] as const satisfies readonly StockUnit[];

/** Of which units no more is left than the share at which the owner is warned. The stock with all its parts. */
export function lowUnits(stock: StockDocument): readonly StockUnit[] {
  const left = stockLeft(stock);
  const reserved = { coupons: stock.couponsReserved, points: stock.pointsReserved, goods: stock.goodsReserved ?? 0 };
  const share = stock.lowAtPercent ?? LOW_AT_PERCENT;
  return stockUnits.filter((unit) => reserved[unit] > 0 && left[unit] * 100 <= share * reserved[unit]);
}

/** Of what is low, what is gone altogether: that is not said as something that still can be had. */
export function goneUnits(stock: StockDocument): readonly StockUnit[] {
  const left = stockLeft(stock);
  return lowUnits(stock).filter((unit) => left[unit] <= 0);
}

/** The warnings that are due of a whole stock: one for each unit that has become low since the last time it was not. */
export function lowWarnings(stock: StockDocument): JournalEvent[] {
  const left = stockLeft(stock);
  return lowUnits(stock)
    .filter((unit) => (stock.lowSince?.[unit] ?? null) === null)
    .map((unit) => ({ kind: 'stock_low', campaignId: stock.campaignId, unit, left: left[unit] }));
}

/** Forgets the warnings about what there is enough of again. */
export function forgetPlenty(workspace: Workspace, campaignId: string): void {
  const stock = workspace.get('stock', campaignId);
  const whole = wholeStockIn(workspace, campaignId);
  if (stock.lowSince === undefined || whole === null) return;
  const low = lowUnits(whole);
  const since = stock.lowSince;
  const kept = stockUnits.filter((unit) => low.includes(unit)).map((unit) => [unit, since[unit] ?? null] as const);
  workspace.put('stock', { ...stock, lowSince: { coupons: null, points: null, ...Object.fromEntries(kept) } });
}

/**
 * The warnings that follow from what has just been given out of stocks that are one document. Nobody reads a stock only to warn: one
 * that is split over several documents is looked at by the timer.
 */
export function warningsAfter(workspace: Workspace, events: readonly JournalEvent[]): JournalEvent[] {
  // The prizes of every season are set aside from the start: their becoming fewer is no sign of running out.
  const isGiven = (event: JournalEvent) =>
    event.kind === 'goods_ordered' ||
    ((event.kind === 'coupon_issued' || event.kind === 'points_granted') && event.reason !== 'season_prize');
  const given = events.flatMap((event) => (isGiven(event) && 'campaignId' in event ? [event.campaignId] : []));
  if (given.length === 0) return [];
  const community = workspace.get('community');
  // What is made good after the end is set aside and given at once: no stock is left to watch.
  const watched = [...new Set(given)].filter((id) => community.openCampaigns.includes(id) && partsOf(community, id) === 1);
  return watched.flatMap((campaignId) => lowWarnings(workspace.get('stock', campaignId)));
}
