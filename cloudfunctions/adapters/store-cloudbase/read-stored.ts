// Reading stored documents by their ids: as many as CloudBase gives at once, and again while it does not answer.
import { batchesOf } from '#core/values/batches';
import type { CloudBaseDatabase } from '#server/adapters/store-cloudbase/cloudbase-database';
import { CloudBaseFailure } from '#server/adapters/store-cloudbase/cloudbase-failure';
import type { Patience } from '#server/adapters/store-cloudbase/patience';
import type { Stored } from '#server/adapters/store-cloudbase/stored-document';

/** The most documents that one query gives. */
export const QUERY_DOCUMENTS_MAX = 1_000;

/**
 * Asks a question that changes nothing again and again, until it is answered or the patience is over.
 * @throws Fault when there is no answer, or the question is refused.
 */
export async function askPatiently<Answer>(patience: Patience, ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof CloudBaseFailure)) throw error;
      if (error.kind === 'refused' || patience.isOver()) throw error.toFault();
      await patience.rest();
    }
  }
}

/** The stored documents that exist, by id. Up to QUERY_DOCUMENTS_MAX of them are read by one query, which sees one moment. */
export async function readStored(database: CloudBaseDatabase, patience: Patience, ids: readonly string[]): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  for (const part of batchesOf(ids, QUERY_DOCUMENTS_MAX)) {
    const documents = await askPatiently(patience, () => database.find({ where: { _id: { in: part } }, limit: part.length }));
    for (const stored of documents) found.set(stored._id, stored);
  }
  return found;
}
