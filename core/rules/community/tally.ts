// The tally of a community: counts that a page shows without asking for them, kept where everything else is read.
import type { Workspace } from '#core/rules/audit/workspace';
import type { TallyDocument } from '#core/tables';
import { makeId } from '#core/values/ids';

/** What a tally counts. */
export type Counted = Exclude<keyof TallyDocument, 'id'>;

/** Counts so many in, or out. */
export function countIn(workspace: Workspace, counted: Counted, by: number): void {
  const tally = workspace.find('tally') ?? { id: makeId(workspace.communityId, 'tally'), members: 0, promises: 0 };
  workspace.put('tally', { ...tally, [counted]: (tally[counted] ?? 0) + by });
}
