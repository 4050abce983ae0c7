// A process of its own that commits to the embedded store so many times, one after another, for whoever watches what it asks of the system.
import { createThreadedSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { databaseThreadProgram } from '../workshop/bundle-program';

async function main(): Promise<void> {
  const [path = '', commits = '0'] = process.argv.slice(2);
  const store = await createThreadedSqliteStore({ path, program: await databaseThreadProgram() });
  const id = 'bench/community';
  for (let done = 0; done < Number(commits); done += 1) {
    await store.decide([id], () => ({ reply: null, writes: [{ kind: 'put', document: { id, createdAt: done } }] }));
  }
  await store.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
