// Runs work over a workspace in the store: what the work wants and was not loaded is loaded, and the work runs again.
import { createWorkspace, DocumentsNeeded, type Workspace } from '#core/rules/audit/workspace';
import type { Id } from '#core/values/ids';
import type { Outcome, Store, Write } from '#server/ports/store';

/** What work over a workspace comes to. */
export interface WorkspaceOutcome<Reply> {
  readonly reply: Reply;
  readonly writes: readonly Write[];
}

/** Decides in one atomic step. `ids` are those that are wanted for sure: what is not among them costs one more round trip. */
export function decideInWorkspace<Reply>(
  store: Store,
  communityId: string,
  ids: readonly Id[],
  work: (workspace: Workspace) => WorkspaceOutcome<Reply>,
): Promise<Reply> {
  // The store shows present documents only; what has been asked for and is not there is absent.
  const asked = new Set(ids);
  return store.decide<Reply>(ids, (documents): Outcome<Reply> => {
    const loaded = { has: (id: Id) => asked.has(id) || documents.has(id), get: (id: Id) => documents.get(id) };
    try {
      const workspace = createWorkspace(communityId, loaded);
      const { reply, writes } = work(workspace);
      const unused = (): Id[] => {
        const rests = workspace.restsOn();
        return [...asked].filter((id) => !rests.has(id));
      };
      return { reply, writes, unused };
    } catch (error) {
      if (!(error instanceof DocumentsNeeded)) throw error;
      for (const id of error.ids) asked.add(id);
      return { need: error.ids };
    }
  });
}
