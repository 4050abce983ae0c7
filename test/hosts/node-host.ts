// A Node host for tests: a real server on a free port over a store of its own, and a browser-like way to ask it.
import { request } from 'node:http';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { type NodeEnvironment, parseEnvironment } from '#server/hosts/node/environment';
import { type RunningServer, type ServerChoices, startServer } from '#server/hosts/node/start-server';
import type { Log } from '#server/ports/log';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The text as JSON, or null. */
  readonly json: {
    readonly ok?: boolean;
    readonly code?: string;
    readonly data?: Record<string, unknown>;
    readonly [field: string]: unknown;
  } | null;
}

/** How a request differs from a plain JSON one. */
export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly raw?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

function parse(text: string): Answer['json'] {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends one request, on a connection of its own, with exactly the headers that are given: `fetch` would add and forbid some. */
export function ask(origin: string, path: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'POST', headers = {} } = asking;
  const content = asking.raw ?? (asking.body === undefined ? '' : JSON.stringify(asking.body));
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      { method, agent: false, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const text = Buffer.concat(pieces).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parse(text) });
        });
      },
    );
    sent.on('error', reject);
    sent.end(content);
  });
}

/** Lines that a log was given. */
export interface HeardLog extends Log {
  readonly lines: readonly { readonly level: string; readonly event: string; readonly error: unknown }[];
}

/** A log that remembers. */
export function createHeardLog(): HeardLog {
  const lines: { level: string; event: string; error: unknown }[] = [];
  return { lines, line: (level, event, _fields, error) => void lines.push({ level, event, error }) };
}

/** Starts a server on a free port with an empty memory store, unless told otherwise. */
export async function startTestServer(
  variables: Readonly<Record<string, string>> = {},
  choices: Partial<ServerChoices> = {},
): Promise<RunningServer & { readonly log: HeardLog; readonly environment: NodeEnvironment }> {
  const environment = parseEnvironment({ PORT: '0', DEMO: '0', ...variables });
  const log = createHeardLog();
  const inMemory = variables.DATA_DIR === undefined && variables.DATABASE_URL === undefined ? { store: createMemoryStore() } : {};
  const server = await startServer(environment, { log, withoutDemoCommunity: true, ...inMemory, ...choices });
  return { ...server, log, environment };
}

/** Signs a demo person in; the answer is the header that carries the session. */
export async function signIn(origin: string, persona: string): Promise<Readonly<Record<string, string>>> {
  const answer = await ask(origin, '/session/demo', { body: { persona } });
  return { authorization: `Bearer ${String(answer.json?.token)}` };
}

/** A community as the owner would make it. */
export const communityInput = {
  name: '幸福里果蔬',
  theme: '新鲜果蔬',
  promise: '每天清早到货',
  organiser: '幸福里果蔬店',
  contact: '店内服务台',
  zone: 'Asia/Shanghai',
  dayStartsMinutes: 0,
};
