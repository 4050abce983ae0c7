// How long a person waits from a tap to the next picture, in the built web app beside an empty Taro app that is built the same way.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../workshop/build-app';
import { repositoryRoot } from '../workshop/repository-root';
import { runNode } from '../workshop/run-program';
import { SourceStamp } from '../workshop/source-stamp';
import { typescriptLoader } from '../workshop/typescript-loader';
import { type BenchReport, medianOf } from './measure';

const emptyApp = join(repositoryRoot, 'scripts/bench/empty-page');
const emptyBuilt = join(emptyApp, 'dist/h5');

interface Measured {
  readonly name: string;
  /** Which of the empty app's interactions it is compared with. */
  readonly like: string;
  readonly ours: readonly number[];
  readonly empty: readonly number[];
}

async function buildEmptyApp(): Promise<void> {
  const stamp = new SourceStamp('built-empty-page', ['scripts/bench/empty-page/src', 'config', 'babel.config.js', 'package-lock.json']);
  if (existsSync(join(emptyBuilt, 'index.html')) && stamp.isFresh()) return;
  const hash = stamp.hash();
  const result = await runNode([...typescriptLoader, join(repositoryRoot, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'h5'], {
    cwd: emptyApp,
    env: { NODE_ENV: 'production', TARO_ENV: 'h5' },
  });
  if (result.code !== 0 || !existsSync(join(emptyBuilt, 'index.html')))
    throw new Error(`Taro could not build the empty app.\n${result.output}`);
  stamp.write(hash);
}

/** Measures what people do most. */
export async function benchInteraction(): Promise<BenchReport> {
  await buildApp('h5');
  await buildEmptyApp();
  const { code, output } = await runNode([...typescriptLoader, 'test/support/measure-interaction-process.ts', emptyBuilt]);
  if (code !== 0) throw new Error(`The browser could not measure.\n${output}`);
  const measured: readonly Measured[] = JSON.parse(output);
  const rows = measured.map(({ name, like, ours, empty }) => ({
    interaction: name,
    'ours ms': Math.round(medianOf(ours)),
    'longest ms': Math.round(Math.max(...ours)),
    like,
    'empty ms': Math.round(medianOf(empty)),
    ratio: (medianOf(ours) / medianOf(empty)).toFixed(2),
  }));
  return {
    title: 'From a tap or a key to the next picture in the browser (what INP is made of)',
    notes: [
      `medians of ${String(measured[0]?.ours.length ?? 0)}, on a processor held to a quarter of its speed; the aim is below 200 ms`,
      'empty: a Taro app of two pages that do next to nothing, built with the same settings, measured in the same run',
    ],
    rows,
  };
}
