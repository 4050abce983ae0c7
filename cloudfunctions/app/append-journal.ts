// Appends the one journal document of an action or a job to what its decision writes; balanced, or not at all.
import { createHash } from 'node:crypto';
import { RULES_VERSION } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { entriesOf, ledgerOf } from '#core/rules/points/ledger';
import type { JournalDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { isBalanced } from '#core/values/points';
import type { Write } from '#server/ports/store';

/** A journal document before it has its place: `key` is the request's id, or the job's. */
export type JournalEntry = Omit<JournalDocument, 'id' | 'stamp' | 'rules' | 'entries' | 'ledgerOf' | 'ledgerSequence'> & {
  readonly key: string;
};

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** An action and its input as one text, the same whatever the order of keys: what a digest in the journal is made of. */
export function contentOf(name: string, input: unknown): string {
  return JSON.stringify([name, sorted(input)]);
}

/** The digest of a job, whose key is no secret. What people send is digested with the installation's secret instead. */
export function jobDigest(name: string, key: string): string {
  return createHash('sha256').update(contentOf(name, key)).digest('base64url');
}

/**
 * Writes the journal document into the workspace, after its events have been projected.
 * @returns everything that the decision writes
 * @throws Error when the entries do not balance, or move several members' points, which is a bug of a rule
 */
export function appendJournal(workspace: Workspace, entry: JournalEntry): Write[] {
  const entries = entry.events.flatMap(entriesOf);
  if (!isBalanced(entries)) throw new Error(`unbalanced entries in ${entry.action}`);
  const stamp = workspace.nextStamp();
  const id = makeId(workspace.communityId, 'journal', entry.memberId, entry.key);
  const owner = ledgerOf(entries, entry.action);
  workspace.put('journal', {
    id,
    stamp,
    rules: RULES_VERSION,
    memberId: entry.memberId,
    sequence: entry.sequence,
    at: entry.at,
    on: entry.on,
    action: entry.action,
    digest: entry.digest,
    reply: entry.reply,
    events: entry.events,
    entries,
    ledgerOf: owner,
    ledgerSequence: owner === null ? null : stamp,
  });
  return workspace.writes(stamp) as Write[];
}
