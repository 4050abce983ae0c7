// Runs one piece of a job's work: decided, projected and journalled in one atomic step, once for ever under its key.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { actOut } from '#core/rules/audit/project';
import { SYSTEM_ACTOR } from '#core/rules/audit/system-actor';
import type { Workspace } from '#core/rules/audit/workspace';
import { calendarOf } from '#core/rules/community/calendar';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { appendJournal, jobDigest } from '#server/app/append-journal';
import { decideInWorkspace, type WorkspaceOutcome } from '#server/app/decide-in-workspace';
import type { Job, JobContext, JobItem } from '#server/app/jobs/define-job';
import type { Store } from '#server/ports/store';

/** One piece of work as it is run. */
export interface JobRun {
  readonly job: Job;
  readonly item: JobItem;
  readonly context: JobContext;
}

/** What became of it: done now; done before, by this or another run; or there was nothing to do. */
export type JobOutcome =
  | { readonly kind: 'done'; readonly value: unknown; readonly events: readonly JournalEvent[] }
  | { readonly kind: 'already' | 'nothing' };

function decideOnce({ job, item, context }: JobRun, workspace: Workspace): WorkspaceOutcome<JobOutcome> {
  if (workspace.find('journal', SYSTEM_ACTOR, item.key) !== null) return { reply: { kind: 'already' }, writes: [] };
  const decision = job.decide(item, workspace, context);
  if (decision.kind === 'refused' || decision.events.length === 0) return { reply: { kind: 'nothing' }, writes: [] };
  const { value } = decision;
  const at = context.now;
  const on = dayOf(at, calendarOf(workspace.get('community')));
  const { events, sequence } = actOut(workspace, decision.events, { actorId: SYSTEM_ACTOR, at, on });
  const action = `timer.${job.name}`;
  const digest = jobDigest(action, item.key);
  const writes = appendJournal(workspace, {
    key: item.key,
    memberId: SYSTEM_ACTOR,
    sequence,
    at,
    on,
    action,
    digest,
    reply: value,
    events,
  });
  return { reply: { kind: 'done', value, events }, writes };
}

/** Runs one piece of work. Run twice, at once or days apart, by one process or several, it is done once. */
export function runJob(run: JobRun, store: Store): Promise<JobOutcome> {
  const { job, item, context } = run;
  const { communityId } = context;
  const ids = [
    makeId(communityId, 'journal', SYSTEM_ACTOR, item.key),
    makeId(communityId, 'community'),
    ...(job.documents?.(item, context) ?? []),
  ];
  return decideInWorkspace(store, communityId, ids, (workspace) => decideOnce(run, workspace));
}
