// The tidy rules catch what they are there to catch: each is shown a bad sample and a good one.
import { describe, expect, test } from 'vitest';
import type { Complaint, SourceFile } from './repository';
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

const file = (path: string, text = ''): SourceFile => ({ path, text });
const whatOf = (complaints: readonly Complaint[]) => complaints.map(({ what }) => what);
const importing = (path: string, line: string) => whatOf(complainAboutImports(file(path, line)));

describe('the direction of imports', () => {
  test.each([
    ['a rule that asks the server', 'core/rules/coupon/claim.ts', "import { x } from '#server/ports/store';"],
    ['a value that asks a rule', 'core/values/day.ts', "import { x } from '#core/rules/decision';"],
    ['a rule that brings the schemas along', 'core/rules/coupon/claim.ts', "import { contract } from '#core/contract';"],
    ['a rule with a package', 'core/rules/coupon/claim.ts', "import * as v from 'valibot';"],
    ['a port that knows an adapter', 'cloudfunctions/ports/store.ts', "import { x } from '../adapters/store-memory/memory';"],
    ['a feature that imports another', 'cloudfunctions/features/coupon/claim.ts', "import { x } from '#server/features/checkin/check';"],
    [
      'a feature that imports an adapter',
      'cloudfunctions/features/coupon/claim.ts',
      "export { x } from '#server/adapters/store-memory/memory';",
    ],
    ['a feature that imports the application', 'cloudfunctions/features/coupon/claim.ts', "import { x } from '#server/app/create-app';"],
    [
      'an adapter that imports its neighbour',
      'cloudfunctions/adapters/store-sqlite/a.ts',
      "import { x } from '#server/adapters/store-postgres/b';",
    ],
    ['a host that imports the other', 'cloudfunctions/hosts/node/main.ts', "import { x } from '#server/hosts/wechat/api/index';"],
    ['a phone that ships the schemas', 'src/features/coupon/wall.ts', "import { contract } from '#core/contract';"],
    ['a phone that imports the server', 'src/pages/home/index.tsx', "import { x } from '#server/app/create-app';"],
    ['words for everybody that bring the owner’s along', 'src/i18n/coupon-en.ts', "import { x } from '#app/i18n/owner/points-en';"],
    ['the same by way of all of them', 'src/i18n/zh-cn.ts', "import { x } from '#app/i18n/owners-words';"],
    ['a component that knows a feature', 'src/ui/ticket.tsx', "import { x } from '#app/features/coupon/wall';"],
    ['a server that draws', 'cloudfunctions/app/create-app.ts', "import { View } from '@tarojs/components';"],
    ['anything that imports a test, also later', 'scripts/start.ts', "void import('../test/support/town');"],
  ])('catches %s', (_says, path, line) => {
    expect(importing(path, line)).toHaveLength(1);
  });

  test.each([
    ['a rule on a value', 'core/rules/coupon/claim.ts', "import { x } from '#core/values/day';"],
    ['a rule on what an action carries', 'core/rules/coupon/claim.ts', "import type { Input } from '#core/contract';"],
    [
      'a feature on its own files and on its context',
      'cloudfunctions/features/coupon/claim.ts',
      "import { x } from './read'; import { y } from '#server/app/request-context';",
    ],
    ['a phone on the types of the contract', 'src/features/coupon/wall.ts', "import { type Input } from '#core/contract';"],
    ['words for everybody on the shape of the owner’s', 'src/i18n/words.ts', "import type { X } from '#app/i18n/owner-zh-cn';"],
    ['a test on anything', 'test/features/loop.test.ts', "import { x } from '#server/app/create-app'; import y from 'fast-check';"],
  ])('allows %s', (_says, path, line) => {
    expect(importing(path, line)).toEqual([]);
  });

  test('catches a file that stands in no part of the house', () => {
    expect(importing('shed/rake.ts', '')).toHaveLength(1);
  });
});

describe('purity', () => {
  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const luck = Math.random();',
    'export async function decide() {}',
    'const later = (run) => setTimeout(run, 10);',
    'const mode = process.env.NODE_ENV;',
    'console.log(1);',
    'const hour = new Date(0).getHours();',
    'const words = someDate.toLocaleString();',
    'const id = crypto.randomUUID();',
    'document.title = "x";',
  ])('catches %s', (line) => {
    expect(whatOf(complainAboutImpurity(file('core/rules/sample.ts', line)))).not.toEqual([]);
  });

  test.each([
    'const moment = new Date(instant);',
    'const ledger = { process: 1, console: 2 }; ledger.process;',
    'function read(document) { return document.id; }',
    'const text = (12).toString();',
  ])('allows %s', (line) => {
    expect(whatOf(complainAboutImpurity(file('core/rules/sample.ts', line)))).toEqual([]);
  });
});

describe('names', () => {
  test.each([
    'src/utils/day.ts',
    'core/values/helpers.ts',
    'src/features/coupon/CouponCard.tsx',
    'test/support/fixed_clock.ts',
    'src/common.ts',
  ])('catches %s', (path) => expect(complainAboutName(file(path))).toHaveLength(1));

  test.each(['src/i18n/zh-CN.ts', 'src/platform/share.weapp.ts', 'test/store/store.postgres.test.ts', 'cloudfunctions/app/check-data.ts'])(
    'allows %s',
    (path) => expect(complainAboutName(file(path))).toEqual([]),
  );
});

