// Several servers on one PostgreSQL: the same sessions, members and demo clock; and what people hear when the database goes away.
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../scripts/workshop/postgres-server';
import { ask, communityInput, signIn, startTestServer } from './node-host';

let postgres: PostgresServer;
let databaseUrl: string;
let one: Awaited<ReturnType<typeof startTestServer>>;
let other: Awaited<ReturnType<typeof startTestServer>>;

beforeAll(async () => {
  postgres = await startPostgresServer();
  databaseUrl = await postgres.freshDatabase();
  const variables = { DEMO: '1', DATABASE_URL: databaseUrl };
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

it('an owner’s link that is made beside the servers opens at any of them, once', async () => {
  const headers = await signIn(one.origin, 'owner');
  const request = { body: { input: communityInput, requestId: 'request-0001' }, headers };
  const made = (await ask(one.origin, '/api/community.create', request)).json?.['value'] as { communityId: string };
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, PUBLIC_URL: 'https://shop.example' };
  const args = ['--import', 'tsx', 'scripts/sign-in.ts', '--community', made.communityId];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: resolve(__dirname, '..', '..'), env });
  expect(stdout).toMatch(/^https:\/\/shop\.example\/sign-in#/);
  const body = { ticket: new URL(stdout.trim()).hash.slice(1), signsIn: true };
  const open = ({ origin }: typeof one) => ask(origin, '/session/owner', { body, headers: { origin } });
  const answers = await Promise.all([open(one), open(other)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
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
