// When a coupon can be used: on fixed days, or so many days from its claim; one set of parameters for every type that gives coupons.
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { type TermLine, term } from '#core/rules/campaign/terms';
import { addDays, type Day } from '#core/values/day';

/** The parameters of a use window; days are inclusive business days of the community. */
export const useWindowParameters = {
  validity: { kind: 'choice', options: ['fixed', 'from_claim'], default: 'fixed' },
  useFromOn: { kind: 'day', default: 'starts_on', better: 'earlier', when: { parameter: 'validity', is: ['fixed'] } },
  useUntilOn: { kind: 'day', default: 'ends_on', better: 'later', when: { parameter: 'validity', is: ['fixed'] } },
  validDays: { kind: 'days', min: 1, max: 366, default: 7, better: 'more', when: { parameter: 'validity', is: ['from_claim'] } },
  /** Whether the first of those days is the one after the claim. */
  startsNextDay: { kind: 'switch', default: 0, when: { parameter: 'validity', is: ['from_claim'] } },
} as const;

/** The values of those parameters. */
export interface UseWindowValues {
  readonly validity: 'fixed' | 'from_claim';
  readonly useFromOn: Day;
  readonly useUntilOn: Day;
  readonly validDays: number;
  readonly startsNextDay: number;
}

/** The first and the last day of a coupon that is claimed on a business day; it can be used to the end of the last. */
export function useWindowOf(values: UseWindowValues, claimedOn: Day): { readonly useFromOn: Day; readonly useUntilOn: Day } {
  if (values.validity === 'fixed') return { useFromOn: values.useFromOn, useUntilOn: values.useUntilOn };
  const useFromOn = values.startsNextDay === 1 ? addDays(claimedOn, 1) : claimedOn;
  return { useFromOn, useUntilOn: addDays(useFromOn, values.validDays - 1) };
}

/** Problems between the fields: fixed days are in order, and whoever claims on the last day can still use the coupon. */
export function useWindowProblems(values: UseWindowValues, { endsOn }: { readonly endsOn: Day }): DraftProblem[] {
  const { validity, useFromOn, useUntilOn } = values;
  if (validity !== 'fixed') return [];
  const problems: DraftProblem[] = [];
  if (useUntilOn < useFromOn) problems.push({ path: 'useUntilOn', problem: 'not_in_order', limit: useFromOn });
  if (useUntilOn < endsOn) problems.push({ path: 'useUntilOn', problem: 'too_small', limit: endsOn });
  return problems;
}

/** What the terms say of it. */
export function useWindowTerms(values: UseWindowValues): TermLine[] {
  const { validity, useFromOn, useUntilOn, validDays, startsNextDay } = values;
  if (validity === 'fixed') return [term('coupon_use_window', { useFromOn, useUntilOn })];
  return [term('coupon_use_days', { days: validDays, startsNextDay: startsNextDay === 1 })];
}
