// The prizes of a campaign as its card carries them: a draft on its way may hold anything, so only whole steps count.
import type { SaidPrize } from '#app/i18n/say-prize';
import { type PrizeStep, prizeOfStep, stepOf } from '#core/rules/leaderboard/prizes';

/** The steps in order. */
export function prizeSteps(value: unknown): readonly PrizeStep[] {
  if (!Array.isArray(value)) return [];
  const isWhole = ({ untilRank, gives = 'points', points }: Partial<PrizeStep>) =>
    typeof untilRank === 'number' && (gives !== 'points' || typeof points === 'number');
  return (value as readonly PrizeStep[]).filter(isWhole);
}

/** What each place of a step brings. */
export function prizeOfRow(step: PrizeStep): SaidPrize {
  const prize = prizeOfStep(step);
  return prize.kind === 'points' ? { points: prize.points, coupon: null } : { points: 0, coupon: prize };
}

/** What a place brings; null below the last that has a prize. */
export function prizeOfPlace(steps: readonly PrizeStep[], place: number): SaidPrize | null {
  const step = stepOf(steps, place);
  return step === null ? null : prizeOfRow(step);
}
