// The cloud functions carry a part of the table of media types only, and find with it whatever the whole table would find.
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundling } from '../../scripts/workshop/build-cloud-functions';

interface MediaTypes {
  lookup(name: string): string | false;
}

const load = createRequire(__filename);

test('every ending is of the same type in the bundle', async () => {
  const stdin = { contents: "module.exports = require('mime-types');", resolveDir: bundling.absWorkingDir };
  const { outputFiles } = await build({ ...bundling, stdin, write: false });
  const bundled = { exports: {} as MediaTypes };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(bundled, bundled.exports, load);
  const { lookup } = load('mime-types') as MediaTypes;
  const table = load('mime-db') as Readonly<Record<string, { readonly extensions?: readonly string[] }>>;
  const endings = Object.values(table).flatMap(({ extensions }) => extensions ?? []);
  expect(endings.length).toBeGreaterThan(1_000);
  for (const ending of endings) expect([ending, bundled.exports.lookup(`a.${ending}`)]).toEqual([ending, lookup(`a.${ending}`)]);
  expect(bundled.exports.lookup('a.nothing')).toBe(false);
});
