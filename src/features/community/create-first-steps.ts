// The welcome of somebody who has just joined: shown once, on the home, until it is put away; remembered over a restart.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Memory } from '#app/features/community/communities';

/** The community whose welcome waits; null where none does. */
export interface FirstStepsState {
  readonly communityId: string | null;
}

/** The welcome of a phone. */
export interface FirstSteps {
  readonly store: StoreApi<FirstStepsState>;
  /** Somebody has joined. */
  begin(communityId: string): void;
  /** It has been read, or put away. */
  end(): void;
}

const REMEMBERED = 'first-steps';

/** Makes the welcome of a phone. */
export function createFirstSteps(memory: Memory): FirstSteps {
  const store = createStore<FirstStepsState>(() => ({ communityId: memory.recall(REMEMBERED) }));
  function keep(communityId: string | null): void {
    memory.remember(REMEMBERED, communityId);
    store.setState({ communityId });
  }
  return { store, begin: keep, end: () => keep(null) };
}
