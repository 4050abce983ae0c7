// Those who brought friends in order: by the friends who did a first thing of their own, then by the coupons that those used, then by all.
import type { SharerResult } from '#core/rules/analytics/results';

/** A sharer with their place; whoever is alike in all three shares it, and the next place is skipped. */
export interface RankedSharer extends SharerResult {
  readonly rank: number;
}

/** Ranks them; whose friends have all left has brought nobody who is here. */
export function rankSharers(sharers: readonly SharerResult[]): readonly RankedSharer[] {
  const compare = (one: SharerResult, other: SharerResult) =>
    other.active - one.active || other.used - one.used || other.joined - one.joined;
  const sorted = sharers
    .filter(({ joined }) => joined > 0)
    .sort((one, other) => compare(one, other) || (one.memberId < other.memberId ? -1 : 1));
  return sorted.map((sharer) => ({ ...sharer, rank: 1 + sorted.findIndex((first) => compare(first, sharer) === 0) }));
}
