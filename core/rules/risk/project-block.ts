// How somebody's being put out, and coming back, follow from what happened: as a review of their own, which carries their appeal.
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { giveRole } from '#core/rules/community/project';
import { leaveTheDoor } from '#core/rules/community/project-joining';
import { countIn } from '#core/rules/community/tally';
import { isShownOn } from '#core/rules/leaderboard/project';
import { keepReview } from '#core/rules/risk/keep-review';
import { TOLD_DAYS, watchOf } from '#core/rules/risk/review';
import type { ReviewEvent } from '#core/rules/risk/review-event';
import type { MemberDocument, ReviewDocument } from '#core/tables';
import { addDays } from '#core/values/day';
import { makeId } from '#core/values/ids';

type Of<Kind extends ReviewEvent['kind']> = Extract<ReviewEvent, { kind: Kind }>;

/** Keeps a member, and takes them off the boards or puts them back with what they have. */
export function putOnBoards(workspace: Workspace, before: MemberDocument, after: MemberDocument): void {
  for (const [name, { board, points, at }] of Object.entries(after.scores)) {
    if (isShownOn(before, name) !== isShownOn(after, name)) {
      workspace.score(board, after.memberId, isShownOn(after, name) ? points : null, at);
    }
  }
  workspace.put('member', after);
}

/** A review of somebody of whom nothing was noticed: there is nothing that it rests on. */
function nothingNoticed(workspace: Workspace, memberId: string, { at }: EventContext): Omit<ReviewDocument, 'restsSince'> {
  return {
    id: makeId(workspace.communityId, 'review', memberId),
    memberId,
    state: 'cleared',
    noticedAt: at,
    findings: [],
    people: 0,
    accounts: [],
    cost: { coupons: 0, used: 0, offFen: 0, openFen: 0 },
    untilOn: null,
    restriction: null,
    appeal: null,
    waitingSince: null,
    changedAt: at,
  };
}

/** Puts a member out: off the boards and out of the count, a clerk or a co-owner without the role. What else held of a review is over. */
export function block(workspace: Workspace, { memberId, reason, text }: Of<'member_blocked'>, context: EventContext): void {
  const { at } = context;
  if (workspace.get('member', memberId).wish?.state === 'waiting') leaveTheDoor(workspace, memberId);
  giveRole(workspace, memberId, 'visitor');
  const before = workspace.get('member', memberId);
  const { watch: _over, wish: _none, ...own } = before;
  const said = { reason, text, at };
  putOnBoards(workspace, before, {
    ...own,
    joinedAt: null,
    block: { ...said, joinedAt: before.joinedAt, appeal: 'none' },
  });
  if (before.joinedAt !== null) countIn(workspace, 'members', -1);
  countIn(workspace, 'blocked', 1);
  const review = workspace.find('review', memberId) ?? nothingNoticed(workspace, memberId, context);
  const now = { state: 'blocked', block: said, blockedAt: at, appeal: null, untilOn: null, waitingSince: null, changedAt: at } as const;
  keepReview(workspace, { ...review, ...now });
}

/** Takes it back: a member again since the day on which they joined, and told so for some days. `review` is theirs as it stands. */
export function unblock(workspace: Workspace, review: ReviewDocument, { at, on }: EventContext): void {
  const before = workspace.get('member', review.memberId);
  const { block: held, ...free } = before;
  const joinedAt = held?.joinedAt ?? null;
  const watch = watchOf({ boards: false, invites: false }, addDays(on, TOLD_DAYS));
  putOnBoards(workspace, before, { ...free, watch, ...(joinedAt === null ? {} : { role: 'member', joinedAt }) });
  if (joinedAt !== null) countIn(workspace, 'members', 1);
  countIn(workspace, 'blocked', -1);
  keepReview(workspace, { ...review, state: 'unblocked', blockedAt: null, untilOn: null, waitingSince: null, changedAt: at });
}
