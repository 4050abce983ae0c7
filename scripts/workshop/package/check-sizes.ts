// Weighs the packages of a built mini-program against WeChat's limits and against what its preload rules ask for.
import type { BuiltPackage, PackageComplaint } from './built-package';

const MEGABYTE = 1024 * 1024;
/** 官方文档 指南/基础能力/分包加载: each package, all packages, and what the pages of one package may preload together. */
const PACKAGE_MAX = 2 * MEGABYTE;
const TOTAL_MAX = 30 * MEGABYTE;
const PRELOAD_MAX = 2 * MEGABYTE;

/** What the main package is called in app.json. */
const MAIN = '__APP__';

/** The bytes of every package: the main one and the subpackages by their roots. */
function packageBytes(built: BuiltPackage): ReadonlyMap<string, number> {
  const apart = built.roots.map((root) => [root, built.bytesUnder(`${root}/`)] as const);
  const main = built.bytesUnder('') - apart.reduce((sum, [, bytes]) => sum + bytes, 0);
  return new Map([[MAIN, main], ...apart]);
}

/** Complains about packages that WeChat does not take. */
export function complainAboutSizes(built: BuiltPackage): PackageComplaint[] {
  const bytes = [...packageBytes(built)];
  const heavy = bytes
    .filter(([, size]) => size > PACKAGE_MAX)
    .map(([name, size]) => ({ file: name, what: `has ${size} bytes, ${PACKAGE_MAX} may be` }));
  const total = bytes.reduce((sum, [, size]) => sum + size, 0);
  return total > TOTAL_MAX ? [...heavy, { file: 'app.json', what: `all packages have ${total} bytes, ${TOTAL_MAX} may be` }] : heavy;
}

/** Complains about preload rules that name what is not there, or bring more than the pages of one package may preload together. */
export function complainAboutPreloads(built: BuiltPackage): PackageComplaint[] {
  const { preloadRule = {} } = built.configuration;
  const sizes = packageBytes(built);
  const homeOf = (page: string) => built.roots.find((root) => page.startsWith(`${root}/`)) ?? MAIN;
  const wanted = new Map<string, Set<string>>();
  for (const [page, { packages }] of Object.entries(preloadRule)) {
    const home = homeOf(page);
    wanted.set(home, new Set([...(wanted.get(home) ?? []), ...packages.filter((name) => name !== home)]));
  }
  const unknown = Object.entries(preloadRule).flatMap(([page, { packages }]) => [
    ...(built.pages.includes(page) ? [] : [page]),
    ...packages.filter((name) => !sizes.has(name)),
  ]);
  const heavy = [...wanted].flatMap(([home, packages]) => {
    const size = [...packages].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
    return size > PRELOAD_MAX ? [`the pages of ${home} preload ${size} bytes, ${PRELOAD_MAX} may be`] : [];
  });
  return [...unknown.map((name) => `preloadRule names ${name}, which is not there`), ...heavy].map((what) => ({ file: 'app.json', what }));
}
