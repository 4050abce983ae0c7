// How long points hold, as an owner types it: read, held to its limits and to what has been told already.
import { readWhole } from '#app/features/typed-number';
import type { ValueOf } from '#core/contract';
import { type PointsPolicy, policyLimits } from '#core/rules/points/lots';
import { mayBecome } from '#core/rules/points/policy';

/** What is typed. */
export interface TypedPolicy {
  readonly isForever: boolean;
  readonly months: string;
  readonly pendingDays: string;
}

/** What is wrong with a field: it cannot be read, lies beyond its limit, or is worse than what members have been told. */
export type PolicyProblem =
  | { readonly problem: 'not_whole' }
  | { readonly problem: 'worse' }
  | { readonly problem: 'too_small' | 'too_large'; readonly limit: number };

/** What came of reading; `policy` is null while anything is wrong. */
export interface PolicyReading {
  readonly policy: PointsPolicy | null;
  readonly months: PolicyProblem | null;
  readonly pendingDays: PolicyProblem | null;
}

/** A policy as it would be typed; where points never end, no months are. */
export function typePolicy({ validMonths, pendingDays }: PointsPolicy): TypedPolicy {
  return { isForever: validMonths === null, months: validMonths === null ? '' : String(validMonths), pendingDays: String(pendingDays) };
}

function readWithin(text: string, min: number, max: number): { readonly number: number } | PolicyProblem {
  const typed = readWhole(text);
  if (typed.kind !== 'number') return { problem: 'not_whole' };
  if (typed.number < min) return { problem: 'too_small', limit: min };
  return typed.number > max ? { problem: 'too_large', limit: max } : { number: typed.number };
}

/** Reads what is typed against the policy as it stands. */
export function readPolicy(typed: TypedPolicy, now: ValueOf<'points.policy'>): PolicyReading {
  const { validMonthsMin, validMonthsMax, pendingDaysMax } = policyLimits;
  const months = typed.isForever ? { number: null } : readWithin(typed.months, validMonthsMin, validMonthsMax);
  const pending = readWithin(typed.pendingDays, 0, pendingDaysMax);
  const worse = (change: Partial<PointsPolicy>): PolicyProblem | null =>
    mayBecome(now, { ...now, ...change }, now.free) ? null : { problem: 'worse' };
  const monthsProblem = 'problem' in months ? months : worse({ validMonths: months.number });
  const pendingProblem = 'problem' in pending ? pending : worse({ pendingDays: pending.number });
  const isGood = monthsProblem === null && pendingProblem === null && 'number' in months && 'number' in pending;
  return {
    policy: isGood ? { validMonths: months.number, pendingDays: pending.number } : null,
    months: monthsProblem,
    pendingDays: pendingProblem,
  };
}
