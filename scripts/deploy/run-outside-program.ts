// Runs a program that is not ours, shows what it says, and tells how it ended.
import { spawn } from 'node:child_process';
import type { DeployWorld, ProgramName } from './deploy-world';

/** How a program ended: its exit code, or why it never ran or was stopped. */
export type ProgramEnd =
  | { readonly kind: 'ended'; readonly code: number; readonly output: string }
  | { readonly kind: 'failed_to_start'; readonly reason: string }
  | { readonly kind: 'stopped' };

/** Colours and the moving parts of progress signs, which are noise in a log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with the control character that they are named after.
const escapeSequences = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** Runs a program in a folder, with an environment in which further variables are set. */
export function runOutsideProgram(
  world: DeployWorld,
  name: ProgramName,
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>>,
): Promise<ProgramEnd> {
  const [command, ...first] = world.programs[name];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: folder,
      env: { ...world.environment, NO_COLOR: '1', FORCE_COLOR: '0', CI: '1', ...variables },
      // Without a terminal no program can wait for an answer that nobody gives.
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: world.stop,
    });
    const pieces: string[] = [];
    const hear = (chunk: Buffer) => {
      const text = chunk.toString('utf8').replaceAll(escapeSequences, '');
      pieces.push(text);
      for (const line of text.split(/\r?\n|\r/)) if (line.trim() !== '') world.say(`      ${line.trimEnd()}`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => {
      resolve(world.stop.aborted ? { kind: 'stopped' } : { kind: 'failed_to_start', reason: error.message });
    });
    child.once('close', (code) => {
      resolve(world.stop.aborted ? { kind: 'stopped' } : { kind: 'ended', code: code ?? 1, output: pieces.join('') });
    });
  });
}
