// The prizes of a campaign as its card carries them: a draft on its way may hold anything, so only whole steps count.
import type { PrizeStep } from '#core/rules/leaderboard/prizes';

/** The steps in order. */
export function prizeSteps(value: unknown): readonly PrizeStep[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Partial<PrizeStep>[]).flatMap(({ untilRank, points }) =>
    typeof untilRank === 'number' && typeof points === 'number' ? [{ untilRank, points }] : [],
  );
}
