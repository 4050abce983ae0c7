// A review: something was noticed, the owner looks, says that nothing is wrong or restricts for a time and says why; the member appeals.
import { refuse } from '#core/refusals';
import { type Decision, done, refused } from '#core/rules/decision';
import type { Noticed } from '#core/rules/risk/noticed';
import { isWatched } from '#core/rules/risk/watch';
import type { MemberDocument, Restriction, ReviewCost, ReviewDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';

/** For how many days somebody is kept off boards because of what was noticed; then it lapses, whoever has looked. */
const REVIEW_DAYS = 7;

/** An appeal that nobody has answered for so many days ends the restriction. */
export const APPEAL_DAYS = 7;

/** For how many days a member is told that it is over. */
export const TOLD_DAYS = 7;

/** For how many days an owner may restrict. There is no longer one: every restriction ends. */
export const restrictionDays = [7, 15, 30] as const;

/** Where the text of an appeal stands among what its member has written: in no campaign. */
export const APPEALS = 'appeals';

/** The slot of the text of a member's appeal, counted over all of theirs. */
export function appealSlot(n: number): string {
  return `appeal-${n}`;
}

/** Whether a review holds something back now. */
function isRunning(review: ReviewDocument): boolean {
  return review.state === 'noticed' || review.state === 'restricted' || review.state === 'blocked';
}

/** What is decided on at night. */
export interface NoticeFacts {
  readonly noticed: Noticed;
  readonly cost: ReviewCost;
  readonly review: ReviewDocument | null;
  readonly member: MemberDocument | null;
  readonly today: Day;
}

/**
 * Puts what was noticed before the owner. Nothing happens to whoever has left or works for the shop, and nothing more to whoever is under
 * review already.
 */
export function decideNotice({ noticed, cost, review, member, today }: NoticeFacts): Decision<{ readonly people: number }> {
  const isUnderReview = review !== null && isRunning(review);
  if (isUnderReview || member === null || member.joinedAt === null || member.role !== 'member') {
    return refused(refuse('nothing_waiting', {}));
  }
  const { memberId, findings, people, accounts } = noticed;
  const untilOn = addDays(today, REVIEW_DAYS - 1);
  return done({ people }, [{ kind: 'review_opened', memberId, findings, people, accounts, cost, untilOn }]);
}

/** What an owner says of a review: null that nothing is wrong, else what is held back, for how many days, and why. */
export interface Verdict {
  /** When what the owner looked at was noticed. */
  readonly noticedAt: number;
  readonly restriction: { readonly boards: boolean; readonly invites: boolean; readonly days: number; readonly text: string } | null;
}

/**
 * Decides on a review: also on one that has lapsed, since nothing has been held back since. Saying that nothing is wrong ends a restriction
 * too. Refusals: no such review, something else was noticed or decided meanwhile, the member has left.
 */
export function decideReview(
  review: ReviewDocument | null,
  member: MemberDocument | null,
  { noticedAt, restriction }: Verdict,
  today: Day,
): Decision<{ readonly untilOn: Day | null }> {
  if (review === null) return refused(refuse('not_found', { what: 'review' }));
  const { memberId, state } = review;
  const isOpen = state === 'noticed' || state === 'lapsed' || (state === 'restricted' && restriction === null);
  if (review.noticedAt !== noticedAt || !isOpen) return refused(refuse('nothing_waiting', {}));
  if (restriction === null) return done({ untilOn: null }, [{ kind: 'review_decided', memberId, restriction: null }]);
  if (member === null || member.joinedAt === null) return refused(refuse('not_found', { what: 'member' }));
  const { boards, invites, days, text } = restriction;
  const untilOn = addDays(today, days - 1);
  return done({ untilOn }, [{ kind: 'review_decided', memberId, restriction: { boards, invites, untilOn, text } }]);
}

/** Appeals, once against what was noticed, against what was decided and against being put out. Refusals: there is nothing to appeal against; done already. */
export function decideAppeal(review: ReviewDocument | null, member: MemberDocument, today: Day): Decision<{ readonly n: number }> {
  const isBlocked = member.block !== undefined;
  if (review === null || !isRunning(review) || !(isBlocked || isWatched(member, today)))
    return refused(refuse('not_found', { what: 'review' }));
  if (review.appeal !== null) return refused(refuse('already_appealed', { appealedAt: review.appeal.at }));
  const n = (member.appeals ?? 0) + 1;
  // A block ends by the owner's word alone: its appeal waits for as long as that takes.
  const answerUntilOn = isBlocked ? null : addDays(today, APPEAL_DAYS - 1);
  return done({ n }, [{ kind: 'review_appealed', memberId: member.memberId, n, answerUntilOn }]);
}

/** Answers an appeal against a restriction or a block: it stays, or is lifted. Refusals: no such review; no appeal waits. */
export function decideAppealAnswer(
  review: ReviewDocument | null,
  { text, lifted }: { readonly text: string; readonly lifted: boolean },
): Decision<Record<never, never>> {
  if (review === null) return refused(refuse('not_found', { what: 'review' }));
  const { memberId, state, appeal } = review;
  if ((state !== 'restricted' && state !== 'blocked') || appeal === null || appeal.answer !== null)
    return refused(refuse('nothing_waiting', {}));
  return done({}, [{ kind: 'review_answered', memberId, text, lifted }]);
}

/** Ends what has had its days, by itself. */
export function decideReviewEnd(review: ReviewDocument | null, finishedOn: Day): Decision<Record<never, never>> {
  if (review === null || review.untilOn === null || review.untilOn > finishedOn) return refused(refuse('nothing_waiting', {}));
  return done({}, [{ kind: 'review_ended', memberId: review.memberId }]);
}

/** What a restriction holds back, as the member's document has it. */
export function watchOf({ boards, invites }: Pick<Restriction, 'boards' | 'invites'>, untilOn: Day) {
  return { offBoards: boards, invitesStopped: invites, untilOn };
}
