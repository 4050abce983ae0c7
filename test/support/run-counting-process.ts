// Starts counting-process.ts and lets a test listen to it, start it, and kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A counting process that has opened its store and waits for `go`. */
export interface CountingProcess {
  /** The counts that it has acknowledged so far. */
  readonly counts: readonly number[];
  go(): void;
  /** Waits until it has acknowledged so many. */
  acknowledged(count: number): Promise<void>;
  /** Ends it as a power cut would, with no chance to say goodbye. */
  kill(): Promise<void>;
  /** Waits for its end and gives its exit code. */
  ended(): Promise<number | null>;
}

/** What a counting process is to do. */
export interface CountingJob {
  readonly engine: 'sqlite' | 'postgres';
  /** The file, or the address of the server. */
  readonly place: string;
  readonly id: string;
  readonly times: number;
  readonly atOnce: number;
}

const SCRIPT = fileURLToPath(new URL('./counting-process.ts', import.meta.url));

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('close', resolve);
  });
}

/**
 * Starts a counting process.
 * @throws Error with what it wrote when it ends before its store is open.
 */
export async function runCountingProcess(job: CountingJob): Promise<CountingProcess> {
  const values = [job.engine, job.place, job.id, String(job.times), String(job.atOnce)];
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, ...values], { stdio: ['pipe', 'pipe', 'pipe'] });
  const counts: number[] = [];
  let complaint = '';
  let isOpen = false;
  const listeners = new Set<() => void>();
  child.stderr.on('data', (part) => {
    complaint += String(part);
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'open') isOpen = true;
    else counts.push(Number(line));
    for (const listener of listeners) listener();
  });
  const until = (is: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!is()) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      child.once('close', () => (is() ? resolve() : reject(new Error(complaint))));
      look();
    });
  await until(() => isOpen);
  return {
    counts,
    go: () => {
      child.stdin.write('go\n');
    },
    acknowledged: (count) => until(() => counts.length >= count),
    async kill() {
      child.kill('SIGKILL');
      await endOf(child);
    },
    ended: () => endOf(child),
  };
}
