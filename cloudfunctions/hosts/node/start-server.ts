// Starts the Node host and stops it: port, store, application, HTTP, in this order, and backwards at the end.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createProbe } from 'node:net';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { MINUTE_MS } from '#core/values/instant';
import { openDemoClock } from '#server/adapters/clock-demo/demo-clock';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createPrometheusMeter } from '#server/adapters/meter-prometheus/prometheus-meter';
import type { SnapshotStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import type { JobReport } from '#server/app/run-jobs';
import { composeApp } from '#server/hosts/node/compose-app';
import { seedDemo } from '#server/hosts/node/demo/seed-demo';
import { type NodeEnvironment, StartProblem } from '#server/hosts/node/environment';
import { createHttpApp } from '#server/hosts/node/http-app';
import { databaseFile } from '#server/hosts/node/keeping/database-file';
import { openDoor } from '#server/hosts/node/keeping/operator-door';
import { openStore } from '#server/hosts/node/open-store';
import { makeOwnerLink } from '#server/hosts/node/owner-link';
import { createPlayground } from '#server/hosts/node/playground/playground-routes';
import { refuseRequest } from '#server/hosts/node/respond';
import { type RunningTimer, startTimer } from '#server/hosts/node/start-timer';
import type { Clock } from '#server/ports/clock';
import type { Log } from '#server/ports/log';
import type { BatchMeter } from '#server/ports/meter';
import type { Store } from '#server/ports/store';
import packageDescription from '../../../package.json';

/** What is asked of a server besides its environment. */
export interface ServerChoices {
  readonly log: Log;
  /** The folder of the built web app; the repository's dist/h5 if not said. */
  readonly webRoot?: string;
  /** A store that is already open, in place of the environment's. */
  readonly store?: Store;
  /** The bundled program of the embedded database's own thread, see openStore. */
  readonly databaseThread?: string | undefined;
  /** Hears how far the making of the demo community is, from 0 to 1; called only while it is being made. */
  readonly onDemoProgress?: (fraction: number) => void;
  /** Leaves the demo community out, for tests that want an empty database in demo mode. */
  readonly withoutDemoCommunity?: boolean;
  /** The time that everything but sessions goes by, demo mode's clock too; the machine's if not said. */
  readonly clock?: Clock;
  /** Infinity where many people act at a time that stands still. */
  readonly actionsPerMinute?: number;
}

/** A server that answers. */
export interface RunningServer {
  readonly origin: string;
  readonly store: Store;
  /** Takes no more requests, finishes those that are there, closes the store. */
  stop(): Promise<void>;
}

/** How long requests that are being answered may take once the server is told to stop. */
const FINISH_MS = 5_000;

function portProblem(error: unknown, { port, host }: NodeEnvironment): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return new StartProblem(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`);
  if (code === 'EACCES') return new StartProblem(`Port ${port} may not be used by this account. Set PORT to one above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new StartProblem(`HOST ${host} is no address of this machine.`);
  return error;
}

/**
 * Looks whether the port is free, before anything is opened or made.
 * @throws StartProblem in words when it is not
 */
export async function probePort(environment: NodeEnvironment): Promise<void> {
  const probe = createProbe();
  try {
    probe.listen(environment.port, environment.host);
    await once(probe, 'listening');
  } catch (error) {
    throw portProblem(error, environment);
  } finally {
    await new Promise((closed) => probe.close(closed));
  }
}

async function listen(server: Server, environment: NodeEnvironment): Promise<void> {
  try {
    server.listen(environment.port, environment.host);
    await once(server, 'listening');
  } catch (error) {
    throw portProblem(error, environment);
  }
}

/** Where a server that listens is reached from this machine. */
function originOf(server: Server, { host }: NodeEnvironment): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolved) => server.close(resolved));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed;
  clearTimeout(impatient);
}

/** The operator's door, where the server has its data for itself alone. */
async function openDoorOf(
  store: Store,
  environment: NodeEnvironment,
  { log, server }: { readonly log: Log; readonly server: Server },
): Promise<{ close(): Promise<void> } | null> {
  if (!('snapshot' in store)) return null;
  const { snapshot } = store as SnapshotStore;
  const ownerLink = (communityId: string) => {
    const origin = environment.publicUrl?.origin ?? originOf(server, environment);
    return makeOwnerLink({ store, log, origin }, communityId, systemClock.now());
  };
  return openDoor({ snapshot, ownerLink }, databaseFile(environment.dataDir));
}

/** Opens both doors, the one for everybody last: whoever is answered may have us stopped at once, so nothing is waited for after that. */
async function openDoors(server: Server, store: Store, environment: NodeEnvironment, log: Log) {
  const door = await openDoorOf(store, environment, { log, server });
  try {
    await listen(server, environment);
  } catch (error) {
    await door?.close();
    throw error;
  }
  return door;
}

/** The store that the environment names; what is done to its data is said in the log. */
function openOwnStore(environment: NodeEnvironment, { log, databaseThread }: ServerChoices, meter: BatchMeter): Promise<Store> {
  return openStore(environment, { say: (words) => log.line('notice', 'data', { words }), meter, databaseThread });
}

/**
 * Starts a server.
 * @throws StartProblem in words when the port is taken or the store cannot be opened; nothing is left open then.
 */
export async function startServer(environment: NodeEnvironment, choices: ServerChoices): Promise<RunningServer> {
  const { log } = choices;
  const { version } = packageDescription;
  const meter = createPrometheusMeter(version);
  await probePort(environment);
  const store = choices.store ?? (await openOwnStore(environment, choices, meter));
  try {
    const base = choices.clock ?? systemClock;
    if (environment.demo && choices.withoutDemoCommunity !== true)
      await seedDemo(store, { log, clock: base, onProgress: choices.onDemoProgress });
    const demoClock = environment.demo ? await openDemoClock(store, base) : null;
    const clock = demoClock ?? base;
    const { actionsPerMinute } = choices;
    const { demo, sessionSecrets, wechat, publicUrl, userContent, foundingOpen, metricsToken } = environment;
    const composed = await composeApp({
      store,
      clock,
      log,
      meter,
      ...(actionsPerMinute === undefined ? {} : { actionsPerMinute }),
      ...{ demo, sessionSecrets, wechat, publicUrl, userContent, foundingOpen },
    });
    let timer: RunningTimer | null = null;
    const { groupProof } = composed;
    const onClockMoved = async () => timer?.fire();
    const playground =
      demoClock === null ? undefined : await createPlayground({ store, clock: demoClock, groupProof, publicUrl, onClockMoved });
    const webRoot = choices.webRoot ?? join(resolve(__dirname, '..', '..', '..'), 'dist', 'h5');
    const http = createHttpApp({
      ...composed,
      store,
      log,
      metrics: { meter, token: metricsToken },
      demo,
      version,
      publicUrl,
      webRoot,
      playground,
    });
    const server = createServer(getRequestListener(http.fetch, { errorHandler: refuseRequest }));
    const door = await openDoors(server, store, environment, log);
    // The clock of the machine: a collector compares with its own.
    const onRan = (report: JobReport | null) => meter.timerRan(report?.failed ?? 1, systemClock.now());
    timer = startTimer(composed.jobParts, demoClock === null ? clock.now : demoClock.refresh, MINUTE_MS, onRan);
    const stop = async () => {
      await stopListening(server);
      await Promise.all([timer?.stop(), door?.close()]);
      await store.close();
    };
    let stopping: Promise<void> | null = null;
    return {
      origin: originOf(server, environment),
      store,
      stop: () => {
        stopping ??= stop();
        return stopping;
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
