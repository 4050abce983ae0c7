// Which documents a condition can match at all, found by `_id` or by the order of a field instead of by looking at every one.
import { type Collection, keyOfId } from './collection';
import type { FieldOrder, FieldRange, Span } from './field-order';
import { type CloudDocument, isFields, rankOfKind } from './value-order';

const isSimple = (value: unknown) => [2, 3, 8, 9].includes(rankOfKind(value));

/** What one field's condition confines it to; null if that cannot be said. */
function rangeOf(expression: unknown): FieldRange | null {
  if (isSimple(expression)) return { kind: 'values', values: [expression] };
  if (!isFields(expression)) return null;
  const { $eq, $in, $gt, $gte, $lt, $lte } = expression;
  if (isSimple($eq)) return { kind: 'values', values: [$eq] };
  if (Array.isArray($in) && $in.every(isSimple)) return { kind: 'values', values: [...new Set($in)] };
  const from = $gte ?? $gt;
  const until = $lte ?? $lt;
  const bounds = [from, until].filter((bound) => bound !== undefined);
  const [first] = bounds;
  if (bounds.length === 0 || !bounds.every((bound) => isSimple(bound) && rankOfKind(bound) === rankOfKind(first))) return null;
  return { kind: 'range', from, until };
}

/** The ranges that a condition confines its fields to, all of which must hold. */
function rangesOf(condition: CloudDocument): (readonly [string, FieldRange])[] {
  return Object.entries(condition).flatMap(([path, expression]): (readonly [string, FieldRange])[] => {
    if (path === '$and' && Array.isArray(expression)) return expression.filter(isFields).flatMap(rangesOf);
    if (path.startsWith('$')) return [];
    // The `$and` of one field's own expression says the same of that field.
    const parts = isFields(expression) && Array.isArray(expression['$and']) ? expression['$and'] : [expression];
    return parts.flatMap((part): (readonly [string, FieldRange])[] => {
      const range = rangeOf(part);
      return range === null ? [] : [[path, range]];
    });
  });
}

/** The ids that a condition names, when only they can match. */
function idsNamedBy(condition: CloudDocument): readonly unknown[] | null {
  const expression = condition['_id'];
  if (typeof expression === 'string') return [expression];
  const named = rangesOf(condition).find(([path, range]) => path === '_id' && range.kind === 'values')?.[1];
  return named?.kind === 'values' ? named.values : null;
}

function* keysOf(order: FieldOrder, spans: readonly Span[]): Iterable<string> {
  for (const { start, end } of spans) {
    for (let place = start; place < end; place += 1) {
      const entry = order.at(place);
      if (entry) yield entry.key;
    }
  }
}

/** The keys of the documents that a condition names, when only they can match; null if it names none. */
export function keysNamedBy(condition: CloudDocument): ReadonlySet<string> | null {
  const ids = idsNamedBy(condition);
  return ids && new Set(ids.map(keyOfId));
}

/** Where to look for matches: keys among which all of them are, and how many those are. */
export interface Plan {
  readonly keys: Iterable<string>;
  readonly size: number;
}

/** The shortest way to all matches among the newest committed documents. */
export function planFor(collection: Collection, condition: CloudDocument): Plan {
  const named = keysNamedBy(condition);
  if (named) return { keys: named, size: named.size };
  const ways = rangesOf(condition).map(([path, range]) => {
    const order = collection.orderOf(path);
    const spans = order.spansOf(range);
    return { order, spans, size: spans.reduce((sum, { start, end }) => sum + end - start, 0) };
  });
  const [best] = ways.sort((one, other) => one.size - other.size);
  return best
    ? { keys: new Set(keysOf(best.order, best.spans)), size: best.size }
    : { keys: collection.keys(), size: Number.POSITIVE_INFINITY };
}

/** A key in the order of a field, with the field's value. */
export interface Step {
  readonly key: string;
  readonly value: unknown;
}

/** All candidates in the order of one field, so that a page can stop early; null when a list stands in the field. */
export function walkInOrder(collection: Collection, condition: CloudDocument, path: string, direction: number): Iterable<Step> | null {
  const order = collection.orderOf(path);
  if (order.hasLists) return null;
  const range = rangesOf(condition).find(([field]) => field === path)?.[1];
  const [span] = range?.kind === 'range' ? order.spansOf(range) : [order.whole];
  return walkSpan(order, span ?? { start: 0, end: 0 }, direction);
}

function* walkSpan(order: FieldOrder, { start, end }: Span, direction: number): Iterable<Step> {
  const step = direction < 0 ? -1 : 1;
  for (let place = step > 0 ? start : end - 1; place >= start && place < end; place += step) {
    const entry = order.at(place);
    if (entry) yield entry;
  }
}
