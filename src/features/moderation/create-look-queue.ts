// A queue of the owner's on the phone: what waits for a look, and each look taken once.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChangeName, No, Reply } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { createPaged, type Paged, type PageReply } from '#app/features/paged';

/** The state of looking. */
export interface LookState<Look> {
  /** The look that is on its way. */
  readonly looking: Look | null;
  /** Looks that were taken since the queue was read: what they were at is not shown any more. */
  readonly taken: readonly Look[];
  readonly no: No | null;
}

/** The queue and the looks. */
export interface LookQueue<Row, Look> {
  readonly queue: Paged<Row, null>;
  readonly store: StoreApi<LookState<Look>>;
  take(communityId: string, look: Look): Promise<void>;
  clear(): void;
}

/** Makes it of how a page is read and how a look is sent. */
export function createLookQueue<Row, Look extends object, A extends ChangeName>(
  load: (cursor: string | undefined) => Promise<PageReply<Row, null>>,
  send: (input: Look & { readonly communityId: string }, requestId: string) => Promise<Reply<A>>,
  newId: () => string,
): LookQueue<Row, Look> {
  const empty: LookState<Look> = { looking: null, taken: [], no: null };
  const store = createStore<LookState<Look>>(() => empty);
  const queue = createPaged<Row, null>(load);
  const sending = createDeed(send, newId);

  return {
    queue,
    store,
    async take(communityId, look) {
      if (store.getState().looking !== null) return;
      store.setState({ looking: look, no: null });
      const reply = await sending.run({ communityId, ...look });
      if (reply === null) return;
      const no = reply.ok ? null : (reply as No);
      // What does not wait any more is gone from here all the same.
      const isOver = no === null || no.code === 'nothing_waiting';
      const taken = isOver ? [...store.getState().taken, look] : store.getState().taken;
      store.setState({ looking: null, taken, no });
    },
    clear() {
      queue.clear();
      store.setState(empty, true);
    },
  };
}
