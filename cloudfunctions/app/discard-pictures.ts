// Takes pictures away that nobody refers to any more: at once after the change that left them, else when the timer comes by.
import type { DiscardedPictureDocument } from '#core/tables';
import { tableOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { MINUTE_MS } from '#core/values/instant';
import { Fault } from '#server/ports/fault';
import type { Log } from '#server/ports/log';
import type { Pictures } from '#server/ports/pictures';
import type { Store, Write } from '#server/ports/store';

/** What discarding needs of the world. */
export interface DiscardParts {
  readonly store: Store;
  readonly pictures: Pictures;
  readonly log: Log;
}

/** The most pictures that one sweep takes away. */
const SWEEP_MAX = 100;

/** A change takes its own pictures away; only what it has not managed to for this long is left to the sweep. */
const LEFT_MS = 5 * MINUTE_MS;

/** The notes of discarded pictures among the writes of a decision. */
export function discardedIn(writes: readonly Write[]): readonly DiscardedPictureDocument[] {
  return writes.flatMap((write) => {
    const isNote = (write.kind === 'insert' || write.kind === 'put') && tableOf(write.document.id) === 'discardedPicture';
    return isNote ? [write.document as unknown as DiscardedPictureDocument] : [];
  });
}

/** Removes pictures, then the notes of them. What fails is logged and stays noted; it never spoils the change that was made. */
export async function discardPictures({ store, pictures, log }: DiscardParts, notes: readonly DiscardedPictureDocument[]): Promise<void> {
  for (const { id, address } of notes) {
    try {
      await pictures.remove(address);
      await store.decide([id], (documents) => ({ reply: null, writes: documents.has(id) ? [{ kind: 'remove', id }] : [] }));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.line('warning', 'picture_left', { code: error.code }, error);
    }
  }
}

/** Removes what was left, the oldest first, over all communities. */
export async function sweepDiscardedPictures(parts: DiscardParts, now: Instant): Promise<void> {
  const range = { prefix: [], until: now - LEFT_MS, order: 'ascending' } as const;
  const page = await parts.store.list('discardedPicture.byDiscarded', null, range, SWEEP_MAX);
  await discardPictures(parts, page.documents as unknown as readonly DiscardedPictureDocument[]);
}
