// Two stores on the same data as one, to run the contract against several servers or function instances.
import type { Store } from '#server/ports/store';

/** Two stores on one database that take turns at every call: what runs at once then runs on both. */
export function takingTurns(first: Store, second: Store): Store {
  let calls = 0;
  const next = (): Store => {
    calls += 1;
    return calls % 2 === 0 ? first : second;
  };
  return {
    name: first.name,
    read: (ids) => next().read(ids),
    list: (...values) => next().list(...values),
    rank: (board, key) => next().rank(board, key),
    top: (board, limit) => next().top(board, limit),
    around: (...values) => next().around(...values),
    count: (boards) => next().count(boards),
    decide: (ids, work) => next().decide(ids, work),
    ping: () => next().ping(),
    async close() {
      await Promise.all([first.close(), second.close()]);
    },
  };
}
