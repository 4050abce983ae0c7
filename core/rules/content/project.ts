// How a member's part in campaigns around content follows from what happened; the texts themselves are no projection.

import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { isQuestion, TOPIC_SLOT } from '#core/rules/content/texts';
import { reachStage } from '#core/rules/leaderboard/project';
import { withDeed } from '#core/rules/membership/deeds';
import { putTextState } from '#core/rules/trial/project';
import type { MemberEntry } from '#core/tables';
import { type Id, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

type ContentEvent = Extract<
  JournalEvent,
  {
    kind:
      | 'quiz_answered'
      | 'poll_answered'
      | 'notice_read'
      | 'entry_written'
      | 'entry_removed'
      | 'entry_reported'
      | 'entry_judged'
      | 'answer_accepted';
  }
>;

/** The id of the board that counts who chose an option of a poll or has so many right answers in a quiz; `all` counts everybody. */
export function voteBoardId(communityId: string, campaignId: string, counted: number | 'all'): Id {
  return makeId(communityId, 'vote', campaignId, String(counted));
}

function putEntry(workspace: Workspace, memberId: string, campaignId: string, entry: MemberEntry): void {
  const member = workspace.get('member', memberId);
  workspace.put('member', { ...member, entries: { ...member.entries, [campaignId]: entry } });
}

/** The state of somebody's text after a look or reports; one that is gone meanwhile stays gone. */
function putState(
  workspace: Workspace,
  { campaignId, memberId, slot }: Extract<ContentEvent, { kind: 'entry_reported' | 'entry_judged' }>,
  state: Pick<Extract<MemberEntry, { kind: 'topic' }>, 'state' | 'refusal'>,
  at: Instant,
): void {
  const entry = workspace.get('member', memberId).entries[campaignId];
  if (entry?.kind === 'trial') return putTextState(workspace, { campaignId, memberId, slot }, state.state, at);
  if (slot !== TOPIC_SLOT || entry?.kind !== 'topic' || entry.state === 'none') return;
  putEntry(workspace, memberId, campaignId, { ...entry, ...state });
}

function vote(workspace: Workspace, event: Extract<ContentEvent, { kind: 'poll_answered' }>, { actorId, at }: EventContext): void {
  const { campaignId, chosen } = event;
  const earlier = workspace.get('member', actorId).entries[campaignId];
  const before = earlier?.kind === 'poll' ? earlier.chosen : [];
  const score = (counted: number | 'all', points: 1 | null) =>
    workspace.score(voteBoardId(workspace.communityId, campaignId, counted), actorId, points, at);
  for (const option of before) if (!chosen.includes(option)) score(option, null);
  for (const option of chosen) if (!before.includes(option)) score(option, 1);
  if (earlier === undefined) score('all', 1);
  putEntry(workspace, actorId, campaignId, { kind: 'poll', answeredAt: at, chosen });
}

function write(workspace: Workspace, event: Extract<ContentEvent, { kind: 'entry_written' }>, { actorId, at }: EventContext): void {
  const { campaignId, what, state } = event;
  const before = workspace.get('member', actorId).entries[campaignId];
  const talk = before?.kind === 'question' ? before : { kind: 'question' as const, asked: 0, thanked: [] };
  const asked = talk.asked + (what === 'question' ? 1 : 0);
  putEntry(workspace, actorId, campaignId, what === 'topic' ? { kind: 'topic', state, refusal: null, at } : { ...talk, asked });
}

function accept(workspace: Workspace, event: Extract<ContentEvent, { kind: 'answer_accepted' }>, { actorId, on }: EventContext): void {
  const { campaignId, helperId, isCounted } = event;
  if (!isCounted) return;
  const entry = workspace.get('member', actorId).entries[campaignId];
  const talk = entry?.kind === 'question' ? entry : { kind: 'question' as const, asked: 0, thanked: [] };
  putEntry(workspace, actorId, campaignId, { ...talk, thanked: [...talk.thanked, helperId] });
  const helper = workspace.get('member', helperId);
  workspace.put('member', { ...withDeed(helper, 'helped', on), helped: helper.helped + 1 });
}

/** Applies an event around content; whoever answers, reads or writes has taken part in the campaign. */
export function projectContent(workspace: Workspace, event: ContentEvent, context: EventContext): void {
  const { campaignId } = event;
  const { actorId, at } = context;
  switch (event.kind) {
    case 'quiz_answered': {
      const { chosen, right, points } = event;
      putEntry(workspace, actorId, campaignId, { kind: 'quiz', answeredAt: at, chosen, right, points });
      workspace.score(voteBoardId(workspace.communityId, campaignId, right), actorId, 1, at);
      const stock = workspace.get('stock', campaignId);
      workspace.put('stock', { ...stock, claimers: stock.claimers + 1 });
      return reachStage(workspace, actorId, campaignId, 'claimed', at);
    }
    case 'poll_answered':
      vote(workspace, event, context);
      return reachStage(workspace, actorId, campaignId, 'claimed', at);
    case 'notice_read':
      putEntry(workspace, actorId, campaignId, { kind: 'notice', readAt: at });
      return reachStage(workspace, actorId, campaignId, 'claimed', at);
    case 'entry_written':
      write(workspace, event, context);
      return reachStage(workspace, actorId, campaignId, 'claimed', at);
    case 'entry_removed': {
      const entry = workspace.get('member', actorId).entries[campaignId];
      if (entry?.kind === 'trial') return putTextState(workspace, { campaignId, memberId: actorId, slot: event.slot }, 'none', at);
      if (isQuestion(event.slot) || entry?.kind !== 'topic') return;
      return putEntry(workspace, actorId, campaignId, { ...entry, state: 'none', refusal: null });
    }
    case 'entry_reported':
      return event.isHidden ? putState(workspace, event, { state: 'waiting', refusal: null }, at) : undefined;
    case 'entry_judged':
      return putState(workspace, event, { state: event.refusal === null ? 'shown' : 'refused', refusal: event.refusal }, at);
    case 'answer_accepted':
      return accept(workspace, event, context);
  }
}
