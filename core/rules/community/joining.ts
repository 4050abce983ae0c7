// Coming into a community: by one tap, with answers to a few questions, or once the owner says yes.
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { type Decision, done, refused } from '#core/rules/decision';
import { type CheckedText, contentRefusal, replacementRefusal } from '#core/rules/policy/content';
import type { CommunityDocument, InvitedBy, Joining, JoinRequestDocument, JoinWish, MemberDocument, TurnDownReason } from '#core/tables';
import { DAY_MS, type Instant } from '#core/values/instant';

/** How many questions a newcomer is asked at the most, how long each may be, and each answer. */
export const QUESTIONS_MAX = 3;
export const QUESTION_MAX = 40;
export const ANSWER_MAX = 200;

/** Who was turned down can ask again after so long. */
const AGAIN_AFTER_MS = DAY_MS;

/** The reasons for turning somebody down, in the order in which an owner is offered them. */
export const turnDownReasons: readonly TurnDownReason[] = ['not_ours', 'answers', 'full', 'other'];

/** Where what newcomers answer stands among what they have written: in no campaign. */
export const DOOR = 'door';

/** The slot of the answer to the n-th question, from 1. */
export function answerSlot(n: number): string {
  return `answer-${n}`;
}

/** How people come in now. An installation that takes no words of members asks nothing. */
export function joiningOf({ joining }: Pick<CommunityDocument, 'joining'>, userContent: boolean): Joining {
  return { approval: joining?.approval ?? false, questions: userContent ? (joining?.questions ?? []) : [] };
}

/** From when on somebody who was turned down can ask again. */
export function againAtOf({ at }: Extract<JoinWish, { state: 'refused' }>): Instant {
  return at + AGAIN_AFTER_MS;
}

/** An answer, with the question that it answers: the owner may have changed those since they were read. */
export interface JoinAnswer {
  readonly question: string;
  readonly text: string;
}

/** What coming in is decided on. `member` and `request` are null of somebody who never came, or never asked. */
export interface JoinFacts {
  readonly memberId: string;
  readonly member: MemberDocument | null;
  readonly request: JoinRequestDocument | null;
  readonly joining: Joining;
  readonly answers: readonly JoinAnswer[];
  readonly checked: readonly CheckedText[];
  readonly at: Instant;
}

/** What follows for the thread of an invite from somebody's joining. */
function threadEvents(inviteeId: string, bound: InvitedBy | null): JournalEvent[] {
  return bound === null ? [] : [{ kind: 'invite_joined', campaignId: bound.campaignId, inviterId: bound.inviterId, inviteeId }];
}

/** Whether just the questions of now were answered, in their order. */
function isAnswered(questions: readonly string[], answers: readonly JoinAnswer[]): boolean {
  return questions.length === answers.length && questions.every((question, index) => answers[index]?.question === question);
}

/**
 * Makes a person a member, or has them wait for the owner's yes; the thread of an invite that brought them goes on once they are one.
 * Somebody who waits while the owner has opened the door comes in with what they have answered. Refusals, in their order: joined already;
 * waits already; turned down less than a day ago; the questions of now are not answered; words that may not be said.
 */
export function decideJoin({
  memberId,
  member,
  request,
  joining,
  answers,
  checked,
  at,
}: JoinFacts): Decision<{ readonly isWaiting: boolean }> {
  if (member !== null && member.joinedAt !== null) return refused(refuse('already_joined', { joinedAt: member.joinedAt }));
  const wish = member?.wish;
  const comesIn: JournalEvent[] = [{ kind: 'joined' }, ...threadEvents(memberId, member?.invitedBy ?? null)];
  if (wish?.state === 'waiting') {
    if (joining.approval || request === null) return refused(refuse('already_waiting', { askedAt: wish.askedAt }));
    return done({ isWaiting: false }, comesIn);
  }
  if (wish?.state === 'refused' && at < againAtOf(wish)) {
    return refused(refuse('refused_lately', { reason: wish.reason, text: wish.text, againAt: againAtOf(wish) }));
  }
  const { approval } = joining;
  const questions = [...joining.questions];
  if (!isAnswered(questions, answers)) return refused(refuse('answers_needed', { questions }));
  const refusal = contentRefusal(checked);
  if (refusal !== null) return refused(refusal);
  const asked: JournalEvent[] = approval || questions.length > 0 ? [{ kind: 'join_asked', questions, isWaiting: approval }] : [];
  return done({ isWaiting: approval }, approval ? asked : [...asked, ...comesIn]);
}

/** Takes a wish back that waits. */
export function decideWithdraw(member: MemberDocument | null): Decision<Record<never, never>> {
  if (member?.wish?.state !== 'waiting') return refused(refuse('nothing_waiting', {}));
  return done({}, [{ kind: 'join_withdrawn' }]);
}

/** What an owner says to a newcomer: `askedAt` names the wish that was looked at; `refusal` null lets them in. */
export interface Admission {
  readonly askedAt: Instant;
  readonly refusal: { readonly reason: TurnDownReason; readonly text: string } | null;
}

/** Lets a newcomer in, or turns them down. Refusals: nobody; joined already; withdrawn, decided on or asked anew meanwhile. */
export function decideAdmit(member: MemberDocument | null, { askedAt, refusal }: Admission): Decision<{ readonly joinedNow: boolean }> {
  if (member === null) return refused(refuse('not_found', { what: 'member' }));
  if (member.joinedAt !== null) return refused(refuse('already_joined', { joinedAt: member.joinedAt }));
  if (member.wish?.state !== 'waiting' || member.wish.askedAt !== askedAt) return refused(refuse('nothing_waiting', {}));
  const { memberId } = member;
  if (refusal !== null) return done({ joinedNow: false }, [{ kind: 'join_refused', memberId, ...refusal }]);
  return done({ joinedNow: true }, [{ kind: 'let_in', memberId }, ...threadEvents(memberId, member.invitedBy)]);
}

/** Says how people come in from now on. What is asked is read at once: nothing is taken that still needs a look. */
export function decideJoining(
  community: CommunityDocument,
  wish: Joining,
  checked: readonly CheckedText[],
): Decision<Record<never, never>> {
  const refusal = contentRefusal(checked) ?? replacementRefusal(checked, () => true);
  if (refusal !== null) return refused(refusal);
  const { approval, questions } = joiningOf(community, true);
  const isSame =
    approval === wish.approval &&
    isAnswered(
      questions,
      wish.questions.map((question) => ({ question, text: '' })),
    );
  return done({}, isSame ? [] : [{ kind: 'joining_set', ...wish }]);
}
