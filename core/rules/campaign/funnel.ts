// The funnel of a campaign: four stages, each counted once per person.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { CampaignDocument, MemberDocument } from '#core/tables';

/** seen: shown to the person inside the app; opened: its own page was opened; claimed: took part; redeemed: used at the counter. */
export type FunnelStage = 'seen' | 'opened' | 'claimed' | 'redeemed';

/** The bit that stands for each stage in a member's document. */
export const funnelBits: Readonly<Record<FunnelStage, number>> = { seen: 1, opened: 2, claimed: 4, redeemed: 8 };

/** Whether a member has reached a stage. */
export function hasReached(bits: number | undefined, stage: FunnelStage): boolean {
  return ((bits ?? 0) & funnelBits[stage]) !== 0;
}

/** What follows from a campaign being on somebody's screen, or open on it: nothing for drafts, or what counts already. */
export function stageEvents(campaign: CampaignDocument | null, member: MemberDocument | null, stage: 'seen' | 'opened'): JournalEvent[] {
  if (campaign === null || campaign.state === 'draft' || hasReached(member?.funnel[campaign.campaignId], stage)) return [];
  return [{ kind: 'funnel_reached', campaignId: campaign.campaignId, stage }];
}
