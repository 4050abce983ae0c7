// What each person has read of their chats, remembered by this browser; what was in the group at its first visit counts as read.
import { type ReadUntil, readKey } from './chats';

const NAME = 'qunhui.playground.read';

interface Reading {
  readonly since: number;
  readonly until: ReadUntil;
}

function kept(): Reading | null {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? 'null') as Reading | null;
  } catch {
    return null;
  }
}

/** What has been read. */
export interface ReadMemory {
  readonly since: () => number;
  readonly until: () => ReadUntil;
  /** A person has seen a chat up to an instant (ms). */
  see(me: string, key: string, at: number): void;
}

/** Opens the memory; `now` is the server's instant of this visit. */
export function openReading(now: number): ReadMemory {
  const before = kept();
  // A clock that is behind what was read is the clock of another installation.
  let reading: Reading = before === null || before.since > now ? { since: now, until: {} } : before;
  const keep = () => localStorage.setItem(NAME, JSON.stringify(reading));
  keep();
  return {
    since: () => reading.since,
    until: () => reading.until,
    see(me, key, at) {
      if ((reading.until[readKey(me, key)] ?? 0) >= at) return;
      reading = { ...reading, until: { ...reading.until, [readKey(me, key)]: at } };
      keep();
    },
  };
}
