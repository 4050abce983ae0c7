// What can go wrong around a simulated community, by name, and a store to which it happens.
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';
import type { Chance } from './chance';

/** Every fault, and what it does. */
export const faultNames = [
  /** A decision dies before its commit or right after it; between two moments the whole process is started anew on what was kept. */
  'crash',
  /** A decision loses against another: it is refused, or its work is run again. */
  'conflict',
  /** The store answers late, and others overtake. */
  'slow',
  /** A request never arrives, or its answer is never heard: the phone sends it again. */
  'lost',
  /** A request arrives several times at once. */
  'duplicated',
  /** A copy of a request arrives much later, among others of its kind, whatever was answered. */
  'reordered',
  /** The clock jumps over midnight, over a week, over a month, while people are at it. */
  'jump',
  /** The timer fires several times at once, late, dies, or does not fire. */
  'timer',
] as const;

export type FaultName = (typeof faultNames)[number];
export type Faults = ReadonlySet<FaultName>;

/** How often each fault of the store happens: once in so many decisions. */
const ONE_IN = { crashBefore: 30, crashAfter: 30, conflict: 30, runAgain: 12, slow: 4 } as const;

/** Lets everything that can go on go on, a few times over. No time passes: only the order changes. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** A store to which faults happen, and how often each has. */
export interface FaultyStore extends Store {
  /** The process dies and comes back: what was kept is opened again. */
  restart(): Promise<void>;
  /** From now on nothing goes wrong any more. */
  calm(): void;
  readonly happened: ReadonlyMap<string, number>;
}

/**
 * Lets faults happen to a store.
 * @param open opens what is kept: once now, and after each restart
 */
export async function createFaultyStore(open: () => Promise<Store>, faults: Faults, chance: Chance): Promise<FaultyStore> {
  let inner = await open();
  let isCalm = false;
  const happened = new Map<string, number>();
  const happens = (fault: FaultName, what: string, oneIn: number) => {
    if (isCalm || !faults.has(fault) || !chance.oneIn(oneIn)) return false;
    happened.set(what, (happened.get(what) ?? 0) + 1);
    return true;
  };
  const linger = async () => {
    if (happens('slow', 'slow store', ONE_IN.slow)) await turns(1 + chance.below(4));
  };
  async function after<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    await linger();
    return ask();
  }
  return {
    name: inner.name,
    happened,
    read: (ids) => after(() => inner.read(ids)),
    list: (...asked) => after(() => inner.list(...asked)),
    rank: (board, key) => after(() => inner.rank(board, key)),
    top: (board, limit) => after(() => inner.top(board, limit)),
    count: (boards) => after(() => inner.count(boards)),
    around: (board, key, reach) => after(() => inner.around(board, key, reach)),
    ping: () => inner.ping(),
    close: () => inner.close(),
    calm: () => {
      isCalm = true;
    },
    async restart() {
      happened.set('restart', (happened.get('restart') ?? 0) + 1);
      await inner.close();
      inner = await open();
    },
    async decide(ids, work) {
      await linger();
      if (happens('conflict', 'conflict', ONE_IN.conflict)) throw new Fault('conflict', 'another decision was first');
      if (happens('crash', 'crash before commit', ONE_IN.crashBefore)) throw new Fault('store_unavailable', 'died before the commit');
      const again = happens('conflict', 'work run again', ONE_IN.runAgain);
      const reply = await inner.decide(ids, (documents) => {
        const outcome = work(documents);
        // Only the last run counts: what the first one found must leave nothing behind.
        return again && !('need' in outcome) ? work(documents) : outcome;
      });
      if (happens('crash', 'crash after commit', ONE_IN.crashAfter)) throw new Fault('store_unavailable', 'died after the commit');
      await linger();
      return reply;
    },
  };
}
