// The house is tidy: imports point downward, rules are pure, files are small, named well and used.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Complaint, codeFolders, readFiles, root, type SourceFile } from './repository';
import { complainAboutDeadExports } from './rules/dead-exports';
import { complainAboutDeadFiles } from './rules/dead-files';
import { complainAboutImports } from './rules/import-direction';
import {
  complainAboutFunctions,
  complainAboutLength,
  complainAboutMachinePaths,
  complainAboutName,
  complainAboutOpening,
} from './rules/names-and-lengths';
import { complainAboutImpurity } from './rules/purity';

const code = readFiles(/\.tsx?$/, codeFolders);
const codeAndStyles = [...code, ...readFiles(/\.(scss|css|mjs)$/, codeFolders)];

const sentenceOf = ({ path, line, what }: Complaint) => `${path}:${line} ${what}`;

function complaintsOf(files: readonly SourceFile[], rule: (file: SourceFile) => Complaint[]): string[] {
  return files.flatMap(rule).map(sentenceOf);
}

describe('the house', () => {
  test('has files to look at', () => expect(code.length).toBeGreaterThan(100));

  test('imports point downward only', () => expect(complaintsOf(code, complainAboutImports)).toEqual([]));

  test('the core is pure', () => {
    expect(
      complaintsOf(
        code.filter(({ path }) => path.startsWith('core/')),
        complainAboutImpurity,
      ),
    ).toEqual([]);
  });

  test('files are named after what they hold', () => expect(complaintsOf(codeAndStyles, complainAboutName)).toEqual([]));

  test('files open with a sentence on what they are for', () => expect(complaintsOf(codeAndStyles, complainAboutOpening)).toEqual([]));

  test('files have fewer than 300 lines', () => expect(complaintsOf(codeAndStyles, complainAboutLength)).toEqual([]));

  test('functions have fewer than 70 lines', () => expect(complaintsOf(code, complainAboutFunctions)).toEqual([]));

  test('no file names a path of one machine', () => {
    const texts = readFiles(/\.(tsx?|mjs|js|json|md|s?css|html|ya?ml|sql|csv)$|\/run$/).filter(
      ({ path }) => path !== 'test/tidy/bad-samples.test.ts',
    );
    expect(complaintsOf(texts, complainAboutMachinePaths)).toEqual([]);
  });

  test('the lock file names no registry', () => {
    const [lock] = readFiles(/package-lock\.json$/);
    expect(lock?.text.match(/"resolved": "https?:[^"]*"/g) ?? []).toEqual([]);
  });
});

interface DeclaredApp {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

test('the pages that exist are those that the app declares', async () => {
  Object.assign(globalThis, { defineAppConfig: (configuration: unknown) => configuration });
  const { default: app } = (await import('#app/app.config')) as unknown as { default: DeclaredApp };
  const declared = [...app.pages, ...(app.subPackages ?? []).flatMap((part) => part.pages.map((page) => join(part.root, page)))];
  const present = code
    .filter(({ path }) => /^src\/(pages|packages)\/.*\.config\.ts$/.test(path))
    .map(({ path }) => path.slice(4).replace('.config.ts', ''));
  expect([...declared].sort()).toEqual(present.sort());
  expect(declared.filter((page) => !existsSync(join(root, 'src', `${page}.tsx`)))).toEqual([]);
});

test('nothing lies about that no program leads to', () => {
  expect(complainAboutDeadFiles(codeAndStyles).map(({ path }) => path)).toEqual([]);
});

test('nothing is exported that no program asks for', () => {
  expect(complainAboutDeadExports(codeAndStyles.filter(({ path }) => /\.(tsx?|mjs)$/.test(path))).map(sentenceOf)).toEqual([]);
});
