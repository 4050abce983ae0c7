// A process of its own that adds one to a document again and again: tests kill it, or run several at once.

import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { createSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import type { Store } from '#server/ports/store';

const [engine, place = '', id = '', times = '1', atOnce = '1'] = process.argv.slice(2);

async function addOne(store: Store): Promise<number> {
  return store.decide([id], (documents) => {
    const count = Number(documents.get(id)?.['count'] ?? 0) + 1;
    return { reply: count, writes: [{ kind: 'put', document: { id, count } }] };
  });
}

async function main(): Promise<void> {
  const store = engine === 'sqlite' ? await createSqliteStore({ path: place }) : await createPostgresStore({ url: place });
  process.stdout.write('open\n');
  // Several of these processes start together when they are told so, not when each happens to be ready.
  await new Promise((resolve) => process.stdin.once('data', resolve));
  for (let done = 0; done < Number(times); done += Number(atOnce)) {
    const counts = await Promise.all(Array.from({ length: Number(atOnce) }, () => addOne(store)));
    // Each line is a promise to whoever reads it: this count was acknowledged.
    process.stdout.write(`${counts.join('\n')}\n`);
  }
  await store.close();
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
