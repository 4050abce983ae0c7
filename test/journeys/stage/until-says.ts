// What a tap leads to comes in its own time: what was on show before may stand there a moment longer.
import { expect } from 'vitest';

/** Waits until all of this is said where `read` reads. */
export async function untilSays(read: () => Promise<string | null>, ...words: readonly (string | RegExp)[]): Promise<void> {
  for (const word of words) {
    if (typeof word === 'string') await expect.poll(read).toContain(word);
    else await expect.poll(read).toMatch(word);
  }
}
