// How long a cold cloud function takes to load: each of ours beside a bundle of WeChat's SDK alone, in fresh processes that take turns.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, type Metafile } from 'esbuild';
import { buildCloudFunction, bundling, cloudFunctionNames } from '../workshop/build-cloud-functions';
import { repositoryRoot } from '../workshop/repository-root';
import { runNode } from '../workshop/run-program';
import { type BenchReport, medianOf, type TableRows } from './measure';

const PROCESSES = 15;
const LARGEST = 12;
const KILOBYTE = 1_000;

const run = promisify(execFile);

/** A process of its own that loads one file, and says how many milliseconds that took. */
async function loadMs(file: string): Promise<number> {
  const script = `const at = performance.now(); require(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - at)); process.exit(0)`;
  const { stdout } = await run(process.execPath, ['--eval', script], { env: { TENCENTCLOUD_RUNENV: 'SCF', SILENCE: 'true' } });
  return Number(stdout);
}

/** WeChat's SDK bundled as our functions are, and nothing with it. */
async function bundleBareSdk(file: string): Promise<void> {
  const contents = "exports.sdk = require('wx-server-sdk');";
  await build({ ...bundling, stdin: { contents, resolveDir: repositoryRoot }, outfile: file });
}

/** The package that a file of a bundle belongs to, or the folder of this repository. */
function originOf(path: string): string {
  const [own = '', ...rest] = path.split('node_modules/');
  const inside = rest.at(-1);
  if (inside === undefined) return `our ${own.split('/')[0]}`;
  return inside
    .split('/')
    .slice(0, inside.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What is large in a bundle, by esbuild's own account. */
function largestIn(metafile: Metafile): string {
  const bytes = new Map<string, number>();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      bytes.set(originOf(path), (bytes.get(originOf(path)) ?? 0) + bytesInOutput);
    }
  }
  return [...bytes]
    .sort((one, other) => other[1] - one[1])
    .slice(0, LARGEST)
    .map(([origin, size]) => `${origin} ${Math.round(size / KILOBYTE)}`)
    .join(', ');
}

/** A line of the test that counts what every action asks of CloudBase: the number, the action with its situation, the requests. */
const COUNTED = /^ *(\d+) {2}([a-z]+\.[A-Za-z]+(?:, \S+(?: \S+)*)?) {2,}/gm;

/** How many requests each action makes, as the test on the stand-in for CloudBase counts them through the real application. */
async function requestsPerAction(): Promise<TableRows> {
  const { code, output } = await runNode(['node_modules/vitest/vitest.mjs', 'run', '--project', 'cloudbase', 'test/cloudbase/round-trips']);
  if (code !== 0) throw new Error(`The test that counts requests did not pass.\n${output}`);
  return [...output.matchAll(COUNTED)].map(([, requests = '', action = '']) => ({ action, requests }));
}

/** Measures every function. */
export async function benchFunction(): Promise<BenchReport> {
  const place = await mkdtemp(join(tmpdir(), 'qunhui-bench-'));
  try {
    const bare = join(place, 'bare.js');
    await bundleBareSdk(bare);
    const files = new Map<string, string>([['bare SDK', bare]]);
    const notes: string[] = [];
    for (const name of cloudFunctionNames) {
      const metafile = await buildCloudFunction(name, join(place, name));
      files.set(name, join(place, name, 'index.js'));
      notes.push(`${name}, largest parts in KB: ${largestIn(metafile)}`);
    }
    const taken = new Map<string, number[]>([...files.keys()].map((name) => [name, []]));
    for (let process = 0; process < PROCESSES; process += 1) {
      for (const [name, file] of files) taken.get(name)?.push(await loadMs(file));
    }
    const medianOfName = (name: string): number => medianOf(taken.get(name) ?? []);
    const bareMs = medianOfName('bare SDK');
    const rows = await Promise.all(
      cloudFunctionNames.map(async (name) => ({
        function: name,
        KB: Math.round((await stat(files.get(name) ?? '')).size / KILOBYTE),
        'bare KB': Math.round((await stat(bare)).size / KILOBYTE),
        'ours ms': medianOfName(name).toFixed(1),
        'bare ms': bareMs.toFixed(1),
        'ours / bare': (medianOfName(name) / bareMs).toFixed(2),
      })),
    );
    return {
      title: 'Loading a cold cloud function, and the requests of each action to CloudBase',
      notes: [
        `median of ${PROCESSES} fresh processes each, taking turns; the time of one require, without the start of Node`,
        'bare is a bundle of wx-server-sdk alone, made the same way',
        'requests of an action on a warm instance; the call of the function itself comes on top',
        ...notes,
      ],
      rows: [...rows, ...(await requestsPerAction())],
    };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
