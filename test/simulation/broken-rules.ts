// Rules that are broken on purpose, in the source itself: the application is bundled with one line changed, and nothing else.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repositoryRoot } from '../../scripts/workshop/repository-root';
import type * as checkLife from './checks/check-life';

/** A line of a rule, and what stands in its place. */
export interface BrokenRule {
  readonly name: string;
  readonly file: string;
  readonly line: string;
  readonly broken: string;
  /** What the checkers must say of it. */
  readonly found: RegExp;
}

export const brokenRules: readonly BrokenRule[] = [
  {
    name: 'a claim forgets the limit of each member',
    file: 'core/rules/campaign/own-conditions.ts',
    line: "have < max ? null : refuse('limit_reached', { max, held: have })",
    broken: 'null',
    found: /^claimed coupons of .* at most/,
  },
  {
    name: 'a coupon is not counted off its stock',
    file: 'core/rules/coupon/project.ts',
    line: 'couponsIssued: stock.couponsIssued + pieces',
    broken: 'couponsIssued: stock.couponsIssued',
    found: /^coupons issued of /,
  },
  {
    name: 'a missed day does not break the streak',
    file: 'core/rules/checkin/record.ts',
    line: 'isLatest && onlyRestBetween(restWeekdays, record.lastOn, on)',
    broken: 'isLatest',
    found: /^streak of /,
  },
  {
    name: 'a grant adds a point too many',
    file: 'core/rules/points/project.ts',
    line: 'withGranted(member, event.points, policy, on)',
    broken: 'withGranted(member, points(event.points + 1), policy, on)',
    found: /^points of .* and the sum of its entries/,
  },
  {
    name: 'a grant is taken back of other points than the journal says',
    file: 'core/rules/points/spend.ts',
    line: 'rules < NAMED_LOTS_SINCE ? ',
    broken: 'true ? ',
    found: /^points of .* that wait/,
  },
  {
    name: 'a used coupon is used again',
    file: 'core/rules/redemption/redeem.ts',
    line: 'if (redemption !== null) {',
    broken: 'if (redemption !== null && redemption.payFen < 0) {',
    found: /is used more than once$|^uses of /,
  },
  {
    name: 'a budget is overdrawn',
    file: 'core/rules/campaign/types/checkin-plan.ts',
    line: 'if (amount > purse.left) {',
    broken: 'if (amount < 0) {',
    found: /has given more points than it had$/,
  },
  {
    name: 'a day counts twice on the board',
    file: 'core/rules/leaderboard/project.ts',
    line: 'points: points + 1, at',
    broken: 'points: points + 2, at',
    found: /^rows of (?:week|month|all)\//,
  },
];

const folder = join(repositoryRoot, '.cache', 'broken-rules');

/**
 * The checkers over an application with one broken rule.
 * @throws Error where the line is not there exactly once: then nothing would have been broken
 */
export async function withBrokenRule({ name, file, line, broken }: BrokenRule): Promise<typeof checkLife> {
  const path = join(repositoryRoot, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(line).length !== 2) throw new Error(`${file} does not hold once: ${line}`);
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${brokenRules.findIndex((rule) => rule.name === name)}.cjs`);
  await build({
    entryPoints: [join(repositoryRoot, 'test/simulation/checks/check-life.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql'],
    logLevel: 'error',
    plugins: [
      {
        name: 'broken-rule',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, (loaded) =>
            loaded.path === path ? { contents: source.replace(line, () => broken), loader: 'ts' } : undefined,
          );
        },
      },
    ],
  });
  return createRequire(outfile)(outfile);
}
