// A store on any engine that offers the lane's functions: decisions go through lanes by community, views go to the reader.
import { checkId, checkNamed } from '#server/adapters/store-lane/check-decision';
import { createLane, type Lane } from '#server/adapters/store-lane/create-lane';
import { decideUnnamed } from '#server/adapters/store-lane/decide-unnamed';
import { decodeDocument } from '#server/adapters/store-lane/document-text';
import type { Engine } from '#server/adapters/store-lane/engine';
import { listPage } from '#server/adapters/store-lane/lane-list';
import { Fault } from '#server/ports/fault';
import type { BatchMeter } from '#server/ports/meter';
import type { Documents, Outcome, Store, StoredDocument } from '#server/ports/store';

/** A number that is the same for the same community in every process: FNV-1a, 32 bits. */
export function communityNumber(community: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < community.length; index += 1) hash = Math.imul(hash ^ community.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The store of an engine; `meter` hears of its batches. Closing it finishes what was accepted and then closes the engine. */
export function createLaneStore(engine: Engine, meter?: BatchMeter): Store {
  const lanes = engine.lanes.map((lane) => createLane(lane, meter));
  const { reader } = engine;
  let closed: Promise<void> | null = null;

  function checkOpen(): void {
    if (closed !== null) throw new Fault('store_closed', 'this store has been closed');
  }

  /** Guards a question: nothing is asked of a closed store. */
  const open =
    <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      checkOpen();
      return ask(...given);
    };

  async function close(): Promise<void> {
    await Promise.all(lanes.map((lane) => lane.drain()));
    await Promise.all(engine.lanes.map((lane) => lane.end()));
    await reader.end();
  }

  const decide: Store['decide'] = async <Reply>(ids: readonly string[], work: (documents: Documents) => Outcome<Reply>): Promise<Reply> => {
    checkOpen();
    // Any id of that community will do: it puts the decision into the right lane, and what it names does not exist.
    const writing = (community: string): Promise<Reply> => decide([`${community}/community/_`], work);
    if (ids.length === 0) return decideUnnamed(work, { named: (needed) => decide(needed, work), writing });
    const community = checkNamed(ids);
    const lane = lanes[communityNumber(community) % lanes.length] as Lane;
    // The lane carries replies of many kinds; this one is what this very work returned.
    return (await lane.decide({ community, ids, work })) as Reply;
  };

  return {
    name: engine.name,
    decide,
    read: open(async (ids) => {
      for (const id of ids) checkId(id);
      const found = new Map<string, StoredDocument>();
      if (ids.length === 0) return found;
      for (const [id, text] of await reader.read(ids)) found.set(id, decodeDocument(text));
      return found;
    }),
    list: open((index, community, range, limit, cursor) => listPage(reader, index, community, range, limit, cursor)),
    rank: open((board, key) => reader.rank(board, key)),
    top: open((board, limit) => reader.top(board, Math.max(0, limit))),
    around: open((board, key, reach) => reader.around(board, key, Math.max(0, reach))),
    count: open(async (boards) => {
      const totals = boards.length === 0 ? new Map<string, number>() : await reader.count(boards);
      return new Map(boards.map((board) => [board, totals.get(board) ?? 0]));
    }),
    ping: open(() => reader.ping()),
    close() {
      closed ??= close();
      return closed;
    },
  };
}
