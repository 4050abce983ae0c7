// Recomputes every projection of the configured store from its journal and prints the differences: `npm run check:data`.
import { checkData } from '#server/app/check-data';
import { parseEnvironment } from '#server/hosts/node/environment';
import { openStore } from '#server/hosts/node/open-store';
import { runCommand } from './workshop/run-command';
import { sayDifferences } from './workshop/say-differences';

async function main(): Promise<number> {
  // The demo's rules for production concern servers; a check may run anywhere.
  const environment = parseEnvironment({ ...process.env, DEMO: '0' });
  const store = await openStore(environment);
  try {
    return sayDifferences(await checkData(store)) ? 0 : 1;
  } finally {
    await store.close();
  }
}

runCommand(main);
