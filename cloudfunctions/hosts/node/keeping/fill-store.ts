// Fills an empty store from pieces, through the store's own decisions: so it works on every engine, indexes and counters included.
import { communityOfPiece } from '#server/hosts/node/keeping/by-community';
import { DECISION_DOCUMENTS_MAX, type Store, type Write } from '#server/ports/store';
import type { Piece } from '#server/ports/whole-data';

/** The most writes in one decision; one of its documents is what puts it into its community. */
const WRITES_MAX = DECISION_DOCUMENTS_MAX - 1;

/** How many decisions are under way at once: enough to fill a batch of the lane. */
const AT_ONCE = 64;

function writeOf(piece: Piece): Write {
  return piece.kind === 'document' ? { kind: 'insert', document: piece.document } : { kind: 'score', ...piece.score };
}

/**
 * Writes all pieces into a store that has none of them.
 * @throws Fault('conflict') when one is there already; what was written until then stays
 */
export async function fillStore(store: Store, pieces: AsyncIterable<Piece>): Promise<void> {
  let community = '';
  let writes: Write[] = [];
  const underWay = new Set<Promise<unknown>>();
  const send = async (): Promise<void> => {
    if (writes.length === 0) return;
    const decided = writes;
    writes = [];
    const running = store.decide([], () => ({ reply: null, writes: decided })).finally(() => underWay.delete(running));
    underWay.add(running);
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
  };
  try {
    for await (const piece of pieces) {
      const own = communityOfPiece(piece);
      if (own !== community || writes.length === WRITES_MAX) await send();
      community = own;
      writes.push(writeOf(piece));
    }
    await send();
    await Promise.all(underWay);
  } finally {
    await Promise.allSettled(underWay);
  }
}
