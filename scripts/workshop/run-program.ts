// Starts another program, waits for its end and keeps what it printed.
import { type ChildProcess, spawn } from 'node:child_process';
import { repositoryRoot } from './repository-root';

/** How a program is started. */
export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs; in the repository's root if not said. */
  readonly cwd?: string;
  /** Hears what the program sends by `process.send`. */
  readonly onMessage?: (message: unknown) => void;
  /** Hears each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
}

/** How a program ended. */
export interface ProgramResult {
  /** The exit code; 1 when a signal ended it. */
  readonly code: number;
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** Ends every program that was started here and still runs, so that Ctrl-C leaves nothing behind. */
export function stopPrograms(): void {
  for (const child of running) child.kill('SIGTERM');
}

/**
 * Runs a script with this Node.
 * @param args the script's path and its arguments
 */
export function runNode(args: readonly string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: options.cwd ?? repositoryRoot,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    running.add(child);
    const pieces: string[] = [];
    const hear = (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      pieces.push(text);
      options.onOutput?.(text);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('message', (message) => options.onMessage?.(message));
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: pieces.join('') });
    });
  });
}
