// Warns of split stocks that run low: a claim in a rush looks at one part only, so nobody but the timer sees the whole.
import { lowWarnings } from '#core/rules/campaign/low-stock';
import { partNames, wholeStock } from '#core/rules/campaign/stock';
import { wholeStockIn } from '#core/rules/campaign/stock-in';
import { done } from '#core/rules/decision';
import type { StockDocument, StockPartDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { MINUTE_MS } from '#core/values/instant';
import { defineJob, type JobContext, type JobItem, jobKey } from '#server/app/jobs/define-job';

interface LowStock extends JobItem {
  readonly campaignId: string;
}

/** How often the timer looks while a split stock is open. */
const LOOK_EVERY_MS = 10 * MINUTE_MS;

/** The split stocks with all their parts, by one read; none, and no read, where nothing is split. */
async function splitStocksOf({ community, communityId, store }: JobContext): Promise<readonly StockDocument[]> {
  const keys = Object.entries(community.splitStocks).map(([campaignId, parts]) => ({
    stock: makeId(communityId, 'stock', campaignId),
    parts: partNames(parts).map((name) => makeId(communityId, 'stockPart', campaignId, name)),
  }));
  if (keys.length === 0) return [];
  const documents = await store.read(keys.flatMap(({ stock, parts }) => [stock, ...parts]));
  return keys.flatMap(({ stock, parts }) => {
    const whole = documents.get(stock) as StockDocument | undefined;
    const found = parts.flatMap((id) => (documents.get(id) as StockPartDocument | undefined) ?? []);
    return whole === undefined ? [] : [wholeStock(whole, found)];
  });
}

export const watchStocks = defineJob<LowStock, unknown>({
  name: 'low',
  looksFor: 'stocks in a rush of which little is left',
  async find(context) {
    const low = (await splitStocksOf(context)).filter((stock) => lowWarnings(stock).length > 0);
    // A stock that was raised may run low again: what was set aside tells the two times apart.
    return low.map(({ campaignId, couponsReserved }) => ({ key: jobKey('low', campaignId, String(couponsReserved)), campaignId }));
  },
  decide({ campaignId }, workspace) {
    const stock = wholeStockIn(workspace, campaignId);
    return done({}, stock === null ? [] : lowWarnings(stock));
  },
  nextAt: ({ community, now }) => (Object.keys(community.splitStocks).length === 0 ? Number.POSITIVE_INFINITY : now + LOOK_EVERY_MS),
});
