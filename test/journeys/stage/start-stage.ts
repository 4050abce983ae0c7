// The stage of a journey: the real server over an embedded database of its own, on a morning that leaves room on both sides.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import { addDays, type Day, dayOf, dayStartAt, monthOf, weekStartOf } from '#core/values/day';
import { makeId, SYSTEM } from '#core/values/ids';
import { HOUR_MS, type Instant } from '#core/values/instant';
import { openDemoClock } from '#server/adapters/clock-demo/demo-clock';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createSessionIdentity } from '#server/adapters/identity-session/session-identity';
import type { SecretName } from '#server/adapters/signing/installation-secret';
import type { AppReply } from '#server/app/create-app';
import { seedDemo } from '#server/hosts/node/demo/seed-demo';
import { type NodeEnvironment, parseEnvironment } from '#server/hosts/node/environment';
import { databaseFile } from '#server/hosts/node/keeping/database-file';
import { openStore } from '#server/hosts/node/open-store';
import { type RunningServer, type ServerChoices, startServer } from '#server/hosts/node/start-server';
import type { Store } from '#server/ports/store';
import { ask, createHeardLog, type HeardLog, signIn } from '../../hosts/node-host';

/** The zone and the beginning of the day of every journey. */
export const shanghai = { zone: 'Asia/Shanghai', dayStartsMinutes: 0 };

/** Somebody who speaks to the server without a screen: for what a journey takes for granted, and for what only a forger would send. */
export interface Voice {
  /** Sends an action and gives the reply. */
  call<A extends ActionName>(action: A, input: InputOf<A>, requestId?: string): Promise<AppReply<ValueOf<A>>>;
  /** The value of an action that must succeed. */
  get<A extends ActionName>(action: A, input: InputOf<A>, requestId?: string): Promise<ValueOf<A>>;
}

/** The server of a journey. */
export interface Stage {
  readonly origin: string;
  readonly log: HeardLog;
  voice(persona: string): Promise<Voice>;
  /** Somebody who is none of the playground's people; only where time stands still, and its secrets are known. */
  stranger(name: string): Voice;
  /** Speaks to the playground's own routes. */
  playground(path: string, body: unknown): Promise<Record<string, unknown>>;
  /** The time on the demo's clock. */
  now(): Promise<Instant>;
  /** The business day of that time. */
  today(): Promise<Day>;
  /** Stops the server and keeps its database. */
  pause(): Promise<void>;
  /** Starts it again where it was. */
  resume(): Promise<void>;
  /** Has something done with its database while the server is stopped. */
  between(act: (store: Store) => Promise<void>): Promise<void>;
  /** Stops the server and removes its database. */
  leave(): Promise<void>;
}

/** What a stage may be given. */
export interface StageChoices {
  /** With the demo community and its months of history up to that morning, or to when time stands still. */
  readonly withDemoCommunity?: boolean;
  /** At a time that stands still, with ids that come out the same every time: for pictures that are compared. */
  readonly still?: boolean;
}

/** When it is on a stage where time stands still: a Wednesday in the middle of a month, in the morning. */
export const STILL_AT = Date.UTC(2027, 2, 10, 2);

/** What a server is given where time stands still. */
const stillness = { clock: { now: () => STILL_AT } };

/** The second Wednesday of next month: streaks of a few days stay inside one week and one month, whenever the journey runs. */
function quietDay(): Day {
  const firstOn = `${monthOf(addDays(`${monthOf(dayOf(systemClock.now(), shanghai))}-28`, 4))}-01`;
  return addDays(weekStartOf(addDays(firstOn, 11)), 2);
}

/** The morning of that day. */
const quietMorning = (): Instant => dayStartAt(quietDay(), shanghai) + 10 * HOUR_MS;

async function setMorning(environment: NodeEnvironment): Promise<void> {
  const store = await openStore(environment, { say: () => undefined });
  const clock = await openDemoClock(store, systemClock);
  await clock.moveTo(quietMorning());
  await store.close();
}

/** The secret of a stage without secrets. */
const knownSecret = (name: SecretName) => `the ${name} secret of a stage without secrets`;

