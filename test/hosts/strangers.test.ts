// The doors of the server: what other sites, other people's addresses and other schemes cannot do, and what every response carries.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserBounds, createVisitorLimit } from '#server/hosts/node/visitor-limit';
import { aJpeg, base64Of } from '../support/jpeg';
import { type Answer, ask, communityInput, signIn, startTestServer } from './node-host';

type Server = Awaited<ReturnType<typeof startTestServer>>;
type Headers = Readonly<Record<string, string>>;

const PUBLIC = 'https://shop.example';
let server: Server;
let behindProxy: Server;
let webRoot: string;
let owner: Headers;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'qunhui-strangers-'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>App</title><script>1;</script>');
  await writeFile(join(webRoot, 'app.0123456789.js'), '1;');
  server = await startTestServer({ DEMO: '1' }, { webRoot });
  // Its time stands still, so that no limit gives way while requests are on their way.
  behindProxy = await startTestServer({ PUBLIC_URL: PUBLIC }, { webRoot, clock: { now: () => 1_772_413_200_000 } });
  owner = await signIn(server.origin, 'owner');
});

afterAll(async () => {
  await Promise.all([server.stop(), behindProxy.stop()]);
  await rm(webRoot, { recursive: true });
});

/** What a visitor's browser keeps, as it sends it. */
async function cookieOf({ origin }: Server, headers: Headers = {}): Promise<string> {
  const { headers: given } = await ask(origin, '/session/visitor', { body: {}, headers });
  return String(given['set-cookie']?.[0]);
}
const kept = (cookie: string) => cookie.split(';', 1)[0] ?? '';

describe('another site', () => {
  const body = { input: communityInput, requestId: 'request-0001' };
  const create = (at: Server, headers: Headers, type = 'application/json') =>
    ask(at.origin, '/api/community.create', { body, headers: { 'content-type': type, ...headers } });

  it('changes nothing with the session of a browser, whatever it says of itself', async () => {
    const cookie = kept(await cookieOf(server));
    const port = new URL(server.origin).port;
    const foreign: readonly Headers[] = [
      {},
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-origin' },
      { origin: '' },
      { origin: 'http://127.0.0.1' },
      { origin: `http://localhost:${port}` },
      { origin: `${server.origin}@evil.example` },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      { referer: `${server.origin}/app/` },
    ];
    for (const headers of foreign) {
      const answer = await create(server, { cookie, ...headers });
      expect([headers, answer.status, answer.json?.data]).toEqual([headers, 403, { path: 'origin', problem: 'another_site' }]);
    }
    const own = { cookie, origin: server.origin };
    expect((await ask(server.origin, '/api/community.mine', { body: { input: {} }, headers: own })).json).toMatchObject({
      value: { communities: [] },
    });
  });

  it('cannot send what a form sends, not even in the name of our own pages', async () => {
    const headers = { cookie: kept(await cookieOf(server)), origin: server.origin };
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain; application/json',
    ]) {
      expect([type, (await create(server, headers, type)).json?.data]).toEqual([
        type,
        { path: 'content-type', problem: 'application_json' },
      ]);
    }
  });

  it('is also our own name without encryption, where people come by https', async () => {
    const proxied = { host: 'shop.example', 'x-forwarded-proto': 'https' };
    const cookie = kept(await cookieOf(behindProxy, proxied));
    expect((await create(behindProxy, { ...proxied, cookie, origin: 'http://shop.example' })).status).toBe(403);
    expect((await create(behindProxy, { ...proxied, cookie, origin: 'https://shop.example:8443' })).status).toBe(403);
    expect((await create(behindProxy, { ...proxied, cookie, origin: PUBLIC })).json?.ok).toBe(true);
  });

  it('gets no leave to read anything, asked for in advance or not', async () => {
    const asked = {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    for (const path of ['/api/community.mine', '/session/visitor', '/healthz']) {
      const answer = await ask(server.origin, path, { method: 'OPTIONS', headers: asked });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.status).toBe(404);
    }
  });
});

