// The ladder of tiers as a declaration: which criteria reach a tier, and how long it stays when they are met no more.
import type { TierCode } from '#core/rules/membership/tier-code';

/**
 * What a criterion can count, each by the business day on which it happened. There is no money among them: what somebody spends
 * raises nobody's tier.
 */
export type Deed = 'checked_in' | 'redeemed' | 'helped' | 'invited';

/** One criterion: so many deeds of these kinds within the last days, today included. */
export interface Criterion {
  /** `active_days` counts days; the others count deeds, of which one day may see several. */
  readonly code: 'active_days' | 'taking_part' | 'influence';
  readonly counts: readonly Deed[];
  readonly need: number;
  readonly withinDays: number;
}

/** One tier. */
export interface TierDeclaration {
  readonly code: TierCode;
  /** All of them; none is met by everybody. */
  readonly criteria: readonly Criterion[];
  /** For how many days after the last one on which its criteria were met a member keeps it. */
  readonly graceDays: number;
}

const activeDays = (need: number): Criterion => ({ code: 'active_days', counts: ['checked_in', 'redeemed'], need, withinDays: 30 });
const takingPart = (need: number): Criterion => ({
  code: 'taking_part',
  counts: ['redeemed', 'helped', 'invited'],
  need,
  withinDays: 90,
});

/** The tiers. Their order here says nothing: the one that stands highest among those that are reached counts. */
export const ladder: readonly TierDeclaration[] = [
  { code: 'customer', criteria: [], graceDays: 0 },
  { code: 'user', criteria: [activeDays(3)], graceDays: 30 },
  { code: 'fan', criteria: [activeDays(8), takingPart(1)], graceDays: 30 },
  {
    code: 'core_fan',
    criteria: [activeDays(15), takingPart(3), { code: 'influence', counts: ['helped', 'invited'], need: 1, withinDays: 180 }],
    graceDays: 30,
  },
];
