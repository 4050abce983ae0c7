// Something a person does with one tap: sent once however often they tap, and tried again under the same requestId.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ChangeName, type No, newRequestId, type Reply } from '#app/features/call';
import type { ActionName } from '#core/contract';

/** The state of a deed. */
export interface DeedState {
  readonly busy: boolean;
  /** The last "no"; it stays until the next try or until it is put away. */
  readonly no: No | null;
}

/** A deed. */
export interface Deed<Input, A extends ActionName> {
  readonly store: StoreApi<DeedState>;
  /** Does it; null when it is already being done (a second tap). */
  run(input: Input): Promise<Reply<A> | null>;
  /** Puts the last "no" away. */
  dismiss(): void;
}

/** Whether the outcome is unknown, so that the same tap must keep its id. */
function isUnsettled(reply: Reply<ActionName>): boolean {
  return !reply.ok && (reply.code === 'offline' || reply.code === 'try_again');
}

/**
 * Makes a deed. While the outcome of a try is unknown, the next try of the same input has the same requestId: the server then
 * answers what it answered before, and nothing is done twice.
 */
export function createDeed<Input, A extends ChangeName>(
  perform: (input: Input, requestId: string) => Promise<Reply<A>>,
  newId: () => string = newRequestId,
): Deed<Input, A> {
  const store = createStore<DeedState>(() => ({ busy: false, no: null }));
  let unsettled: { readonly key: string; readonly requestId: string } | null = null;

  return {
    store,
    async run(input) {
      if (store.getState().busy) return null;
      const key = JSON.stringify(input);
      const requestId = unsettled?.key === key ? unsettled.requestId : newId();
      store.setState({ busy: true, no: null });
      try {
        const reply = await perform(input, requestId);
        unsettled = isUnsettled(reply as Reply<ActionName>) ? { key, requestId } : null;
        store.setState({ busy: false, no: reply.ok ? null : (reply as No) });
        return reply;
      } catch (error) {
        store.setState({ busy: false });
        throw error;
      }
    },
    dismiss: () => store.setState({ no: null }),
  };
}
