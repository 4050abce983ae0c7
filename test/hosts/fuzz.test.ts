// What the server makes of requests that no browser sends: broken JSON, other types, huge bodies, odd paths, headers and lines.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ActionName, contract } from '#core/contract';
import type { AppReply } from '#server/app/create-app';
import { anyInput } from '../support/any-input';
import { checkReply } from '../support/check-reply';
import { anyRequestId, oddInput } from '../support/odd-input';
import { type Answer, ask, communityInput, signIn, startTestServer } from './node-host';

const REQUESTS = Number(process.env['FUZZ_HTTP_REQUESTS'] ?? 1_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_302);

let server: Awaited<ReturnType<typeof startTestServer>>;
let webRoot: string;
let owner: Readonly<Record<string, string>>;
let communityId: string;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'qunhui-fuzz-'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>App</title><script>1;</script>');
  server = await startTestServer({ DEMO: '1' }, { webRoot, actionsPerMinute: Number.POSITIVE_INFINITY });
  owner = await signIn(server.origin, 'owner');
  const made = await ask(server.origin, '/api/community.create', {
    body: { input: communityInput, requestId: 'request-fuzz-1' },
    headers: owner,
  });
  const value = made.json?.value as { communityId: string } | undefined;
  communityId = value?.communityId ?? '';
});

afterAll(async () => {
  await server.stop();
  await rm(webRoot, { recursive: true });
});

const actions = Object.keys(contract) as ActionName[];

/** A body as text: well-formed, cut off, with a wrong character, twice, or nothing like JSON. */
const spoil = (body: fc.Arbitrary<string>): fc.Arbitrary<string | Buffer> =>
  fc.oneof(
    { weight: 5, arbitrary: body },
    { weight: 2, arbitrary: fc.tuple(body, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1))) },
    {
      weight: 2,
      arbitrary: fc.tuple(body, fc.nat(), fc.constantFrom('"', '{', ',', '\\', '\u0000', '\\u')).map(([text, at, odd]) => {
        const place = at % (text.length + 1);
        return `${text.slice(0, place)}${odd}${text.slice(place)}`;
      }),
    },
    { weight: 1, arbitrary: body.map((text) => `\ufeff${text}`) },
    { weight: 1, arbitrary: body.map((text) => `${text}${text}`) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.constant(`{"input":"${'x'.repeat(300_000)}"}`) },
  );

const segments = [
  'api',
  'app',
  'session',
  'visitor',
  'demo',
  'wechat',
  'pictures',
  'healthz',
  'playground',
  '..',
  '.',
  '',
  '%2e%2e',
  '%2f',
  '%00',
  '%',
  '%zz',
];
const oddPath = fc
  .array(fc.oneof(fc.constantFrom(...segments, ...actions), fc.webSegment({ size: 'small' })), { maxLength: 5 })
  .map((parts) => `/${parts.join('/')}`);

const mime = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonx',
  ';',
  '',
];
const oddHeaders = fc.dictionary(
  fc.constantFrom(
    'origin',
    'host',
    'cookie',
    'x-forwarded-for',
    'x-forwarded-proto',
    'x-forwarded-host',
    'sec-fetch-site',
    'accept-encoding',
    'if-none-match',
    'range',
    'expect-ct',
    'accept-language',
  ),
  fc.oneof(
    fc.constantFrom(
      'null',
      '*',
      'https://evil.example',
      '127.0.0.1',
      '::1',
      'gzip;q=99',
      '"x"',
      'bytes=0-',
      'qunhui_session=1.x.2.y',
      '='.repeat(2_000),
      'javascript:alert(1)',
    ),
    fc.string({ maxLength: 40 }).filter((text) => /^[\x21-\x7e]*$/.test(text)),
  ),
  { maxKeys: 3, noNullPrototype: true },
);

interface Sent {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string | Buffer;
}

function anyRequest(): fc.Arbitrary<Sent> {
  const known = { communityId: [communityId] };
  const of = actions.map((action) => {
    const { input } = contract[action];
    return fc
      .tuple(fc.oneof(anyInput(input, known), oddInput(input, known)), anyRequestId)
      .map(([value, requestId]) => ({ path: `/api/${action}`, text: JSON.stringify({ input: value, requestId }) }));
  });
  const asked = fc.oneof(...of);
  const session = fc.constantFrom(owner, owner, owner, {}, { authorization: 'Bearer x' }, { authorization: `Basic ${'A'.repeat(100)}` });
  const type = fc.oneof({ weight: 4, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.constantFrom(...mime) });
  const method = fc.oneof(
    { weight: 8, arbitrary: fc.constant('POST') },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND') },
  );
  return fc
    .record({ asked, session, type, method, odd: fc.option(oddHeaders), elsewhere: fc.option(oddPath, { freq: 4 }) })
    .chain(({ asked: { path, text }, session: headers, type: contentType, method: verb, odd, elsewhere }) =>
      spoil(fc.constant(text)).map((raw) => ({
        path: elsewhere ?? path,
        method: verb,
        headers: { ...headers, 'content-type': contentType, 'content-length': String(Buffer.byteLength(raw)), ...odd },
        raw,
      })),
    );
}

/** What is wrong with an answer; null where nothing is. */
function wrongWith({ path }: Sent, { status, headers, text, json }: Answer): string | null {
  if (status >= 500) return `status ${status}`;
  if (/\bat [^ ]+ \(|node_modules|[a-z]\.ts\b/.test(text)) return 'tells of what runs inside';
  if (headers['x-content-type-options'] !== 'nosniff' || headers['content-security-policy'] === undefined)
    return `without security headers: ${status} ${text.slice(0, 200)}`;
  const [, action] = /^\/api\/([^/?]+)$/.exec(path) ?? [];
  if (json !== null && action !== undefined && Object.hasOwn(contract, action)) {
    const reply = json as unknown as AppReply;
    if (!reply.ok && reply.code === 'internal') return 'internal';
    checkReply(action, reply);
  }
  return null;
}

test(`${REQUESTS} odd requests are answered in order, none with an error of ours`, { timeout: 60_000 + REQUESTS * 50 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyRequest(), async (sent) => {
      const { path, ...asking } = sent;
      expect(wrongWith(sent, await ask(server.origin, path, asking))).toBeNull();
    }),
    { numRuns: REQUESTS, seed: SEED, endOnFailure: true },
  );
  expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

/** Sends bytes as they are and gives what came back until the server closed, or said nothing more. */
function raw(text: string): Promise<string> {
  const { port, hostname } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(pieces).toString('latin1')));
  });
}

test.each([
  ['no request at all', 'nonsense\r\n\r\n'],
  ['no host', 'POST /api/community.mine HTTP/1.1\r\ncontent-length: 0\r\n\r\n'],
  ['a length below nothing', 'POST /api/community.mine HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n{}'],
  ['two lengths', 'POST /api/community.mine HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
  [
    'a length and chunks, as those who smuggle do',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a header without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['a header with a line in it', 'GET / HTTP/1.1\r\nhost: x\r\nx: a\nb\r\n\r\n'],
])('%s is refused, and the server goes on', async (_what, text) => {
  expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect((await ask(server.origin, '/healthz', { method: 'GET' })).json?.ok).toBe(true);
});
