// A campaign's stock as it stands in a workspace, with the parts that it was split over.
import type { Workspace } from '#core/rules/audit/workspace';
import { partNames, wholeStock } from '#core/rules/campaign/stock';
import type { CampaignDocument, StockDocument } from '#core/tables';

/** The whole stock; null of a draft, which has none. */
export function wholeStockIn(workspace: Workspace, campaign: CampaignDocument): StockDocument | null {
  const stock = workspace.find('stock', campaign.campaignId);
  if (stock === null) return null;
  const parts = partNames(campaign.stockParts).map((name) => workspace.get('stockPart', campaign.campaignId, name));
  return wholeStock(stock, parts);
}
