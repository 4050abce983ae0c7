// What can happen to a review, and to what it is looked at by.
import type { Noticed } from '#core/rules/risk/noticed';
import type { Block, Restriction, ReviewDocument } from '#core/tables';
import type { Day } from '#core/values/day';

export type ReviewEvent =
  | ({ readonly kind: 'review_opened'; readonly untilOn: Day } & Omit<Noticed, 'weight'> & Pick<ReviewDocument, 'cost'>)
  /** `restriction` null: nothing is wrong, or nothing any more. */
  | { readonly kind: 'review_decided'; readonly memberId: string; readonly restriction: Restriction | null }
  /** What is held back ends with `answerUntilOn` at the latest, unless it is answered; null of a block, which waits for an answer. */
  | { readonly kind: 'review_appealed'; readonly memberId: string; readonly n: number; readonly answerUntilOn: Day | null }
  | { readonly kind: 'review_answered'; readonly memberId: string; readonly text: string; readonly lifted: boolean }
  | ({ readonly kind: 'member_blocked'; readonly memberId: string } & Pick<Block, 'reason' | 'text'>)
  | { readonly kind: 'member_unblocked'; readonly memberId: string }
  | { readonly kind: 'review_ended'; readonly memberId: string }
  | { readonly kind: 'places_forgotten'; readonly memberIds: readonly string[] };
