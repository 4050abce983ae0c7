// What the tests use of wx-server-sdk, with types that say what really comes back; the SDK's own do not compile with its own examples.
import sdk from 'wx-server-sdk';

/** A command such as `_.inc(1)`. */
type Command = { and(other: Command): Command };

/** Documents of a collection, or some of them. */
export interface WxQuery {
  get(): Promise<{ readonly data: readonly Record<string, unknown>[] }>;
  count(): Promise<{ readonly total: number }>;
  update(request: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number } }>;
  remove(): Promise<{ readonly stats: { readonly removed: number } }>;
  limit(count: number): WxQuery;
}

/** One document. */
export interface WxDocument {
  get(): Promise<{ readonly data: Record<string, unknown> | null }>;
  set(request: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number; readonly created: number } }>;
  update(request: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number } }>;
  remove(): Promise<{ readonly stats: { readonly removed: number } }>;
}

/** A list of stages. */
export interface WxAggregate {
  match(condition: object): WxAggregate;
  sort(order: object): WxAggregate;
  group(fields: object): WxAggregate;
  limit(count: number): WxAggregate;
  end(): Promise<{ readonly list: readonly Record<string, unknown>[] }>;
}

/** A collection. */
export interface WxCollection extends WxQuery {
  doc(id: string): WxDocument;
  where(condition: object): WxQuery;
  add(request: { readonly data: object }): Promise<{ readonly _id: string }>;
  aggregate(): WxAggregate;
}

/** A transaction's view. */
export interface WxTransaction {
  collection(name: string): WxCollection;
  rollback(reason?: unknown): Promise<unknown>;
  commit(): Promise<unknown>;
}

/** The database. */
export interface WxDatabase {
  readonly command: {
    inc(by: number): Command;
    gt(value: unknown): Command;
    set(value: unknown): Command;
  };
  collection(name: string): WxCollection;
  createCollection(name: string): Promise<unknown>;
  runTransaction<Result>(work: (transaction: WxTransaction) => Promise<Result>, times?: number): Promise<Result>;
  startTransaction(): Promise<WxTransaction>;
}

type OpenApiCall = (args: object) => Promise<Record<string, unknown>>;

/** The SDK as a cloud function uses it. */
export interface WxCloud {
  readonly DYNAMIC_CURRENT_ENV: symbol;
  init(options: { readonly env: symbol }): void;
  database(options?: { readonly throwOnNotFound?: boolean }): WxDatabase;
  getWXContext(): Readonly<Record<string, unknown>>;
  callFunction(call: { readonly name: string; readonly data?: unknown }): Promise<{ readonly result: unknown }>;
  uploadFile(file: { readonly cloudPath: string; readonly fileContent: Buffer }): Promise<{ readonly fileID: string }>;
  downloadFile(file: { readonly fileID: string }): Promise<{ readonly fileContent: Buffer }>;
  getTempFileURL(files: { readonly fileList: readonly string[] }): Promise<{ readonly fileList: readonly { readonly status: number }[] }>;
  deleteFile(files: { readonly fileList: readonly string[] }): Promise<{ readonly fileList: readonly { readonly status: number }[] }>;
  getOpenData(list: { readonly list: readonly string[] }): Promise<{ readonly list: readonly unknown[] }>;
  callOpenAPI(call: { readonly api: string; readonly data: object }): Promise<{ readonly result: unknown }>;
  readonly openapi: {
    readonly subscribeMessage: { readonly send: OpenApiCall };
    readonly security: { readonly msgSecCheck: OpenApiCall; readonly imgSecCheck: OpenApiCall };
    readonly wxacode: { readonly getUnlimited: OpenApiCall };
  };
}

/** The SDK, set up the way a cloud function does it. Environment variables must have been set before anything is called. */
export function openWxCloud(): WxCloud {
  const cloud = sdk as unknown as WxCloud;
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  return cloud;
}
