// Runs the Node host as a program: says where it is, stops cleanly, and puts what went wrong into words.

import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { parseEnvironment, StartProblem } from '#server/hosts/node/environment';
import { showProgress } from '#server/hosts/node/show-progress';
import { type RunningServer, startServer } from '#server/hosts/node/start-server';

function sayAddresses(server: RunningServer, demo: boolean): void {
  if (demo) {
    console.log(`群惠 游乐场 / playground:  ${server.origin}/`);
    console.log(`群惠 应用 / web app:       ${server.origin}/app/`);
  } else {
    console.log(`群惠 / Qunhui:  ${server.origin}/app/`);
  }
  console.log(`Database: ${server.store.name}. Stop with Ctrl-C.`);
}

/**
 * Starts the server and answers when it has stopped again, with the exit code: 0 after Ctrl-C or SIGTERM, 1 when it could not start.
 */
export async function runServer(variables: Readonly<Record<string, string | undefined>>): Promise<number> {
  const log = createJsonLog((line) => process.stderr.write(line), systemClock);
  const progress = showProgress('演示社群 / demo community');
  let told: (signal: string) => void = () => undefined;
  const signal = new Promise<string>((resolve) => {
    told = resolve;
  });
  try {
    const environment = parseEnvironment(variables);
    const server = await startServer(environment, { log, onDemoProgress: progress.advance });
    progress.finish();
    // Until here a signal ends the process as usual: an unfinished demo community is begun anew at the next start.
    process.once('SIGINT', told).once('SIGTERM', told);
    sayAddresses(server, environment.demo);
    await signal;
    console.log('\nStopping: finishing what was begun.');
    await server.stop();
    return 0;
  } catch (error) {
    progress.finish();
    if (!(error instanceof StartProblem)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    process.off('SIGINT', told).off('SIGTERM', told);
  }
}
