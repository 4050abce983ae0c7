// What a server tells those who look after it: numbers for a collector, one reference from the phone to the log, and which panels show what.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { createPrometheusMeter } from '#server/adapters/meter-prometheus/prometheus-meter';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { Fault } from '#server/ports/fault';
import { type Answer, ask, communityInput, signIn, startTestServer } from './node-host';

const token = 'a-token-of-the-collector';
const read = (origin: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  ask(origin, '/metrics', { method: 'GET', headers });

/** The value of the line that begins so. */
function numberAt(text: string, beginning: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${beginning} `));
  return Number(line?.slice(beginning.length + 1));
}

describe('numbers for a collector', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startTestServer>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qunhui-metrics-'));
    server = await startTestServer({ DEMO: '1', DATA_DIR: folder, METRICS_TOKEN: token });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  test('are for whoever shows the token', async () => {
    for (const [authorization, status] of [
      ['', 401],
      [`Bearer ${token}x`, 401],
      [token, 400],
    ] as const) {
      const answer = await read(server.origin, authorization === '' ? {} : { authorization });
      expect(answer.status).toBe(status);
      expect(answer.text).not.toContain('qunhui_');
    }
    expect((await read(server.origin, { authorization: `Bearer ${token}` })).status).toBe(200);
  });

  test('are nowhere without a token, except where anybody may be the owner', async () => {
    const shop = await startTestServer();
    const demo = await startTestServer({ DEMO: '1' });
    expect((await read(shop.origin)).status).toBe(404);
    expect((await read(demo.origin)).status).toBe(200);
    await Promise.all([shop.stop(), demo.stop()]);
  });

  test('count actions, their "no" and their time, the batches of the store, and the timer', async () => {
    const headers = await signIn(server.origin, 'owner');
    const create = (requestId: string) =>
      ask(server.origin, '/api/community.create', { headers, body: { input: communityInput, requestId } });
    for (const requestId of ['request-0001', 'request-0002', 'request-0003']) expect((await create(requestId)).json?.ok).toBe(true);
    await ask(server.origin, '/api/community.mine', { body: { input: {} } });
    const { text, headers: head } = await read(server.origin, { authorization: `Bearer ${token}` });
    expect(head['content-type']).toContain('text/plain; version=0.0.4');
    expect(numberAt(text, 'qunhui_actions_total{action="community.create",outcome="done"}')).toBe(3);
    expect(numberAt(text, 'qunhui_refusals_total{action="community.mine",code="sign_in_required"}')).toBe(1);
    expect(numberAt(text, 'qunhui_action_seconds_count{action="community.create"}')).toBe(3);
    expect(numberAt(text, 'qunhui_action_seconds_bucket{le="+Inf",action="community.create"}')).toBe(3);
    expect(numberAt(text, 'qunhui_batch_decisions_sum')).toBeGreaterThanOrEqual(3);
    expect(numberAt(text, 'qunhui_store_up')).toBe(1);
    expect(numberAt(text, 'qunhui_batch_conflicts_total')).toBe(0);
    expect(numberAt(text, 'qunhui_timer_failures_total')).toBe(0);
    expect(numberAt(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(text).not.toMatch(/幸福里|Asia|request-000/);
  });
});

describe('a store in trouble', () => {
  test('is told by health and by the numbers, and the phone and the log name the same reference', async () => {
    const memory = createMemoryStore();
    let isDown = false;
    const down = () => Promise.reject(new Fault('store_unavailable', 'the disk at /secret/place is gone'));
    const store = {
      ...memory,
      read: ((ids) => (isDown ? down() : memory.read(ids))) as typeof memory.read,
      ping: () => (isDown ? down() : memory.ping()),
    };
    const lines: string[] = [];
    const log = createJsonLog((line) => void lines.push(line), { now: () => 0 });
    const server = await startTestServer({ DEMO: '1' }, { store, log });
    const headers = await signIn(server.origin, 'owner');
    isDown = true;
    const answer = await ask(server.origin, '/api/community.mine', { headers, body: { input: {} } });
    expect([answer.status, answer.json?.code]).toEqual([503, 'try_again']);
    const reference = String(answer.json?.data?.reference);
    const told = lines.filter((line) => line.includes(reference)).map((line) => JSON.parse(line));
    expect(told).toMatchObject([{ level: 'warning', event: 'fault', reference, action: 'community.mine', code: 'store_unavailable' }]);
    expect(answer.text).not.toContain('secret');
    expect((await ask(server.origin, '/healthz', { method: 'GET' })).status).toBe(503);
    expect(numberAt((await read(server.origin)).text, 'qunhui_store_up')).toBe(0);
    isDown = false;
    expect((await ask(server.origin, '/healthz', { method: 'GET' })).status).toBe(200);
    expect(numberAt((await read(server.origin)).text, 'qunhui_store_up')).toBe(1);
    await server.stop();
  });
});

describe('the dashboard and the alerts', () => {
  const text = (name: string) => readFile(resolve(__dirname, '..', '..', 'docs/metrics', name), 'utf8');
  const { names } = createPrometheusMeter('0');

  test('ask for nothing that is not counted, and the dashboard shows all of it', async () => {
    const dashboard = await text('grafana-dashboard.json');
    const { panels } = JSON.parse(dashboard) as { panels: { id: number; targets: { expr: string }[] }[] };
    const asked = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join(' ');
    const known = new Set(names.flatMap((name) => [name, `${name}_bucket`, `${name}_sum`, `${name}_count`]));
    const namesIn = (expressions: string) => [...new Set(expressions.match(/qunhui_\w+/g))];
    for (const expressions of [asked, (await text('prometheus-rules.yml')).replaceAll(/^ *#.*$/gm, '')])
      expect(namesIn(expressions).filter((name) => !known.has(name))).toEqual([]);
    expect(names.filter((name) => !asked.includes(name))).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });
});
