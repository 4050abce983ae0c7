// What an owner had in mind at publish: the target they stated, and the forecast as it stood; kept with the campaign, to be compared.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import type { Band } from '#core/rules/forecast/summary';

/** A forecast in the few numbers that are kept of it. */
export interface KeptForecast {
  readonly seed: number;
  readonly runs: number;
  readonly redemptions: Band;
  readonly taken: Band;
  readonly fen: Band;
  readonly points: Band;
  /** How likely somebody was to find nothing left, in percent. */
  readonly gonePercent: number;
  /** How much of it rested on the community's own days, in percent. */
  readonly ownPercent: number;
}

/** What is kept at publish. */
export interface Outlook {
  /** How many redemptions the owner aims at, or rewards where there is nothing to redeem; null where they did not say. */
  readonly target: number | null;
  readonly forecast: KeptForecast | null;
}

/** Keeps the outlook of a campaign that has just been published. */
export function projectOutlook(workspace: Workspace, event: Extract<JournalEvent, { kind: 'forecast_kept' }>): void {
  const { campaignId, target, forecast } = event;
  workspace.put('campaign', { ...workspace.get('campaign', campaignId), outlook: { target, forecast } });
}

/** What is worth keeping: nothing where neither was given. */
export function outlookEvents(campaignId: string, outlook: Outlook | undefined): JournalEvent[] {
  if (outlook === undefined || (outlook.target === null && outlook.forecast === null)) return [];
  return [{ kind: 'forecast_kept', campaignId, ...outlook }];
}
