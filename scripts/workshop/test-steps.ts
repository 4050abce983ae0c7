// The steps of `npm test`, in the order in which they begin: first those that quickly tell of a mistake, then the longest.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exceptions, judgedOn, tools } from '../../config/dependency-audit';
import { auditDependencies } from './audit/audit-dependencies';
import { buildApp } from './build-app';
import { buildCloudFunctions } from './build-cloud-functions';
import { repositoryRoot } from './repository-root';
import { runNode } from './run-program';
import { typescriptLoader } from './typescript-loader';

/** What became of a step: numbers of tests, and what to show if any failed. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  /** Why it could not be run, where that is not our own fault: it then has neither passed nor failed. */
  readonly notRun?: string;
}

/** One step of `npm test`. */
export interface TestStep {
  readonly name: string;
  /** What it checks, for the person who waits. */
  readonly says: string;
  /** Whether it needs neither a browser nor a server nor a build. */
  readonly fast: boolean;
  /** The step whose outcome it works on. */
  readonly after?: string;
  run(): Promise<StepResult>;
}

const tool = (path: string) => join(repositoryRoot, 'node_modules', path);

/** What the compiler found stays for the next run, which looks again only at what has changed since. */
const rememberTypes = ['--incremental', '--tsBuildInfoFile', join(repositoryRoot, '.cache', 'types.tsbuildinfo')];

/** A step that is one program: it counts as one test. */
function program(name: string, says: string, args: readonly string[]): TestStep {
  return {
    name,
    says,
    fast: true,
    run: async () => {
      const { code, output } = await runNode(args);
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/** A step that is a program of checks, which says at its end how many passed and failed. */
function checks(name: string, says: string, args: readonly string[]): TestStep {
  return {
    name,
    says,
    fast: false,
    run: async () => {
      const { code, output } = await runNode(args);
      const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
      return { passed: Number(passed ?? 0), failed: code === 0 ? 0 : Math.max(1, Number(failed ?? 1)), output };
    },
  };
}

/** A step that builds several things side by side, since most of a build keeps one core busy: each counts as one test. */
function building(name: string, says: string, builds: readonly (() => Promise<void>)[]): TestStep {
  return {
    name,
    says,
    fast: false,
    run: async () => {
      const endings = await Promise.allSettled(builds.map((build) => build()));
      const broken = endings.filter((ending) => ending.status === 'rejected');
      const output = broken.map(({ reason }) => (reason instanceof Error ? reason.message : String(reason))).join('\n');
      return { passed: builds.length - broken.length, failed: broken.length, output };
    },
  };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

function readReport(path: string): VitestReport {
  try {
    const report: VitestReport = JSON.parse(readFileSync(path, 'utf8'));
    return report;
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}

/** A step that is some of Vitest's projects: each of their tests counts. A file that could not be loaded counts as one failure. */
function projects(name: string, says: string, names: readonly string[], fast: boolean): TestStep {
  return {
    name,
    says,
    fast,
    run: async () => {
      const reportPath = join(repositoryRoot, '.cache/test', `${name}.json`);
      mkdirSync(dirname(reportPath), { recursive: true });
      rmSync(reportPath, { force: true });
      const chosen = names.flatMap((project) => ['--project', project]);
      const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
      const { code, output } = await runNode([tool('vitest/vitest.mjs'), 'run', ...chosen, ...reports]);
      const report = readReport(reportPath);
      const failed = code !== 0 && report.numFailedTests === 0 ? 1 : report.numFailedTests;
      return { passed: report.numPassedTests, failed, output };
    },
  };
}

const dependencies: TestStep = {
  name: 'dependencies',
  says: 'what is known to be wrong with the packages that we use is gone, or excused in words that still hold',
  fast: false,
  run: () => {
    const today = new Date().toISOString().slice(0, 10);
    return auditDependencies({ folder: repositoryRoot, tools, exceptions, judgedOn, today });
  },
};

const built = (step: TestStep): TestStep => ({ ...step, after: 'builds' });

/** Every step, in order. */
export const testSteps: readonly TestStep[] = [
  program('types', 'TypeScript, strict', [tool('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', ...rememberTypes]),
  program('lint', 'rules and format of Biome', [tool('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '--max-diagnostics=40', '.']),
  dependencies,
  projects('fast', 'values, rules, stores, features, client, tidiness', ['values', 'rules', 'store', 'features', 'client', 'tidy'], true),
  building('builds', 'the mini-program, the web app and the cloud functions', [
    () => buildApp('weapp'),
    () => buildApp('h5'),
    buildCloudFunctions,
  ]),
  projects(
    'simulation',
    'seeded lives of communities with faults, recounted independently, and ten thousand odd requests',
    ['simulation'],
    false,
  ),
  built(projects('journeys', 'what people do, in a real browser', ['journeys'], false)),
  built(projects('hosts', 'the server and the bundled cloud function answer', ['hosts'], false)),
  built(projects('weapp', 'the built mini-program runs, and sends little to the screen', ['weapp'], false)),
  projects('cloudbase', 'the SDK of CloudBase and the store contract, on a stand-in of the cloud', ['cloudbase'], false),
  projects('postgres', 'the store contract on a real PostgreSQL server', ['store-postgres'], false),
  built(projects('deploy', 'going live: what would be done, by whom and with what', ['deploy'], false)),
  built(checks('package', "the mini-program's package as WeChat's tools check it", [...typescriptLoader, 'scripts/check-package.ts'])),
  projects('workshop', 'the commands install what is missing, and the bundler finds what is meant', ['workshop'], false),
  built(projects('sizes', 'what a phone has to load', ['sizes'], false)),
];
