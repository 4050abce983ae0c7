// What a counter without a network has noted, as the phone keeps it between launches.

import type { No } from '#app/features/call';
import type { Memory } from '#app/features/community/communities';

const NAME = 'scans';

/** A scan that waits for a network. */
export interface NotedScan {
  /** The id of its redemption, from the first second: however often it is sent, it is used once. */
  readonly requestId: string;
  readonly communityId: string;
  readonly code: string;
  /** By the server's time, in ms. */
  readonly scannedAt: number;
  readonly orderFen: number;
  /** What a look at the code gave, kept before it is used: a redemption whose answer was lost is asked for again with the same. */
  readonly scanToken: string | null;
}

/** A scan that cannot be redeemed, and why; it stays until a person has put it away. */
export interface RefusedScan extends NotedScan {
  readonly no: No;
}

/** Everything that is kept. */
export interface KeptScans {
  readonly waiting: readonly NotedScan[];
  readonly refused: readonly RefusedScan[];
}

const NOTHING: KeptScans = { waiting: [], refused: [] };

/** What the phone has kept; nothing where it keeps nothing, or something unreadable. */
export function recallScans(memory: Memory): KeptScans {
  try {
    const { waiting, refused } = { ...NOTHING, ...(JSON.parse(memory.recall(NAME) ?? '{}') as Partial<KeptScans>) };
    return Array.isArray(waiting) && Array.isArray(refused) ? { waiting, refused } : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** Keeps scans; false where the phone did not: then nothing may be said to be noted. */
export function keepScans(memory: Memory, kept: KeptScans): boolean {
  const text = kept.waiting.length + kept.refused.length === 0 ? null : JSON.stringify(kept);
  memory.remember(NAME, text);
  return memory.recall(NAME) === text;
}
