// A store whose whole content can be read, for tests that nothing has changed: every document and every row of every board.
import { isDeepStrictEqual } from 'node:util';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import type { Store } from '#server/ports/store';

/** Everything that a store holds, by id of document or board. */
export type Content = ReadonlyMap<string, unknown>;

/** A store, and a look at all of it. */
export interface WholeStore {
  readonly store: Store;
  /** Reads all of it again, from the store itself. */
  content(): Promise<Content>;
}

/** The most rows of a board that are looked at. */
const ROWS = 1_000;

/** A store, fresh in memory, that remembers which ids were ever written: only decisions write, so nothing else can be in it. */
export function createWholeStore(inner: Store = createMemoryStore()): WholeStore {
  const documents = new Set<string>();
  const boards = new Set<string>();
  const store: Store = {
    ...inner,
    decide: (ids, work) =>
      inner.decide(ids, (shown) => {
        const outcome = work(shown);
        for (const write of 'writes' in outcome ? outcome.writes : []) {
          if (write.kind === 'score') boards.add(write.board);
          else documents.add(write.kind === 'remove' ? write.id : write.document.id);
        }
        return outcome;
      }),
  };
  return {
    store,
    async content() {
      const content = new Map<string, unknown>(await inner.read([...documents]));
      for (const board of boards) content.set(board, await inner.top(board, ROWS));
      return content;
    },
  };
}

/** The ids whose content differs between two looks. */
export function changedBetween(before: Content, after: Content): string[] {
  const differs = (id: string) => before.get(id) !== after.get(id) && !isDeepStrictEqual(before.get(id), after.get(id));
  return [...new Set([...before.keys(), ...after.keys()])].filter(differs);
}
