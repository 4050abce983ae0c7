// A store that keeps account of the questions that CloudBase would be asked: what is asked side by side shares one request there.
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import type { Store, Write } from '#server/ports/store';

/** What the last run of a decision had been given and wanted written. */
export interface MeteredDecision {
  /** The ids that it named, and was given what is there of. */
  readonly named: ReadonlySet<string>;
  /** Those of them that it rested on. */
  readonly restedOn: ReadonlySet<string>;
  readonly writes: readonly Write[];
  /** How often it asked for more documents. */
  readonly needs: number;
}

/** A metered store. */
export interface Meter {
  readonly store: Store;
  /** What has been asked since the last reset, a line each. */
  questions(): readonly string[];
  /** The decisions that wrote something since the last reset. */
  decisions(): readonly MeteredDecision[];
  reset(): void;
}

/** Meters a store, a fresh one in memory if not told otherwise. */
export function meterStore(store: Store = createMemoryStore()): Meter {
  let questions: string[] = [];
  let decisions: MeteredDecision[] = [];
  const thisTurn = new Set<string>();

  /** Notes a question; of those with the same shared name, one in a turn of the event loop. */
  function ask(question: string, shared?: string): void {
    if (shared !== undefined) {
      if (thisTurn.has(shared)) return;
      if (thisTurn.size === 0) setImmediate(() => thisTurn.clear());
      thisTurn.add(shared);
    }
    questions.push(question);
  }

  const metered: Store = {
    ...store,
    read(ids) {
      ask(`read ${ids.length} documents such as ${ids[0]}`, 'read');
      return store.read(ids);
    },
    list(index, ...rest) {
      ask(`list ${index}`);
      return store.list(index, ...rest);
    },
    rank(board, key) {
      ask(`board ${board}`, `board ${board}`);
      return store.rank(board, key);
    },
    top(board, limit) {
      ask(`board ${board}`, `board ${board}`);
      return store.top(board, limit);
    },
    around(board, key, reach) {
      ask(`board ${board}`, `board ${board}`);
      return store.around(board, key, reach);
    },
    count(boards) {
      ask(`count ${boards.length} boards`);
      return store.count(boards);
    },
    async decide(ids, work) {
      const named = new Set(ids);
      let needs = 0;
      let last: MeteredDecision | null = null;
      const reply = await store.decide(ids, (documents) => {
        const outcome = work(documents);
        if ('need' in outcome) {
          for (const id of outcome.need) named.add(id);
          needs += 1;
        } else {
          const unused = new Set(outcome.unused?.());
          last = { named: new Set(named), restedOn: new Set([...named].filter((id) => !unused.has(id))), writes: outcome.writes, needs };
        }
        return outcome;
      });
      if (last !== null && (last as MeteredDecision).writes.length > 0) decisions.push(last);
      return reply;
    },
  };
  return {
    store: metered,
    questions: () => questions,
    decisions: () => decisions,
    reset() {
      questions = [];
      decisions = [];
    },
  };
}
