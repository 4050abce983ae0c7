// Bundles a program of this repository for Node: as it runs in earnest, in one file, with nothing around its functions.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { repositoryRoot } from './repository-root';

/** Sources find what lies beside them, wherever the bundle is written. */
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  setup: (bundler) => {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('__dirname')) return undefined;
      return { contents: text.replaceAll('__dirname', JSON.stringify(dirname(path))), loader: 'ts' };
    });
  },
};

/**
 * Bundles a TypeScript file with all that it imports but the installed packages, which takes half a second. The loader that other commands
 * go by hands every function through a helper that keeps its name; where closures are made by the thousand, that is a quarter of the time.
 * @param source its path in the repository
 * @returns the path of the bundle, with its map inside; whoever writes the same one meanwhile does no harm
 * @throws BuildFailure of esbuild, which names file and line
 */
export async function bundleProgram(source: string): Promise<string> {
  const path = join(repositoryRoot, '.cache/programs', `${basename(dirname(source))}-${basename(source, '.ts')}.cjs`);
  const { outputFiles } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: [source],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'silent',
    plugins: [placesOfSources],
  });
  await mkdir(dirname(path), { recursive: true });
  const written = `${path}.${randomUUID()}`;
  await writeFile(written, outputFiles[0]?.contents ?? '');
  await rename(written, path);
  return path;
}

/** The program of the thread in which the embedded database is worked on. */
export const databaseThreadProgram = (): Promise<string> => bundleProgram('cloudfunctions/adapters/store-sqlite/sqlite-thread.ts');
