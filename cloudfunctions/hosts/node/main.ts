// Runs the Node host as a program: says where it is, stops cleanly, and puts what went wrong into words.

import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { parseEnvironment, StartProblem } from '#server/hosts/node/environment';
import { showProgress } from '#server/hosts/node/show-progress';
import { probePort, type RunningServer, type ServerChoices, startServer } from '#server/hosts/node/start-server';
import { Fault } from '#server/ports/fault';

function sayAddresses(server: RunningServer, demo: boolean): void {
  if (demo) {
    console.log(`群惠 演示场 / playground:  ${server.origin}/`);
    console.log(`群惠 应用 / web app:       ${server.origin}/app/`);
  } else {
    console.log(`群惠 / Qunhui:  ${server.origin}/app/`);
  }
  console.log(`Database: ${server.store.name}. Stop with Ctrl-C.`);
}

/** Signals that come closer together than this are one: a terminal and a parent process both pass Ctrl-C on. */
const ONE_SIGNAL_MS = 1_000;

/**
 * Waits for Ctrl-C or SIGTERM, or for the end of the program that started this one if it keeps a channel open to it. A signal that comes
 * once more while the server stops ends the program at once.
 */
function waitForSignal(): { readonly told: Promise<void>; forget(): void } {
  let toldAt: number | null = null;
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = () => resolve();
  });
  const hear = () => {
    const now = systemClock.now();
    if (toldAt !== null && now - toldAt > ONE_SIGNAL_MS) process.exit(130);
    toldAt ??= now;
    tell();
  };
  process.on('SIGINT', hear).on('SIGTERM', hear).on('disconnect', tell);
  return { told, forget: () => void process.off('SIGINT', hear).off('SIGTERM', hear).off('disconnect', tell) };
}

/** What whoever starts the server brings. */
export interface ProgramChoices extends Pick<ServerChoices, 'databaseThread'> {
  /** Makes what the server serves; begun only when the environment is in order and the port is free. */
  readonly prepare?: () => Promise<void>;
}

/** Starts the server and answers when it has stopped again, with the exit code: 0 after Ctrl-C or SIGTERM, 1 when it could not start. */
export async function runServer(
  variables: Readonly<Record<string, string | undefined>>,
  { prepare, databaseThread }: ProgramChoices = {},
): Promise<number> {
  const log = createJsonLog((line) => process.stderr.write(line), systemClock);
  const progress = showProgress('演示社群 / demo community');
  try {
    const environment = parseEnvironment(variables);
    await probePort(environment);
    await prepare?.();
    const server = await startServer(environment, { log, databaseThread, onDemoProgress: progress.advance });
    progress.finish();
    // Until here a signal ends the process as usual: an unfinished demo community is gone on with at the next start.
    const signal = waitForSignal();
    sayAddresses(server, environment.demo);
    await signal.told;
    console.log('\nStopping: finishing what was begun.');
    await server.stop();
    signal.forget();
    return 0;
  } catch (error) {
    progress.finish();
    // A disk that is full at the start or at the stop is nobody's bug either; what was answered is in the file or its log.
    if (!(error instanceof StartProblem || error instanceof Fault)) throw error;
    console.error(error.message);
    return 1;
  }
}
