// Reading: matches, pages and projections, of the newest documents or of what a transaction sees.
import { find } from 'mingo';
import { requestFailed } from '../wire-error';
import { keysNamedBy, planFor, type Step, walkInOrder } from './candidates';
import type { Collection } from './collection';
import { compileCondition } from './matching';
import type { Transaction } from './transactions';
import { type CloudDocument, compareBy, compareValues } from './value-order';

/** What a query asks for. */
export interface PageRequest {
  readonly condition: CloudDocument;
  readonly order?: { readonly [path: string]: number };
  readonly offset: number;
  readonly limit: number;
}

/** A document as a transaction sees it: its own writes over its snapshot; without a transaction the newest. */
export function documentSeen(collection: Collection, key: string, transaction: Transaction | null): CloudDocument | null {
  if (!transaction) return collection.newest(key);
  const own = transaction.writes.get(collection)?.get(key);
  return own === undefined ? collection.asOf(key, transaction.snapshot ?? 0) : own;
}

function* keysInView(collection: Collection, condition: CloudDocument, transaction: Transaction | null): Iterable<string> {
  if (!transaction) return yield* planFor(collection, condition).keys;
  // The orders of fields know only what is newest; a snapshot is looked through, which the vendor does not even support.
  yield* keysNamedBy(condition) ?? new Set([...collection.keys(), ...(transaction.writes.get(collection)?.keys() ?? [])]);
}

/** The keys of all matches, in no promised order. */
export function matchingKeys(collection: Collection, condition: CloudDocument, transaction: Transaction | null): string[] {
  const matches = compileCondition(condition);
  const found: string[] = [];
  for (const key of keysInView(collection, condition, transaction)) {
    const document = documentSeen(collection, key, transaction);
    if (document && matches(document)) found.push(key);
  }
  return found;
}

/** All matches, in no promised order. */
export function matchingDocuments(collection: Collection, condition: CloudDocument, transaction: Transaction | null): CloudDocument[] {
  const documents = matchingKeys(collection, condition, transaction).map((key) => documentSeen(collection, key, transaction));
  return documents.filter((document) => document !== null);
}

/** Takes steps until enough matches are there, and then on as long as the leading value stays the same. */
function firstMatches(collection: Collection, steps: Iterable<Step>, condition: CloudDocument, enough: number): CloudDocument[] {
  const matches = compileCondition(condition);
  const found: CloudDocument[] = [];
  let last: unknown;
  for (const { key, value } of steps) {
    if (found.length >= enough && compareValues(value, last) !== 0) break;
    const document = collection.newest(key);
    if (!document || !matches(document)) continue;
    found.push(document);
    last = value;
  }
  return found;
}

/** One page of the matches, sorted; without an order they come as they are found. */
export function readPage(collection: Collection, request: PageRequest, transaction: Transaction | null): CloudDocument[] {
  const { condition, order = {}, offset, limit } = request;
  const enough = offset + limit;
  const [leading] = Object.entries(order);
  const walk = leading && !transaction && planFor(collection, condition).size > enough * 4;
  const steps = walk ? walkInOrder(collection, condition, ...leading) : null;
  const found = steps ? firstMatches(collection, steps, condition, enough) : matchingDocuments(collection, condition, transaction);
  if (leading) found.sort(compareBy(order));
  return found.slice(offset, enough);
}

/** A document with only what was asked for, or without what was asked to be left out. */
export function projected(document: CloudDocument, projection: CloudDocument): CloudDocument {
  try {
    return find<CloudDocument>([document], {}, projection).next() ?? document;
  } catch (error) {
    throw requestFailed('Query', error instanceof Error ? error.message : String(error));
  }
}
