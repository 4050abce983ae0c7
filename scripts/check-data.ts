// Recomputes every projection of the configured store from its journal and prints the differences: `npm run check:data`.
import { checkData } from '#server/app/check-data';
import { parseEnvironment, StartProblem } from '#server/hosts/node/environment';
import { openStore } from '#server/hosts/node/open-store';
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

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof StartProblem ? error.message : error);
    process.exit(1);
  },
);