describe('files and functions', () => {
  test('a file opens with a sentence', () => {
    expect(complainAboutOpening(file('core/a.ts', "import 'x';\n"))).toHaveLength(1);
    expect(complainAboutOpening(file('core/a.ts', '// todo\n'))).toHaveLength(1);
    expect(complainAboutOpening(file('core/a.ts', '// Money in whole fen.\n'))).toEqual([]);
    expect(complainAboutOpening(file('src/a.scss', '/* A ticket. */\n'))).toEqual([]);
  });

  test('a file has fewer than 300 lines, unless it is a list of the whole', () => {
    const long = 'x\n'.repeat(300);
    expect(complainAboutLength(file('core/rules/a.ts', long))).toHaveLength(1);
    expect(complainAboutLength(file('test/rules/a.test.ts', long))).toHaveLength(1);
    expect(complainAboutLength(file('core/rules/a.ts', 'x\n'.repeat(299)))).toEqual([]);
    expect(complainAboutLength(file('core/contract.ts', long))).toEqual([]);
    expect(complainAboutLength(file('core/shapes/a.ts', long))).toHaveLength(1);
    expect(complainAboutLength(file('src/i18n/en.ts', long))).toHaveLength(1);
  });

  test('a function has fewer than 70 lines', () => {
    const body = (lines: number) => `function decide() {\n${'  step();\n'.repeat(lines - 2)}}\n`;
    expect(whatOf(complainAboutFunctions(file('core/rules/a.ts', body(70))))).toEqual(['a function of 70 lines']);
    expect(complainAboutFunctions(file('core/rules/a.ts', body(69)))).toEqual([]);
    expect(complainAboutFunctions(file('src/a.tsx', body(70).replace('function decide()', 'export const decide = () =>')))).toHaveLength(1);
  });

  test.each(['see /home/ann/qunhui', "const folder = '/Users/ann/x';", 'C:\\Users\\ann', '/root/qunhui/a.ts'])(
    'no path of one machine: %s',
    (line) => {
      expect(complainAboutMachinePaths(file('docs/a.md', line))).toHaveLength(1);
    },
  );

  test.each(['https://host/home/page', "page.goto('/app/home/index')", 'pages/root/x', 'DATA_DIR=/var/lib/qunhui'])(
    'an address is no such path: %s',
    (line) => {
      expect(complainAboutMachinePaths(file('docs/a.md', line))).toEqual([]);
    },
  );
});

describe('dead exports', () => {
  const dead = (...files: SourceFile[]) => complainAboutDeadExports(files).map(({ what }) => what);

  test('are those that nothing or only a test asks for, and values that stay within their file', () => {
    expect(
      dead(
        file('core/values/a.ts', 'export const used = 1;\nexport const unused = 2;\nexport function tested() {}\nexport type Gone = 1;'),
        file('core/values/b.ts', "import { used } from './a';\nexport const own = used;\nexport const c = own;"),
        file('core/values/c.ts', "import { c } from './b';\nc();"),
        file('test/values/a.test.ts', "import { tested } from '#core/values/a';\ntested();"),
      ),
    ).toEqual(['no program uses unused', 'no program uses tested', 'no program uses Gone', 'own need not be exported']);
  });

  test('are not types of a signature, what a file uses itself and a test looks into, defaults, and the reference of stores', () => {
    expect(
      dead(
        file(
          'core/values/a.ts',
          'export interface Parts { a: 1 }\nexport const LIMIT = 3;\nexport function make(parts: Parts) { return LIMIT; }',
        ),
        file('src/app.tsx', "import { make } from '#core/values/a';\nexport default make;"),
        file('cloudfunctions/adapters/store-memory/create-memory-store.ts', 'export function createMemoryStore() {}'),
        file('test/values/a.test.ts', "import { LIMIT } from '#core/values/a';"),
      ),
    ).toEqual([]);
  });
});

describe('dead files', () => {
  const dead = (...files: SourceFile[]) => complainAboutDeadFiles(files).map(({ path }) => path);

  test('are those that nothing leads to, and those that only tests use', () => {
    expect(
      dead(
        file('src/app.tsx', "import { used } from '#app/features/used';"),
        file('src/features/used.ts', "import './used.scss';"),
        file('src/features/used.scss', "@use '../ui/tokens';"),
        file('src/ui/tokens.scss'),
        file('src/features/unused.ts'),
        file('src/features/only-in-a-test.ts'),
        file('test/client/only.test.ts', "import '#app/features/only-in-a-test'; import '../support/town';"),
        file('test/support/town.ts'),
        file('test/support/forgotten.ts'),
      ),
    ).toEqual(['src/features/unused.ts', 'src/features/only-in-a-test.ts', 'test/support/forgotten.ts']);
  });

  test('are not the variants of a platform, nor a page beside its settings', () => {
    expect(
      dead(
        file('src/app.tsx', "import { share } from '#app/platform/share'; import { Bar } from '#app/ui/bar.tsx';"),
        file('src/platform/share.ts'),
        file('src/platform/share.weapp.ts'),
        file('src/platform/share.h5.ts'),
        file('src/ui/bar.tsx'),
        file('src/ui/bar.h5.tsx'),
        file('src/pages/home/index.config.ts'),
        file('src/pages/home/index.tsx'),
      ),
    ).toEqual([]);
  });
});
