// A long list that is read page by page, newest first; what is on show stays while more is asked for.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { No } from '#app/features/call';

/** The state of a list. */
export interface PagedState<Item, Head> {
  readonly items: readonly Item[];
  /** What the first page says beside its items, such as a balance; null until it has come. */
  readonly head: Head | null;
  readonly cursor: string | null;
  readonly loading: boolean;
  readonly no: No | null;
  readonly at: number | null;
}

/** One page as a feature hands it over. */
export type PageReply<Item, Head> =
  | { readonly ok: true; readonly items: readonly Item[]; readonly cursor: string | null; readonly head: Head }
  | No;

/** A list. */
export interface Paged<Item, Head> {
  readonly store: StoreApi<PagedState<Item, Head>>;
  /** Begins again with the first page; beginnings that come together share one. */
  refresh(): Promise<void>;
  /** Adds the next page; does nothing at the end of the list or while a page is on its way. */
  more(): Promise<void>;
  clear(): void;
}

/** Makes a list that loads its pages by the given function. */
export function createPaged<Item, Head>(
  load: (cursor: string | undefined) => Promise<PageReply<Item, Head>>,
  now: () => number = Date.now,
): Paged<Item, Head> {
  const empty: PagedState<Item, Head> = { items: [], head: null, cursor: null, loading: false, no: null, at: null };
  const store = createStore<PagedState<Item, Head>>(() => empty);
  let generation = 0;
  let beginning: Promise<void> | null = null;

  async function fetchPage(cursor: string | undefined): Promise<void> {
    generation += 1;
    const mine = generation;
    store.setState({ loading: true });
    const page = await load(cursor);
    if (mine !== generation) return;
    if (!page.ok) return store.setState({ loading: false, no: page });
    const before = cursor === undefined ? [] : store.getState().items;
    store.setState({ items: [...before, ...page.items], head: page.head, cursor: page.cursor, loading: false, no: null, at: now() });
  }

  return {
    store,
    refresh() {
      if (beginning !== null) return beginning;
      const mine = fetchPage(undefined).finally(() => {
        if (beginning === mine) beginning = null;
      });
      beginning = mine;
      return mine;
    },
    async more() {
      const { cursor, loading } = store.getState();
      if (cursor !== null && !loading) await fetchPage(cursor);
    },
    clear() {
      generation += 1;
      beginning = null;
      store.setState(empty, true);
    },
  };
}
