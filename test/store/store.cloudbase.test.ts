// The contract on CloudBase, through its own SDK against the stand-in.
import { afterAll, describe, it } from 'vitest';
import type { Store } from '#server/ports/store';
import { rewriting } from './broken/sabotage';
import { openStore, startStandIn } from './cloudbase-case';
import { boardCases } from './contract/board-cases';
import { storeContract } from './store.contract';
import { takingTurns } from './taking-turns';

const cloudBase = await startStandIn();
afterAll(() => cloudBase.stop());

storeContract({
  name: 'CloudBase, through two function instances in turn',
  reopens: true,
  async open() {
    cloudBase.reset();
    return { store: takingTurns(openStore(), openStore()), reopen: async () => openStore() };
  },
});

/** Turns every ranking board of the cases into a counting one, whose rows are kept in another way. */
function onCountingBoards(store: Store): Store {
  const counting = (board: string): string => board.replace('/board/', '/day/');
  return {
    ...rewriting(store, (write) => (write.kind === 'score' ? { ...write, board: counting(write.board) } : write)),
    rank: (board, key) => store.rank(counting(board), key),
    top: (board, limit) => store.top(counting(board), limit),
    around: (board, key, reach) => store.around(counting(board), key, reach),
    async count(boards) {
      const counts = await store.count(boards.map(counting));
      return new Map(boards.map((board) => [board, counts.get(counting(board)) ?? 0]));
    },
  };
}

const boardStores: readonly { readonly name: string; open(): Store }[] = [
  { name: 'too large to be fetched whole', open: () => openStore({ wholeBoardRowsMax: 2 }) },
  { name: 'that only count', open: () => onCountingBoards(openStore()) },
];

describe.each(boardStores)('boards on CloudBase $name', ({ open }) => {
  for (const boardCase of boardCases) {
    it(`law ${boardCase.law}: ${boardCase.name}`, async () => {
      cloudBase.reset();
      const store = open();
      try {
        await boardCase.run({ store });
      } finally {
        await store.close();
      }
    });
  }
});
