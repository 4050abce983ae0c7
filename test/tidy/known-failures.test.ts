// Every known failure of comparable systems has its test: the table in test/README.md is complete, and what it names exists.
import { expect, test } from 'vitest';
import { readFiles } from './repository';

const tests = new Map(readFiles(/\.test\.tsx?$/, ['test']).map(({ path, text }) => [path, text]));
const [readme] = readFiles(/README\.md$/, ['test']);

/** The rows of the table: the failure's number, the file and the name of its test. */
const rows = [...(readme?.text ?? '').matchAll(/^\| ([DP]\d+) \| [^|]+ \| `([^`|]+)` \| ([^|]+) \|$/gm)].map(
  ([, number = '', file = '', name = '']) => ({
    number,
    file: `test/${file}`,
    name,
  }),
);

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

test('every known failure is in the table', () => {
  expect([...new Set(rows.map(({ number }) => number))].sort()).toEqual([...numbered('D', 15), ...numbered('P', 18)].sort());
});

test.each(rows)('$number is held off by a test that exists: $name', ({ file, name }) => {
  const text = tests.get(file);
  expect(text, file).toBeDefined();
  const quoted = [`'${name.replaceAll("'", "\\'")}'`, `"${name}"`, `\`${name}\``];
  expect(
    quoted.some((one) => text?.includes(`(${one}`)),
    `${file}: ${name}`,
  ).toBe(true);
});
