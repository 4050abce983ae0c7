// The kinds of fraud for which an invite's reward may be taken back, and what is written down of it.
import type { InviteDocument } from '#core/tables';
import type { Day } from '#core/values/day';

/** What may have been shown: one person with two accounts, a program instead of a person, a friend who was paid to act. */
export type FraudReason = 'same_person' | 'not_a_person' | 'paid_to_act';

/** All of them, in the order in which an owner is asked. */
export const fraudReasons: readonly FraudReason[] = ['same_person', 'not_a_person', 'paid_to_act'];

/** What the journal says of a reward that was taken back. */
export interface Reversal {
  readonly reason: FraudReason;
  readonly evidence: string;
  readonly settledOn: Day;
  /** The coupons that had been used: they stay used, and become void where their use is taken back. Absent where there are none. */
  readonly used?: InviteDocument['coupons'];
}
