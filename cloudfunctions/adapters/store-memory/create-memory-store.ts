// The reference store: plain maps, nothing clever, gone when the process ends. Tests run on it, and the others are judged by it.
import { setImmediate as turn } from 'node:timers/promises';
import { checkId } from '#server/adapters/store-lane/check-decision';
import { createMemoryBoards } from '#server/adapters/store-memory/memory-boards';
import { MemoryDocuments } from '#server/adapters/store-memory/memory-documents';
import { pageOf } from '#server/adapters/store-memory/memory-page';
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';

/** A store that lives in this process only. It gives up the thread between its steps, so that decisions do interleave. */
export function createMemoryStore(): Store {
  const boards = createMemoryBoards();
  const documents = new MemoryDocuments(boards);
  const accepted = new Set<Promise<unknown>>();
  let closed = false;

  /** Lets others go first, as every real engine does. */
  async function enter(): Promise<void> {
    if (closed) throw new Fault('store_closed', 'this store has been closed');
    await turn();
  }

  return {
    name: 'memory',
    async read(ids) {
      for (const id of ids) checkId(id);
      await enter();
      return documents.find(ids);
    },
    async list(index, community, range, limit, cursor) {
      await enter();
      return pageOf(documents.table(index.slice(0, index.indexOf('.'))).values(), index, community, range, limit, cursor);
    },
    async rank(board, key) {
      await enter();
      return boards.rank(board, key);
    },
    async top(board, limit) {
      await enter();
      return boards.top(board, limit);
    },
    async around(board, key, reach) {
      await enter();
      return boards.around(board, key, reach);
    },
    async count(counted) {
      await enter();
      return new Map(counted.map((board) => [board, boards.top(board, 0).total]));
    },
    async decide(ids, work) {
      if (closed) throw new Fault('store_closed', 'this store has been closed');
      const running = documents.decide(ids, work);
      accepted.add(running);
      try {
        return await running;
      } finally {
        accepted.delete(running);
      }
    },
    ping: enter,
    async close() {
      closed = true;
      await Promise.allSettled(accepted);
    },
  };
}
