// The real server as a program of its own, which can be killed as a power cut would kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { databaseThreadProgram, serverProgram } from '../workshop/bundle-program';
import { repositoryRoot } from '../workshop/repository-root';

/** A server that answers under its origin. */
export interface ServerProgram {
  readonly origin: string;
  /** Ends it with no chance to say goodbye. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

const program = 'require(process.argv[1]).runServer(process.env, { databaseThread: process.argv[2] }).then((code) => process.exit(code))';

async function endOf(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill(signal);
  await ended;
}

/**
 * Starts the server with these environment variables.
 * @throws Error with what it printed when it ends before it answers
 */
export async function startServerProgram(variables: Readonly<Record<string, string>>): Promise<ServerProgram> {
  const env = { PATH: process.env['PATH'] ?? '', DEMO: '0', ...variables };
  const bundles = [await serverProgram(), await databaseThreadProgram()];
  const child = spawn(process.execPath, ['--eval', program, ...bundles], {
    cwd: repositoryRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      printed += piece.toString('utf8');
      const found = /(http:\/\/[\d.:]+)\/app\/[\s\S]*Ctrl-C/.exec(printed);
      if (found?.[1] !== undefined) resolve(found[1]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`the server ended before it answered:\n${printed}`)));
  });
  return { origin, kill: () => endOf(child, 'SIGKILL'), stop: () => endOf(child, 'SIGTERM') };
}
