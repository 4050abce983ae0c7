// What differs by platform is chosen by the bundler, whichever way a file is imported.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import webpack from 'webpack';
import { PlatformFilePlugin, platformFileOf } from '../../config/platform-file-plugin';

test.each([
  ['/app/src/platform/share.ts', '/app/src/platform/share.weapp.ts'],
  ['/app/src/ui/top-bar.tsx', '/app/src/ui/top-bar.weapp.tsx'],
  ['/app/src/platform/share.h5.ts', undefined],
  ['/app/src/app.config.ts', undefined],
  ['/app/core/values/day.ts', undefined],
  ['/app/src/ui/card.scss', undefined],
])('the file for WeChat beside %s is %s', (path, own) => {
  expect(platformFileOf(path, '/app/src', 'weapp')).toBe(own);
});

describe('the bundler', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qunhui-platform-'));
    mkdirSync(join(folder, 'src/platform'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "imports": { "#app/*": "./src/*.ts" } }');
    for (const file of ['share.ts', 'share.weapp.ts', 'scan.ts', 'scan.h5.ts']) writeFileSync(join(folder, 'src/platform', file), '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function resolveFile(request: string): Promise<string> {
    const plugin = new PlatformFilePlugin(join(folder, 'src'), 'weapp');
    const compiler = webpack({
      context: folder,
      resolve: { extensions: ['.ts', '.tsx'], plugins: [{ apply: (resolver) => plugin.apply(resolver as never) }] },
    });
    const resolver = compiler.resolverFactory.get('normal', { dependencyType: 'esm' });
    return new Promise((done, failed) => {
      resolver.resolve({}, join(folder, 'src/platform'), request, {}, (error, path) => {
        if (error || !path) failed(error ?? new Error('nothing found'));
        else done(path.slice(folder.length));
      });
    });
  }

  test.each([
    ['#app/platform/share', '/src/platform/share.weapp.ts'],
    ['./share', '/src/platform/share.weapp.ts'],
    ['#app/platform/scan', '/src/platform/scan.ts'],
    ['./scan', '/src/platform/scan.ts'],
  ])('finds for %s the file %s', async (request, file) => {
    expect(await resolveFile(request)).toBe(file);
  });
});
