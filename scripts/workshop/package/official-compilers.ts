// Runs WeChat's own compilers of templates (wcc) and styles (wcsc), which the package miniprogram-compiler carries for this machine.
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../repository-root';

/** The compilers' names. */
export type OfficialCompiler = 'wcc' | 'wcsc';

/** How a compiler ended. */
export interface CompilerResult {
  /** The exit code; null when a signal ended it, as a mistake in a WXS script does. */
  readonly code: number | null;
  readonly said: string;
}

const folders: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

/** The compiler as a program that may be started: npm unpacks it without the right to run, and node_modules is left as it is. */
function programOf(name: OfficialCompiler): string {
  const packageRoot = dirname(createRequire(__filename).resolve('miniprogram-compiler/package.json'));
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const original = join(packageRoot, 'bin', folders[process.platform] ?? 'linux', file);
  const copy = join(repositoryRoot, '.cache/official-compilers', file);
  if (!existsSync(copy)) {
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(original, copy);
    chmodSync(copy, 0o755);
  }
  return copy;
}

/**
 * Runs a compiler in a folder and keeps what it said of mistakes; what it made is thrown away.
 * @throws Error if it cannot be started here, such as on a machine that it was not built for
 */
export function runOfficialCompiler(name: OfficialCompiler, args: readonly string[], folder: string): Promise<CompilerResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(programOf(name), args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', (cause) => reject(new Error(`${name} cannot be started on this machine`, { cause })));
    child.once('close', (code) => resolve({ code, said: Buffer.concat(said).toString('utf8').trim() }));
  });
}
