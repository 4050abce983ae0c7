// Index keys: the fields of a declared index as one text whose byte order is the order of the index, on every engine.
import { type IndexField, type IndexName, indexFields, type TableDeclaration, tables } from '#core/tables';
import { communityOf, type Id, tableOf } from '#core/values/ids';
import { BadCursor } from '#server/ports/bad-cursor';
import type { IndexValue, Range, StoredDocument } from '#server/ports/store';

const FIELD_END = '\x01';
const AFTER_FIELD_END = '\x02';
const CONTROL = '\x02';
const BEYOND_ASCII = '\x7f';
const PLAIN = /^[ -~]*$/;

/** The indexes that are read across communities in the ordinary course: they keep a key without the community as well. */
const OVERALL: readonly IndexName[] = [
  'community.byCreated',
  'identity.byPerson',
  'profile.byTrace',
  'discardedPicture.byDiscarded',
  'agenda.byDue',
];

const declarations: Readonly<Record<string, TableDeclaration>> = tables;

/** How many key columns a document has: the most indexes that any table declares. */
export const KEY_SLOTS = Math.max(...Object.values(declarations).map((table) => Object.keys(table.indexes).length));

/** A document's keys: one per index of its table, in the order of declaration; null where it is not in that index. */
export interface IndexKeys {
  readonly slots: readonly (string | null)[];
  readonly overall: string | null;
}

/** Where the entries of a range lie: a key column and its half-open interval. `slot` null means the overall column. */
export interface KeyInterval {
  readonly slot: number | null;
  readonly from: string;
  readonly before: string;
  /** The leading part of all keys, which names the community and the table. */
  readonly head: string;
}

interface IndexPlan {
  readonly name: IndexName;
  readonly fields: readonly (readonly [string, IndexField])[];
}

const plans = new Map<string, readonly IndexPlan[]>(
  Object.entries(declarations).map(([table, declaration]) => [
    table,
    Object.keys(declaration.indexes).map((index) => {
      const name = `${table}.${index}` as IndexName;
      return { name, fields: indexFields(name) };
    }),
  ]),
);

/** A text that changes whenever the declared indexes do: a database made under another one has its keys built again. */
export const INDEX_FINGERPRINT = JSON.stringify([1, OVERALL, declarations]);

/** Texts keep the order of their code units: controls and what lies beyond ASCII are written as escapes that sort alike. */
function encodeText(value: string): string {
  if (PLAIN.test(value)) return value;
  let encoded = '';
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    if (unit < 0x20) encoded += CONTROL + unit.toString(16).padStart(2, '0');
    else if (unit < 0x7f) encoded += value.charAt(index);
    else encoded += BEYOND_ASCII + unit.toString(16).padStart(4, '0');
  }
  return encoded;
}

/** Integers become a sign letter and fourteen hexadecimal digits; negative ones count up from the smallest safe integer. */
function encodeInteger(value: number): string {
  const digits = (value < 0 ? value + 2 ** 53 : value).toString(16).padStart(14, '0');
  return (value < 0 ? 'n' : 'p') + digits;
}

function encodeValue(value: unknown, type: IndexField, of: string): string {
  if (type === 'text' && typeof value === 'string') return encodeText(value);
  if (type === 'integer' && Number.isSafeInteger(value)) return encodeInteger(value as number);
  throw new TypeError(`${of} is indexed as ${type} and cannot be ${JSON.stringify(value)}`);
}

/** The longest key: PostgreSQL takes index entries of up to 2,704 bytes, of which an id may be 300. */
const KEY_LENGTH_MAX = 1_000;

function keyOf(document: StoredDocument, plan: IndexPlan): string | null {
  let key = '';
  for (const [field, type] of plan.fields) {
    const value = document[field];
    if (value === undefined || value === null) return null;
    key += encodeValue(value, type, `${plan.name}: ${field}`) + FIELD_END;
  }
  if (key.length > KEY_LENGTH_MAX) throw new RangeError(`${plan.name}: ${document.id} is too long to be indexed`);
  return key;
}

/**
 * The keys of a document.
 * @throws RangeError when its table is not declared or a key is too long; TypeError when an indexed field is of the wrong type.
 */
export function indexKeysOf(document: StoredDocument): IndexKeys {
  const table = tableOf(document.id);
  const indexes = plans.get(table);
  if (indexes === undefined) throw new RangeError(`no such table: ${document.id}`);
  const community = communityOf(document.id);
  let overall: string | null = null;
  const slots = indexes.map((plan) => {
    const key = keyOf(document, plan);
    if (key !== null && OVERALL.includes(plan.name)) overall = `${table}${FIELD_END}${key}`;
    return key === null ? null : `${community}/${table}${FIELD_END}${key}`;
  });
  return { slots, overall };
}

/** The values of all key columns: one of each slot, and the overall one. */
export function keyValuesOf({ slots, overall }: IndexKeys): (string | null)[] {
  return [...Array.from({ length: KEY_SLOTS }, (_, slot) => slots[slot] ?? null), overall];
}

/** Whether two documents stand at the same places of all indexes. */
export function sameKeys(one: IndexKeys, other: IndexKeys): boolean {
  return one.overall === other.overall && one.slots.every((key, slot) => key === other.slots[slot]);
}

/** Whether an index can be read over all communities with one ordered scan. */
export function hasOverallKey(index: IndexName): boolean {
  return OVERALL.includes(index);
}

/**
 * The interval of keys that a range of an index covers, in one community or, for null, in the overall column.
 * @throws RangeError when the range names more fields than the index has; TypeError when a value is of the wrong type.
 */
export function keyIntervalOf(index: IndexName, community: string | null, range: Range): KeyInterval {
  const fields = indexFields(index);
  const table = index.slice(0, index.indexOf('.'));
  const bounded = range.from !== undefined || range.until !== undefined;
  if (range.prefix.length + (bounded ? 1 : 0) > fields.length) throw new RangeError(`${index} has only ${fields.length} fields`);
  const encode = (value: IndexValue, position: number): string => {
    const [field, type] = fields[position] as readonly [string, IndexField];
    return encodeValue(value, type, `${index}: ${field}`);
  };
  const head = (community === null ? table : `${community}/${table}`) + FIELD_END;
  let start = head;
  range.prefix.forEach((value, position) => {
    start += encode(value, position) + FIELD_END;
  });
  // An entry of `start` begins with it; the text with its last field end raised by one lies behind them all.
  const behind = (text: string): string => text.slice(0, -1) + AFTER_FIELD_END;
  const next = range.prefix.length;
  return {
    slot: community === null ? null : (plans.get(table) ?? []).findIndex((plan) => plan.name === index),
    from: range.from === undefined ? start : start + encode(range.from, next) + FIELD_END,
    before: behind(range.until === undefined ? start : start + encode(range.until, next) + FIELD_END),
    head,
  };
}

/** The place after which a page goes on: the key without its head, and the id of the last document. */
export interface Place {
  readonly key: string;
  readonly id: Id;
}

/** A place as the text that callers carry from page to page. */
export function encodeCursor(place: Place): string {
  return Buffer.from(JSON.stringify([place.key, place.id])).toString('base64url');
}

/**
 * The place that a cursor stands for.
 * @throws BadCursor when the text is not a cursor.
 */
export function decodeCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && typeof place[0] === 'string' && typeof place[1] === 'string' && !place.join('').includes('\0')) {
      return { key: place[0], id: place[1] };
    }
  } catch {
    // Whatever does not parse is answered below like whatever has another shape.
  }
  throw new BadCursor();
}
