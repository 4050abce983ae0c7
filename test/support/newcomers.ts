// People who joined lately, for tests of what is noticed: who brought whom, how fast, whether they came back, and what they used.
import { noDeeds } from '#core/rules/membership/deeds';
import type { Newcomer } from '#core/rules/risk/group';
import { addDays, type Day } from '#core/values/day';
import { MINUTE_MS } from '#core/values/instant';
import { aMember, morningOf } from './documents';

/** The day on which they joined, and the last day that is over when they are looked at. */
export const JOINED_ON: Day = '2026-03-02';
export const FINISHED_ON: Day = '2026-03-08';

/** What a test says about somebody new. */
export interface Coming {
  /** Who brought them; absent of those who came by themselves. */
  readonly by?: string;
  /** Minutes after ten in the morning at which they joined; they act a minute later. */
  readonly minutes?: number;
  readonly on?: Day;
  /** How many days after the first action they came last; 0 never came back. */
  readonly backAfter?: number;
  /** Whether they used a coupon on their first day. */
  readonly used?: boolean;
  readonly role?: Newcomer['role'];
}

/** One of them. */
export function aNewcomer(
  memberId: string,
  { by, minutes = 0, on = JOINED_ON, backAfter = 0, used = false, role = 'member' }: Coming = {},
) {
  const joinedAt = morningOf(on) + minutes * MINUTE_MS;
  const redeemed = { total: 1, latestOn: [on] };
  return aMember(memberId, {
    role,
    joinedAt,
    firstActionAt: joinedAt + MINUTE_MS,
    lastEnteredOn: addDays(on, backAfter),
    invitedBy: by === undefined ? null : { campaignId: 'x', inviterId: by, openedAt: joinedAt },
    ...(used ? { deeds: { ...noDeeds, redeemed } } : {}),
  });
}

/** So many, numbered; `coming` says how each came. */
export function several(count: number, name: string, coming: (index: number) => Coming): Newcomer[] {
  return Array.from({ length: count }, (_, index) => aNewcomer(`${name}${String(index + 1)}`, coming(index)));
}
