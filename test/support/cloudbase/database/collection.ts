// One collection: every version of its documents that a snapshot may still want, and the orders and keys of the newest.
import { FieldOrder } from './field-order';
import { type IndexDeclaration, UniqueIndex } from './unique-index';
import { type CloudDocument, isIdentifier } from './value-order';

/** A document as of a commit; null after it was removed. */
interface Version {
  readonly committedAs: number;
  readonly document: CloudDocument | null;
}

/** The key of an `_id`: a number and a text that look alike are two ids. */
export function keyOfId(id: unknown): string {
  if (typeof id === 'string') return `s${id}`;
  return isIdentifier(id) ? `o${id.toHexString()}` : `${typeof id}${JSON.stringify(id)}`;
}

/** The documents of one name. Commits are numbered by the database; version 0 is before the first. */
export class Collection {
  readonly name: string;
  readonly uniqueIndexes: UniqueIndex[] = [];
  readonly #versions = new Map<string, readonly Version[]>();
  readonly #orders = new Map<string, FieldOrder>();
  readonly #withHistory = new Set<string>();

  constructor(name: string) {
    this.name = name;
  }

  /** The newest committed document. */
  newest(key: string): CloudDocument | null {
    return this.#versions.get(key)?.[0]?.document ?? null;
  }

  /** The commit that a document was last changed by; 0 if never. */
  changedBy(key: string): number {
    return this.#versions.get(key)?.[0]?.committedAs ?? 0;
  }

  /** The document as of a commit. */
  asOf(key: string, commit: number): CloudDocument | null {
    return this.#versions.get(key)?.find(({ committedAs }) => committedAs <= commit)?.document ?? null;
  }

  /** Every key that has or had a document, in the order of their first insertion. */
  keys(): Iterable<string> {
    return this.#versions.keys();
  }

  *#newestDocuments(): Iterable<readonly [string, CloudDocument]> {
    for (const [key, [version]] of this.#versions) if (version?.document) yield [key, version.document];
  }

  /** Commits one document, or its removal. `oldestSnapshot` is what the oldest open transaction sees; null if none is open. */
  commit(key: string, document: CloudDocument | null, commit: number, oldestSnapshot: number | null): void {
    const before = this.newest(key);
    const older = this.#versions.get(key) ?? [];
    const seen = oldestSnapshot === null ? 0 : older.findIndex(({ committedAs }) => committedAs <= oldestSnapshot) + 1 || older.length;
    const kept = older.slice(0, seen);
    if (document === null && kept.length === 0) this.#versions.delete(key);
    else this.#versions.set(key, [{ committedAs: commit, document }, ...kept]);
    if (kept.length > 0) this.#withHistory.add(key);
    for (const index of this.uniqueIndexes) if (before) index.remove(key, before);
    for (const index of this.uniqueIndexes) if (document) index.add(key, document);
    for (const order of this.#orders.values()) {
      if (before) order.remove(key, before);
      if (document) order.add(key, document);
    }
  }

  /** Forgets old versions, when no transaction is open that could see them. */
  forgetHistory(): void {
    for (const key of this.#withHistory) {
      const [version] = this.#versions.get(key) ?? [];
      if (version?.document) this.#versions.set(key, [version]);
      else this.#versions.delete(key);
    }
    this.#withHistory.clear();
  }

  /** Forgets every document; declared indexes stay. */
  clear(): void {
    this.#versions.clear();
    this.#orders.clear();
    this.#withHistory.clear();
    for (const index of this.uniqueIndexes) index.clear();
  }

  /** The order of a field, made when it is first asked for. */
  orderOf(path: string): FieldOrder {
    const known = this.#orders.get(path);
    if (known) return known;
    const order = new FieldOrder(path, this.#newestDocuments());
    this.#orders.set(path, order);
    return order;
  }

  /** Declares an index over what is there and what will come. */
  declareIndex(declaration: IndexDeclaration): void {
    if (!declaration.unique) return;
    const index = new UniqueIndex(declaration);
    for (const [key, document] of this.#newestDocuments()) {
      const taken = index.keysOf(document).some((indexKey) => index.holderOf(indexKey) !== undefined);
      if (taken) throw new Error(`The documents of ${this.name} do not allow a unique index ${declaration.name}.`);
      index.add(key, document);
    }
    this.uniqueIndexes.push(index);
  }
}
