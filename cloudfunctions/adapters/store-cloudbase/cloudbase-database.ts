// CloudBase's document database as narrow as the store needs it: nothing that escapes a transaction can be asked for inside of one.
import tcb from '@cloudbase/node-sdk';
import { CloudBaseFailure } from '#server/adapters/store-cloudbase/cloudbase-failure';
import {
  CLOUDBASE_COLLECTION,
  type Content,
  type Stored,
  TOKENS_BEFORE,
  TOKENS_FROM,
  type Token,
} from '#server/adapters/store-cloudbase/stored-document';

/** A value that may stand in a condition. */
export type Scalar = string | number;

/** What a field must be: a value, one of several, or inside of an interval. */
export type Condition =
  | Scalar
  | { readonly in: readonly string[] }
  | { readonly from?: Scalar; readonly after?: Scalar; readonly until?: Scalar; readonly before?: Scalar };

/** Conditions on several fields, all of which hold. */
export type Where = Readonly<Record<string, Condition>>;

/** A query; without `fields` it gives documents whole. CloudBase gives 1,000 at most. */
export interface FindQuery {
  readonly where: Where;
  readonly limit: number;
  readonly fields?: readonly string[];
  readonly order?: { readonly field: string; readonly descending: boolean };
}

/** One stage of an aggregation. Without `limit` CloudBase gives 20 results, so every pipeline has one. */
export type Stage =
  | { readonly match: Where | readonly Where[] }
  | { readonly unwind: string }
  | { readonly sort: Readonly<Record<string, 1 | -1>> }
  | { readonly project: Readonly<Record<string, 0 | 1 | string>> }
  | { readonly group: { readonly _id: string | null; readonly [field: string]: unknown } }
  | { readonly limit: number };

/** The operations that belong to a transaction; one at a time. Each throws CloudBaseFailure. */
export interface CloudBaseTransaction {
  add(documents: readonly (Stored | Token)[]): Promise<void>;
  set(id: string, content: Content & { readonly v: number; readonly n: string }): Promise<void>;
  update(id: string, change: { readonly v: number }): Promise<void>;
  commit(): Promise<void>;
  abort(): Promise<void>;
}

/** What the store asks outside of transactions. Each throws CloudBaseFailure. */
export interface CloudBaseDatabase {
  find(query: FindQuery): Promise<readonly Stored[]>;
  count(where: Where): Promise<number>;
  aggregate(stages: readonly Stage[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Deletes the tokens made before an instant, in ms. Says how many there were. */
  removeTokens(before: number): Promise<number>;
  begin(): Promise<CloudBaseTransaction>;
}

/** The part of the SDK that is used; its own types let almost anything through. */
interface SdkQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  limit(count: number): SdkQuery;
  field(projection: Record<string, boolean>): SdkQuery;
  get(): Promise<{ data: unknown[] }>;
  count(): Promise<{ total: number }>;
  remove(): Promise<{ deleted: number }>;
}
type SdkAggregate = { [stage in 'match' | 'unwind' | 'sort' | 'project' | 'group' | 'limit']: (value: unknown) => SdkAggregate } & {
  end(): Promise<{ data: unknown[] }>;
};
interface SdkCollection {
  where(query: object): SdkQuery;
  aggregate(): SdkAggregate;
  doc(id: string): { set(data: object): Promise<unknown>; update(data: object): Promise<unknown> };
  add(documents: readonly object[]): Promise<unknown>;
}
interface SdkTransaction {
  collection(name: string): Pick<SdkCollection, 'doc' | 'add'>;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}
interface SdkCondition {
  and(other: SdkCondition): SdkCondition;
}
interface SdkDatabase {
  readonly command: { [operator in 'gte' | 'gt' | 'lte' | 'lt']: (value: Scalar) => SdkCondition } & {
    in(values: readonly string[]): SdkCondition;
    or(conditions: readonly object[]): object;
  };
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
}

/**
 * A value on its way into a condition. An object there would be an operator, and `undefined` would drop the condition, so that a query
 * meant all documents.
 * @throws TypeError for anything but texts and integers.
 */
function checkScalar(value: unknown): Scalar {
  if (typeof value === 'string' || Number.isSafeInteger(value)) return value as Scalar;
  throw new TypeError(`a condition compares with a text or an integer, not ${JSON.stringify(value)}`);
}

const BOUNDS = [
  ['from', 'gte'],
  ['after', 'gt'],
  ['until', 'lte'],
  ['before', 'lt'],
] as const;

/** The condition as the SDK takes it. */
function encodeCondition({ command }: SdkDatabase, condition: Condition): Scalar | SdkCondition {
  if (typeof condition !== 'object') return checkScalar(condition);
  if ('in' in condition) return command.in(condition.in.map((value) => String(checkScalar(value))));
  const given = BOUNDS.filter(([bound]) => condition[bound] !== undefined);
  const [first, ...others] = given.map(([bound, operator]) => command[operator](checkScalar(condition[bound])));
  if (first === undefined) throw new TypeError('an interval has at least one bound');
  return others.reduce((whole, other) => whole.and(other), first);
}

function encodeWhere(database: SdkDatabase, where: Where): object {
  const fields = Object.entries(where);
  if (fields.length === 0) throw new TypeError('a query has at least one condition');
  return Object.fromEntries(fields.map(([field, condition]) => [field, encodeCondition(database, condition)]));
}

function encodeStage(database: SdkDatabase, pipeline: SdkAggregate, stage: Stage): SdkAggregate {
  const [name, value] = Object.entries(stage)[0] as [keyof SdkAggregate, unknown];
  if (!('match' in stage)) return pipeline[name as 'limit'](value);
  const alternatives = Array.isArray(stage.match) ? (stage.match as readonly Where[]) : [stage.match as Where];
  const encoded = alternatives.map((where) => encodeWhere(database, where));
  return pipeline.match(encoded.length === 1 ? encoded[0] : database.command.or(encoded));
}

/** Without credentials the SDK rejects a promise that nobody awaits, which would end the process. */
function checkCredentials(): void {
  if (process.env['TENCENTCLOUD_SECRETID'] && process.env['TENCENTCLOUD_SECRETKEY']) return;
  throw new CloudBaseFailure({ code: 'INVALID_PARAM', message: 'missing secretId or secretKey' });
}

/** Sends one request; the SDK may throw its failure or give it as the answer. */
async function ask<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  checkCredentials();
  let answer: Answer;
  try {
    answer = await send();
  } catch (error) {
    throw new CloudBaseFailure(error);
  }
  if (typeof answer === 'object' && answer !== null && 'code' in answer && answer.code) throw new CloudBaseFailure(answer);
  return answer;
}

