// Writes the texts of members beside the journal, and counts those that wait for the owner.
import type { Workspace } from '#core/rules/audit/workspace';
import { type EntryKey, queueBoardId, queueKey } from '#core/rules/content/texts';
import type { EntryDocument } from '#core/tables';
import type { Instant } from '#core/values/instant';

/** A text after a step; null when it is taken away. */
export interface EntryStep {
  readonly key: EntryKey;
  readonly entry: EntryDocument | null;
}

/** Keeps a text as a decision has left it. Its row in the count of the queue is only written where it comes or goes. */
export function keepEntry(workspace: Workspace, { key, entry }: EntryStep, at: Instant): void {
  const before = workspace.find('entry', key.campaignId, key.memberId, key.slot);
  const wasQueued = before !== null && before.queuedAt !== null;
  const isQueued = entry !== null && entry.queuedAt !== null;
  if (wasQueued !== isQueued) workspace.score(queueBoardId(workspace.communityId), queueKey(key), isQueued ? 1 : null, at);
  if (entry !== null) workspace.put('entry', entry);
  else if (before !== null) workspace.remove(before.id);
}
