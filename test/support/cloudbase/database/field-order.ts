// The documents of a collection in the order of one field, so that a range of it is found without looking at every document.
import { type CloudDocument, compareTexts, compareValues, rankOfKind, valuesAt } from './value-order';

interface Entry {
  readonly value: unknown;
  readonly key: string;
}

/** What a condition says about one field: single values, or a range whose ends may lack. */
export type FieldRange =
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'range'; readonly from?: unknown; readonly until?: unknown };

/** A part of the order: entries from `start` up to `end`, exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One field's order over the committed documents; a document with a list on the way stands in it once for each of its values. */
export class FieldOrder {
  readonly #path: string;
  readonly #entries: Entry[] = [];
  readonly #withLists = new Set<string>();

  constructor(path: string, documents: Iterable<readonly [string, CloudDocument]>) {
    this.#path = path;
    for (const [key, document] of documents) for (const value of this.#valuesOf(key, document)) this.#entries.push({ value, key });
    this.#entries.sort((one, other) => compareValues(one.value, other.value) || compareTexts(one.key, other.key));
  }

  /** Whether some document stands here more than once, so that the order of entries is not an order of documents. */
  get hasLists(): boolean {
    return this.#withLists.size > 0;
  }

  #valuesOf(key: string, document: CloudDocument): readonly unknown[] {
    const { values, throughList } = valuesAt(document, this.#path);
    if (!throughList) return values;
    this.#withLists.add(key);
    return values.filter((value, place) => values.findIndex((other) => compareValues(other, value) === 0) === place);
  }

  /** Puts a document in its place. */
  add(key: string, document: CloudDocument): void {
    for (const value of this.#valuesOf(key, document)) this.#entries.splice(this.#placeOf(value, key), 0, { value, key });
  }

  /** Takes a document out; it must be as it was when it was added. */
  remove(key: string, document: CloudDocument): void {
    for (const value of this.#valuesOf(key, document)) this.#entries.splice(this.#placeOf(value, key), 1);
    this.#withLists.delete(key);
  }

  #firstWhere(holds: (entry: Entry) => boolean): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && holds(entry)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #placeOf(value: unknown, key: string): number {
    return this.#firstWhere((entry) => (compareValues(entry.value, value) || compareTexts(entry.key, key)) >= 0);
  }

  #spanOf(from: unknown, until: unknown): Span {
    return {
      start: this.#firstWhere((entry) => compareValues(entry.value, from) >= 0),
      end: this.#firstWhere((entry) => compareValues(entry.value, until) > 0),
    };
  }

  /** The parts of the order in which everything lies that a range can match; more may lie in them. */
  spansOf(range: FieldRange): Span[] {
    if (range.kind === 'values') return range.values.map((value) => this.#spanOf(value, value));
    const { from } = range;
    // One value of a list may be above the lower bound and another below the upper one, so that only one bound confines it.
    const until = this.hasLists && from !== undefined ? undefined : range.until;
    const rank = rankOfKind(from ?? until);
    const start = this.#firstWhere(({ value }) => (from === undefined ? rankOfKind(value) >= rank : compareValues(value, from) >= 0));
    const end = this.#firstWhere(({ value }) => (until === undefined ? rankOfKind(value) > rank : compareValues(value, until) > 0));
    return start < end ? [{ start, end }] : [];
  }

  /** Everything, as one part. */
  get whole(): Span {
    return { start: 0, end: this.#entries.length };
  }

  /** The key and the value at a place. */
  at(place: number): Entry | undefined {
    return this.#entries[place];
  }
}
