// Bad input over HTTP: a clear denial, nothing changed, nothing of the server's inside in the answer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, communityInput, signIn, startTestServer } from './node-host';

let server: Awaited<ReturnType<typeof startTestServer>>;
let owner: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await startTestServer({ DEMO: '1' });
  owner = await signIn(server.origin, 'owner');
});

afterAll(() => server.stop());

const api = (action: string, asking: Parameters<typeof ask>[2]) => ask(server.origin, `/api/${action}`, asking);
const mine = { body: { input: {} } };

describe('a body', () => {
  it('of malformed JSON is denied', async () => {
    for (const raw of ['{', '', 'nonsense', '{"input":{}}}', '\u0000', Buffer.from([0xff, 0xfe, 0x7b])]) {
      const answer = await api('community.mine', { raw, headers: owner });
      expect([answer.status, answer.json?.code]).toEqual([400, 'invalid_input']);
    }
  });

  it('that is JSON but no object is denied', async () => {
    for (const raw of ['null', '[]', '"x"', '7'])
      expect((await api('community.mine', { raw, headers: owner })).json?.code).toBe('invalid_input');
  });

  it('over 256 KiB is denied, with and without a stated length', async () => {
    const body = JSON.stringify({ input: { text: 'x'.repeat(257 * 1024) } });
    const stated = await api('community.mine', { raw: body, headers: { ...owner, 'content-length': String(body.length) } });
    const chunked = await api('community.mine', { raw: body, headers: { ...owner, 'transfer-encoding': 'chunked' } });
    for (const answer of [stated, chunked]) {
      expect([answer.status, answer.json?.code]).toEqual([413, 'too_large']);
      expect(answer.json?.data).toEqual({ bytesMax: 256 * 1024 });
    }
  });

  it('of another type is denied, as a form of another site would send it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const answer = await api('community.mine', { ...mine, headers: { ...owner, 'content-type': type } });
      expect([answer.status, answer.json?.data]).toEqual([400, { path: 'content-type', problem: 'application_json' }]);
    }
  });

  it('with keys that reach into prototypes is denied, and prototypes stay as they are', async () => {
    const escaped = (key: string) => [...key].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    for (const key of ['__proto__', 'constructor', 'prototype'].flatMap((plain) => [plain, escaped(plain)])) {
      const raw = `{"input":{"communityId":"c1","draft":{"${key}":{"polluted":true}}}}`;
      const answer = await api('campaign.save', { raw, headers: owner });
      expect([answer.status, answer.json?.data]).toEqual([400, { path: '', problem: 'forbidden_key' }]);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('nested a hundred thousand deep is denied', async () => {
    const raw = `{"input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const answer = await api('community.mine', { raw, headers: owner });
    expect([answer.status, answer.json?.code]).toEqual([400, 'invalid_input']);
  });

  it('with wrong types, over-long text, unknown fields or control characters is denied with the path of the field', async () => {
    const cases: readonly [Record<string, unknown>, string][] = [
      [{ name: 7 }, 'name'],
      [{ name: '长'.repeat(21) }, 'name'],
      [{ promise: `每天${String.fromCharCode(7)}清早到货` }, 'promise'],
      [{ zone: 'Mars/Olympus' }, 'zone'],
      [{ dayStartsMinutes: 1.5 }, 'dayStartsMinutes'],
      [{ extra: true }, 'extra'],
    ];
    for (const [change, path] of cases) {
      const answer = await api('community.create', {
        body: { input: { ...communityInput, ...change }, requestId: 'request-0001' },
        headers: owner,
      });
      expect([answer.status, answer.json?.code, answer.json?.data?.path]).toEqual([400, 'invalid_input', path]);
    }
    expect((await api('community.mine', { ...mine, headers: owner })).json).toEqual({
      ok: true,
      value: { communities: [], mayFound: true },
    });
  });
});

describe('an action', () => {
  it('that does not exist is denied, inherited names included', async () => {
    for (const name of ['coupon.steal', 'toString', '__proto__', 'constructor', '%00', 'a'.repeat(500)]) {
      const answer = await api(encodeURIComponent(name), { ...mine, headers: owner });
      expect([answer.status, answer.json?.code]).toEqual([400, 'unknown_action']);
      expect(answer.text.length).toBeLessThan(200);
    }
  });

  it('that changes something wants a requestId', async () => {
    for (const requestId of [undefined, '', 7, 'short', 'with spaces in it', 'x'.repeat(65), { a: 1 }]) {
      const answer = await api('community.create', { body: { input: communityInput, requestId }, headers: owner });
      expect([answer.status, answer.json?.code]).toEqual([400, 'request_id_required']);
    }
  });

  it('is taken by POST only', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) expect((await api('community.mine', { method, headers: owner })).status).toBe(404);
  });
});

describe('a session', () => {
  it('that is missing, forged, altered or made up is denied', async () => {
    const genuine = owner.authorization ?? '';
    const altered = genuine.endsWith('A') ? `${genuine.slice(0, -1)}B` : `${genuine.slice(0, -1)}A`;
    expect((await api('community.mine', mine)).json?.code).toBe('sign_in_required');
    for (const authorization of [altered, 'Bearer x', 'Bearer 1.ZGVtbzpvd25lcg.99999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
      const answer = await api('community.mine', { ...mine, headers: { authorization } });
      expect([answer.status, answer.json?.code]).toEqual([401, 'session_expired']);
    }
    expect((await api('community.mine', { ...mine, headers: { authorization: `Basic ${genuine}` } })).json?.code).toBe('sign_in_required');
  });

  it('of a visitor comes as a cookie that scripts cannot read, and stays the same person', async () => {
    const first = await ask(server.origin, '/session/visitor', { body: {} });
    const [cookie = ''] = first.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^qunhui_session=1\.[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(first.text).not.toContain('1.');
    const value = cookie.split(';', 1)[0] ?? '';
    const again = await ask(server.origin, '/session/visitor', { body: {}, headers: { cookie: value } });
    const personOf = (text: string) => text.split('.')[1];
    expect(personOf(again.headers['set-cookie']?.[0] ?? '')).toBe(personOf(cookie));
    const secure = await ask(server.origin, '/session/visitor', { body: {}, headers: { 'x-forwarded-proto': 'https' } });
    expect(secure.headers['set-cookie']?.[0]).toContain('; Secure');
  });

  it('by cookie counts only for our own pages', async () => {
    const visitor = await ask(server.origin, '/session/visitor', { body: {} });
    const cookie = visitor.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    const own = await api('community.mine', { ...mine, headers: { cookie, origin: server.origin } });
    expect(own.json?.ok).toBe(true);
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { cookie },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie, origin: `${server.origin}.evil.example` },
    ];
    for (const headers of foreign) {
      const answer = await api('community.mine', { ...mine, headers });
      expect([answer.status, answer.json?.data]).toEqual([403, { path: 'origin', problem: 'another_site' }]);
    }
    const elsewhere = await ask(server.origin, '/session/visitor', { body: {}, headers: { origin: 'https://evil.example' } });
    expect([elsewhere.status, elsewhere.headers['set-cookie']]).toEqual([403, undefined]);
  });

  it('cannot be made without end from one address', async () => {
    const answers: Answer[] = [];
    for (let count = 0; count < 40; count += 1) answers.push(await ask(server.origin, '/session/visitor', { body: {} }));
    const denied = answers.filter(({ status }) => status === 429);
    expect(denied.length).toBeGreaterThan(0);
    expect(denied[0]?.json?.code).toBe('slow_down');
    expect(Number(denied[0]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('behind a proxy is counted by the address that the proxy names last, and by no name without a proxy', async () => {
    const behind = await startTestServer({ PUBLIC_URL: 'https://shop.example' });
    const from = (origin: string, forwarded: string) =>
      ask(origin, '/session/visitor', { body: {}, headers: { 'x-forwarded-for': forwarded } });
    const one: number[] = [];
    const many: number[] = [];
    for (let count = 0; count < 45; count += 1) {
      one.push((await from(behind.origin, `10.0.0.${count}, 192.0.2.1`)).status);
      many.push((await from(behind.origin, `192.0.2.1, 198.51.100.${count}`)).status);
    }
    await behind.stop();
    expect(one).toContain(429);
    expect(many).not.toContain(429);
    const direct: number[] = [];
    for (let count = 0; count < 45; count += 1) direct.push((await from(server.origin, `198.51.100.${count}`)).status);
    expect(direct).toContain(429);
  });

  it('of the demo is only for its people', async () => {
    for (const persona of ['root', '', null, '__proto__']) {
      const answer = await ask(server.origin, '/session/demo', { body: { persona } });
      expect([answer.status, answer.json?.code]).toEqual([400, 'invalid_input']);
    }
  });
});

describe('every answer', () => {
  it('carries the security headers, and says nothing of what runs inside', async () => {
    for (const path of ['/', '/app/', '/healthz', '/nowhere', '/api/community.mine']) {
      const { headers } = await ask(server.origin, path, { method: 'GET' });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
      // A forecast runs in a worker of our own.
      expect(headers['content-security-policy']).toContain("worker-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('of an action is never kept by a cache', async () => {
    expect((await api('community.mine', { ...mine, headers: owner })).headers['cache-control']).toBe('no-store');
  });

  it('of an action carries what any other carries', async () => {
    const carried = ({ headers }: Answer) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'content-length', 'cache-control'].includes(name)));
    const health = await ask(server.origin, '/healthz', { method: 'GET' });
    expect(carried(await api('community.mine', { ...mine, headers: owner }))).toEqual(carried(health));
  });
});

describe('a path', () => {
  it('outside of the web app is never served', async () => {
    for (const path of [
      '/app/../package.json',
      '/app/%2e%2e/%2e%2e/package.json',
      '/app/..%2f..%2fpackage.json',
      '/app//etc/passwd',
      '/app/%00',
      '/package.json',
    ]) {
      const answer = await ask(server.origin, path, { method: 'GET' });
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('qunhui"');
    }
  });
});
