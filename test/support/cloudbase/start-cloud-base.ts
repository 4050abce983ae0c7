// The CloudBase stand-in: a local HTTP server that speaks the observed wire, so that the unchanged SDKs run against it.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseActions } from './database-actions';
import { DocumentDatabase } from './document-database';
import { cloudFunctionEnvironment } from './environment';
import { type Fault, Faults } from './faults';
import { type RequestRecord, recordRequest } from './request-record';
import type { IndexDeclaration } from './unique-index';
import { type DuplicateWording, transactionConflict, WireError } from './wire-error';

/** Called before a request is carried out, and waited for: to hold one request until another has done something. */
export type BeforeRequest = (request: RequestRecord) => Promise<void> | void;

/** How the stand-in is to be. */
export interface CloudBaseOptions {
  /** Collections that are there from the beginning. */
  readonly collections?: readonly string[];
  /** The server's clock in ms, for `serverDate()` and the life of transactions. */
  readonly clock?: () => number;
  /** In which of its two reported forms a duplicate key is answered. */
  readonly duplicateWording?: DuplicateWording;
  /** How long each operation of a transaction takes, in ms, so that two at once meet. */
  readonly transactionLatencyMs?: number;
}

/** A running stand-in. */
export interface CloudBase {
  readonly url: string;
  readonly environmentId: string;
  /** The variables that make this process look like a cloud function of this environment, and that send its SDK here. */
  environment(): Record<string, string>;
  /** Every request since the start or the last `clearLog`. */
  readonly requests: readonly RequestRecord[];
  clearLog(): void;
  /** Empties the database, faults, hook and log; collections and indexes of the start must be declared again. */
  reset(): void;
  readonly faults: Faults;
  beforeRequest: BeforeRequest | null;
  duplicateWording: DuplicateWording;
  createCollection(name: string): void;
  declareIndex(collection: string, declaration: IndexDeclaration): void;
  stop(): Promise<void>;
}

type Answer = { readonly [field: string]: unknown };

const DROPPED = Symbol('the connection is dropped');
const SILENT = Symbol('nothing is ever answered');

class Server implements CloudBase {
  readonly environmentId = 'standin-1gxyz';
  readonly faults = new Faults();
  readonly requests: RequestRecord[] = [];
  beforeRequest: BeforeRequest | null = null;
  readonly #options: CloudBaseOptions;
  readonly #clock: () => number;
  readonly #sockets = new Map<Socket, number>();
  readonly #server = createServer((request, response) => this.#serve(request, response));
  #database: DocumentDatabase;
  #numbered = 0;

  constructor(options: CloudBaseOptions) {
    this.#options = options;
    this.#clock = options.clock ?? Date.now;
    this.#database = this.#newDatabase();
    this.#server.on('connection', (socket) => {
      this.#sockets.set(socket, 0);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  #newDatabase(): DocumentDatabase {
    const database = new DocumentDatabase(this.#clock);
    database.duplicateWording = this.#options.duplicateWording ?? 'request_failed';
    for (const name of this.#options.collections ?? []) database.createCollection(name);
    return database;
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  environment(): Record<string, string> {
    return cloudFunctionEnvironment(this.environmentId, `${this.url}/admin`);
  }

  clearLog(): void {
    this.requests.length = 0;
  }

  reset(): void {
    this.#database.transactions.endAll();
    this.#database = this.#newDatabase();
    this.faults.clear();
    this.beforeRequest = null;
    this.clearLog();
  }

  get duplicateWording(): DuplicateWording {
    return this.#database.duplicateWording;
  }

  set duplicateWording(wording: DuplicateWording) {
    this.#database.duplicateWording = wording;
  }

  createCollection(name: string): void {
    this.#database.createCollection(name);
  }

  declareIndex(collection: string, declaration: IndexDeclaration): void {
    this.#database.declareIndex(collection, declaration);
  }

  async stop(): Promise<void> {
    this.#database.transactions.endAll();
    for (const socket of this.#sockets.keys()) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const carried = this.#sockets.get(incoming.socket) ?? 0;
    this.#sockets.set(incoming.socket, carried + 1);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    this.#numbered += 1;
    const record = recordRequest(this.#numbered, body, incoming.headers, carried > 0);
    this.requests.push(record);
    const answer = await this.#answer(record).catch((error: unknown) => {
      if (error instanceof WireError) return { code: error.code, message: error.message };
      return { code: 'STAND_IN_BROKEN', message: error instanceof Error ? `${error.stack}` : String(error) };
    });
    if (answer === SILENT) return;
    if (answer === DROPPED) incoming.socket.destroy();
    else if (typeof answer === 'number') response.writeHead(answer).end();
    else respond(response, { requestId: randomUUID(), ...answer });
  }

  /** Carries out one request; a transaction counts as busy from its arrival to its answer. */
  async #answer(request: RequestRecord): Promise<Answer | number | typeof DROPPED | typeof SILENT> {
    const { transactionId } = request;
    const leave = transactionId === null ? null : this.#database.transactions.enter(transactionId);
    try {
      if (transactionId !== null) await wait(this.#options.transactionLatencyMs ?? 2);
      await this.beforeRequest?.(request);
      const fault = this.faults.take(request);
      return fault ? await this.#fail(request, fault) : await this.#apply(request);
    } finally {
      leave?.();
    }
  }

  async #apply({ action, body }: RequestRecord): Promise<Answer> {
    const act = databaseActions[action];
    if (!act) throw new WireError('STAND_IN_UNKNOWN_ACTION', `The stand-in does not know the action ${action}.`);
    return act({ database: this.#database, body, now: this.#clock() });
  }

  async #fail(request: RequestRecord, fault: Fault): Promise<Answer | number | typeof DROPPED | typeof SILENT> {
    const endTransaction = () => request.transactionId !== null && this.#database.transactions.end(request.transactionId);
    switch (fault.kind) {
      case 'error':
        endTransaction();
        return { code: fault.code, message: fault.message };
      case 'conflict':
        endTransaction();
        throw transactionConflict();
      case 'status':
        return fault.status;
      case 'drop':
        return DROPPED;
      case 'drop_answer':
        await this.#apply(request);
        return DROPPED;
      case 'silence':
        if (fault.applied) await this.#apply(request);
        return SILENT;
      case 'delay': {
        const before = fault.applied === 'before' ? await this.#apply(request) : null;
        await wait(fault.ms);
        return before ?? this.#apply(request);
      }
    }
  }
}

function respond(response: ServerResponse, answer: Answer): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer));
}

/** Starts a stand-in on a free port of this machine. */
export function startCloudBase(options: CloudBaseOptions = {}): Promise<CloudBase> {
  return new Server(options).listen();
}
