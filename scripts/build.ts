// Builds what is shipped: `npm run build` makes all of it, `npm run build -- h5` only what is named.
import { buildApp } from './workshop/build-app';
import { buildCloudFunctions } from './workshop/build-cloud-functions';
import { databaseThreadProgram, serverProgram } from './workshop/bundle-program';
import { stopPrograms } from './workshop/run-program';

const parts: Record<string, () => Promise<void>> = {
  weapp: () => buildApp('weapp', true),
  h5: () => buildApp('h5', true),
  cloudfunctions: async () => {
    await buildCloudFunctions();
    console.log('Bundling the cloud functions: done');
  },
  // All that `npm start` looks for, so that an account that may not write here can start it.
  server: async () => {
    await buildApp('h5');
    await Promise.all([serverProgram(), databaseThreadProgram()]);
    console.log('Bundling the server: done');
  },
};

async function main(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const part = parts[name];
    if (!part) throw new Error(`There is no part called "${name}"; the parts are ${Object.keys(parts).join(', ')}.`);
    await part();
  }
}

process.once('SIGINT', stopPrograms);
process.once('SIGTERM', stopPrograms);
const named = process.argv.slice(2);
main(named.length > 0 ? named : Object.keys(parts)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
