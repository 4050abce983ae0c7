// Counts by the operating system's own account how often the embedded store makes the disk take what it was given: strace sees every call.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './find-program';
import { runProgram } from './run-bundled';

const COMMITS = 100;

/** Says in words how many flushes the commits of a process took, or what is missing to count them. */
export async function countFlushes(): Promise<string> {
  const strace = findProgram('strace');
  if (strace === null) return 'fsync per commit: not counted, strace is not on PATH';
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-flushes-'));
  try {
    const flushes = async (commits: number): Promise<number> => {
      const counted = join(folder, `calls-${commits}`);
      const before = [strace, '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', counted];
      await runProgram('scripts/bench/commit-process.ts', [join(folder, `commits-${commits}.db`), String(commits)], { before });
      return (await readFile(counted, 'utf8')).split('\n').filter((line) => /\bf(?:data)?sync\(\d+\) += 0/.test(line)).length;
    };
    // Opening and closing flush as well: what a hundred commits more take is theirs alone.
    const more = (await flushes(2 * COMMITS)) - (await flushes(COMMITS));
    return `fsync per commit, counted with strace over ${COMMITS} commits: ${(more / COMMITS).toFixed(2)}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
