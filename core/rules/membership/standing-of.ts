// Why a member has the tier they have, what is missing for the next, and until when they keep it.
import { type CriterionProgress, declarationOf, heldOn, keptUntilOn, progressOf, type TierCode } from '#core/rules/membership/tier';
import { tierAbove } from '#core/rules/membership/tier-code';
import type { MemberDocument } from '#core/tables';
import type { Day } from '#core/values/day';

/** One criterion as it is shown. */
export type ShownCriterion = Pick<CriterionProgress, 'code' | 'need' | 'withinDays' | 'have' | 'met'>;

/** A tier with how far a member has come with its criteria. */
export interface TierProgress {
  readonly tier: TierCode;
  readonly criteria: ShownCriterion[];
}

/** Where a member stands on a day. */
export interface Standing {
  readonly tier: TierCode;
  readonly sinceOn: Day | null;
  /** The last day on which the tier is kept if nothing more is done; null where there is nothing to lose. */
  readonly keptUntilOn: Day | null;
  /** True while the criteria of the present tier are not met any more: the grace runs. */
  readonly isFading: boolean;
  readonly why: TierProgress;
  readonly next: TierProgress | null;
}

function progressTo(member: MemberDocument, tier: TierCode, today: Day): TierProgress {
  const criteria = declarationOf(tier).criteria.map((criterion): ShownCriterion => {
    const { code, need, withinDays, have, met } = progressOf(member, criterion, today);
    return { code, need, withinDays, have, met };
  });
  return { tier, criteria };
}

/** Where a member stands on a day, and why. */
export function standingOf(member: MemberDocument, today: Day): Standing {
  const held = heldOn(member, today);
  const why = progressTo(member, held.code, today);
  const above = tierAbove(held.code);
  return {
    tier: held.code,
    sinceOn: held.sinceOn,
    keptUntilOn: keptUntilOn(member, held),
    isFading: why.criteria.some(({ met }) => !met),
    why,
    next: above === null ? null : progressTo(member, above, today),
  };
}
