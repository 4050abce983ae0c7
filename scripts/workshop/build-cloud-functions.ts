// Bundles each cloud function into one file, with the package.json that CloudBase installs from.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import packageDescription from '../../package.json';
import { repositoryRoot } from './repository-root';

/** The cloud functions that exist, by the folder of their host. */
const cloudFunctionNames = ['api', 'timer'] as const;

/** What CloudBase installs by itself; everything else is inside the bundle. */
const installedByCloud = ['wx-server-sdk'] as const;

/** What no cloud function may reach: a native module of the self-hosted server. */
const onlyOnServers = ['libsql'];

/** Looked for by `pg` and never there: its native twin. */
const neverThere = ['pg-native'];

/**
 * Makes dist/cloudfunctions/<name> from cloudfunctions/hosts/wechat/<name>/index.ts.
 * @throws BuildFailure of esbuild, which names file and line
 */
export async function buildCloudFunction(name: string): Promise<void> {
  const host = join(repositoryRoot, 'cloudfunctions/hosts/wechat', name);
  const entry = join(host, 'index.ts');
  const folder = join(repositoryRoot, 'dist/cloudfunctions', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'index.js'),
    absWorkingDir: repositoryRoot,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    external: [...installedByCloud, ...neverThere],
    plugins: [
      {
        name: 'refuse-server-packages',
        setup: (bundler) => {
          bundler.onResolve({ filter: new RegExp(`^(${onlyOnServers.join('|')})$`) }, ({ path, importer }) => ({
            errors: [{ text: `${importer} brings ${path} into a cloud function` }],
          }));
        },
      },
    ],
    logLevel: 'silent',
  });
  const dependencies = Object.fromEntries(installedByCloud.map((dependency) => [dependency, packageDescription.dependencies[dependency]]));
  const description = { name: `qunhui-${name}`, version: packageDescription.version, private: true, main: 'index.js', dependencies };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  // What the function may ask of WeChat, and when its timer fires: read by DevTools and by `npm run deploy:functions`.
  await copyFile(join(host, 'config.json'), join(folder, 'config.json'));
}

/** Makes every folder of dist/cloudfunctions. */
export async function buildCloudFunctions(): Promise<void> {
  for (const name of cloudFunctionNames) await buildCloudFunction(name);
}
