// Starting, failing and stopping: what the person at the terminal is told, and what is still there afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { checkData } from '#server/app/check-data';
import { parseEnvironment } from '#server/hosts/node/environment';
import { startServer } from '#server/hosts/node/start-server';
import { Fault } from '#server/ports/fault';
import { ask, communityInput, createHeardLog, signIn, startTestServer } from './node-host';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-host-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the environment', () => {
  it('has defaults that need nothing', () => {
    expect(parseEnvironment({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: '.data',
      databaseUrl: null,
      demo: true,
      sessionSecrets: [],
      publicUrl: null,
      wechat: null,
      userContent: true,
      foundingOpen: true,
      metricsToken: null,
    });
  });

  it('leaves demo mode out in production, and refuses to start with it', () => {
    expect(parseEnvironment({ NODE_ENV: 'production' })).toMatchObject({ demo: false, foundingOpen: false });
    expect(parseEnvironment({ NODE_ENV: 'production', QUNHUI_OPEN_FOUNDING: '1' }).foundingOpen).toBe(true);
    expect(() => parseEnvironment({ NODE_ENV: 'production', DEMO: '1' })).toThrow(/NODE_ENV=production.*DEMO=0/);
  });

  it.each([
    [{ PORT: 'eighty' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ PORT: '-1' }, /PORT/],
    [{ HOST: 'a b' }, /HOST/],
    [{ DEMO: 'yes' }, /DEMO/],
    [{ DATABASE_URL: 'mysql://localhost' }, /DATABASE_URL/],
    [{ SESSION_SECRET: 'short' }, /SESSION_SECRET/],
    [{ SESSION_SECRET: `${'a'.repeat(32)},` }, /SESSION_SECRET/],
    [{ PUBLIC_URL: 'shop.example' }, /PUBLIC_URL/],
  ])('says in words what is wrong with %j', (variables, words) => {
    expect(() => parseEnvironment(variables)).toThrow(words);
  });

  it('names every bad value at once', () => {
    expect(() => parseEnvironment({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT[\s\S]*DEMO/);
  });
});

describe('a server', () => {
  it('answers /healthz with its version and store, and 503 once the store does not answer', async () => {
    const server = await startTestServer();
    const well = await ask(server.origin, '/healthz', { method: 'GET' });
    expect([well.status, well.json]).toEqual([200, { ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/), store: 'memory' }]);
    await server.store.close();
    const ill = await ask(server.origin, '/healthz', { method: 'GET' });
    expect([ill.status, ill.json?.ok]).toEqual([503, false]);
    await server.stop();
  });

  it('says try_again while the store is gone, with a reference and nothing else', async () => {
    const server = await startTestServer({ DEMO: '1' });
    const headers = await signIn(server.origin, 'owner');
    await server.store.close();
    const request = { body: { input: communityInput, requestId: 'request-0001' }, headers };
    const answer = await ask(server.origin, '/api/community.create', request);
    expect(answer.status).toBe(503);
    expect(answer.json).toEqual({ ok: false, code: 'try_again', data: { reference: expect.stringMatching(/^[a-z2-7]{8}$/) } });
    expect(server.log.lines.some((line) => line.event === 'fault')).toBe(true);
    await server.stop();
  });

  it('answers a bug with internal and a reference; its stack goes to the log only', async () => {
    const broken = { ...createMemoryStore(), read: () => Promise.reject(new Error('secret of the inside')) };
    const server = await startTestServer({}, { store: { ...broken, name: 'memory' } }).catch((error: unknown) => error as Error);
    if (server instanceof Error) throw server;
    const visitor = await ask(server.origin, '/session/visitor', { body: {} });
    const cookie = visitor.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    const body = { input: { communityId: 'c1' } };
    const answer = await ask(server.origin, '/api/community.home', { body, headers: { cookie, origin: server.origin } });
    expect([answer.status, answer.json?.code]).toEqual([500, 'internal']);
    expect(answer.text).not.toContain('secret');
    expect(String(server.log.lines.find((line) => line.event === 'bug')?.error)).toContain('secret of the inside');
    await server.stop();
  });

  it('without demo mode has no persona sign-in and no playground, and takes no demo session of before', async () => {
    const demo = await startTestServer({ DEMO: '1', DATA_DIR: folder });
    const headers = await signIn(demo.origin, 'owner');
    expect((await ask(demo.origin, '/playground/state', { method: 'GET' })).status).toBe(200);
    await demo.stop();
    const plain = await startTestServer({ DEMO: '0', DATA_DIR: folder });
    expect((await ask(plain.origin, '/session/demo', { body: { persona: 'owner' } })).status).toBe(404);
    expect((await ask(plain.origin, '/playground/clock', { body: { to: 'next_day' } })).status).toBe(404);
    const root = await ask(plain.origin, '/', { method: 'GET' });
    expect([root.status, root.headers.location]).toEqual([302, '/app/']);
    const body = { input: {} };
    expect((await ask(plain.origin, '/api/community.mine', { body, headers })).json?.code).toBe('session_expired');
    await plain.stop();
  });

  it('loses nothing by a clean stop and a start, sessions included', async () => {
    const first = await startTestServer({ DEMO: '1', DATA_DIR: folder });
    const headers = await signIn(first.origin, 'owner');
    const request = { body: { input: communityInput, requestId: 'request-0001' }, headers };
    const made = await ask(first.origin, '/api/community.create', request);
    expect(made.json?.ok).toBe(true);
    await first.stop();
    const second = await startTestServer({ DEMO: '1', DATA_DIR: folder });
    expect((await ask(second.origin, '/api/community.create', request)).json).toEqual(made.json);
    const mine = await ask(second.origin, '/api/community.mine', { body: { input: {} }, headers });
    expect(mine.json?.value).toMatchObject({ communities: [{ role: 'owner' }] });
    await second.stop();
  });

  it('takes another secret without putting anybody out while the one of before stands behind it', async () => {
    const [older, newer] = ['o'.repeat(32), 'n'.repeat(32)];
    const mineWith = async (secrets: string, cookie: string) => {
      const server = await startTestServer({ DATA_DIR: folder, SESSION_SECRET: secrets });
      const { headers } = await ask(server.origin, '/session/visitor', { body: {}, headers: { cookie } });
      const given = headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
      await server.stop();
      return { person: given.split('.')[1], given };
    };
    const first = await mineWith(older, '');
    const both = await mineWith(`${newer}, ${older}`, first.given);
    expect(both.person).toBe(first.person);
    expect((await mineWith(newer, both.given)).person).toBe(first.person);
    expect((await mineWith(newer, first.given)).person).not.toBe(first.person);
  });

  it('is restored from the copy of a stopped server’s file, with the same people, sessions and answers', async () => {
    const first = await startTestServer({ DEMO: '1', DATA_DIR: folder });
    const headers = await signIn(first.origin, 'owner');
    const request = { body: { input: communityInput, requestId: 'request-0001' }, headers };
    const made = await ask(first.origin, '/api/community.create', request);
    await first.stop();
    expect(await readdir(folder)).toEqual(['qunhui.db']);
    const restored = join(folder, 'restored');
    await mkdir(restored);
    await copyFile(join(folder, 'qunhui.db'), join(restored, 'qunhui.db'));
    const second = await startTestServer({ DEMO: '1', DATA_DIR: restored });
    expect((await ask(second.origin, '/api/community.create', request)).json).toEqual(made.json);
    expect((await checkData(second.store)).differences).toEqual([]);
    await second.stop();
  });

  it('goes by the clock that it is given, and lets its people be as quick as they are', async () => {
    const clock = { now: () => Date.UTC(2027, 2, 10, 2) };
    const server = await startTestServer({ DEMO: '1' }, { clock, actionsPerMinute: Number.POSITIVE_INFINITY });
    const headers = await signIn(server.origin, 'owner');
    let refused = 0;
    for (let asked = 0; asked < 70; asked += 1) {
      const { json } = await ask(server.origin, '/api/community.mine', { body: { input: {} }, headers });
      if (json?.ok !== true) refused += 1;
    }
    expect(refused).toBe(0);
    expect((await ask(server.origin, '/playground/state', { method: 'GET' })).json?.now).toBe(clock.now());
    await server.stop();
  });

  it('is refused in words when its port is taken, and opens nothing then', async () => {
    const occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const { port } = occupant.address() as { port: number };
    const environment = parseEnvironment({ PORT: String(port), DATA_DIR: folder, DEMO: '0' });
    await expect(startServer(environment, { log: createHeardLog() })).rejects.toThrow(`Port ${port} is taken`);
    occupant.close();
  });

  it('says which database cannot be reached, without its password', async () => {
    const environment = parseEnvironment({ PORT: '0', DEMO: '0', DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/none' });
    const failure = await startServer(environment, { log: createHeardLog() }).catch((error: unknown) => error as Error);
    expect((failure as Error).message).toContain('127.0.0.1:1');
    expect((failure as Error).message).not.toContain('hidden');
    expect(failure).not.toBeInstanceOf(Fault);
  });
});

describe('the program', () => {
  const root = resolve(__dirname, '..', '..');
  const running = new Set<ChildProcess>();

  function run(variables: Readonly<Record<string, string>>) {
    const program = "require('#server/hosts/node/main').runServer(process.env).then((code) => process.exit(code))";
    const env = { PATH: process.env.PATH ?? '', DATA_DIR: folder, ...variables };
    const child = spawn(process.execPath, ['--import', 'tsx', '--eval', program], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let text = '';
    const waiting: { readonly words: RegExp; readonly found: () => void }[] = [];
    const hear = (piece: Buffer) => {
      text += piece.toString('utf8');
      for (const { words, found } of waiting) if (words.test(text)) found();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const ended = once(child, 'close').then(([code]) => ({ code: code as number, text }));
    const says = (words: RegExp) => Promise.race([new Promise<void>((found) => waiting.push({ words, found })), ended]).then(() => text);
    return { child, ended, says };
  }

  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
    running.clear();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops at %s with exit code 0, and its database can be opened again', async (signal) => {
    const { child, ended, says } = run({ PORT: '0', DEMO: '0' });
    const text = await says(/Ctrl-C/);
    const origin = /http:\/\/[\d.:]+/.exec(text)?.[0] ?? '';
    expect((await ask(origin, '/healthz', { method: 'GET' })).json?.store).toBe('sqlite');
    child.kill(signal);
    expect((await ended).code).toBe(0);
    const again = await startTestServer({ DATA_DIR: folder });
    await again.stop();
  });

  it('killed while it works leaves everything that it had answered, and nothing that has to be cleared away', async () => {
    const { child, ended, says } = run({ PORT: '0', DEMO: '0' });
    const origin = /http:\/\/[\d.:]+/.exec(await says(/Ctrl-C/))?.[0] ?? '';
    const visitor = await ask(origin, '/session/visitor', { body: {} });
    const cookie = visitor.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    const body = { input: communityInput, requestId: 'request-0001' };
    const create = (at: string) => ask(at, '/api/community.create', { body, headers: { cookie, origin: at } });
    const made = await create(origin);
    expect(made.json?.ok).toBe(true);
    child.kill('SIGKILL');
    await ended;
    expect((await readdir(folder)).sort()).toEqual(['operator.json', 'qunhui.db', 'qunhui.db-wal']);
    const again = await startTestServer({ DATA_DIR: folder });
    expect((await create(again.origin)).json).toEqual(made.json);
    expect((await checkData(again.store)).differences).toEqual([]);
    await again.stop();
    expect(await readdir(folder)).toEqual(['qunhui.db']);
  });

  it('ends with exit code 1 and words, without a stack, for what the person can put right', async () => {
    await writeFile(join(folder, 'qunhui.db'), 'no database '.repeat(1_000));
    const results = await Promise.all([
      run({ NODE_ENV: 'production', DEMO: '1' }).ended,
      run({ PORT: 'x' }).ended,
      run({ HOST: '203.0.113.7', PORT: '0', DEMO: '0' }).ended,
      run({ PORT: '0', DEMO: '0' }).ended,
    ]);
    expect(results.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(results[3]?.text).toMatch(/^.*不是数据库文件.*\n$/);
    for (const { text } of results) expect(text).not.toMatch(/\n\s+at /);
  });
});
