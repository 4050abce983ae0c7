// Stores that are broken on purpose in ways that no single answer shows: only a whole life does.
import type { Store, Write } from '#server/ports/store';
import { decideOnReading, rewriting, writeBlindly } from '../store/broken/sabotage';

/** A store that breaks, and what the checkers must say of it. */
export interface BrokenStore {
  readonly name: string;
  readonly found: RegExp;
  breakIt(store: Store): Store;
}

/** The same store, which now and then changes what a decision writes. */
function rewritingSome(store: Store, oneIn: number, change: (writes: readonly Write[]) => readonly Write[]): Store {
  let decisions = 0;
  return {
    ...store,
    decide: (ids, work) =>
      store.decide(ids, (documents) => {
        const outcome = work(documents);
        if ('need' in outcome || outcome.writes.length < 2) return outcome;
        decisions += 1;
        return decisions % oneIn === 0 ? { ...outcome, writes: change(outcome.writes) } : outcome;
      }),
  };
}

const isJournal = (write: Write) => write.kind === 'insert' && write.document.id.includes('/journal/');
const isOf = (table: string) => (write: Write) => write.kind === 'put' && write.document.id.includes(`/${table}/`);

export const brokenStores: readonly BrokenStore[] = [
  {
    name: 'loses a write',
    found: /^(?:points|coupons|check-ins|streak) /,
    breakIt: (store) => rewritingSome(store, 9, (writes) => writes.filter((write) => !isOf('member')(write))),
  },
  {
    name: 'keeps one half of a decision',
    found: /is not in the journal$|^points |^coupons |^claimed coupons|^check-ins /,
    breakIt: (store) => rewritingSome(store, 12, (writes) => writes.slice(0, Math.ceil(writes.length / 2))),
  },
  {
    name: 'does not write the journal',
    found: /is not in the journal$/,
    breakIt: (store) => rewritingSome(store, 15, (writes) => writes.filter((write) => !isJournal(write))),
  },
  {
    name: 'ignores that another decision was first',
    found: /./,
    breakIt: (store) => ({
      ...store,
      async decide(ids, work) {
        const { outcome, seen } = await decideOnReading(store, ids, work);
        await new Promise<void>((resolve) => setImmediate(resolve));
        const present = await store.read(outcome.writes.flatMap((write) => (write.kind === 'insert' ? [write.document.id] : [])));
        const writes = outcome.writes.map((write) =>
          write.kind === 'insert' && present.has(write.document.id) ? ({ ...write, kind: 'put' } as const) : write,
        );
        await writeBlindly(store, [...ids, ...seen.keys()], writes);
        return outcome.reply;
      },
    }),
  },
  {
    name: 'does a repeated request anew',
    found: /was answered in two ways$|^documents written by repeated requests|is answered otherwise when it is repeated$/,
    breakIt: (store) =>
      rewriting(
        {
          ...store,
          decide: (ids, work) =>
            store.decide(ids, (documents) => {
              const seen = new Map([...documents].filter(([id]) => !id.includes('/journal/')));
              const outcome = work(seen);
              if ('need' in outcome) return outcome;
              const writes = outcome.writes.map((write) =>
                isJournal(write) && ids.includes(idOf(write)) ? ({ ...write, kind: 'put' } as Write) : write,
              );
              return { ...outcome, writes };
            }),
        },
        (write) => write,
      ),
  },
  {
    name: 'forgets a score now and then',
    found: /^(?:people on|rows of) (?:week|month|all)/,
    breakIt: (store) => rewritingSome(store, 6, (writes) => writes.filter((write) => write.kind !== 'score')),
  },
  {
    name: 'keeps those on a board who have left it',
    found: /^(?:people on|rows of) (?:week|month|all)/,
    breakIt: (store) => rewritingSome(store, 1, (writes) => writes.filter((write) => write.kind !== 'score' || write.points !== null)),
  },
];

function idOf(write: Write): string {
  return write.kind === 'insert' || write.kind === 'put' ? write.document.id : '';
}
