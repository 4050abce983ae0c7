// A checkout of this repository for tests that start it as an operator does, with a web app that takes no time to build.
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');
const copied = ['cloudfunctions', 'core', 'config', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Plays Taro: writes the page that it would build. */
const playedTaro =
  "const fs = require('node:fs'); fs.mkdirSync('dist/h5', { recursive: true }); fs.writeFileSync('dist/h5/index.html', 'built');";

/** The installed packages, but for the one that builds. */
async function installInto(folder: string): Promise<void> {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  const link = async (names: readonly string[], scope = '') => {
    await mkdir(join(to, scope), { recursive: true });
    for (const name of names) await symlink(join(from, scope, name), join(to, scope, name));
  };
  await link((await readdir(from)).filter((name) => name !== '@tarojs' && name !== '.cache'));
  await link(
    (await readdir(join(from, '@tarojs'))).filter((name) => name !== 'cli'),
    '@tarojs',
  );
  const cli = join(to, '@tarojs', 'cli');
  await mkdir(join(cli, 'bin'), { recursive: true });
  await writeFile(join(cli, 'bin/taro'), playedTaro);
  await mkdir(join(folder, '.cache'));
  await cp(join(root, '.cache/installed.sha256'), join(folder, '.cache/installed.sha256'));
}

/** Makes a checkout that is installed and not built. */
export async function makeCheckout(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-checkout-'));
  for (const name of copied) await cp(join(root, name), join(folder, name), { recursive: true });
  await installInto(folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
