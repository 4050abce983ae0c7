// How a member's part in a trial, the ranking, and what is counted of it follow from what happened.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import {
  APPLY_SLOT,
  CONVERSION_DAYS,
  isStanding,
  partIn,
  REPORT_SLOT,
  type TrialCount,
  type TrialEntry,
  trialBoardId,
} from '#core/rules/trial/trial';
import type { ApplicationDocument, EntryState } from '#core/tables';
import { type Day, daysBetween } from '#core/values/day';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

type TrialEvent = Extract<
  JournalEvent,
  { kind: 'trial_applied' | 'trial_selected' | 'trial_not_selected' | 'trial_ranked' | 'trial_reported' | 'trial_read' }
>;

function putPart(workspace: Workspace, memberId: string, campaignId: string, part: Partial<TrialEntry>): void {
  const member = workspace.get('member', memberId);
  const entry = { ...partIn(member, campaignId), ...part };
  workspace.put('member', { ...member, entries: { ...member.entries, [campaignId]: entry } });
}

function count(workspace: Workspace, campaignId: string, what: TrialCount, memberId: string, points: 1 | null, at: Instant): void {
  workspace.score(trialBoardId(workspace.communityId, campaignId, what), memberId, points, at);
}

/** What an application came to; whoever is chosen or told is one fewer to be settled. */
function putOutcome(
  workspace: Workspace,
  { campaignId, memberId }: { readonly campaignId: string; readonly memberId: string },
  outcome: ApplicationDocument['outcome'],
  have: number | null,
): void {
  workspace.put('application', { ...workspace.get('application', campaignId, memberId), outcome, have });
  // What was counted by a criterion has a ranking that it comes from; who came first has none.
  if (have === null) return;
  const selection = workspace.get('selection', campaignId);
  workspace.put('selection', { ...selection, unsettled: selection.unsettled - 1 });
}

/** Applies an event of a trial. The actor of a choice may be the member, the owner or the system. */
export function projectTrial(workspace: Workspace, event: TrialEvent, { actorId, at, on }: EventContext): void {
  const { campaignId } = event;
  switch (event.kind) {
    case 'trial_applied': {
      const id = makeId(workspace.communityId, 'application', campaignId, actorId);
      workspace.find('application', campaignId, actorId);
      workspace.put('application', { id, campaignId, memberId: actorId, appliedAt: at, outcome: 'waiting', have: null });
      count(workspace, campaignId, 'applied', actorId, 1, at);
      return putPart(workspace, actorId, campaignId, { appliedAt: at, answer: event.state, outcome: 'waiting' });
    }
    case 'trial_selected': {
      const { memberId, have, voucher } = event;
      putOutcome(workspace, event, 'selected', have);
      return putPart(workspace, memberId, campaignId, { outcome: 'selected', have, voucher });
    }
    case 'trial_not_selected': {
      const { memberId, have, least } = event;
      putOutcome(workspace, event, 'not_selected', have);
      return putPart(workspace, memberId, campaignId, { outcome: 'not_selected', have, least });
    }
    case 'trial_ranked': {
      const { by, applicants, unsettled, rows, least } = event;
      const id = makeId(workspace.communityId, 'selection', campaignId);
      return workspace.put('selection', { id, campaignId, by, on: event.on, applicants, unsettled, rows, least });
    }
    case 'trial_reported': {
      const { stars, late, state } = event;
      count(workspace, campaignId, 'reported', actorId, 1, at);
      if (!late) count(workspace, campaignId, 'on_time', actorId, 1, at);
      return putPart(workspace, actorId, campaignId, { report: { at, stars, late, state } });
    }
    case 'trial_read':
      count(workspace, campaignId, 'readers', actorId, 1, at);
      return putPart(workspace, actorId, campaignId, { readOn: on });
  }
}

/** What has become of a text of a trial: let through, hidden, refused, or taken back; a text that is gone meanwhile stays gone. */
export function putTextState(
  workspace: Workspace,
  { campaignId, memberId, slot }: { readonly campaignId: string; readonly memberId: string; readonly slot: string },
  state: EntryState | 'none',
  at: Instant,
): void {
  const part = workspace.get('member', memberId).entries[campaignId];
  if (part?.kind !== 'trial') return;
  // What does not stand any more is not counted; written anew, it is counted once more.
  const isOff = state === 'none' || state === 'refused';
  if (slot === APPLY_SLOT && part.answer !== 'none') {
    if (isOff && isStanding(part) && part.outcome === 'waiting') count(workspace, campaignId, 'applied', memberId, null, at);
    return putPart(workspace, memberId, campaignId, { answer: state });
  }
  const { report } = part;
  if (slot !== REPORT_SLOT || report === null || report.state === 'none') return;
  if (isOff && report.state !== 'refused') {
    count(workspace, campaignId, 'reported', memberId, null, at);
    if (!report.late) count(workspace, campaignId, 'on_time', memberId, null, at);
  }
  putPart(workspace, memberId, campaignId, { report: { ...report, state } });
}

/**
 * A coupon of a member was used: each trial whose reports they have read within the last CONVERSION_DAYS counts them once, unless they
 * tried it themselves. It looks at the holder alone, whom a use has read anyway.
 */
export function countConversions(workspace: Workspace, memberId: string, coupon: string, on: Day, at: Instant): void {
  const { entries } = workspace.get('member', memberId);
  for (const [campaignId, entry] of Object.entries(entries)) {
    if (entry.kind !== 'trial' || entry.readOn === null || entry.convertedBy !== null || entry.outcome === 'selected') continue;
    const days = daysBetween(entry.readOn, on);
    if (days < 0 || days > CONVERSION_DAYS) continue;
    count(workspace, campaignId, 'converted', memberId, 1, at);
    putPart(workspace, memberId, campaignId, { convertedBy: coupon });
  }
}

/** The use of a coupon was taken back, and with it what it counted for. */
export function uncountConversions(workspace: Workspace, memberId: string, coupon: string, at: Instant): void {
  const { entries } = workspace.get('member', memberId);
  for (const [campaignId, entry] of Object.entries(entries)) {
    if (entry.kind !== 'trial' || entry.convertedBy !== coupon) continue;
    count(workspace, campaignId, 'converted', memberId, null, at);
    putPart(workspace, memberId, campaignId, { convertedBy: null });
  }
}
