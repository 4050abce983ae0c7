// The kinds of fraud for which an invite's reward may be taken back.

/** What may have been shown: one person with two accounts, a program instead of a person, a friend who was paid to act. */
export type FraudReason = 'same_person' | 'not_a_person' | 'paid_to_act';

/** All of them, in the order in which an owner is asked. */
export const fraudReasons: readonly FraudReason[] = ['same_person', 'not_a_person', 'paid_to_act'];
