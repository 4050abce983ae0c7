// Bundles each cloud function into one file with everything inside, WeChat's SDK too: one file loads about twice as fast as its modules.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import packageDescription from '../../package.json';
import { repositoryRoot } from './repository-root';

/** The cloud functions that exist, by the folder of their host. */
export const cloudFunctionNames = ['api', 'timer'] as const;

/** What no cloud function may reach: native modules and what only the self-hosted server needs. */
const onlyOnServers = ['libsql', 'pg', 'hono'];

/** The SDK's model interfaces bring streams of their own for old engines; every runtime that a cloud function can choose has them. */
const streamsOfTheRuntime: Plugin = {
  name: 'streams-of-the-runtime',
  setup: (bundler) => {
    const namespace = 'streams-of-the-runtime';
    bundler.onResolve({ filter: /^web-streams-polyfill$/ }, ({ path }) => ({ path, namespace }));
    bundler.onLoad({ filter: /.*/, namespace }, () => ({ contents: "module.exports = require('node:stream/web');", loader: 'js' }));
  },
};

/** Uploads look media types up by the endings of names: a type without an ending is never found, and most of the table is such types. */
const mediaTypesWithEndings: Plugin = {
  name: 'media-types-with-endings',
  setup: (bundler) => {
    bundler.onLoad({ filter: /[\\/]mime-db[\\/]db\.json$/ }, async ({ path }) => {
      const table: Readonly<Record<string, { readonly extensions?: readonly string[] }>> = JSON.parse(await readFile(path, 'utf8'));
      const named = Object.entries(table).filter(([, { extensions }]) => extensions !== undefined);
      return { contents: JSON.stringify(Object.fromEntries(named)), loader: 'json' };
    });
  },
};

/** How anything is bundled for a cloud function; the function bench bundles the bare SDK the same way, to compare. */
export const bundling = {
  absWorkingDir: repositoryRoot,
  bundle: true,
  platform: 'node',
  // The oldest runtime that an owner can still choose.
  target: 'node18',
  format: 'cjs',
  minify: true,
  // Errors and log lines name classes and functions as the source does.
  keepNames: true,
  logLevel: 'silent',
  plugins: [streamsOfTheRuntime, mediaTypesWithEndings] as Plugin[],
} as const;

/**
 * Makes a folder from cloudfunctions/hosts/wechat/<name>/index.ts, dist/cloudfunctions/<name> unless told otherwise.
 * @returns what went into the bundle, for whoever asks how large it is
 * @throws BuildFailure of esbuild, which names file and line
 */
export async function buildCloudFunction(
  name: string,
  folder: string = join(repositoryRoot, 'dist/cloudfunctions', name),
): Promise<Metafile> {
  const host = join(repositoryRoot, 'cloudfunctions/hosts/wechat', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({
    ...bundling,
    entryPoints: [join(host, 'index.ts')],
    outfile: join(folder, 'index.js'),
    metafile: true,
    plugins: [
      ...bundling.plugins,
      {
        name: 'refuse-server-packages',
        setup: (bundler) => {
          bundler.onResolve({ filter: new RegExp(`^(${onlyOnServers.join('|')})$`) }, ({ path, importer }) => ({
            errors: [{ text: `${importer} brings ${path} into a cloud function` }],
          }));
        },
      },
    ],
  });
  // Nothing is left to install: the bundle carries all that it needs.
  const description = { name: `qunhui-${name}`, version: packageDescription.version, private: true, main: 'index.js' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  // What the function may ask of WeChat, and when its timer fires: read by DevTools and by `npm run deploy:functions`.
  await copyFile(join(host, 'config.json'), join(folder, 'config.json'));
  return metafile;
}

/** Makes every folder of dist/cloudfunctions. */
export async function buildCloudFunctions(): Promise<void> {
  for (const name of cloudFunctionNames) await buildCloudFunction(name);
}
