// Which documents a condition can match at all, found by `_id` or by the order of a field instead of by looking at every one.
import { type Collection, keyOfId } from './collection';
import type { FieldOrder, FieldRange, Span } from './field-order';
import { type CloudDocument, compareValues, isFields, rankOfKind } from './value-order';

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

/** Two ranges of one field that must both hold, as one that is no narrower than both. */
function narrower(one: FieldRange, other: FieldRange): FieldRange {
  if (one.kind === 'values') return one;
  if (other.kind === 'values') return other;
  const inner = (mine: unknown, theirs: unknown, sign: number) =>
    mine === undefined || (theirs !== undefined && compareValues(theirs, mine) * sign > 0) ? theirs : mine;
  return { kind: 'range', from: inner(one.from, other.from, 1), until: inner(one.until, other.until, -1) };
}

function* rangesIn(condition: CloudDocument): Iterable<readonly [string, FieldRange]> {
  for (const [path, expression] of Object.entries(condition)) {
    if (path === '$and' && Array.isArray(expression)) for (const part of expression.filter(isFields)) yield* rangesIn(part);
    if (path.startsWith('$')) continue;
    const range = rangeOf(expression);
    if (range) yield [path, range];
  }
}

/** The ranges that a condition confines its fields to, all of which must hold. */
function rangesOf(condition: CloudDocument): ReadonlyMap<string, FieldRange> {
  const ranges = new Map<string, FieldRange>();
  for (const [path, range] of rangesIn(condition)) {
    const known = ranges.get(path);
    ranges.set(path, known ? narrower(known, range) : range);
  }
  return ranges;
}

/** The ids that a condition names, when only they can match. */
function idsNamedBy(condition: CloudDocument): readonly unknown[] | null {
  const expression = condition['_id'];
  if (typeof expression === 'string') return [expression];
  const named = rangesOf(condition).get('_id');
  return named?.kind === 'values' ? named.values : null;
}

function* keysOf(order: FieldOrder, spans: readonly Span[]): Iterable<string> {
  const given = new Set<string>();
  // A document can stand in two places only by its list or in two spans that overlap.
  const mayRepeat = order.hasLists || spans.length > 1;
  for (const { start, end } of spans) {
    for (let place = start; place < end; place += 1) {
      const entry = order.at(place);
      if (!entry || given.has(entry.key)) continue;
      if (mayRepeat) given.add(entry.key);
      yield entry.key;
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
  const ways = [...rangesOf(condition)].map(([path, range]) => {
    const order = collection.orderOf(path);
    const spans = order.spansOf(range);
    return { order, spans, size: spans.reduce((sum, { start, end }) => sum + end - start, 0) };
  });
  const [best] = ways.sort((one, other) => one.size - other.size);
  return best ? { keys: keysOf(best.order, best.spans), size: best.size } : { keys: collection.keys(), size: Number.POSITIVE_INFINITY };
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
  const range = rangesOf(condition).get(path);
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
