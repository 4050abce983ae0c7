// A store that counts how often it is called, whatever for: on CloudBase every call is paid for.
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import type { Store } from '#server/ports/store';

/** Wraps a store, a fresh one in memory if not told otherwise. */
export function countCalls(store: Store = createMemoryStore()): { readonly store: Store; calls(): number } {
  let calls = 0;
  const counted = new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        calls += 1;
        return member.apply(target, given);
      };
    },
  });
  return { store: counted, calls: () => calls };
}
