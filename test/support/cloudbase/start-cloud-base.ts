// The CloudBase stand-in: a local HTTP server that speaks the observed wire, so that the unchanged SDKs run against it.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { type Answer, StandInComplaint } from './answer';
import type { BeforeRequest, CloudBase, CloudBaseOptions } from './cloud-base';
import { databaseActions } from './database/actions';
import { DocumentDatabase } from './database/document-database';
import type { IndexDeclaration } from './database/unique-index';
import { cloudFunctionEnvironment, SECRET_KEY } from './environment';
import { type Fault, Faults } from './faults';
import { checkSignature, readBody, readSignature } from './request-form';
import { type RequestRecord, recordRequest } from './request-record';
import { FILES_PATH, FileStorage } from './services/file-storage';
import { answerOldOpenApi, answerOpenApi, invokeFunction, type Services } from './services/open-interfaces';
import { type DuplicateWording, transactionConflict, WireError } from './wire-error';

export type { BeforeRequest, CloudBase, CloudBaseOptions } from './cloud-base';

/** Turns of the event loop that an operation of a transaction takes at least; with fewer than two, some that were sent at once do not meet. */
const TURNS = 4;

/** What becomes of a request: an answer in JSON or in protobuf, an HTTP status, a dropped connection, or nothing at all. */
type Outcome = Answer | Buffer | number | 'drop' | 'silence';

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

class Server implements CloudBase {
  readonly environmentId = 'standin-1gxyz';
  readonly faults = new Faults();
  readonly files = new FileStorage(this.environmentId);
  readonly requests: RequestRecord[] = [];
  readonly complaints: string[] = [];
  beforeRequest: BeforeRequest | null = null;
  services: Services;
  readonly #options: CloudBaseOptions;
  readonly #clock: () => number;
  readonly #database: DocumentDatabase;
  /** Each open socket with the number of requests that it has carried. */
  readonly #sockets = new Map<Socket, number>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #numbered = 0;

