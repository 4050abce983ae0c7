// The funnel of a campaign: four stages, each counted once per person.

/** seen: shown to the person inside the app; opened: its own page was opened; claimed: took part; redeemed: used at the counter. */
export type FunnelStage = 'seen' | 'opened' | 'claimed' | 'redeemed';

/** The bit that stands for each stage in a member's document. */
export const funnelBits: Readonly<Record<FunnelStage, number>> = { seen: 1, opened: 2, claimed: 4, redeemed: 8 };

/** Whether a member has reached a stage. */
export function hasReached(bits: number | undefined, stage: FunnelStage): boolean {
  return ((bits ?? 0) & funnelBits[stage]) !== 0;
}
