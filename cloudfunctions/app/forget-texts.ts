// Takes the texts of somebody who has been erased away: at once after the erasing, else when the timer comes by.
import { queueBoardId, queueKey } from '#core/rules/content/texts';
import type { EntryDocument, LeftTextsDocument } from '#core/tables';
import { communityOf, tableOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { MINUTE_MS } from '#core/values/instant';
import { Fault } from '#server/ports/fault';
import type { Log } from '#server/ports/log';
import type { Store, Write } from '#server/ports/store';

/** What forgetting needs of the world. */
export interface ForgetParts {
  readonly store: Store;
  readonly log: Log;
}

/** How many texts one decision removes: each is a document that it sees. */
const BATCH = 40;

/** The most notes that one sweep goes through. */
const SWEEP_MAX = 20;

/** The erasing takes the texts away itself; only what it has not managed to for this long is left to the sweep. */
const LEFT_MS = 5 * MINUTE_MS;

/** The notes of texts to be removed among the writes of a decision. */
export function leftIn(writes: readonly Write[]): readonly LeftTextsDocument[] {
  return writes.flatMap((write) => {
    const isNote = (write.kind === 'insert' || write.kind === 'put') && tableOf(write.document.id) === 'leftTexts';
    return isNote ? [write.document as unknown as LeftTextsDocument] : [];
  });
}

/** Removes one batch of what was written up to the leaving; true while there may be more. What is written afterwards stays. */
async function forgetBatch(store: Store, { id, memberId, leftAt }: LeftTextsDocument): Promise<boolean> {
  const communityId = communityOf(id);
  const range = { prefix: [memberId], until: leftAt, order: 'ascending' } as const;
  const page = await store.list('entry.byMember', communityId, range, BATCH);
  const ids = page.documents.map((document) => document.id);
  if (ids.length === 0) return false;
  await store.decide(ids, (documents) => {
    const old = ids.flatMap((one) => {
      const entry = documents.get(one) as EntryDocument | undefined;
      return entry !== undefined && entry.writtenAt <= leftAt ? [entry] : [];
    });
    const board = queueBoardId(communityId);
    const writes: Write[] = old.flatMap((entry): Write[] => [
      { kind: 'remove', id: entry.id },
      ...(entry.queuedAt === null ? [] : [{ kind: 'score' as const, board, key: queueKey(entry), points: null, at: leftAt }]),
    ]);
    return { reply: null, writes };
  });
  return page.cursor !== null;
}

/** Removes the texts, then the notes of them. What fails is logged and stays noted; it never spoils the erasing that was made. */
export async function forgetTexts({ store, log }: ForgetParts, notes: readonly LeftTextsDocument[]): Promise<void> {
  for (const note of notes) {
    const { id, leftAt } = note;
    try {
      while (await forgetBatch(store, note));
      await store.decide([id], (documents) => {
        const isSame = (documents.get(id) as LeftTextsDocument | undefined)?.leftAt === leftAt;
        return { reply: null, writes: isSame ? [{ kind: 'remove', id }] : [] };
      });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.line('warning', 'texts_left', { code: error.code }, error);
    }
  }
}

/** Removes what was left, the oldest first, over all communities. */
export async function sweepLeftTexts(parts: ForgetParts, now: Instant): Promise<void> {
  const range = { prefix: [], until: now - LEFT_MS, order: 'ascending' } as const;
  const page = await parts.store.list('leftTexts.byLeft', null, range, SWEEP_MAX);
  await forgetTexts(parts, page.documents as unknown as readonly LeftTextsDocument[]);
}
