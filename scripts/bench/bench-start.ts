// How long `npm start` takes until it answers, the first time and the second, and what memory the server takes, at rest and after much work.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../workshop/postgres-server';
import { repositoryRoot } from '../workshop/repository-root';
import { onSqlite } from './bench-engines';
import { allOf, atMost, type BenchReport, inSmall, medianOf, type TableRows } from './measure';
import { startProgram } from './run-bundled';
import type { TownQuestion } from './town-process';

const SECOND_STARTS = 3;
const SECOND_START_MOST = 5;
const ACTIONS = inSmall ? 2_000 : 100_000;
const MEMBERS = 300;
const GROWTH_MOST = 1.1;
const POLL_MS = 50;

interface Started {
  readonly seconds: number;
  /** The memory that the server holds when it has nothing to do, in MB; null where the system does not say. */
  readonly restingMB: number | null;
}

/** The resident memory of a process and of those that it started, in MB, as Linux counts it. */
async function residentMB(pid: number): Promise<number | null> {
  try {
    const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter((child) => child !== '');
    const of = await Promise.all(children.map((child) => residentMB(Number(child))));
    const own = Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
    return own + of.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  } catch {
    return null;
  }
}

async function isAnswering(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

/** Starts as `npm start` does and waits for the first answer; then ends it as Ctrl-C does. */
async function startOnce(dataDir: string): Promise<Started> {
  const port = await freePort();
  const startedAt = performance.now();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
  const server: ChildProcess = spawn(process.execPath, [join(repositoryRoot, 'scripts/bootstrap.mjs'), 'start'], { env, stdio: 'ignore' });
  const ended = once(server, 'exit');
  while (!(await isAnswering(port))) {
    if (server.exitCode !== null) throw new Error(`npm start ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const restingMB = await residentMB(server.pid ?? 0);
  server.kill('SIGTERM');
  await ended;
  return { seconds, restingMB };
}

async function measureStarts(): Promise<TableRows> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qunhui-bench-'));
  try {
    // As after an installation: nothing has been built. The build that follows makes the same files again.
    await rm(join(repositoryRoot, 'dist/h5'), { recursive: true, force: true });
    const first = await startOnce(dataDir);
    const again: Started[] = [];
    for (let start = 0; start < SECOND_STARTS; start += 1) again.push(await startOnce(dataDir));
    const seconds = medianOf(again.map((start) => start.seconds));
    const resting = medianOf(again.map((start) => start.restingMB ?? Number.NaN));
    return [
      { what: 'first start after installing: builds the web app, makes the demo community', s: first.seconds.toFixed(1) },
      { what: `second start, median of ${SECOND_STARTS}`, s: seconds.toFixed(1), ...atMost(seconds, SECOND_START_MOST, 's') },
      {
        what: 'memory at rest after it, with what started the server',
        MB: Number.isNaN(resting) ? 'not said by this system' : Math.round(resting),
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Memory {
  readonly resident: number;
  readonly heap: number;
}

/** The application in a process of its own, on SQLite, after so many actions and after twice as many. */
async function measureMemory(): Promise<TableRows> {
  return onSqlite(async (engine) => {
    const server = await startProgram('scripts/bench/town-process.ts', { node: ['--expose-gc'] });
    const ask = <Answer>(question: TownQuestion): Promise<Answer> => server.ask(question);
    await ask({ what: 'open', engine: engine.name, place: await engine.freshPlace() });
    await ask({ what: 'found', members: MEMBERS, name: 'bench' });
    const campaignId = await ask<string>({ what: 'publish', deed: 'check-in', stock: 0 });
    const live = () => ask({ what: 'live', actions: ACTIONS / 2, campaignId, members: MEMBERS });
    const before = await ask<Memory>({ what: 'memory' });
    await live();
    const half = await ask<Memory>({ what: 'memory' });
    await live();
    const all = await ask<Memory>({ what: 'memory' });
    await server.stop();
    const row = (what: string, { resident, heap }: Memory) => ({ what, MB: Math.round(resident), 'heap MB': heap.toFixed(1) });
    const growth = allOf(
      atMost(all.resident / half.resident, GROWTH_MOST, 'MB to half-way'),
      atMost(all.heap / half.heap, GROWTH_MOST, 'heap'),
    );
    return [
      row(`application before, with ${MEMBERS} members`, before),
      row(`after ${ACTIONS / 2} actions`, half),
      { ...row(`after ${ACTIONS} actions`, all), ...growth },
    ];
  });
}

/** Measures starts and memory. */
export async function benchStart(): Promise<BenchReport> {
  return {
    title: 'Starting, and the memory of a server',
    notes: [
      'until /healthz answers; SQLite; in a folder of its own, but the web app is built where it always is',
      'an action is a check-in or a view; memory is resident memory, and the heap after a collection',
    ],
    rows: [...(await measureStarts()), ...(await measureMemory())],
  };
}