function transactionOn(transaction: SdkTransaction): CloudBaseTransaction {
  const documents = transaction.collection(CLOUDBASE_COLLECTION);
  return {
    async add(list) {
      await ask(() => documents.add(list));
    },
    async set(id, content) {
      await ask(() => documents.doc(id).set(content));
    },
    async update(id, change) {
      await ask(() => documents.doc(id).update(change));
    },
    async commit() {
      await ask(() => transaction.commit());
    },
    async abort() {
      await ask(() => transaction.rollback());
    },
  };
}

function databaseOn(database: SdkDatabase): CloudBaseDatabase {
  const documents = database.collection(CLOUDBASE_COLLECTION);
  return {
    async find({ where, limit, fields, order }) {
      let query = documents.where(encodeWhere(database, where)).limit(limit);
      if (order !== undefined) query = query.orderBy(order.field, order.descending ? 'desc' : 'asc');
      if (fields !== undefined) query = query.field(Object.fromEntries(fields.map((field) => [field, true])));
      return (await ask(() => query.get())).data as Stored[];
    },
    async count(where) {
      const query = documents.where(encodeWhere(database, where));
      return (await ask(() => query.count())).total;
    },
    async aggregate(stages) {
      const pipeline = stages.reduce((whole, stage) => encodeStage(database, whole, stage), documents.aggregate());
      return (await ask(() => pipeline.end())).data as Record<string, unknown>[];
    },
    async removeTokens(before) {
      const where = { _id: { from: TOKENS_FROM, before: TOKENS_BEFORE }, at: { before } };
      const query = documents.where(encodeWhere(database, where));
      return (await ask(() => query.remove())).deleted;
    },
    async begin() {
      return transactionOn(await ask(() => database.startTransaction()));
    },
  };
}

/** How to reach an environment of CloudBase. */
export interface CloudBaseAddress {
  /** The environment's id; without one it is that of the cloud function which this runs in. */
  readonly environment?: string;
  /** How long one request may take, in ms. */
  readonly timeoutMs: number;
}

/** Opens the database. Nothing is sent before the first question. */
export function openCloudBaseDatabase({ environment, timeoutMs }: CloudBaseAddress): CloudBaseDatabase {
  // Sockets are kept: a decision is half a dozen requests, and a new connection for each would double the way.
  const app = tcb.init({ env: environment ?? tcb.SYMBOL_CURRENT_ENV, timeout: timeoutMs, keepalive: true });
  return databaseOn(app.database() as unknown as SdkDatabase);
}
