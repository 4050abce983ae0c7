// What a phone has to load and to draw: counted by the tests that hold it to its budgets, which print what they have found.
import { buildApp } from '../workshop/build-app';
import { runNode } from '../workshop/run-program';
import type { BenchReport, TableRows } from './measure';

/** One line that a test prints for whoever asks: a package with its budget, or a journey with what it sent to the screen. */
const LINE = /^phone: (\{.*\})$/gm;

/** Measures the mini-program and the web app. */
export async function benchPhone(): Promise<BenchReport> {
  await buildApp('weapp');
  await buildApp('h5');
  const tests = ['test/sizes/sizes.test.ts', 'test/weapp/set-data.test.ts'];
  const { code, output } = await runNode(['node_modules/vitest/vitest.mjs', 'run', '--project', 'sizes', '--project', 'weapp', ...tests]);
  const rows: TableRows[number][] = [...output.matchAll(LINE)].map(([, line = '{}']) => JSON.parse(line));
  if (code !== 0 || rows.length === 0) throw new Error(`The tests that count what a phone loads did not pass.\n${output}`);
  return {
    title: 'What a phone loads and draws',
    notes: [
      'KB of 1,024 bytes: packages of the mini-program as they are, the first load of the web app compressed by gzip',
      'per journey: calls of setData, the largest and all of their bytes, the most calls within a second at the pace of a person',
      'counted by test/sizes and test/weapp/set-data.test.ts, which fail beyond the budgets',
    ],
    rows,
  };
}
