// The database actions of the wire: their fields read, the database asked, the answer shaped as the SDK reads it.
import type { Answer } from '../answer';
import type { RequestRecord } from '../request-record';
import { invalidParameter } from '../wire-error';
import { aggregated } from './aggregating';
import type { Collection } from './collection';
import type { DocumentDatabase } from './document-database';
import { matchingKeys, projected, readPage } from './reading';
import type { Transaction } from './transactions';
import type { CloudDocument } from './value-order';
import { readFields, readValue, writeDocument } from './wire-documents';

/** What a query gives when it asks for nothing else, and at most (vendor). */
export const QUERY_ROWS = 100;
export const QUERY_ROWS_MAX = 1_000;

type Body = RequestRecord['body'];

const textOf = (body: Body, field: string): string => {
  const value = body[field];
  if (typeof value !== 'string') throw invalidParameter(`${field} must be a text`);
  return value;
};

/** One request's way to the database: the clock that `serverDate()` reads, and the transaction it belongs to. */
interface Call {
  readonly database: DocumentDatabase;
  readonly body: Body;
  readonly now: number;
}

function conditionOf({ body, now }: Call): CloudDocument {
  const { query } = body;
  return query === undefined || query === '' ? {} : readFields(textOf(body, 'query'), now);
}

const collectionOf = ({ database, body }: Call): Collection => database.collection(textOf(body, 'collectionName'));

/** Runs an operation in the transaction that the request names, if any. */
function within<Result>(
  { database, body }: Call,
  operation: (transaction: Transaction | null) => Promise<Result> | Result,
): Promise<Result> {
  const { transactionId } = body;
  return typeof transactionId === 'string'
    ? database.inTransaction(transactionId, operation)
    : Promise.resolve().then(() => operation(null));
}

function getDocument(call: Call): Promise<Answer> {
  const { body, now } = call;
  const offset = Number(body['offset'] ?? 0);
  const limit = Math.min(Number(body['limit'] ?? QUERY_ROWS) || QUERY_ROWS, QUERY_ROWS_MAX);
  const projection = body['projection'] === undefined ? null : readFields(textOf(body, 'projection'), now);
  const order = body['order'] === undefined ? {} : (readFields(textOf(body, 'order'), now) as Record<string, number>);
  return within(call, (transaction) => {
    const page = readPage(collectionOf(call), { condition: conditionOf(call), order, offset, limit }, transaction);
    const list = page.map((document) => writeDocument(projection ? projected(document, projection) : document));
    return { data: { list, offset, limit } };
  });
}

function insertDocument(call: Call): Promise<Answer> {
  const { body, now, database } = call;
  const { data } = body;
  if (!Array.isArray(data)) throw invalidParameter('data must be a list of texts');
  const documents = data.map((text) => readFields(String(text), now));
  return within(call, async (transaction) => ({
    data: { insertedIds: await database.insert(collectionOf(call), documents, transaction) },
  }));
}

function modifyDocument(call: Call): Promise<Answer> {
  const { body, now, database } = call;
  const modification = {
    condition: conditionOf(call),
    change: readFields(textOf(body, 'data'), now),
    merge: body['merge'] === true,
    upsert: body['upsert'] === true,
    many: body['multi'] === true,
  };
  return within(call, async (transaction) => {
    const { updated, upsertedId } = await database.modify(collectionOf(call), modification, transaction);
    return { data: upsertedId === undefined ? { updated } : { updated, upsert_id: upsertedId } };
  });
}

function modifyAndReturnDoc(call: Call): Promise<Answer> {
  const change = readFields(textOf(call.body, 'data'), call.now);
  const modification = { condition: conditionOf(call), change, merge: true, upsert: false, many: false };
  return within(call, async (transaction) => {
    const { updated, document } = await call.database.modify(collectionOf(call), modification, transaction);
    return { data: document ? { updated, doc: writeDocument(document) } : { updated } };
  });
}

function removeDocument(call: Call): Promise<Answer> {
  const many = call.body['multi'] === true;
  return within(call, async (transaction) => ({
    data: { deleted: await call.database.remove(collectionOf(call), conditionOf(call), many, transaction) },
  }));
}

function calculateDocument(call: Call): Answer {
  return { data: { total: matchingKeys(collectionOf(call), conditionOf(call), null).length } };
}

function aggregateDocuments(call: Call): Answer {
  const { body, now, database } = call;
  const { stages } = body;
  if (!Array.isArray(stages)) throw invalidParameter('stages must be a list');
  const read = stages.map((stage: Answer) => ({ [textOf(stage, 'stageKey')]: readValue(textOf(stage, 'stageValue'), now) }));
  return { data: { list: aggregated(database, collectionOf(call), read).map((row) => writeDocument(row)) } };
}

/** Every action whose name begins with `database.`; all answers but that of `startTransaction` stand in `data` (observed: what the SDK reads). */
export const databaseActions: { readonly [action: string]: (call: Call) => Promise<Answer> | Answer } = {
  'database.addCollection': (call) => {
    call.database.createCollection(textOf(call.body, 'collectionName'));
    return { data: {} };
  },
  'database.getDocument': getDocument,
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.calculateDocument': calculateDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': ({ database }) => ({ transactionId: database.transactions.begin() }),
  'database.commitTransaction': ({ database, body }) => {
    database.commit(textOf(body, 'transactionId'));
    return {};
  },
  'database.abortTransaction': ({ database, body }) => {
    database.abort(textOf(body, 'transactionId'));
    return {};
  },
};
