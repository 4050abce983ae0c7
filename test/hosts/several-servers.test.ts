// Several servers on one PostgreSQL: the same sessions, members and demo clock; and what people hear when the database goes away.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../scripts/workshop/postgres-server';
import { ask, communityInput, signIn, startTestServer } from './node-host';

let postgres: PostgresServer;
let one: Awaited<ReturnType<typeof startTestServer>>;
let other: Awaited<ReturnType<typeof startTestServer>>;

beforeAll(async () => {
  postgres = await startPostgresServer();
  const variables = { DEMO: '1', DATABASE_URL: await postgres.freshDatabase() };
  [one, other] = await Promise.all([startTestServer(variables), startTestServer(variables)]);
}, 120_000);

afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await postgres.stop();
}, 60_000);

it('servers take each other’s sessions, answer a repeated request alike, and share the demo’s clock', async () => {
  const headers = await signIn(one.origin, 'owner');
  const request = { body: { input: communityInput, requestId: 'request-0001' }, headers };
  const made = await ask(one.origin, '/api/community.create', request);
  expect(made.json?.ok).toBe(true);
  expect((await ask(other.origin, '/api/community.create', request)).json).toEqual(made.json);

  const moved = await ask(one.origin, '/playground/clock', { body: { to: 'next_day' } });
  const seen = await ask(other.origin, '/playground/state', { method: 'GET' });
  expect(Number(seen.json?.now)).toBeGreaterThanOrEqual(Number(moved.json?.now));
});

it('a server that has lost its database says try_again, while the others go on', async () => {
  const headers = await signIn(one.origin, 'owner');
  const mine = { body: { input: {} }, headers };
  expect((await ask(one.origin, '/api/community.mine', mine)).status).toBe(200);
  await one.store.close();
  expect((await ask(one.origin, '/api/community.mine', mine)).json).toMatchObject({ ok: false, code: 'try_again' });
  expect((await ask(one.origin, '/healthz', { method: 'GET' })).status).toBe(503);
  expect((await ask(other.origin, '/api/community.mine', mine)).status).toBe(200);
});
