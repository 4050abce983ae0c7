// The order that MongoDB gives to values of all kinds, and how a path finds its value in a document.

/** A document as the stand-in keeps it: plain values, dates, regular expressions and `ObjectId`s. */
export type CloudDocument = { readonly [field: string]: unknown };

/** The place of a value's kind among all kinds: null, numbers, texts, objects, arrays, ids, booleans, dates, patterns. */
export function rankOfKind(value: unknown): number {
  if (value === undefined || value === null) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (Array.isArray(value)) return 5;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Date) return 9;
  if (value instanceof RegExp) return 11;
  return isIdentifier(value) ? 7 : 4;
}

/** Whether a value is BSON's `ObjectId`. */
export function isIdentifier(value: unknown): value is { toHexString(): string } {
  return typeof value === 'object' && value !== null && 'toHexString' in value;
}

/** Whether a value is an object with fields, and nothing more special. */
export function isFields(value: unknown): value is CloudDocument {
  return typeof value === 'object' && value !== null && rankOfKind(value) === 4;
}

const orderOf = (one: number | string, other: number | string) => (one < other ? -1 : one > other ? 1 : 0);

/** Lifts what stands above the surrogates below them, so that code units order like the bytes of UTF-8. */
const asCodePointOrder = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit);

/** Texts in the order of their UTF-8 bytes, as MongoDB compares them; JavaScript's own differs beyond the basic plane. */
export function compareTexts(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const unit = one.charCodeAt(index);
    const otherUnit = other.charCodeAt(index);
    if (unit !== otherUnit) return orderOf(asCodePointOrder(unit), asCodePointOrder(otherUnit));
  }
  return orderOf(one.length, other.length);
}

function compareLists(one: readonly unknown[], other: readonly unknown[]): number {
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
    const order = compareValues(one[index], other[index]);
    if (order !== 0) return order;
  }
  return orderOf(one.length, other.length);
}

/** The order of two values: first by kind, then within the kind. A missing value equals null. */
export function compareValues(one: unknown, other: unknown): number {
  const rank = rankOfKind(one);
  const byKind = orderOf(rank, rankOfKind(other));
  if (byKind !== 0) return byKind;
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  if (typeof one === 'number' && typeof other === 'number') return orderOf(one, other);
  if (typeof one === 'boolean' || one instanceof Date) return orderOf(Number(one), Number(other));
  if (Array.isArray(one) && Array.isArray(other)) return compareLists(one, other);
  if (isIdentifier(one) && isIdentifier(other)) return orderOf(one.toHexString(), other.toHexString());
  if (isFields(one) && isFields(other)) {
    const parts = (fields: CloudDocument) => Object.entries(fields).flatMap(([name, value]) => [rankOfKind(value), name, value]);
    return compareLists(parts(one), parts(other));
  }
  return rank === 1 ? 0 : compareTexts(String(one), String(other));
}

/** What a path leads to: its values, and whether a list was on the way, so that there may be several. */
export interface Found {
  readonly values: readonly unknown[];
  readonly throughList: boolean;
}

/** Follows a path with dots; a list on the way, or at its end, gives each of its elements. Nothing found is one `undefined`. */
export function valuesAt(document: CloudDocument, path: string): Found {
  let throughList = false;
  const follow = (value: unknown, names: readonly string[]): unknown[] => {
    const [name, ...rest] = names;
    if (Array.isArray(value)) {
      throughList = true;
      const indexed = name !== undefined && /^\d+$/.test(name) ? follow(value[Number(name)], rest) : [];
      const each = value.flatMap((element) => (name === undefined ? [element] : isFields(element) ? follow(element, names) : []));
      const found = [...each, ...indexed];
      return found.length > 0 ? found : [undefined];
    }
    if (name === undefined) return [value];
    return isFields(value) && Object.hasOwn(value, name) ? follow(value[name], rest) : [undefined];
  };
  const values = path.includes('.') || Array.isArray(document[path]) ? follow(document, path.split('.')) : [document[path]];
  return { values, throughList };
}

/** Sorting by several paths, 1 or -1 each. A list counts with its smallest element upward, with its largest downward. */
export function compareBy(order: { readonly [path: string]: number }): (one: CloudDocument, other: CloudDocument) => number {
  const parts = Object.entries(order);
  const keyOf = (document: CloudDocument, path: string, direction: number) =>
    valuesAt(document, path).values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
  return (one, other) => {
    for (const [path, direction] of parts) {
      const result = compareValues(keyOf(one, path, direction), keyOf(other, path, direction)) * direction;
      if (result !== 0) return result;
    }
    return 0;
  };
}
