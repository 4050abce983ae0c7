// The contract on a real PostgreSQL server.
import { afterAll, beforeAll } from 'vitest';
import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { type PostgresServer, startPostgresServer } from '../support/postgres-server';
import { storeContract } from './store.contract';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgresServer();
}, 60_000);
afterAll(() => server.stop());

storeContract({
  name: 'PostgreSQL',
  reopens: true,
  async open() {
    const url = await server.freshDatabase();
    return { store: await createPostgresStore({ url }), reopen: () => createPostgresStore({ url }) };
  },
});
