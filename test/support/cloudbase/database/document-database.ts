// The document database: collections, commits, transactions, and the writes that they allow.
import { randomBytes } from 'node:crypto';
import { calculateObjectSize } from 'bson';
import {
  collectionExists,
  collectionNotExist,
  type DuplicateWording,
  duplicateKey,
  requestFailed,
  transactionConflict,
} from '../wire-error';
import { Collection, keyOfId } from './collection';
import { compileCondition } from './matching';
import { documentSeen, matchingKeys } from './reading';
import { type Transaction, Transactions } from './transactions';
import type { IndexDeclaration, UniqueIndex } from './unique-index';
import { updated } from './updating';
import type { CloudDocument } from './value-order';
import { writeDocument } from './wire-documents';

/** What an update asks for. `merge` false replaces the document but for its `_id`. */
export interface Modification {
  readonly condition: CloudDocument;
  readonly change: CloudDocument;
  readonly merge: boolean;
  readonly upsert: boolean;
  readonly many: boolean;
}

/** What became of an update: how many documents really changed, and what was inserted instead. */
export interface Modified {
  readonly updated: number;
  readonly upsertedId?: unknown;
  readonly document?: CloudDocument;
}

/** The largest document, in bytes (vendor; that the server holds functions to it, and what it says then, is an assumption). */
const DOCUMENT_BYTES_MAX = 512 * 1024;

const isTooLarge = (document: CloudDocument) =>
  // The text is at hand anyway; only a long one is worth measuring.
  writeDocument(document).length > DOCUMENT_BYTES_MAX / 4 && calculateObjectSize(document) > DOCUMENT_BYTES_MAX;

const newId = () => randomBytes(16).toString('hex');

/**
 * Documents under snapshot isolation, as MongoDB has it: whoever writes a document first holds it; another transaction that writes it
 * conflicts at once (vendor), a write without a transaction waits (vendor). A write that changes nothing neither holds nor conflicts (assumption).
 */
export class DocumentDatabase {
  readonly transactions: Transactions;
  duplicateWording: DuplicateWording;
  readonly #collections = new Map<string, Collection>();
  #commits = 0;