describe('the cookie of a session', () => {
  it('is kept from scripts and other sites, and from the open wire where there is https', async () => {
    const plain = await cookieOf(server);
    expect(plain).toMatch(/; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(plain).not.toMatch(/domain/i);
    expect(await cookieOf(behindProxy)).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('of somebody else’s making makes nobody: the visitor becomes somebody new', async () => {
    const forged = `qunhui_session=1.${Buffer.from('demo:owner').toString('base64url')}.9999999999999.${'A'.repeat(32)}`;
    const { headers } = await ask(server.origin, '/session/visitor', { body: {}, headers: { cookie: forged } });
    const person = kept(String(headers['set-cookie']?.[0])).split('.')[1] ?? '';
    expect(Buffer.from(person, 'base64url').toString()).toMatch(/^visitor:/);
  });

  it('of a demo person opens no server that is none', async () => {
    const { authorization } = owner;
    const answer = await ask(behindProxy.origin, '/api/community.mine', {
      body: { input: {} },
      headers: { authorization: String(authorization) },
    });
    expect(answer.status).toBe(401);
    expect((await ask(behindProxy.origin, '/session/demo', { body: { persona: 'owner' } })).status).toBe(404);
  });
});

describe('limits', () => {
  it('of visitors per address count a whole network of IPv6 as one: its holder has all of its addresses', () => {
    const limit = createVisitorLimit(browserBounds);
    const answers = Array.from({ length: 40 }, (_, n) => limit(`2001:db8:0:1:${n.toString(16)}::1`, 0));
    expect(answers.filter((seconds) => seconds === null)).toHaveLength(browserBounds.perAddress);
    expect(answers.at(-1)).toBe(60);
    for (const other of ['2001:db8:0:2::1', '2001:db8::1', '::1', '192.0.2.1']) expect([other, limit(other, 0)]).toEqual([other, null]);
    const spellings = ['192.0.2.7', '::ffff:192.0.2.7'].flatMap((address) => Array.from({ length: 15 }, () => limit(address, 0)));
    expect(spellings.filter((seconds) => seconds === null)).toHaveLength(browserBounds.perAddress);
  });

  it('per person say how long to wait, over HTTP too, whatever address the person names', async () => {
    const cookie = kept(await cookieOf(behindProxy, { 'x-forwarded-for': '203.0.113.9' }));
    const answers: Answer[] = [];
    for (let sent = 0; sent < 70; sent += 1) {
      const headers = { cookie, origin: PUBLIC, 'x-forwarded-for': `198.51.100.${sent}` };
      answers.push(await ask(behindProxy.origin, '/api/community.mine', { body: { input: {} }, headers }));
    }
    const slow = answers.filter(({ status }) => status === 429);
    expect(slow).toHaveLength(10);
    expect(slow[0]?.json).toEqual({ ok: false, code: 'slow_down', data: { seconds: 1 } });
    expect(slow[0]?.headers['retry-after']).toBe('1');
  });
});

describe('every response', () => {
  const wanted = [
    'content-security-policy',
    'x-content-type-options',
    'referrer-policy',
    'cross-origin-opener-policy',
    'permissions-policy',
  ];

  async function aPicture(): Promise<string> {
    const call = async (action: string, input: object) => {
      const { json } = await ask(server.origin, `/api/${action}`, {
        body: { input, requestId: `request-${action.replace('.', '-')}` },
        headers: owner,
      });
      if (json?.ok !== true) throw new Error(JSON.stringify(json));
      return json['value'];
    };
    const made = await call('community.create', communityInput);
    const communityId = (made as { communityId: string }).communityId;
    await call('membership.showAvatar', { communityId, picture: base64Of(aJpeg()) });
    const { waiting } = (await call('moderation.queue', { communityId })) as { waiting: { picture: { source: string } }[] };
    return String(waiting[0]?.picture.source);
  }

  it('of every kind carries the security headers', async () => {
    const picture = await aPicture();
    const etag = String((await ask(server.origin, picture, { method: 'GET' })).headers['etag']);
    const large = JSON.stringify({ input: 'x'.repeat(300_000) });
    const asked: readonly (readonly [status: number, path: string, asking: Parameters<typeof ask>[2]])[] = [
      [200, '/', { method: 'GET' }],
      [200, '/app/', { method: 'GET' }],
      [302, '/app', { method: 'GET' }],
      [200, '/app/app.0123456789.js', { method: 'GET' }],
      [404, '/app/none.js', { method: 'GET' }],
      [404, '/none', { method: 'GET' }],
      [200, '/healthz', { method: 'GET' }],
      [200, picture, { method: 'GET' }],
      [304, picture, { method: 'GET', headers: { 'if-none-match': etag } }],
      [404, '/pictures/none/none', { method: 'GET' }],
      [200, '/api/community.mine', { body: { input: {} }, headers: owner }],
      [400, '/api/none', { body: {} }],
      [401, '/api/community.mine', { body: { input: {} } }],
      [403, '/api/campaign.types', { body: { input: { communityId: 'none' } }, headers: owner }],
      [404, '/api/community.mine', { method: 'GET' }],
      [413, '/api/community.mine', { raw: large, headers: owner }],
      [200, '/session/demo', { body: { persona: 'owner' } }],
      [400, '/session/demo', { raw: '{' }],
      [403, '/session/visitor', { body: {}, headers: { origin: 'https://evil.example' } }],
      [400, '/', { method: 'GET', headers: { host: 'no host' } }],
    ];
    for (const [status, path, asking] of asked) {
      const answer = await ask(server.origin, path, asking);
      expect([path, answer.status]).toEqual([path, status]);
      expect([path, wanted.filter((name) => answer.headers[name] === undefined)]).toEqual([path, []]);
      expect([path, answer.headers['x-powered-by'], answer.headers['server']]).toEqual([path, undefined, undefined]);
      // Whoever a session is, what it is told is kept nowhere on the way.
      if (/^\/(api|session)\//.test(path)) expect([path, answer.headers['cache-control']]).toEqual([path, 'no-store']);
    }
  });

  it('tells browsers to stay with https where people come by it, and nowhere else', async () => {
    const there = [
      await ask(behindProxy.origin, '/healthz', { method: 'GET' }),
      await ask(behindProxy.origin, '/api/community.mine', { body: { input: {} } }),
    ];
    for (const { headers } of there) expect(headers['strict-transport-security']).toBe('max-age=15552000');
    expect((await ask(server.origin, '/healthz', { method: 'GET' })).headers['strict-transport-security']).toBeUndefined();
  });
});
