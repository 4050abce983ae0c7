// A declared index that allows each key once: which keys a document has, and who holds a key.
import { EJSON } from 'bson';
import { type CloudDocument, valuesAt } from './value-order';

/** An index as the console or the command line tool would declare it. Without `unique` it promises nothing but speed. */
export interface IndexDeclaration {
  readonly name: string;
  readonly unique?: boolean;
  /** Paths and directions, in their order. */
  readonly keys: readonly { readonly path: string; readonly direction?: 1 | -1 }[];
  /** Leaves out documents that have none of the paths; otherwise a missing field counts as null. */
  readonly sparse?: boolean;
}

/** The keys of one unique index over the committed documents. */
export class UniqueIndex {
  readonly declaration: IndexDeclaration;
  readonly #holders = new Map<string, string>();

  constructor(declaration: IndexDeclaration) {
    this.declaration = declaration;
  }

  /** The keys under which a document stands in this index; a list gives one for each of its elements. */
  keysOf(document: CloudDocument): string[] {
    const columns = this.declaration.keys.map(({ path }) => valuesAt(document, path).values);
    if (this.declaration.sparse && columns.every((values) => values.every((value) => value === undefined))) return [];
    const rows = columns.reduce<unknown[][]>(
      (sofar, values) => sofar.flatMap((row) => values.map((value) => [...row, value ?? null])),
      [[]],
    );
    return [...new Set(rows.map((row) => EJSON.stringify(row, { relaxed: false })))];
  }

  /** The document that holds a key. */
  holderOf(key: string): string | undefined {
    return this.#holders.get(key);
  }

  /** Puts a document's keys in. */
  add(key: string, document: CloudDocument): void {
    for (const indexKey of this.keysOf(document)) this.#holders.set(indexKey, key);
  }

  /** Takes a document's keys out. */
  remove(key: string, document: CloudDocument): void {
    for (const indexKey of this.keysOf(document)) if (this.#holders.get(indexKey) === key) this.#holders.delete(indexKey);
  }

  /** Forgets every key. */
  clear(): void {
    this.#holders.clear();
  }

  /** A key as the database's message shows it, such as `{ code: "A1" }`. */
  describe(document: CloudDocument): string {
    const parts = this.declaration.keys.map(({ path }) => `${path}: ${JSON.stringify(valuesAt(document, path).values[0] ?? null)}`);
    return `{ ${parts.join(', ')} }`;
  }
}
