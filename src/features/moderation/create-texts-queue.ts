// The owner's queue of texts on the phone: those that wait for a look or were reported, and each look taken once.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { createPaged, type Paged } from '#app/features/paged';
import type { InputOf, ValueOf } from '#core/contract';

/** A text in the queue. */
export type WaitingText = ValueOf<'moderation.texts'>['waiting'][number];

/** One look: at which text as it was written then, and why not, or null to let it stand. */
export type TextLook = Omit<InputOf<'moderation.judge'>, 'communityId'>;

/** The state of looking. */
export interface TextsState {
  readonly looking: TextLook | null;
  /** Looks that were taken since the queue was read: their texts are not shown any more. */
  readonly taken: readonly TextLook[];
  readonly no: No | null;
}

/** The queue and the looks. */
export interface TextsQueue {
  readonly queue: Paged<WaitingText, null>;
  readonly store: StoreApi<TextsState>;
  judge(communityId: string, look: TextLook): Promise<void>;
  clear(): void;
}

const empty: TextsState = { looking: null, taken: [], no: null };

/** Makes it; `here` says which community is looked at. */
export function createTextsQueue(caller: Caller, newId: () => string, here: () => { readonly communityId: string }): TextsQueue {
  const store = createStore<TextsState>(() => empty);
  const queue = createPaged<WaitingText, null>(async (cursor) => {
    const reply = await caller.view('moderation.texts', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
    return reply.ok ? { ok: true, items: reply.value.waiting, cursor: reply.value.cursor, head: null } : (reply as No);
  });
  const judging = createDeed(
    (input: InputOf<'moderation.judge'>, requestId: string) => caller.change('moderation.judge', input, requestId),
    newId,
  );

  return {
    queue,
    store,
    async judge(communityId, look) {
      if (store.getState().looking !== null) return;
      store.setState({ looking: look, no: null });
      const reply = await judging.run({ communityId, ...look });
      if (reply === null) return;
      // What does not wait any more is gone from here all the same.
      const isOver = reply.ok || reply.code === 'nothing_waiting';
      const taken = isOver ? [...store.getState().taken, look] : store.getState().taken;
      store.setState({ looking: null, taken, no: reply.ok ? null : (reply as No) });
    },
    clear() {
      queue.clear();
      store.setState(empty, true);
    },
  };
}

/** Whether a look was at this text. */
export function isAt(look: TextLook | null, text: WaitingText): boolean {
  if (look === null || look.since !== text.since) return false;
  return look.campaignId === text.campaignId && look.memberId === text.person.memberId && look.slot === text.slot;
}
