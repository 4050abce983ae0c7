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
  const store = await openStore(environment);
  // The embedded database is this store's alone, which reads all of it itself.
  const whole = environment.databaseUrl === null ? null : await readData(environment);
  try {
    return sayDifferences(await checkData(store, { pieces: whole?.pieces() ?? ownPieces(store) })) ? 0 : 1;
  } finally {
    await whole?.close();
    await store.close();
  }
}

runCommand(main);
