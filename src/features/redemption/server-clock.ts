// The server's time on a phone without a network: the phone's own clock, set right by what the server last said.
import type { Memory } from '#app/features/community/communities';

const NAME = 'clock';

/** A clock that was set by the server. */
export interface ServerClock {
  /** Learns that it was `serverNow` at the server when it was `phoneNow` here, both in ms. */
  learn(serverNow: number, phoneNow: number): void;
  /** The server's time now, in ms, as well as it is known: the difference is remembered between launches. */
  now(): number;
}

/** Makes a clock over the phone's own. */
export function createServerClock(memory: Memory, phoneNow: () => number = Date.now): ServerClock {
  const known = Number(memory.recall(NAME) ?? '0');
  let ahead = Number.isSafeInteger(known) ? known : 0;
  return {
    learn(serverNow, at) {
      if (ahead === serverNow - at) return;
      ahead = serverNow - at;
      memory.remember(NAME, String(ahead));
    },
    now: () => phoneNow() + ahead,
  };
}
