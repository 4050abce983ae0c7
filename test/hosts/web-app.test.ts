// The built web app over HTTP: compressed, hashed files for ever, the page asked anew, its own scripts allowed and no others.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, startTestServer } from './node-host';

let folder: string;
let server: Awaited<ReturnType<typeof startTestServer>>;
const script = 'document.title = "x";';
const code = 'export const words = "群惠";'.repeat(200);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-web-'));
  await mkdir(join(folder, 'js'));
  await writeFile(join(folder, 'index.html'), `<!doctype html><script>${script}</script><script src="./js/app.0123abcd.js"></script>`);
  await writeFile(join(folder, 'js', 'app.0123abcd.js'), code);
  await writeFile(join(folder, 'js', 'plain.js'), code);
  server = await startTestServer({}, { webRoot: folder });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ask(server.origin, path, { method: 'GET', headers });

it('keeps hashed files for ever and asks for all others anew', async () => {
  expect((await get('/app/js/app.0123abcd.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  for (const path of ['/app/', '/app/index.html', '/app/js/plain.js']) expect((await get(path)).headers['cache-control']).toBe('no-cache');
});

it('answers 304 while nothing has changed, and with the new file once it has', async () => {
  const first = await get('/app/js/plain.js');
  const etag = String(first.headers.etag);
  expect((await get('/app/js/plain.js', { 'if-none-match': etag })).status).toBe(304);
  await writeFile(join(folder, 'js', 'plain.js'), `${code}// changed`);
  const second = await get('/app/js/plain.js', { 'if-none-match': etag });
  expect([second.status, second.text.endsWith('// changed')]).toEqual([200, true]);
});

it('compresses for those who can take it', async () => {
  const response = await fetch(`${server.origin}/app/js/app.0123abcd.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(code);
  expect((await get('/app/js/app.0123abcd.js')).headers['content-encoding']).toBeUndefined();
});

it('allows the page its own scripts by their hashes, and no other inline script', async () => {
  const policy = String((await get('/app/')).headers['content-security-policy']);
  expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain("'unsafe-inline'");
});

it('sends everybody from / to the app when there is no playground', async () => {
  expect((await get('/')).headers.location).toBe('/app/');
});
