// A request as it arrived: what the log keeps, and what hooks and faults look at.
import type { IncomingHttpHeaders } from 'node:http';
import { isFields } from './database/value-order';

/** One request of the SDK. Fields that travel as EJSON texts are given as they came; `parsed` reads them. */
export interface RequestRecord {
  /** Counted from 1 since the start. */
  readonly number: number;
  readonly action: string;
  /** Null for what is not about a collection. */
  readonly collection: string | null;
  readonly transactionId: string | null;
  readonly body: { readonly [field: string]: unknown };
  readonly headers: IncomingHttpHeaders;
  /** Whether its socket had carried a request before. */
  readonly reusedSocket: boolean;
  /** `query`, `data`, `order`, `projection` or `stages`, with their EJSON read as JSON: numbers still wrapped as on the wire. */
  parsed(field: string): unknown;
}

function parsedJson(value: unknown): unknown {
  if (typeof value === 'string') return JSON.parse(value);
  if (Array.isArray(value)) return value.map(parsedJson);
  return isFields(value) && typeof value['stageValue'] === 'string' ? { ...value, stageValue: JSON.parse(value['stageValue']) } : value;
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

/** Makes the record of a request. */
export function recordRequest(
  number: number,
  body: { readonly [field: string]: unknown },
  headers: IncomingHttpHeaders,
  reusedSocket: boolean,
): RequestRecord {
  return {
    number,
    action: String(body['action'] ?? ''),
    collection: textOrNull(body['collectionName']),
    transactionId: textOrNull(body['transactionId']),
    body,
    headers,
    reusedSocket,
    parsed: (field) => parsedJson(body[field]),
  };
}
