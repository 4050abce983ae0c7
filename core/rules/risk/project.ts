// How a review, and the member's place on the boards of invites, follow from what happened.
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { keepReview as keep } from '#core/rules/risk/keep-review';
import { block, putOnBoards, unblock } from '#core/rules/risk/project-block';
import { TOLD_DAYS, watchOf } from '#core/rules/risk/review';
import type { ReviewEvent } from '#core/rules/risk/review-event';
import type { Watch } from '#core/rules/risk/watch';
import type { ReviewDocument } from '#core/tables';
import { addDays } from '#core/values/day';
import { makeId } from '#core/values/ids';

type Of<Kind extends ReviewEvent['kind']> = Extract<ReviewEvent, { kind: Kind }>;

/** Says what holds for a member from now on, and takes them off the boards or puts them back with what they have. */
function setWatch(workspace: Workspace, memberId: string, watch: Watch): void {
  const before = workspace.get('member', memberId);
  putOnBoards(workspace, before, { ...before, watch });
}

const NOTHING = { boards: false, invites: false } as const;

function open(workspace: Workspace, event: Of<'review_opened'>, { at }: EventContext): void {
  const { memberId, findings, people, accounts, cost, untilOn } = event;
  const id = makeId(workspace.communityId, 'review', memberId);
  const nothingSaid = { restriction: null, appeal: null, waitingSince: at, changedAt: at };
  keep(workspace, { id, memberId, state: 'noticed', noticedAt: at, findings, people, accounts, cost, untilOn, ...nothingSaid });
  setWatch(workspace, memberId, watchOf({ boards: true, invites: false }, untilOn));
}

/** Ends a review one way or another: everything is as before, and the member is told so for some days. */
function close(workspace: Workspace, review: ReviewDocument, { at, on }: EventContext): void {
  keep(workspace, { ...review, untilOn: null, waitingSince: null, changedAt: at });
  setWatch(workspace, review.memberId, watchOf(NOTHING, addDays(on, TOLD_DAYS)));
}

function decide(workspace: Workspace, { memberId, restriction }: Of<'review_decided'>, context: EventContext): void {
  const review = workspace.get('review', memberId);
  if (restriction === null) return close(workspace, { ...review, state: review.state === 'restricted' ? 'lifted' : 'cleared' }, context);
  const { at } = context;
  const { untilOn } = restriction;
  // An appeal against what was noticed is answered by the decision.
  const now = {
    state: 'restricted',
    restriction: { ...restriction, at },
    appeal: null,
    untilOn,
    waitingSince: null,
    changedAt: at,
  } as const;
  keep(workspace, { ...review, ...now });
  setWatch(workspace, memberId, watchOf(restriction, untilOn));
}

function appeal(workspace: Workspace, { memberId, n, answerUntilOn }: Of<'review_appealed'>, { at }: EventContext): void {
  const review = workspace.get('review', memberId);
  const member = workspace.get('member', memberId);
  if (answerUntilOn === null) {
    keep(workspace, { ...review, appeal: { n, at, answer: null }, waitingSince: at, changedAt: at });
    const { block: held } = member;
    return workspace.put('member', { ...member, appeals: n, ...(held === undefined ? {} : { block: { ...held, appeal: 'waiting' } }) });
  }
  const untilOn = review.untilOn !== null && review.untilOn < answerUntilOn ? review.untilOn : answerUntilOn;
  keep(workspace, { ...review, appeal: { n, at, answer: null }, untilOn, waitingSince: review.waitingSince ?? at, changedAt: at });
  workspace.put('member', { ...member, appeals: n, ...(member.watch === undefined ? {} : { watch: { ...member.watch, untilOn } }) });
}

function answer(workspace: Workspace, { memberId, text, lifted }: Of<'review_answered'>, context: EventContext): void {
  const review = workspace.get('review', memberId);
  const { at } = context;
  const answered = { ...review, appeal: review.appeal && { ...review.appeal, answer: { text, at, lifted } } };
  if (review.state === 'blocked') {
    if (lifted) return unblock(workspace, answered, context);
    const member = workspace.get('member', memberId);
    const { block: held } = member;
    if (held !== undefined) workspace.put('member', { ...member, block: { ...held, appeal: 'answered' } });
    return keep(workspace, { ...answered, waitingSince: null, changedAt: at });
  }
  if (lifted || review.restriction === null) return close(workspace, { ...answered, state: 'lifted' }, context);
  const { untilOn } = review.restriction;
  keep(workspace, { ...answered, untilOn, waitingSince: null, changedAt: at });
  setWatch(workspace, memberId, watchOf(review.restriction, untilOn));
}

/** Takes places off accounts. A replay knows no accounts: the journal holds none. */
function forgetPlaces(workspace: Workspace, { memberIds }: Of<'places_forgotten'>): void {
  for (const memberId of memberIds) {
    const identity = workspace.find('identity', memberId);
    if (identity === null) continue;
    const { place: _place, placedAt: _placedAt, ...account } = identity;
    workspace.put('identity', account);
  }
}

/** Applies an event of a review. */
export function projectReview(workspace: Workspace, event: ReviewEvent, context: EventContext): void {
  switch (event.kind) {
    case 'review_opened':
      return open(workspace, event, context);
    case 'review_decided':
      return decide(workspace, event, context);
    case 'review_appealed':
      return appeal(workspace, event, context);
    case 'review_answered':
      return answer(workspace, event, context);
    case 'places_forgotten':
      return forgetPlaces(workspace, event);
    case 'member_blocked':
      return block(workspace, event, context);
    case 'member_unblocked':
      return unblock(workspace, workspace.get('review', event.memberId), context);
    case 'review_ended': {
      const review = workspace.get('review', event.memberId);
      return close(workspace, { ...review, state: review.state === 'restricted' ? 'ended' : 'lapsed' }, context);
    }
  }
}
