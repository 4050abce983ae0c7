// A build is trusted only while its sources are what they were.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { repositoryRoot } from '../../scripts/workshop/repository-root';
import { filesUnder, hashOfSources, SourceStamp } from '../../scripts/workshop/source-stamp';

const sources = join('.cache', `stamp-test-${process.pid}`);
const absolute = (name: string) => join(repositoryRoot, sources, name);
const stamp = new SourceStamp(`stamp-test-${process.pid}`, [sources]);

beforeEach(() => {
  mkdirSync(absolute('inner'), { recursive: true });
  writeFileSync(absolute('one.ts'), 'one');
  writeFileSync(absolute('inner/two.ts'), 'two');
});
afterEach(() => {
  rmSync(join(repositoryRoot, sources), { recursive: true });
  stamp.remove();
});

test('the sources are all files below, in a stable order', () => {
  expect(filesUnder(sources).map((path) => path.slice(sources.length + 1))).toEqual(['inner/two.ts', 'one.ts']);
  expect(filesUnder('no-such-folder')).toEqual([]);
});

test('a stamp is fresh until a file changes, appears, disappears or is renamed', () => {
  expect(stamp.isFresh()).toBe(false);
  stamp.write(stamp.hash());
  expect(stamp.isFresh()).toBe(true);
  writeFileSync(absolute('one.ts'), 'one more');
  expect(stamp.isFresh()).toBe(false);
  writeFileSync(absolute('one.ts'), 'one');
  expect(stamp.isFresh()).toBe(true);
  writeFileSync(absolute('three.ts'), '');
  expect(stamp.isFresh()).toBe(false);
});

test('two files that swap their contents change the hash', () => {
  const before = hashOfSources([sources]);
  writeFileSync(absolute('one.ts'), 'two');
  writeFileSync(absolute('inner/two.ts'), 'one');
  expect(hashOfSources([sources])).not.toBe(before);
});

test('a stamp that was taken away is not fresh', () => {
  stamp.write(stamp.hash());
  stamp.remove();
  expect(stamp.isFresh()).toBe(false);
});
