// What broken stores are made of: a law each, and ways to decide without holding anything.
import { setImmediate as turn } from 'node:timers/promises';
import { Fault } from '#server/ports/fault';
import type { Documents, Outcome, Store, Write } from '#server/ports/store';

/** A way to break a store, and the law that this breaks. */
export interface Sabotage {
  readonly law: number;
  readonly name: string;
  breakIt(store: Store): Store;
}

type Decided<Reply> = Exclude<Outcome<Reply>, { need: unknown }>;
type Work<Reply> = (documents: Documents) => Outcome<Reply>;

const idOf = (write: Write): string | null => {
  if (write.kind === 'score') return null;
  return write.kind === 'remove' ? write.id : write.document.id;
};

export const writtenIds = (writes: readonly Write[]): string[] => writes.map(idOf).filter((id) => id !== null);

/** Lets work decide on what was read a moment ago, as a transaction without locks would. */
export async function decideOnReading<Reply>(
  store: Store,
  ids: readonly string[],
  work: Work<Reply>,
): Promise<{ outcome: Decided<Reply>; seen: Documents }> {
  let named = [...ids];
  for (;;) {
    const seen = await store.read(named);
    const outcome = work(seen);
    if (!('need' in outcome)) return { outcome, seen };
    named = [...named, ...outcome.need];
  }
}

/** Writes without asking whether anything has changed since. */
export function writeBlindly(store: Store, ids: readonly string[], writes: readonly Write[]): Promise<null> {
  const all = [...new Set([...ids, ...writtenIds(writes)])];
  return store.decide(all, () => ({ reply: null, writes }));
}

/** Reads, decides, and writes only if the documents that `guarded` picks are still what they were. */
export function optimistic(store: Store, guarded: (seen: Documents, writes: readonly Write[]) => string[]): Store {
  const decide = async <Reply>(ids: readonly string[], work: Work<Reply>): Promise<Reply> => {
    const shown = new Set(ids);
    for (;;) {
      const { outcome, seen } = await decideOnReading(store, [...shown], work);
      const existing = outcome.writes.find((write) => write.kind === 'insert' && seen.has(write.document.id));
      if (existing !== undefined) throw new Fault('conflict', `${idOf(existing)} exists already`);
      await turn();
      const watched = guarded(seen, outcome.writes);
      const named = [...new Set([...ids, ...watched, ...writtenIds(outcome.writes)])];
      const written = await store.decide(named, (now) => {
        const changed = watched.some((id) => JSON.stringify(now.get(id)) !== JSON.stringify(seen.get(id)));
        const appeared = outcome.writes.some((write) => write.kind === 'insert' && now.has(write.document.id));
        return changed || appeared ? { reply: false, writes: [] } : { reply: true, writes: outcome.writes };
      });
      if (written) return outcome.reply;
      for (const write of outcome.writes) if (write.kind === 'insert') shown.add(write.document.id);
    }
  };
  return { ...store, decide };
}

export const present = (seen: Documents): string[] => [...seen.keys()];

export const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, part]) => [key, sortKeys(part)]),
  );
};

/** Changes the writes of every decision on their way into the store. */
export function rewriting(store: Store, rewrite: (write: Write) => Write): Store {
  return {
    ...store,
    decide: (ids, work) =>
      store.decide(ids, (documents) => {
        const outcome = work(documents);
        return 'need' in outcome ? outcome : { ...outcome, writes: outcome.writes.map(rewrite) };
      }),
  };
}
