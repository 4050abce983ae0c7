// Pages of the reference store: filter everything, sort everything, cut out the page.
import { type IndexName, indexFields } from '#core/tables';
import { communityOf } from '#core/values/ids';
import { BadCursor } from '#server/ports/bad-cursor';
import { type IndexValue, PAGE_LIMIT_MAX, type Page, type Range, type StoredDocument } from '#server/ports/store';

interface Entry {
  /** The indexed values, then the id. */
  readonly place: readonly IndexValue[];
  readonly document: StoredDocument;
}

function compareValues(first: IndexValue, second: IndexValue): number {
  if (typeof first === 'number' && typeof second === 'number') return first - second;
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function comparePlaces(first: readonly IndexValue[], second: readonly IndexValue[]): number {
  for (const [position, value] of first.entries()) {
    const order = compareValues(value, second[position] as IndexValue);
    if (order !== 0) return order;
  }
  return 0;
}

function isInRange(place: readonly IndexValue[], range: Range): boolean {
  if (range.prefix.some((value, position) => place[position] !== value)) return false;
  const next = place[range.prefix.length] as IndexValue;
  if (range.from !== undefined && compareValues(next, range.from) < 0) return false;
  return range.until === undefined || compareValues(next, range.until) <= 0;
}

function checkRange(index: IndexName, range: Range): void {
  const fields = indexFields(index);
  const values = [...range.prefix];
  if (range.from !== undefined || range.until !== undefined) values.push((range.from ?? range.until) as IndexValue);
  if (values.length > fields.length) throw new RangeError(`${index} has only ${fields.length} fields`);
  for (const [position, value] of values.entries()) {
    const [field, type] = fields[position] as (typeof fields)[number];
    if ((typeof value === 'string') !== (type === 'text')) throw new TypeError(`${index}: ${field} is indexed as ${type}`);
  }
}

/** @throws BadCursor when the text is not a place in this index. */
function parseCursor(cursor: string, index: IndexName): readonly IndexValue[] {
  const types = [...indexFields(index).map(([, type]) => (type === 'text' ? 'string' : 'number')), 'string'];
  try {
    const place: unknown = JSON.parse(cursor);
    const isPlace = Array.isArray(place) && place.length === types.length && place.every((value, at) => typeof value === types[at]);
    if (isPlace) return place as IndexValue[];
  } catch {
    // Whatever does not parse is answered below like whatever has another shape.
  }
  throw new BadCursor();
}

/** A page of the given documents of one table; the arguments are those of `Store.list`. */
export function pageOf(
  documents: Iterable<StoredDocument>,
  index: IndexName,
  community: string | null,
  range: Range,
  limit: number,
  cursor?: string,
): Page {
  checkRange(index, range);
  const direction = range.order === 'ascending' ? 1 : -1;
  const after = cursor === undefined ? null : parseCursor(cursor, index);
  const fields = indexFields(index);
  const entries: Entry[] = [];
  for (const document of documents) {
    if (community !== null && communityOf(document.id) !== community) continue;
    const values = fields.map(([field]) => document[field]);
    if (values.some((value) => value === undefined || value === null)) continue;
    const place = [...(values as IndexValue[]), document.id];
    if (!isInRange(place, range)) continue;
    if (after === null || direction * comparePlaces(place, after) > 0) entries.push({ place, document });
  }
  entries.sort((first, second) => direction * comparePlaces(first.place, second.place));
  const page = entries.slice(0, Math.min(Math.max(1, limit), PAGE_LIMIT_MAX));
  return {
    documents: page.map((entry) => entry.document),
    cursor: page.length < entries.length ? JSON.stringify(page.at(-1)?.place) : null,
  };
}
