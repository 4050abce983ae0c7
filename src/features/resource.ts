// What a screen shows from the server: the last good value stays on show while it is asked for again, or when nothing comes.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { No } from '#app/features/call';

/** The state of one thing that is shown. */
export interface ResourceState<Value> {
  readonly value: Value | null;
  /** When `value` arrived, in ms. */
  readonly at: number | null;
  readonly loading: boolean;
  /** Why the last asking failed; `value` may be there all the same, from before. */
  readonly no: No | null;
}

/** One thing that is shown. */
export interface Resource<Value> {
  readonly store: StoreApi<ResourceState<Value>>;
  /** Asks again; askings that come together share one. */
  refresh(): Promise<void>;
  /**
   * Puts a value that is known better than the server's last answer, such as the outcome of a change. What was being asked for is asked
   * again: an answer from before the change would undo it.
   */
  put(update: (value: Value) => Value): void;
  /** Forgets everything, such as when the person looks at another community. */
  clear(): void;
}

type Loaded<Value> = { readonly ok: true; readonly value: Value } | No;

/** Makes a resource that loads by the given function. */
export function createResource<Value>(load: () => Promise<Loaded<Value>>, now: () => number = Date.now): Resource<Value> {
  const empty: ResourceState<Value> = { value: null, at: null, loading: false, no: null };
  const store = createStore<ResourceState<Value>>(() => empty);
  let running: Promise<void> | null = null;
  let generation = 0;

  async function run(mine: number): Promise<void> {
    const reply = await load();
    // An answer to a question that is no longer asked is dropped.
    if (mine !== generation) return;
    running = null;
    if (reply.ok) store.setState({ value: reply.value, at: now(), loading: false, no: null });
    else store.setState({ loading: false, no: reply });
  }

  function refresh(): Promise<void> {
    if (running !== null) return running;
    store.setState({ loading: true });
    running = run(generation);
    return running;
  }

  return {
    store,
    refresh,
    put(update) {
      const { value } = store.getState();
      if (value === null) return;
      store.setState({ value: update(value) });
      if (running === null) return;
      generation += 1;
      running = null;
      void refresh();
    },
    clear() {
      generation += 1;
      running = null;
      store.setState(empty, true);
    },
  };
}
