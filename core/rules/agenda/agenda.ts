// The agenda of a community: when the timer has to look at it again. No projection: it says nothing that the journal does not.
import type { Workspace } from '#core/rules/audit/workspace';
import type { AgendaDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** The agenda of a community that is due at an instant; `job` is where the last look was cut short. */
export function agendaOf(communityId: string, dueAt: Instant, job: string | null = null): AgendaDocument {
  return { id: makeId(communityId, 'agenda'), dueAt, job };
}

/** Asks the timer to look at this community at an instant at the latest: what happened has left it something to do. */
export function callTimer(workspace: Workspace, at: Instant): void {
  const before = workspace.find('agenda');
  if (before === null || before.dueAt > at) workspace.put('agenda', agendaOf(workspace.communityId, at, before?.job ?? null));
}
