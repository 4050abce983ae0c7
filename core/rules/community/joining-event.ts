// What can happen at the door of a community.
import type { Joining, TurnDownReason } from '#core/tables';

export type JoiningEvent =
  /** The owner has let a newcomer in, who is a member from then on. */
  | { readonly kind: 'let_in'; readonly memberId: string }
  | ({ readonly kind: 'joining_set' } & Joining)
  /** What was asked, not what was answered; `isWaiting`: the owner has to say yes. */
  | { readonly kind: 'join_asked'; readonly questions: readonly string[]; readonly isWaiting: boolean }
  | { readonly kind: 'join_withdrawn' }
  | { readonly kind: 'join_refused'; readonly memberId: string; readonly reason: TurnDownReason; readonly text: string };
