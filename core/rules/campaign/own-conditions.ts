// The conditions that several types ask of a member themselves: limits per member and per day, and that there is something left.
import { refuse } from '#core/refusals';
import { type Condition, condition } from '#core/rules/campaign/condition';
import type { LimitCount } from '#core/tables';
import { addDays, type Day } from '#core/values/day';

/** How much of a limit a member has used up in all. */
export function heldIn(count: LimitCount | undefined): number {
  return count?.total ?? 0;
}

/** How much of it fell on a business day. */
export function heldOn(count: LimitCount | undefined, on: Day): number {
  return count?.on === on ? count.today : 0;
}

/** That a member is below their own limit. */
export function memberLimit(max: number, count: LimitCount | undefined): Condition {
  const have = heldIn(count);
  return condition('member_limit', { max, have }, have < max ? null : refuse('limit_reached', { max, held: have }));
}

/** That a member is below their own limit of a business day; on the campaign's last day there is no other to come again on. */
export function dayLimit(max: number, count: LimitCount | undefined, on: Day, endsOn: Day): Condition {
  const have = heldOn(count, on);
  const nextOn = on < endsOn ? addDays(on, 1) : null;
  return condition('day_limit', { max, have }, have < max ? null : refuse('day_limit_reached', { max, nextOn }));
}

/** That so many, at least one, are left of what was reserved. */
export function someLeft(reserved: number, left: number, least = 1): Condition {
  return condition('stock', { reserved, left }, left >= least ? null : refuse('sold_out', { stock: reserved }));
}
