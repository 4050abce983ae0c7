// The documents tell of this repository: what they name is there, and the glossary says a thing once.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles, root } from './repository';
import { complainAboutDoubledWords, complainAboutNamedFiles } from './rules/documents';

const sample = ['core/values/day.ts', 'docs/policy.md'];
const named = (text: string) => complainAboutNamedFiles({ path: 'docs/a.md', text }, sample, (path) => sample.includes(path)).length;
const doubled = (text: string) => complainAboutDoubledWords({ path: 'docs/glossary.md', text }).map(({ what }) => what);

test('a file or a page that is nowhere is noticed', () => {
  expect([named('see `core/values/fen.ts`'), named('see [fen](../core/values/fen.ts)'), named('see `month.ts`')]).toEqual([1, 1, 1]);
  expect(named('see `core/values/day.ts`, `day.ts`, `x.ts` and [the policy](policy.md)')).toBe(0);
});

test('a word with two lines is noticed', () => {
  expect(doubled('| tier, ladder | 等级 |\n| deed | 事 |\n| tier | 级 |')).toEqual(['"tier" has a line already']);
});

test('documents name what is there', () => {
  const files = readFiles(/\.(tsx?|mjs|scss|md)$/);
  const paths = files.map(({ path }) => path);
  const exists = (path: string) => existsSync(join(root, path));
  const documents = files.filter(({ path }) => path.endsWith('.md'));
  expect(documents.flatMap((document) => complainAboutNamedFiles(document, paths, exists))).toEqual([]);
});

test('the glossary has one line per word', () => {
  expect(readFiles(/glossary\.md$/, ['docs']).flatMap(complainAboutDoubledWords)).toEqual([]);
});
