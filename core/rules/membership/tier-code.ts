// The tiers by name, from the first step of the ladder to the last.

/** The tiers in their order: 顾客, 用户, 粉丝, 铁粉. */
export const tierCodes = ['customer', 'user', 'fan', 'core_fan'] as const;

/** A tier's stored identity. */
export type TierCode = (typeof tierCodes)[number];

/** How high a tier stands: 0 for the first. */
export function tierRank(code: TierCode): number {
  return tierCodes.indexOf(code);
}

/** Whether a tier is at least another one. */
export function isAtLeast(code: TierCode, least: TierCode): boolean {
  return tierRank(code) >= tierRank(least);
}

/** The tier one step below; the first step is its own. */
export function tierBelow(code: TierCode): TierCode {
  return tierCodes[Math.max(0, tierRank(code) - 1)] ?? 'customer';
}

/** The tier one step above; null at the top. */
export function tierAbove(code: TierCode): TierCode | null {
  return tierCodes[tierRank(code) + 1] ?? null;
}
