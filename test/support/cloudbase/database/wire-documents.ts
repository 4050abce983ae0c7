// Documents, conditions and updates as they travel: canonical EJSON, read into plain values and written back.
import { BSONRegExp, EJSON, Long } from 'bson';
import { invalidParameter } from '../wire-error';
import { type CloudDocument, isFields } from './value-order';

function plain(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((element) => plain(element, now));
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options);
  if (value instanceof Long) return value.toNumber();
  if (!isFields(value)) return value;
  const serverDate = value['$tcb_server_date'];
  // The server puts its own clock where the SDK wrote `serverDate()` (the form is observed, the moment is the vendor's promise).
  if (isFields(serverDate)) return new Date(now + Number(serverDate['offset'] ?? 0));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part, now)]));
}

/** Reads any value of the wire. `now`, in ms, is what `serverDate()` becomes. */
export function readValue(text: string, now: number): unknown {
  try {
    return plain(EJSON.parse(text), now);
  } catch {
    throw invalidParameter(`not EJSON: ${text.slice(0, 80)}`);
  }
}

/** Reads a document, a condition, an order, a projection or an update. */
export function readFields(text: string, now: number): CloudDocument {
  const value = readValue(text, now);
  if (!isFields(value)) throw invalidParameter(`not an object: ${text.slice(0, 80)}`);
  return value;
}

const texts = new WeakMap<CloudDocument, string>();

/** Writes a document in canonical EJSON. Documents never change once stored, so each is written once. */
export function writeDocument(document: CloudDocument): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = EJSON.stringify(document, { relaxed: false });
  texts.set(document, text);
  return text;
}
