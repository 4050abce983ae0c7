// The welcome is shown to whoever has just joined, once, and also after the app was closed in between.
import { expect, test } from 'vitest';
import { createFirstSteps } from '#app/features/community/create-first-steps';

function memoryOf(kept = new Map<string, string>()) {
  return {
    recall: (name: string) => kept.get(name) ?? null,
    remember(name: string, value: string | null) {
      if (value === null) kept.delete(name);
      else kept.set(name, value);
    },
  };
}

test('nobody is welcomed who has not joined just now', () => {
  expect(createFirstSteps(memoryOf()).store.getState().communityId).toBeNull();
});

test('whoever joins is welcomed, also when the app begins again, until it is put away', () => {
  const memory = memoryOf();
  createFirstSteps(memory).begin('c1');
  const again = createFirstSteps(memory);
  expect(again.store.getState().communityId).toBe('c1');
  again.end();
  expect(again.store.getState().communityId).toBeNull();
  expect(createFirstSteps(memory).store.getState().communityId).toBeNull();
});
