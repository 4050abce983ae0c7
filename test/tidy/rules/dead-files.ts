// Finds files that nothing leads to from any of the places where programs begin.
import { type Complaint, importsOf, type SourceFile, targetOf } from '../repository';

/** Where programs begin: commands, hosts, tools' own settings, pages (declared in app.config.ts, which has a test of its own), tests. */
const entries = [
  /^scripts\/[^/]+\.(ts|mjs)$/,
  /^config\/index\.ts$/,
  /^cloudfunctions\/hosts\/wechat\/[^/]+\/index\.ts$/,
  /^src\/app\.(tsx|config\.ts)$/,
  /^src\/(pages|packages)\/(.+\/)?[^/]+\.config\.ts$/,
  // An app of its own, which Taro builds beside ours to be measured.
  /^scripts\/bench\/empty-page\/.+\.tsx?$/,
  // What a browser, or the server, starts in a thread of its own.
  /^src\/platform\/[^/]+-thread\.ts$/,
  /^cloudfunctions\/adapters\/store-sqlite\/sqlite-thread\.ts$/,
  // A page that WeChat draws itself: a native one, beside its .wxml.
  /^src\/packages\/chat-tool\/[^/]+\/index\.ts$/,
  /^test\/.+\.test\.tsx?$/,
  // Programs of their own, which the playground bundles and tests start.
  /^cloudfunctions\/hosts\/node\/playground\/page\/page\.(ts|css)$/,
  /^(test\/support|scripts\/bench)\/[^/]+-process\.ts$/,
  // The reference that the other stores are compared with; tests are its whole purpose.
  /^cloudfunctions\/adapters\/store-memory\/[^/]+\.ts$/,
];

/** The files that one path of an import may mean: with its ending, and with a platform's variants beside it. */
function candidates(target: string): string[] {
  const bare = target.replace(/\.(tsx?|mjs)$/, '');
  const endings = ['.ts', '.tsx', '.weapp.ts', '.h5.ts', '.weapp.tsx', '.h5.tsx', '.mjs'];
  return [target, ...endings.map((ending) => bare + ending), `${target}.scss`];
}

const styleImport = /@(?:use|import|forward)\s+['"]([^'"]+)['"]/g;

function targetsOf(file: SourceFile): string[] {
  if (/\.s?css$/.test(file.path)) {
    return [...file.text.matchAll(styleImport)].flatMap((match) => {
      const target = match[1] === undefined ? null : targetOf(file.path, match[1].startsWith('.') ? match[1] : `./${match[1]}`);
      return target === null ? [] : [target];
    });
  }
  const targets = importsOf(file).flatMap(({ target }) => (target === null ? [] : [target]));
  // A page's settings lead to the page; Taro finds it beside them.
  return /\/[^/]+\.config\.ts$/.test(file.path) ? [...targets, file.path.replace('.config.ts', '')] : targets;
}

/** Complains about every file that cannot be reached. Tests keep only test files alive: what only tests use is dead. */
export function complainAboutDeadFiles(files: readonly SourceFile[]): Complaint[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const alive = new Set<string>();
  const reach = (path: string, fromTest: boolean) => {
    const file = byPath.get(path);
    if (!file || alive.has(path) || (fromTest && !path.startsWith('test/'))) return;
    alive.add(path);
    for (const target of targetsOf(file)) for (const candidate of candidates(target)) reach(candidate, path.startsWith('test/'));
  };
  for (const { path } of files) if (entries.some((entry) => entry.test(path))) reach(path, false);
  return files.filter(({ path }) => !alive.has(path)).map(({ path }) => ({ path, line: 1, what: 'nothing leads here' }));
}
