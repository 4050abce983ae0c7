// What a phone has to load stays small: the packages of the mini-program, and the first load of the web app.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPhone } from '../support/browser';
import { sayPhone } from '../support/say-phone';
import { type StaticServer, serveFolder } from '../support/static-server';

const dist = resolve(__dirname, '..', '..', 'dist');
const KILOBYTE = 1024;

function bytesUnder(path: string): number {
  if (statSync(path).isFile()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0);
}

/** What a part has come to, beside its budget. */
function say(what: string, kilobytes: number, budget: number): void {
  sayPhone({ what, KB: kilobytes.toFixed(1), aim: `KB ≤ ${budget}`, reached: kilobytes <= budget ? 'yes' : 'no' });
}

interface AppConfiguration {
  readonly subPackages?: readonly { readonly root: string }[];
}

describe('the mini-program', () => {
  const folder = join(dist, 'weapp');
  const { subPackages = [] }: AppConfiguration = existsSync(folder) ? JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) : {};

  test('has a main package of at most 800 KB', () => {
    const apart = subPackages.reduce((sum, part) => sum + bytesUnder(join(folder, part.root)), 0);
    const size = (bytesUnder(folder) - apart) / KILOBYTE;
    say('main package', size, 800);
    expect(size).toBeLessThanOrEqual(800);
  });

  test('has subpackages of at most 500 KB each, and 900 where the owner has charts', () => {
    const most = (root: string) => (root === 'packages/owner' ? 900 : 500);
    const sizes = subPackages.map(({ root }) => ({ root, size: bytesUnder(join(folder, root)) / KILOBYTE }));
    for (const { root, size } of sizes) say(`subpackage ${root}`, size, most(root));
    expect(sizes.filter(({ root, size }) => size > most(root))).toEqual([]);
  });
});

describe('the web app', () => {
  let server: StaticServer;
  beforeAll(async () => {
    server = await serveFolder(join(dist, 'h5'));
  });
  afterAll(() => server.close());

  test('loads at most 350 KB of scripts and styles at first, compressed', async () => {
    const browser = await launchBrowser();
    const phone = await openPhone(browser);
    const loaded = new Map<string, number>();
    phone.page.on('response', async (response) => {
      const { pathname } = new URL(response.url());
      if (/\.(js|css)$/.test(pathname)) loaded.set(pathname, gzipSync(readFileSync(join(dist, 'h5', pathname))).length);
    });
    await phone.page.goto(`${server.origin}/`, { waitUntil: 'networkidle' });
    await browser.close();
    const kilobytes = [...loaded.values()].reduce((sum, size) => sum + size, 0) / KILOBYTE;
    say('web app, first load, gzip', kilobytes, 350);
    expect(loaded.size).toBeGreaterThan(1);
    expect(kilobytes, [...loaded].map(([name, size]) => `${name} ${size}`).join('\n')).toBeLessThanOrEqual(350);
  });
});
