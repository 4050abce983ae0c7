// The owner's queue on the phone: what waits for a look, and each look taken once.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { createPaged, type Paged } from '#app/features/paged';
import type { InputOf, ValueOf } from '#core/contract';

/** Somebody whose wish waits. */
export type WaitingRow = ValueOf<'moderation.queue'>['waiting'][number];

/** One look: at what, and why not, or null to let it through. */
export type Look = Omit<InputOf<'moderation.decide'>, 'communityId'>;

/** The state of looking. */
export interface ModerationState {
  /** The look that is on its way. */
  readonly looking: Look | null;
  /** Looks that were taken since the queue was read: what they were at is not shown any more. */
  readonly taken: readonly Look[];
  readonly no: No | null;
}

/** The queue and the looks. */
export interface Moderation {
  readonly queue: Paged<WaitingRow, null>;
  readonly store: StoreApi<ModerationState>;
  decide(communityId: string, look: Look): Promise<void>;
  clear(): void;
}

const empty: ModerationState = { looking: null, taken: [], no: null };

/** Makes it; `here` says which community is looked at. */
export function createModeration(caller: Caller, newId: () => string, here: () => { readonly communityId: string }): Moderation {
  const store = createStore<ModerationState>(() => empty);
  const queue = createPaged<WaitingRow, null>(async (cursor) => {
    const reply = await caller.view('moderation.queue', { ...here(), ...(cursor === undefined ? {} : { cursor }) });
    return reply.ok ? { ok: true, items: reply.value.waiting, cursor: reply.value.cursor, head: null } : (reply as No);
  });
  const deciding = createDeed(
    (input: InputOf<'moderation.decide'>, requestId: string) => caller.change('moderation.decide', input, requestId),
    newId,
  );

  return {
    queue,
    store,
    async decide(communityId, look) {
      if (store.getState().looking !== null) return;
      store.setState({ looking: look, no: null });
      const reply = await deciding.run({ communityId, ...look });
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

/** The rows of a queue without what has been looked at since. */
export function stillWaiting(rows: readonly WaitingRow[], taken: readonly Look[]): readonly WaitingRow[] {
  const isTaken = (memberId: string, shown: Look['shown'], since: number | undefined) =>
    taken.some((look) => look.memberId === memberId && look.shown === shown && look.since === since);
  return rows.flatMap((row) => {
    const { memberId } = row.person;
    const nickname = isTaken(memberId, 'nickname', row.nickname?.since) ? null : row.nickname;
    const picture = isTaken(memberId, 'picture', row.picture?.since) ? null : row.picture;
    return nickname === null && picture === null ? [] : [{ ...row, nickname, picture }];
  });
}
