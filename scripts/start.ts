// Starts Qunhui on this machine: builds the web app if its sources have changed, then runs the server with the playground.
import { buildApp } from './workshop/build-app';
import { databaseThreadProgram, serverProgram } from './workshop/bundle-program';
import { stopPrograms } from './workshop/run-program';

/** Ends what was started for the build; the server has its own way to stop. */
function stopBuilding(): void {
  stopPrograms();
  process.exit(130);
}

async function build(): Promise<void> {
  process.once('SIGINT', stopBuilding).once('SIGTERM', stopBuilding);
  await buildApp('h5');
  process.off('SIGINT', stopBuilding).off('SIGTERM', stopBuilding);
}

async function start(): Promise<number> {
  process.setSourceMapsEnabled(true);
  const server: typeof import('#server/hosts/node/main') = await import(await serverProgram());
  // What is wrong with the environment is said at once, and not after a minute of building.
  return server.runServer(process.env, { prepare: build, databaseThread: await databaseThreadProgram() });
}

start().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
