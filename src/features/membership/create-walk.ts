// Goes through all members a page at a time for those who are looked for, and says how far it is; another question gives the one before up.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { No } from '#app/features/call';

/** A walk that is under way or done. */
export interface WalkState<Row> {
  /** What was asked, as text; null before anything was. */
  readonly of: string | null;
  readonly rows: readonly Row[];
  readonly lookedAt: number;
  readonly total: number;
  readonly busy: boolean;
  readonly no: No | null;
}

/** One page of it. */
export type WalkReply<Row> =
  | { readonly ok: true; readonly rows: readonly Row[]; readonly lookedAt: number; readonly total: number; readonly cursor: string | null }
  | No;

/** Walks through everybody. */
export interface Walk<Asked, Row> {
  readonly store: StoreApi<WalkState<Row>>;
  begin(asked: Asked): Promise<void>;
  /** Gives up what is under way, and forgets what was found. */
  clear(): void;
}

/** Makes a walk over pages that come by the given function. */
export function createWalk<Asked, Row>(look: (asked: Asked, cursor: string | undefined) => Promise<WalkReply<Row>>): Walk<Asked, Row> {
  const nothing: WalkState<Row> = { of: null, rows: [], lookedAt: 0, total: 0, busy: false, no: null };
  const store = createStore<WalkState<Row>>(() => nothing);
  let generation = 0;

  return {
    store,
    async begin(asked) {
      generation += 1;
      const mine = generation;
      store.setState({ ...nothing, of: JSON.stringify(asked), busy: true });
      let cursor: string | null = null;
      do {
        const page: WalkReply<Row> = await look(asked, cursor ?? undefined);
        // Something else has been asked for since.
        if (mine !== generation) return;
        if (!page.ok) return store.setState({ busy: false, no: page });
        const before = store.getState();
        store.setState({ rows: [...before.rows, ...page.rows], lookedAt: before.lookedAt + page.lookedAt, total: page.total });
        cursor = page.cursor;
      } while (cursor !== null);
      store.setState({ busy: false });
    },
    clear() {
      generation += 1;
      store.setState(nothing);
    },
  };
}
