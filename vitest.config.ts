// The test projects, one per folder of test/, so that each kind of test can run by itself.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The file that takes longest by far, so that it does not go on alone when all others are through. */
const LONGEST = 'test/journeys/gallery.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

/** What an ordinary test may take on a machine that does much else besides; the slow kinds say their own limits. */
const ORDINARY_MS = 20_000;

/** How long something that is to come about is waited for, as far as its test's own limit lets it be. */
const PATIENCE_MS = 20_000;

/** How many times slower the browser is than it could be, see test/support/slow-browser.ts: so much longer its tests may take. */
const slowness = Math.max(1, Number(process.env.SLOW_BROWSER ?? 1));

interface ProjectChoices {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly environment?: 'node' | 'jsdom';
  readonly timeoutMs?: number;
  readonly oneAtATime?: boolean;
  /** Whether each file gets a process of its own: where files start programs, or share what a browser would. */
  readonly apart?: boolean;
}

function project(name: string, choices: ProjectChoices = {}) {
  const timeout = choices.timeoutMs ?? ORDINARY_MS;
  return {
    extends: true as const,
    test: {
      name,
      include: [...(choices.include ?? [`test/${name}/**/*.test.{ts,tsx}`])],
      exclude: [...(choices.exclude ?? [])],
      environment: choices.environment ?? 'node',
      testTimeout: timeout,
      hookTimeout: Math.max(2 * timeout, 30_000),
      expect: { poll: { timeout: Math.min(PATIENCE_MS * slowness, timeout / 2) } },
      fileParallelism: !choices.oneAtATime,
      isolate: choices.apart ?? false,
    },
  };
}

export default defineConfig({
  // Taro's constants, as its bundler would write them in; tests stand on neither platform.
  define: { ENABLE_INNER_HTML: 'false', ENABLE_ADJACENT_HTML: 'false', ENABLE_CLONE_NODE: 'false' },
  test: {
    // The machine's own zone must never matter.
    env: { TZ: 'America/St_Johns' },
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    // Every core: what is left to itself keeps one free, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      project('values'),
      project('rules'),
      project('store', { exclude: ['test/store/**/*.postgres.test.ts', 'test/store/**/*.cloudbase.test.ts'] }),
      project('store-postgres', { include: ['test/store/**/*.postgres.test.ts'], timeoutMs: 60_000, oneAtATime: true, apart: true }),
      project('cloudbase', { include: ['test/cloudbase/**/*.test.ts', 'test/store/**/*.cloudbase.test.ts'] }),
      project('features'),
      project('client'),
      project('simulation', { timeoutMs: 60_000 }),
      project('workshop'),
      project('tidy'),
      project('hosts', { timeoutMs: 60_000, apart: true }),
      project('deploy', { timeoutMs: 30_000 }),
      project('sizes', { timeoutMs: 60_000 }),
      project('weapp', { environment: 'jsdom', timeoutMs: 60_000, apart: true }),
      project('journeys', { timeoutMs: 180_000 * slowness }),
    ],
  },
});
