// Who needs the owner's look, as conditions: members with something to lose who have stopped coming, and those who have joined just now.
import type { Condition } from '#core/rules/membership/segment';

/** Two weeks: whoever has not come for so long has left a habit behind, not missed a day. */
export const ASLEEP_DAYS = 14;

/** For so many days, the day of joining among them, somebody is new. */
export const NEW_DAYS = 3;

/** Those with a tier, which only deeds give, who have not come for long. */
export const asleep: readonly Condition[] = [
  { kind: 'tier_at_least', tier: 'user' },
  { kind: 'unseen_for', amount: ASLEEP_DAYS },
];

/** Those who have joined just now. */
export const newcomers: readonly Condition[] = [{ kind: 'joined_within', amount: NEW_DAYS }];