  constructor(clock: () => number, duplicateWording: DuplicateWording) {
    this.duplicateWording = duplicateWording;
    this.transactions = new Transactions(clock, () => {
      for (const collection of this.#collections.values()) collection.forgetHistory();
    });
  }

  /** Ends every transaction and forgets every document. */
  clear(): void {
    this.transactions.endAll();
    for (const collection of this.#collections.values()) collection.clear();
  }

  /** A collection by name. */
  collection(name: string): Collection {
    const collection = this.#collections.get(name);
    if (!collection) throw collectionNotExist(name);
    return collection;
  }

  /** Makes a collection. */
  createCollection(name: string): void {
    if (this.#collections.has(name)) throw collectionExists();
    this.#collections.set(name, new Collection(name));
  }

  /** Declares an index; makes the collection if it is not there, as the console would have been asked to. */
  declareIndex(name: string, declaration: IndexDeclaration): void {
    if (!this.#collections.has(name)) this.createCollection(name);
    this.collection(name).declareIndex(declaration);
  }

  /** Runs one operation of a transaction; whatever fails ends it (assumption, as MongoDB). */
  async inTransaction<Result>(id: string, operation: (transaction: Transaction) => Promise<Result> | Result): Promise<Result> {
    const transaction = this.transactions.get(id);
    transaction.snapshot ??= this.#commits;
    try {
      return await operation(transaction);
    } catch (error) {
      this.transactions.end(id);
      throw error;
    }
  }

  /** Makes a transaction's writes everybody's. */
  commit(id: string): void {
    const { writes } = this.transactions.get(id);
    this.#commits += 1;
    const oldest = this.transactions.oldestSnapshot();
    for (const [collection, documents] of writes)
      for (const [key, document] of documents) collection.commit(key, document, this.#commits, oldest);
    this.transactions.end(id);
  }

  /** Undoes a transaction. */
  abort(id: string): void {
    this.transactions.end(this.transactions.get(id).id);
  }

  /** Inserts documents one after another; without a transaction those before a refused one stay (assumption, as MongoDB). */
  async insert(collection: Collection, documents: readonly CloudDocument[], transaction: Transaction | null): Promise<unknown[]> {
    const ids: unknown[] = [];
    for (const given of documents) {
      const document: CloudDocument = Object.hasOwn(given, '_id') ? given : { _id: newId(), ...given };
      await this.#insertOne(collection, document, transaction, 'Insert');
      ids.push(document['_id']);
    }
    return ids;
  }

  async #insertOne(collection: Collection, document: CloudDocument, transaction: Transaction | null, operation: string): Promise<void> {
    const special = Object.keys(document).find((field) => field.startsWith('$'));
    if (special !== undefined) throw requestFailed(operation, `The dollar ($) prefixed field '${special}' is not valid for storage`);
    const key = keyOfId(document['_id']);
    for (let other = this.#obstacle(collection, key, document, transaction); other; ) {
      await other.ended;
      other = this.#obstacle(collection, key, document, transaction);
    }
    if (documentSeen(collection, key, transaction) !== null)
      throw duplicateKey(collection.name, '_id_', `{ _id: ${JSON.stringify(document['_id'])} }`, operation, this.duplicateWording);
    this.#write(collection, key, document, transaction, operation);
  }

  /** The transaction that must end before a document may be written; within a transaction a conflict instead (vendor). */
  #obstacle(collection: Collection, key: string, document: CloudDocument | null, transaction: Transaction | null): Transaction | null {
    this.transactions.expire();
    if (transaction && collection.changedBy(key) > (transaction.snapshot ?? 0)) throw transactionConflict();
    const holder = this.transactions.holderOf(collection, key, document, transaction);
    if (transaction && holder) throw transactionConflict();
    return holder;
  }

  #write(collection: Collection, key: string, document: CloudDocument | null, transaction: Transaction | null, operation: string): void {
    if (document && isTooLarge(document)) throw requestFailed(operation, `document is larger than ${DOCUMENT_BYTES_MAX} bytes`);
    if (document)
      for (const index of collection.uniqueIndexes) this.#refuseDuplicates(collection, index, key, document, transaction, operation);
    if (!transaction) {
      this.#commits += 1;
      collection.commit(key, document, this.#commits, this.transactions.oldestSnapshot());
      return;
    }
    const writes = transaction.writes.get(collection) ?? new Map<string, CloudDocument | null>();
    transaction.writes.set(collection, writes.set(key, document));
  }

  #refuseDuplicates(
    collection: Collection,
    index: UniqueIndex,
    key: string,
    document: CloudDocument,
    transaction: Transaction | null,
    operation: string,
  ): void {
    const own = transaction?.writes.get(collection);
    for (const indexKey of index.keysOf(document)) {
      const holder = index.holderOf(indexKey);
      const committed = holder !== undefined && holder !== key && !own?.has(holder);
      if (committed && transaction && collection.changedBy(holder) > (transaction.snapshot ?? 0)) throw transactionConflict();
      const inOwn = [...(own ?? [])].some(
        ([other, written]) => other !== key && written !== null && index.keysOf(written).includes(indexKey),
      );
      if (committed || inOwn)
        throw duplicateKey(collection.name, index.declaration.name, index.describe(document), operation, this.duplicateWording);
    }
  }

  /** Changes the matches of a condition; a document is looked at again after waiting for it. */
  async modify(collection: Collection, request: Modification, transaction: Transaction | null): Promise<Modified> {
    const matches = compileCondition(request.condition);
    let changed = 0;
    for (const key of matchingKeys(collection, request.condition, transaction)) {
      const document = await this.#modifyOne(collection, key, matches, request, transaction);
      if (!document) continue;
      if (document.changed) changed += 1;
      if (!request.many) return { updated: changed, document: document.after };
    }
    if (request.many || !request.upsert || changed > 0) return { updated: changed };
    const id = request.condition['_id'] ?? newId();
    const document = request.merge ? updated({ _id: id }, request.change) : { _id: id, ...request.change };
    await this.#insertOne(collection, document, transaction, 'Update');
    return { updated: 0, upsertedId: id, document };
  }

  async #modifyOne(
    collection: Collection,
    key: string,
    matches: (document: CloudDocument) => boolean,
    { merge, change }: Modification,
    transaction: Transaction | null,
  ): Promise<{ readonly changed: boolean; readonly after: CloudDocument } | null> {
    for (;;) {
      const before = documentSeen(collection, key, transaction);
      if (!before || !matches(before)) return null;
      const after = merge ? updated(before, change) : { ...change, _id: before['_id'] };
      if (isSame(before, after)) return { changed: false, after: before };
      const other = this.#obstacle(collection, key, after, transaction);
      if (!other) {
        this.#write(collection, key, after, transaction, 'Update');
        return { changed: true, after };
      }
      await other.ended;
    }
  }

  /** Removes the matches of a condition, or the first of them; answers how many. */
  async remove(collection: Collection, condition: CloudDocument, many: boolean, transaction: Transaction | null): Promise<number> {
    const matches = compileCondition(condition);
    let removed = 0;
    for (const key of matchingKeys(collection, condition, transaction)) {
      for (let other = this.#obstacle(collection, key, null, transaction); other; ) {
        await other.ended;
        other = this.#obstacle(collection, key, null, transaction);
      }
      const document = documentSeen(collection, key, transaction);
      if (!document || !matches(document)) continue;
      this.#write(collection, key, null, transaction, 'Delete');
      removed += 1;
      if (!many) break;
    }
    return removed;
  }
}

/** Equal documents, the order of their fields included save that `_id` may stand anywhere. */
function isSame(before: CloudDocument, after: CloudDocument): boolean {
  const rest = ({ _id: _, ...fields }: CloudDocument) => fields;
  return before === after || writeDocument(rest(before)) === writeDocument(rest(after));
}
