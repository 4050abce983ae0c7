// What every store checks of a decision before it changes anything: ids, communities, sizes, and that only seen documents are replaced.

import { communityOf, ID_LENGTH_MAX, type Id, isIdPart, tableOf } from '#core/values/ids';
import { BOARD_POINTS_MAX } from '#server/adapters/store-lane/board-range';
import { encodeDocument } from '#server/adapters/store-lane/document-text';
import { type IndexKeys, indexKeysOf } from '#server/adapters/store-lane/index-key';
import { DECISION_DOCUMENTS_MAX, type Outcome, type Write } from '#server/ports/store';

/**
 * A checked change of one document; its text is what will be stored. `keysBefore` are those that the database has of it, which saves an
 * engine the indexes that stay as they are; without them all are written.
 */
export type DocumentChange =
  | {
      readonly kind: 'insert' | 'put';
      readonly id: Id;
      readonly text: string;
      readonly keys: IndexKeys;
      readonly keysBefore?: IndexKeys | null;
    }
  | { readonly kind: 'remove'; readonly id: Id };

/** A checked change of one row of a board. */
export type ScoreChange = Extract<Write, { kind: 'score' }>;

/** All that a decision changes. */
export interface CheckedWrites {
  readonly documents: readonly DocumentChange[];
  readonly scores: readonly ScoreChange[];
}

const ID = /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)+$/;

/** @throws RangeError when a text cannot be an id. */
export function checkId(id: Id): void {
  if (id.length > ID_LENGTH_MAX) throw new RangeError(`an id may have ${ID_LENGTH_MAX} characters: ${id.slice(0, 80)}…`);
  if (!ID.test(id)) throw new RangeError(`not an id: ${JSON.stringify(id)}`);
}

/** @throws RangeError when an id is malformed, of another community, or names no declared table. */
function checkDocumentId(id: Id, community: string): void {
  checkId(id);
  if (communityOf(id) !== community) throw new RangeError(`a decision about ${community} cannot touch ${id}`);
  if (tableOf(id) === '') throw new RangeError(`an id names its table: ${id}`);
}

/** @throws RangeError when there are more documents than a decision may see or write. */
function checkCount(count: number): void {
  if (count > DECISION_DOCUMENTS_MAX) throw new RangeError(`a decision may see or write ${DECISION_DOCUMENTS_MAX} documents, not ${count}`);
}

/**
 * The community of the documents that a decision names.
 * @throws RangeError when they are of several, malformed, or too many.
 */
export function checkNamed(ids: readonly Id[]): string {
  const community = communityOf(ids[0] ?? '');
  for (const id of ids) checkDocumentId(id, community);
  checkCount(new Set(ids).size);
  return community;
}

/**
 * What a decision asks for beyond what it has been shown.
 * @throws Error when that is nothing; RangeError when it is of another community, malformed, or too much.
 */
export function checkNeed(need: readonly Id[], seen: ReadonlySet<Id>, community: string): readonly Id[] {
  const fresh = need.filter((id) => !seen.has(id));
  if (fresh.length === 0) throw new Error(`a decision asked again for what it has been given: ${need.join(', ')}`);
  for (const id of fresh) checkDocumentId(id, community);
  checkCount(seen.size + new Set(fresh).size);
  return fresh;
}

/** @throws TypeError when `work` gave anything but an outcome, such as the promise of an async function. */
export function checkOutcome<Reply>(outcome: Outcome<Reply>): void {
  const isOutcome = typeof outcome === 'object' && outcome !== null && ('need' in outcome || ('reply' in outcome && 'writes' in outcome));
  if (!isOutcome) throw new TypeError('the work of a decision is synchronous and gives { need } or { reply, writes }');
}

/** The community that a write belongs to. */
export function communityOfWrite(write: Write): string {
  if (write.kind === 'score') return communityOf(write.board);
  return communityOf(write.kind === 'remove' ? write.id : write.document.id);
}

function checkScore(write: ScoreChange, community: string): void {
  checkId(write.board);
  if (communityOf(write.board) !== community) throw new RangeError(`a decision about ${community} cannot touch ${write.board}`);
  if (!isIdPart(write.key)) throw new RangeError(`not a key of a board: ${JSON.stringify(write.key)}`);
  if (!Number.isSafeInteger(write.at)) throw new RangeError(`a score is set at an instant, not ${write.at}`);
  if (write.points === null) return;
  if (!Number.isInteger(write.points) || write.points < 0 || write.points > BOARD_POINTS_MAX) {
    throw new RangeError(`a board holds 0 to ${BOARD_POINTS_MAX} points, not ${write.points}`);
  }
}

function checkDocumentWrite(write: Exclude<Write, ScoreChange>, seen: ReadonlySet<Id>): DocumentChange {
  if (write.kind === 'remove') {
    if (!seen.has(write.id)) throw new Error(`a decision removed ${write.id} without having seen it`);
    return { kind: 'remove', id: write.id };
  }
  const { id } = write.document;
  if (write.kind === 'put' && !seen.has(id)) throw new Error(`a decision replaced ${id} without having seen it`);
  return { kind: write.kind, id, text: encodeDocument(write.document), keys: indexKeysOf(write.document) };
}

/**
 * Checks the writes of a decision and fixes their texts, so that the caller's objects may change afterwards.
 * @throws Error when a write is not allowed; nothing is written then.
 */
export function checkWrites(community: string, seen: ReadonlySet<Id>, writes: readonly Write[]): CheckedWrites {
  const documents: DocumentChange[] = [];
  const scores: ScoreChange[] = [];
  const written = new Set<Id>();
  for (const write of writes) {
    if (write.kind === 'score') {
      checkScore(write, community);
      scores.push({ ...write });
      continue;
    }
    const id = write.kind === 'remove' ? write.id : write.document.id;
    checkDocumentId(id, community);
    if (written.has(id)) throw new Error(`a decision wrote ${id} twice`);
    written.add(id);
    documents.push(checkDocumentWrite(write, seen));
  }
  checkCount(new Set([...seen, ...written]).size);
  return { documents, scores };
}
