// Bundles a program of this repository for Node: as it runs in earnest, in one file, with nothing around its functions.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { repositoryRoot } from './repository-root';
import { writeInCheckout } from './write-in-checkout';

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

async function isWritten(path: string, text: string): Promise<boolean> {
  try {
    return (await readFile(path, 'utf8')) === text;
  } catch {
    return false;
  }
}

/**
 * Bundles a TypeScript file with all that it imports but the installed packages, which takes half a second. The loader that other commands
 * go by hands every function through a helper that keeps its name; where closures are made by the thousand, that is a quarter of the time.
 * @param source its path in the repository
 * @returns the path of the bundle, with its map inside; whoever writes the same one meanwhile does no harm, and one that is there already
 * is left as it is, so that the account that runs the server need not be able to write its program
 * @throws BuildFailure of esbuild, which names file and line; Error in words when it cannot be written
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
  const text = outputFiles[0]?.text ?? '';
  if (await isWritten(path, text)) return path;
  await writeInCheckout(async () => {
    await mkdir(dirname(path), { recursive: true });
    const written = `${path}.${randomUUID()}`;
    await writeFile(written, text);
    await rename(written, path);
  });
  return path;
}

/** The server's own program. */
export const serverProgram = (): Promise<string> => bundleProgram('cloudfunctions/hosts/node/main.ts');

/** The program of the thread in which the embedded database is worked on. */
export const databaseThreadProgram = (): Promise<string> => bundleProgram('cloudfunctions/adapters/store-sqlite/sqlite-thread.ts');
