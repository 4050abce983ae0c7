// How somebody's wish to come in, and what they were asked, follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { countIn } from '#core/rules/community/tally';
import type { MemberDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

type Of<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** Keeps what somebody was asked; who has to wait, waits from now on. */
export function askToJoin(workspace: Workspace, member: MemberDocument, { questions, isWaiting }: Of<'join_asked'>, at: Instant): void {
  const { wish: _before, ...own } = member;
  const { memberId, source, invitedBy } = member;
  workspace.put('joinRequest', {
    id: makeId(workspace.communityId, 'joinRequest', memberId),
    memberId,
    questions,
    source,
    throughId: invitedBy?.inviterId ?? source.inviterId ?? null,
    askedAt: at,
    waitingSince: isWaiting ? at : null,
  });
  workspace.put('member', isWaiting ? { ...own, wish: { state: 'waiting', askedAt: at } } : own);
  if (isWaiting) countIn(workspace, 'wishesWaiting', 1);
}

/** Notes that a wish waits no more: what was asked is kept where its member came in. */
export function settleWish(workspace: Workspace, memberId: string): void {
  const request = workspace.get('joinRequest', memberId);
  countIn(workspace, 'wishesWaiting', -1);
  if (request.questions.length === 0) workspace.remove(request.id);
  else workspace.put('joinRequest', { ...request, waitingSince: null });
}

/** Forgets a wish that waits, with what was asked. */
export function leaveTheDoor(workspace: Workspace, memberId: string): void {
  const { wish: _gone, ...member } = workspace.get('member', memberId);
  workspace.remove(workspace.get('joinRequest', memberId).id);
  countIn(workspace, 'wishesWaiting', -1);
  workspace.put('member', member);
}

/** Turns somebody down: they read why, and what they were asked is forgotten. */
export function turnDown(workspace: Workspace, { memberId, reason, text }: Of<'join_refused'>, at: Instant): void {
  const askedAt = workspace.get('joinRequest', memberId).askedAt;
  leaveTheDoor(workspace, memberId);
  workspace.put('member', { ...workspace.get('member', memberId), wish: { state: 'refused', askedAt, at, reason, text } });
}
