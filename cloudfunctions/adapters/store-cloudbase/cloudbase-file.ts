// The collection of CloudBase as a file: one stored document a line, as the console exports and imports it.
import type { Id } from '#core/values/ids';
import { type Facts, planWrites } from '#server/adapters/store-cloudbase/plan-writes';
import type { Stored } from '#server/adapters/store-cloudbase/stored-document';
import { decodeDocument, encodeDocument } from '#server/adapters/store-lane/document-text';
import { indexKeysOf } from '#server/adapters/store-lane/index-key';
import type { StoredDocument } from '#server/ports/store';
import type { Piece, ScoreRow } from '#server/ports/whole-data';

/** The name under which everything that was imported has been inserted. */
const IMPORT = { name: 'import', at: 0 } as const;

/** An empty collection: of whatever is asked, it is known that it is not there. */
const NOTHING = { has: () => true, get: () => null } as unknown as Facts;

/** What lies in the collection for one whole community: what the store itself would have written, all in one decision. */
export function storedOf(documents: readonly StoredDocument[], scores: readonly ScoreRow[]): readonly Stored[] {
  // Boards of a family that follow each other in time have ids that do: the home keeps the row of the last one.
  const inTime = [...scores].sort((one, other) => (one.board < other.board ? -1 : 1));
  const plan = planWrites(
    NOTHING,
    new Set<Id>(),
    {
      documents: documents.map((document) => ({
        kind: 'insert',
        id: document.id,
        text: encodeDocument(document),
        keys: indexKeysOf(document),
      })),
      scores: inTime.map((score) => ({ kind: 'score', ...score })),
    },
    IMPORT,
  );
  if ('unread' in plan) throw new Error(`an empty collection has nothing to read: ${plan.unread.join(', ')}`);
  return plan.inserts as readonly Stored[];
}

/** What one stored document holds: a document of ours, rows of boards, both, or nothing any more. */
export function piecesIn({ d, rows = [], key }: Stored): Piece[] {
  const documents: Piece[] = d === undefined ? [] : [{ kind: 'document', document: decodeDocument(d) }];
  const scores = rows.map(({ b: board, p: points, t: at }): Piece => ({ kind: 'score', score: { board, key: key ?? '', points, at } }));
  return [...documents, ...scores];
}

/** Whether a line of a file can be a stored document. */
export function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string';
}
