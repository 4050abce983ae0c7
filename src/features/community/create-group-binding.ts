// Binding the group that the owner's phone was opened from, under the owner's own name for it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { refusedProblem } from '#app/features/community/community-texts';
import { createDeed } from '#app/features/deed';
import { type TextProblem, textProblem } from '#app/features/typed-text';

/** The state of a binding. */
export interface BindingState {
  readonly label: string;
  readonly problem: TextProblem | null;
  readonly busy: boolean;
  /** The phone was not opened from a group. */
  readonly outside: boolean;
  readonly bound: string | null;
  readonly no: No | null;
}

/** A binding. */
export interface GroupBinding {
  readonly store: StoreApi<BindingState>;
  type(label: string): void;
  bind(communityId: string): Promise<void>;
}

/** What a binding needs from its phone. */
export interface BindingParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly askForProof: () => Promise<string | null>;
  readonly onBound: () => void;
}

/** Makes a binding. */
export function createGroupBinding({ caller, newId, askForProof, onBound }: BindingParts): GroupBinding {
  const store = createStore<BindingState>(() => ({ label: '', problem: null, busy: false, outside: false, bound: null, no: null }));
  const binding = createDeed(
    (input: { communityId: string; proof: string; label: string }, requestId: string) =>
      caller.change('community.bindGroup', input, requestId),
    newId,
  );
  // Kept while the outcome is unknown, so that trying again is the same request.
  let unsettled: string | null = null;

  return {
    store,
    type: (label) => store.setState({ label, problem: null, outside: false, bound: null, no: null }),
    async bind(communityId) {
      const { label, busy } = store.getState();
      if (busy) return;
      const problem = textProblem(label, 1, 20);
      if (problem !== null) return store.setState({ problem });
      store.setState({ busy: true, outside: false, bound: null, no: null });
      const proof = unsettled ?? (await askForProof());
      if (proof === null) return store.setState({ busy: false, outside: true });
      const reply = await binding.run({ communityId, proof, label: label.trim() });
      if (reply === null) return;
      unsettled = !reply.ok && (reply.code === 'offline' || reply.code === 'try_again') ? proof : null;
      if (!reply.ok) return store.setState({ busy: false, no: reply as No, problem: refusedProblem(reply as No).groupLabel ?? null });
      store.setState({ label: '', busy: false, bound: reply.value.label });
      onBound();
    },
  };
}