  constructor(options: CloudBaseOptions) {
    this.#options = options;
    this.#clock = options.clock ?? Date.now;
    this.services = options.services ?? {};
    this.#database = new DocumentDatabase(this.#clock, options.duplicateWording ?? 'request_failed');
    for (const name of options.collections ?? []) this.createCollection(name);
    this.#server.on('connection', (socket) => {
      this.#sockets.set(socket, 0);
      socket.once('close', () => this.#sockets.delete(socket));
    });
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
    this.#database.clear();
    this.#database.duplicateWording = this.#options.duplicateWording ?? 'request_failed';
    this.files.clear();
    this.faults.clear();
    this.services = this.#options.services ?? {};
    this.beforeRequest = null;
    this.complaints.length = 0;
    this.clearLog();
  }

  get duplicateWording(): DuplicateWording {
    return this.#database.duplicateWording;
  }

  set duplicateWording(wording: DuplicateWording) {
    this.#database.duplicateWording = wording;
  }

  get openTransactions(): number {
    return this.#database.transactions.size;
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
    if (this.complaints.length > 0) throw new Error(`The stand-in did not understand: ${this.complaints.join('; ')}`);
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const carried = this.#sockets.get(incoming.socket) ?? 0;
    this.#sockets.set(incoming.socket, carried + 1);
    const bytes = await bytesOf(incoming).catch(() => null);
    // The client has gone before it had said everything.
    if (bytes === null) return;
    const path = incoming.url ?? '/';
    if (path.startsWith(FILES_PATH)) {
      const place = path.slice(FILES_PATH.length);
      const { status, contentType, body } =
        incoming.method === 'PUT' ? this.files.put(place, incoming.headers, bytes) : this.files.get(place);
      response.writeHead(status, { 'content-type': contentType }).end(body);
      return;
    }
    const outcome = await this.#receive(incoming, bytes, carried > 0).catch((error: unknown) => this.#explain(error));
    if (outcome === 'silence') return;
    if (outcome === 'drop') incoming.socket.destroy();
    else if (typeof outcome === 'number') response.writeHead(outcome).end();
    else if (Buffer.isBuffer(outcome)) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(outcome);
    // The SDK tells an error from protobuf by this exact content type (observed).
    else
      response
        .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify({ requestId: randomUUID(), ...outcome }));
  }

  /** An error as the wire has it; whatever is not the database's own word is a complaint. */
  #explain(error: unknown): Answer {
    if (error instanceof WireError) return { code: error.code, message: error.message };
    const message = error instanceof StandInComplaint ? error.message : error instanceof Error ? `${error.stack}` : String(error);
    this.complaints.push(message);
    return { code: 'STAND_IN_COMPLAINT', message };
  }

  async #receive(incoming: IncomingMessage, bytes: Buffer, reusedSocket: boolean): Promise<Outcome> {
    const { headers, method, url = '/' } = incoming;
    if (method !== 'POST' || !url.startsWith('/admin?')) throw new StandInComplaint(`Nothing stands at ${method} ${url}.`);
    const body = readBody(bytes, headers['content-type'] ?? '');
    this.#numbered += 1;
    const request = recordRequest(this.#numbered, body, headers, reusedSocket);
    this.requests.push(request);
    readSignature(headers);
    if (this.#options.checkSignatures) checkSignature(headers, url, body, SECRET_KEY);
    return this.#answer(request);
  }

  /** Carries out one request; a transaction counts as busy from its arrival to its answer. */
  async #answer(request: RequestRecord): Promise<Outcome> {
    const { transactionId } = request;
    const leave = transactionId === null ? null : this.#database.transactions.enter(transactionId);
    try {
      if (transactionId !== null) await this.#takeTime();
      await this.beforeRequest?.(request);
      const fault = this.faults.take(request);
      return fault ? await this.#fail(request, fault) : await this.#apply(request);
    } finally {
      leave?.();
    }
  }

  /** Lets what was sent at the same moment arrive, so that two operations of one transaction at once meet. */
  async #takeTime(): Promise<void> {
    const { transactionLatencyMs = 0 } = this.#options;
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
    if (transactionLatencyMs > 0) await wait(transactionLatencyMs);
  }

  async #apply(request: RequestRecord): Promise<Answer | Buffer> {
    const { action, body } = request;
    const actOnDatabase = databaseActions[action];
    if (actOnDatabase) return actOnDatabase({ database: this.#database, body, now: this.#clock() });
    switch (action) {
      case 'functions.invokeFunction':
        return invokeFunction(request, this.services);
      case 'storage.getUploadMetadata':
        return this.files.uploadMetadata(request, this.url);
      case 'storage.batchGetDownloadUrl':
        return this.files.downloadUrls(request, this.url);
      case 'storage.batchDeleteFile':
        return this.files.remove(request);
      case 'wx.openApi':
        return answerOpenApi(request, this.services);
      case 'wx.api':
        return answerOldOpenApi(request, this.services);
      default:
        throw new StandInComplaint(`The action ${action} is not known here.`);
    }
  }

  async #fail(request: RequestRecord, fault: Fault): Promise<Outcome> {
    const endTransaction = () => request.transactionId !== null && this.#database.transactions.end(request.transactionId);
    switch (fault.kind) {
      case 'error':
        if (fault.endsTransaction ?? true) endTransaction();
        return { code: fault.code, message: fault.message };
      case 'conflict':
        endTransaction();
        throw transactionConflict();
      case 'status':
        return fault.status;
      case 'drop':
        return 'drop';
      case 'drop_answer':
        await this.#apply(request).catch((error: unknown) => this.#explain(error));
        return 'drop';
      case 'silence':
        if (fault.applied) await this.#apply(request).catch((error: unknown) => this.#explain(error));
        return 'silence';
      case 'delay': {
        const before = fault.applied === 'before' ? await this.#apply(request) : null;
        await wait(fault.ms);
        return before ?? this.#apply(request);
      }
    }
  }
}

/** Starts a stand-in on a free port of this machine. */
export function startCloudBase(options: CloudBaseOptions = {}): Promise<CloudBase> {
  return new Server(options).listen();
}