/** Gives the installation secrets that everybody knows: every id and every code follows from them and from the requests. */
async function setSecrets(environment: NodeEnvironment): Promise<void> {
  const store = await openStore(environment, { say: () => undefined });
  const names: readonly SecretName[] = ['session', 'pepper', 'codes', 'proof', 'journal'];
  const documents = names.map((name) => ({ id: makeId(SYSTEM, 'secret', name), value: knownSecret(name) }));
  await store.decide(
    documents.map(({ id }) => id),
    () => ({ reply: null, writes: documents.map((document) => ({ kind: 'insert', document })) }),
  );
  await store.close();
}

function voiceOf(stage: { readonly origin: string }, headers: Readonly<Record<string, string>>, newRequestId: () => string): Voice {
  const call: Voice['call'] = async (action, input, requestId) => {
    const answer = await ask(stage.origin, `/api/${action}`, { body: { input, requestId: requestId ?? newRequestId() }, headers });
    return answer.json as unknown as AppReply<ValueOf<typeof action>>;
  };
  return {
    call,
    async get(action, input, requestId) {
      const reply = await call(action, input, requestId);
      if (!reply.ok) throw new Error(`${action} was answered with ${JSON.stringify(reply)}`);
      return reply.value;
    },
  };
}

/** The database file of a demo community. */
async function makeDemo(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-demo-'));
  const store = await openStore(parseEnvironment({ DEMO: '1', DATA_DIR: folder }), { say: () => undefined });
  await seedDemo(store, { log: createHeardLog(), endAt: quietMorning() });
  await store.close();
  const database = await readFile(databaseFile(folder));
  await rm(folder, { recursive: true });
  return database;
}

let demo: Promise<Buffer> | undefined;

/** Puts a demo community into a folder; it is made once for all files that this process runs. */
async function putDemo(folder: string): Promise<void> {
  demo ??= makeDemo();
  await writeFile(databaseFile(folder), await demo);
}

/** Starts the server; `WEB_ROOT` names a web app that was built elsewhere than in dist/h5. */
export async function startStage({ withDemoCommunity = false, still = false }: StageChoices = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-journey-'));
  const environment = parseEnvironment({ PORT: '0', DEMO: '1', DATA_DIR: folder });
  if (still) await setSecrets(environment);
  else if (withDemoCommunity) await putDemo(folder);
  else await setMorning(environment);
  const log = createHeardLog();
  const webRoot = process.env.WEB_ROOT;
  const choices: ServerChoices = {
    log,
    withoutDemoCommunity: !withDemoCommunity,
    // A journey looks through more pages in a minute than a person does; how fast is too fast has tests of its own.
    actionsPerMinute: Number.POSITIVE_INFINITY,
    ...(webRoot === undefined ? {} : { webRoot }),
    ...(still ? stillness : {}),
  };
  const start = (port: number): Promise<RunningServer> => startServer({ ...environment, port }, choices);
  let server: RunningServer | null = await start(0);
  const { origin } = server;

  async function pause(): Promise<void> {
    await server?.stop();
    server = null;
  }

  async function resume(): Promise<void> {
    server ??= await start(Number(new URL(origin).port));
  }

  async function now(): Promise<Instant> {
    const { json } = await ask(origin, '/playground/state', { method: 'GET' });
    return Number(json?.now);
  }

  const strangers = createSessionIdentity({
    sessionSecret: knownSecret('session'),
    pepper: knownSecret('pepper'),
    clock: systemClock,
    demo: false,
  });
  let requests = 0;
  const newRequestId = () => (still ? `request-${String(++requests).padStart(8, '0')}` : randomUUID());
  return {
    origin,
    log,
    stranger(name) {
      if (!still) throw new Error('strangers come where the secrets are known');
      const { token } = strangers.issueSession(`visitor:${name}`, systemClock.now());
      return voiceOf({ origin }, { authorization: `Bearer ${token}` }, newRequestId);
    },
    voice: async (persona) => voiceOf({ origin }, await signIn(origin, persona), newRequestId),
    async playground(path, body) {
      const answer = await ask(origin, `/playground/${path}`, { body });
      if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status} ${answer.text}`);
      return answer.json ?? {};
    },
    now,
    today: async () => dayOf(await now(), shanghai),
    pause,
    resume,
    async between(act) {
      await pause();
      const store = await openStore(environment);
      await act(store);
      await store.close();
      await resume();
    },
    async leave() {
      await pause();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
