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

/**
 * One field's order over the committed documents. Documents with a list on the way stand in `irregular` instead:
 * whoever asks must look at each of those himself.
 */
export class FieldOrder {
  readonly #path: string;
  readonly #entries: Entry[] = [];
  readonly irregular = new Set<string>();

  constructor(path: string, documents: Iterable<readonly [string, CloudDocument]>) {
    this.#path = path;
    for (const [key, document] of documents) this.#take(key, document);
    this.#entries.sort((one, other) => compareValues(one.value, other.value) || compareTexts(one.key, other.key));
  }

  #take(key: string, document: CloudDocument): void {
    const { values, throughList } = valuesAt(document, this.#path);
    if (throughList) this.irregular.add(key);
    else this.#entries.push({ value: values[0], key });
  }

  /** Puts a document in its place. */
  add(key: string, document: CloudDocument): void {
    const { values, throughList } = valuesAt(document, this.#path);
    if (throughList) this.irregular.add(key);
    else this.#entries.splice(this.#placeOf(values[0], key), 0, { value: values[0], key });
  }

  /** Takes a document out; it must be as it was when it was added. */
  remove(key: string, document: CloudDocument): void {
    const { values, throughList } = valuesAt(document, this.#path);
    if (throughList) this.irregular.delete(key);
    else this.#entries.splice(this.#placeOf(values[0], key), 1);
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
    const rank = rankOfKind(range.from ?? range.until);
    const start = this.#firstWhere(({ value }) =>
      range.from === undefined ? rankOfKind(value) >= rank : compareValues(value, range.from) >= 0,
    );
    const end = this.#firstWhere(({ value }) =>
      range.until === undefined ? rankOfKind(value) > rank : compareValues(value, range.until) > 0,
    );
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
