// The replay: what every projection must be, computed from the journal alone.
import { projectAction } from '#core/rules/audit/project';
import { SYSTEM_ACTOR, SYSTEM_SEQUENCE } from '#core/rules/audit/system-actor';
import { createWorkspace, type Workspace, type WorkspaceWrite } from '#core/rules/audit/workspace';
import { entriesOf } from '#core/rules/points/ledger';
import type { JournalDocument } from '#core/tables';
import type { Id } from '#core/values/ids';
import { type Account, type Entry, isBalanced } from '#core/values/points';

/** A row of a board as the journal makes it. */
export interface ReplayedRow {
  readonly points: number;
  readonly at: number;
}

/** Everything that the journal of one community makes. */
export interface Replayed {
  readonly documents: ReadonlyMap<Id, { readonly id: Id }>;
  readonly boards: ReadonlyMap<Id, ReadonlyMap<string, ReplayedRow>>;
  /** The sum of all entries of each account. */
  readonly balances: ReadonlyMap<Account, number>;
  /** Journal documents that fit nowhere, or whose entries do not balance or do not follow from their events: ids with the reason. */
  readonly faults: readonly { readonly id: Id; readonly reason: string }[];
}

function isSameEntry(one: Entry, other: Entry | undefined): boolean {
  return one.account === other?.account && one.points === other.points;
}

/** Why an action is not the next one of its actor; what the system does has no order but that of the stamps. */
function orderProblem(workspace: Workspace, journal: JournalDocument): string | null {
  if (journal.memberId === SYSTEM_ACTOR) {
    return journal.sequence === SYSTEM_SEQUENCE ? null : `the system numbers nothing, but this is its action ${journal.sequence}`;
  }
  const before = workspace.find('member', journal.memberId)?.sequence ?? 0;
  return journal.sequence === before + 1 ? null : `action ${journal.sequence} of its member follows action ${before}`;
}

/**
 * Replays journal documents, given in the order of their stamps; a document whose ground is missing is a fault.
 */
export function createReplay(communityId: string): { add(journal: JournalDocument): void; finish(): Replayed } {
  const documents = new Map<Id, { readonly id: Id }>();
  const boards = new Map<Id, Map<string, ReplayedRow>>();
  const balances = new Map<Account, number>();
  const faults: { id: Id; reason: string }[] = [];
  const loaded = { has: () => true, get: (id: Id) => documents.get(id) };

  function apply(write: WorkspaceWrite): void {
    if (write.kind === 'remove') documents.delete(write.id);
    else if (write.kind !== 'score') documents.set(write.document.id, write.document);
    else {
      const rows = boards.get(write.board) ?? new Map<string, ReplayedRow>();
      boards.set(write.board, rows);
      if (write.points === null) rows.delete(write.key);
      else rows.set(write.key, { points: write.points, at: write.at });
    }
  }

  function attempt(journal: JournalDocument): string | null {
    const workspace = createWorkspace(communityId, loaded);
    const problem = orderProblem(workspace, journal);
    if (problem !== null) return problem;
    try {
      const { memberId, at, on, rules } = journal;
      projectAction(workspace, journal.events, { actorId: memberId, at, on, rules });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    for (const write of workspace.writes(journal.stamp)) apply(write);
    if (!isBalanced(journal.entries)) faults.push({ id: journal.id, reason: 'its entries do not balance' });
    const due = journal.events.flatMap(entriesOf);
    const isDue = due.length === journal.entries.length && due.every((entry, at) => isSameEntry(entry, journal.entries[at]));
    if (!isDue) faults.push({ id: journal.id, reason: 'its entries are not those of its events' });
    for (const { account, points } of journal.entries) balances.set(account, (balances.get(account) ?? 0) + points);
    return null;
  }

  return {
    add(journal) {
      const reason = attempt(journal);
      if (reason !== null) faults.push({ id: journal.id, reason });
    },
    finish: () => ({ documents, boards, balances, faults }),
  };
}
