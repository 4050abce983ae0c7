// The messenger port: how a reminder reaches a person who has left the app.
import type { ReminderKind } from '#core/rules/reminder/kinds';
import type { ReminderMessage } from '#core/rules/reminder/message';
import type { SendOutcome } from '#core/rules/reminder/send';

/** The template by which each kind is asked for and sent; null where this installation has none, and so cannot send it. */
export type Templates = Readonly<Record<ReminderKind, string | null>>;

/** A reminder with the person whom it is for. */
export type AddressedReminder = ReminderMessage & { readonly personKey: string };

/**
 * Laws: `templates` is the same for as long as the process lives. `send` tries once and never repeats by itself. It answers
 * - `sent` when the platform has taken the message;
 * - `no_credit` when the person has accepted no further message (WeChat's 43101): whoever asked never tries again on that credit;
 * - `banned` when this installation may not send at all, or cannot: there is nobody to try again with;
 * - `later` only when it is certain that nothing was sent and a later try may do;
 * - `bad_data` when the platform will not take this message, however often it is tried.
 * When it cannot be known whether the message went out, it throws a `Fault('messenger_unavailable')`: that message counts as sent.
 * A value that is too long for its field is cut, never a reason to fail. No text and no person goes to the log.
 */
export interface Messenger {
  templates(): Templates;
  send(reminder: AddressedReminder): Promise<SendOutcome>;
}
