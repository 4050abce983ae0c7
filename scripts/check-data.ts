// Recomputes every projection of the configured store from its journal and prints the differences: `npm run check:data`.
import type { SqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { checkData } from '#server/app/check-data';
import { parseEnvironment } from '#server/hosts/node/environment';
import { readData } from '#server/hosts/node/keeping/read-data';
import { openStore } from '#server/hosts/node/open-store';
import type { Store } from '#server/ports/store';
import type { Piece } from '#server/ports/whole-data';
import { runCommand } from './workshop/run-command';
import { sayDifferences } from './workshop/say-differences';

function ownPieces(store: Store): AsyncIterable<Piece> | undefined {
  return 'pieces' in store ? (store as SqliteStore).pieces() : undefined;
}

async function main(): Promise<number> {
  // The demo's rules for production concern servers; a check may run anywhere.
  const environment = parseEnvironment({ ...process.env, DEMO: '0' });
  // The embedded database is its store's alone, which reads all of it itself; another one is looked for before a store makes its tables.
  const whole = environment.databaseUrl === null ? null : await readData(environment);
  try {
    const store = await openStore(environment);
    const check = checkData(store, { pieces: whole?.pieces() ?? ownPieces(store) });
    return sayDifferences(await check.finally(() => store.close())) ? 0 : 1;
  } finally {
    await whole?.close();
  }
}

runCommand(main);
