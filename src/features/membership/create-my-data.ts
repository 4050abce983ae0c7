// Everything that is held about me, gathered page by page into one text; and leaving for good.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import type { ValueOf } from '#core/contract';

type Part = ValueOf<'membership.export'>;

/** The state of my data. */
export interface MyDataState {
  readonly gathering: boolean;
  /** How many documents have been gathered so far. */
  readonly gathered: number;
  /** All of it as JSON, once it is whole. */
  readonly text: string | null;
  readonly erasing: boolean;
  readonly erased: boolean;
  /** Why the last of the two did not go well. */
  readonly no: No | null;
}

/** My data. */
export interface MyData {
  readonly store: StoreApi<MyDataState>;
  gather(communityId: string): Promise<void>;
  erase(communityId: string): Promise<void>;
  clear(): void;
}

/** What it is made of: `onErased` is told once nothing is left. */
export interface MyDataParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly onErased: () => Promise<void>;
}

const empty: MyDataState = { gathering: false, gathered: 0, text: null, erasing: false, erased: false, no: null };

/** Makes it. */
export function createMyData({ caller, newId, onErased }: MyDataParts): MyData {
  const store = createStore<MyDataState>(() => empty);
  const erasing = createDeed(
    (input: { communityId: string }, requestId: string) => caller.change('membership.erase', input, requestId),
    newId,
  );

  return {
    store,
    async gather(communityId) {
      if (store.getState().gathering) return;
      store.setState({ ...empty, gathering: true });
      const sections: Partial<Record<Part['section'], Part['documents']>> = {};
      let cursor: string | undefined;
      do {
        const reply = await caller.view('membership.export', { communityId, ...(cursor === undefined ? {} : { cursor }) });
        if (!reply.ok) return store.setState({ gathering: false, no: reply as No });
        const { section, documents } = reply.value;
        sections[section] = [...(sections[section] ?? []), ...documents];
        store.setState(({ gathered }) => ({ gathered: gathered + documents.length }));
        cursor = reply.value.cursor ?? undefined;
      } while (cursor !== undefined);
      store.setState({ gathering: false, text: JSON.stringify({ communityId, ...sections }, null, 2) });
    },
    async erase(communityId) {
      store.setState({ erasing: true, no: null });
      const reply = await erasing.run({ communityId });
      if (reply === null) return;
      if (!reply.ok) return store.setState({ erasing: false, no: reply as No });
      await onErased();
      store.setState({ ...empty, erased: true });
    },
    clear: () => store.setState(empty, true),
  };
}
