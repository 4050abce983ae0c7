// A member's tier on a day: reached at once, kept for a grace when its criteria are met no more, then lost one step at a time.
import { daysOfDeeds } from '#core/rules/membership/deeds';
import { type Criterion, ladder, type TierDeclaration } from '#core/rules/membership/ladder';
import { type TierCode, tierBelow, tierRank } from '#core/rules/membership/tier-code';
import type { MemberDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';

export { isAtLeast, type TierCode, tierCodes, tierRank } from '#core/rules/membership/tier-code';

/** A tier as it is kept: which, and since which business day. */
export interface HeldTier {
  readonly code: TierCode;
  readonly sinceOn: Day | null;
}

/** A criterion with how far a member has come. */
export interface CriterionProgress extends Criterion {
  readonly have: number;
  readonly met: boolean;
  /** The last day on which it is met if nothing more is done; null while it is not met and never was. */
  readonly untilOn: Day | null;
}

/** The declaration of a tier. @throws Error when the ladder lacks it, which a test keeps from happening. */
export function declarationOf(code: TierCode, tiers: readonly TierDeclaration[] = ladder): TierDeclaration {
  const found = tiers.find((tier) => tier.code === code);
  if (found === undefined) throw new Error(`the ladder has no ${code}`);
  return found;
}

function countedDays(member: MemberDocument, criterion: Criterion): readonly Day[] {
  const days = daysOfDeeds(member, criterion.counts);
  return criterion.code === 'active_days' ? days.filter((day, index) => day !== days[index - 1]) : days;
}

/** The last day on which enough deeds lay within the window, if nothing more is done: the window that ends latest. */
function lastMetOn(days: readonly Day[], { need, withinDays }: Criterion): Day | null {
  for (let newest = 0; newest + need <= days.length; newest += 1) {
    const untilOn = addDays(days[newest + need - 1] ?? '', withinDays - 1);
    if (untilOn >= (days[newest] ?? '')) return untilOn;
  }
  return null;
}

/** How many deeds lie within the window of a criterion on a day. */
function haveOf(days: readonly Day[], { withinDays }: Criterion, today: Day): number {
  const tooEarly = addDays(today, -withinDays);
  return days.filter((day) => day > tooEarly).length;
}

/** How far a member has come with a criterion on a day. */
export function progressOf(member: MemberDocument, criterion: Criterion, today: Day): CriterionProgress {
  const days = countedDays(member, criterion);
  const have = haveOf(days, criterion, today);
  return { ...criterion, have, met: have >= criterion.need, untilOn: lastMetOn(days, criterion) };
}

/** The highest tier whose criteria are all met on a day, in whatever order the tiers are declared. */
export function reachedTier(member: MemberDocument, today: Day, tiers: readonly TierDeclaration[] = ladder): TierCode {
  const isMet = (criterion: Criterion) => haveOf(countedDays(member, criterion), criterion, today) >= criterion.need;
  const reached = tiers.filter(({ criteria }) => criteria.every(isMet));
  return reached.reduce<TierCode>((best, { code }) => (tierRank(code) > tierRank(best) ? code : best), 'customer');
}

/**
 * The last day on which a member keeps a tier if nothing more is done: the grace begins after the last day on which its criteria were
 * met, or with the day on which the member fell to it. Null where there is nothing to lose.
 */
export function keptUntilOn(member: MemberDocument, held: HeldTier, tiers: readonly TierDeclaration[] = ladder): Day | null {
  const { criteria, graceDays } = declarationOf(held.code, tiers);
  if (criteria.length === 0 || held.sinceOn === null) return null;
  const ends = criteria.map((criterion) => lastMetOn(countedDays(member, criterion), criterion));
  const metUntil = ends.reduce<Day | null>(
    (least, end) => (least === null || end === null ? null : end < least ? end : least),
    '9999-12-31',
  );
  const fellOn = addDays(held.sinceOn, -1);
  return addDays(metUntil === null || metUntil < fellOn ? fellOn : metUntil, graceDays);
}

/** Every step by which a member has fallen until a day from the tier that is kept. */
export function fallsTo(member: MemberDocument, today: Day, tiers: readonly TierDeclaration[] = ladder): HeldTier[] {
  const falls: HeldTier[] = [];
  let held = member.tier;
  for (;;) {
    const until = keptUntilOn(member, held, tiers);
    if (until === null || today <= until) return falls;
    held = { code: tierBelow(held.code), sinceOn: addDays(until, 1) };
    falls.push(held);
  }
}

/** The tier that a member has on a day, with every step that leads to it from the one that is kept; the last step is the present tier. */
export function stepsTo(member: MemberDocument, today: Day, tiers: readonly TierDeclaration[] = ladder): readonly HeldTier[] {
  const steps = fallsTo(member, today, tiers);
  const held = steps[steps.length - 1] ?? member.tier;
  const reached = reachedTier(member, today, tiers);
  if (tierRank(reached) > tierRank(held.code)) steps.push({ code: reached, sinceOn: today });
  return steps;
}

/** The tier that a member has on a day, and since when. */
export function heldOn(member: MemberDocument, today: Day, tiers: readonly TierDeclaration[] = ladder): HeldTier {
  const steps = stepsTo(member, today, tiers);
  return steps[steps.length - 1] ?? member.tier;
}

/** The tier that a member has on a day; somebody who has not joined is a customer. Right on every day, however late the timer is. */
export function tierOf(member: MemberDocument | null, today: Day, tiers: readonly TierDeclaration[] = ladder): TierCode {
  return member === null ? 'customer' : heldOn(member, today, tiers).code;
}
