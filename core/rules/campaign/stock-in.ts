// A campaign's stock as it stands in a workspace, with the parts that it is split over.
import type { Workspace } from '#core/rules/audit/workspace';
import { partNames, partsOf, wholeStock } from '#core/rules/campaign/stock';
import type { StockDocument } from '#core/tables';
import { makeId } from '#core/values/ids';

/** The whole stock; null of a draft, which has none. */
export function wholeStockIn(workspace: Workspace, campaignId: string): StockDocument | null {
  const stock = workspace.find('stock', campaignId);
  if (stock === null) return null;
  const names = partNames(partsOf(workspace.get('community'), campaignId));
  workspace.ask(names.map((name) => makeId(workspace.communityId, 'stockPart', campaignId, name)));
  return wholeStock(
    stock,
    names.map((name) => workspace.get('stockPart', campaignId, name)),
  );
}
