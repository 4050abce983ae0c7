// Lives whole communities by seed, with faults, and checks everything: `npm run simulate -- --seed N --days D --members M --faults all`.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { LivedSeed, SimulationJob } from './simulate/lived-seed';
import { bundleProgram } from './workshop/bundle-program';
import { startProgressLine } from './workshop/progress-line';
import { runNode, stopPrograms } from './workshop/run-program';

const USAGE = `npm run simulate -- [--seed N] [--seeds K] [--days D] [--members M] [--faults all] [--store memory|sqlite] [--processes P]
  --seed N       the first seed; the same seed with the same choices is the same life (1)
  --seeds K      how many seeds, from the first on (1)
  --days D       days that each life lasts (6)
  --members M    people beside the owner, a co-owner and two clerks (8)
  --faults F     all, none, or names with commas between them (all)
  --store S      memory or sqlite; without it even seeds live in memory, odd ones on SQLite
  --processes P  how many lives at once (as many as there are processors)`;

const SHOWN_MAX = 20;

const options = {
  seed: { type: 'string', default: '1' },
  seeds: { type: 'string', default: '1' },
  days: { type: 'string', default: '6' },
  members: { type: 'string', default: '8' },
  faults: { type: 'string', default: 'all' },
  store: { type: 'string' },
  processes: { type: 'string', default: String(availableParallelism()) },
} as const;

/** Reads the command line; null where it makes no sense. */
function readChoices(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const [seed, seeds, days, members, processes] = [values.seed, values.seeds, values.days, values.members, values.processes].map(Number);
    const numbers = { seed, seeds, days, members, processes } as Record<'seed' | 'seeds' | 'days' | 'members' | 'processes', number>;
    const isSound = Object.values(numbers).every((number) => Number.isSafeInteger(number) && number >= 0) && days !== 0 && processes !== 0;
    return isSound ? { ...numbers, faults: values.faults, store: values.store ?? null } : null;
  } catch {
    return null;
  }
}

type Choices = NonNullable<ReturnType<typeof readChoices>>;

function jobsOf({ seed, seeds, processes, days, members, faults, store }: Choices): SimulationJob[] {
  const step = Math.min(processes, Math.max(1, seeds));
  return Array.from({ length: step }, (_, index) => ({
    seed: seed + index,
    seeds: Math.floor(seeds / step) + (index < seeds % step ? 1 : 0),
    step,
    days,
    members,
    faults,
    store,
  }));
}

function add(sums: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(counts)) sums.set(what, (sums.get(what) ?? 0) + count);
}

/** The same lists of words, the most frequent first. */
function inOrder(sums: ReadonlyMap<string, number>): string {
  return [...sums]
    .sort(([, one], [, other]) => other - one)
    .map(([what, count]) => `  ${String(count).padStart(9)}  ${what}`)
    .join('\n');
}

const sumOf = (sums: ReadonlyMap<string, number>) => [...sums.values()].reduce((sum, count) => sum + count, 0);

function sayFailure({ seed, store, differences }: LivedSeed, { days, members, faults }: Choices): void {
  console.log(`\nSeed ${seed} on ${store} differs in ${differences.length}:`);
  for (const difference of differences.slice(0, SHOWN_MAX)) console.log(`  ${difference}`);
  if (differences.length > SHOWN_MAX) console.log(`  … and ${differences.length - SHOWN_MAX} more`);
  console.log(`Again: npm run simulate -- --seed ${seed} --store ${store} --days ${days} --members ${members} --faults ${faults}`);
}

/** Lives all lives; answers with the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const choices = readChoices(args);
  if (choices === null) {
    console.error(USAGE);
    return 2;
  }
  const startedAt = performance.now();
  const progress = startProgressLine(`${choices.seeds} lives from seed ${choices.seed}`);
  const [answers, happened] = [new Map<string, number>(), new Map<string, number>()];
  let [lived, failed, compared] = [0, 0, 0];
  const hear = (message: unknown) => {
    const one = message as LivedSeed;
    lived += 1;
    compared += one.compared;
    add(answers, one.answers);
    add(happened, one.happened);
    if (one.differences.length > 0) {
      failed += 1;
      sayFailure(one, choices);
    }
    progress.advance(lived / choices.seeds);
  };
  const program = [await bundleProgram('test/support/simulate-process.ts')];
  // What was lived until an interruption counts and is said.
  process.once('SIGINT', stopPrograms).once('SIGTERM', stopPrograms);
  const ended = await Promise.all(jobsOf(choices).map((job) => runNode([...program, JSON.stringify(job)], { onMessage: hear })));
  progress.finish(`${lived - failed} of ${lived} lives are whole`);
  for (const { code, output } of ended) if (code !== 0) console.log(output.trimEnd());
  console.log(`Answers, ${sumOf(answers)} in all:\n${inOrder(answers)}`);
  console.log(`What happened beside them:\n${inOrder(happened)}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const { seed, days, members, faults } = choices;
  console.log(
    `Seeds ${seed} to ${seed + choices.seeds - 1}, ${days} days, ${members} members, faults ${faults}: ${lived - failed} of ${lived} lives passed, ${compared} comparisons, ${seconds} s.`,
  );
  return failed === 0 && lived === choices.seeds ? 0 : 1;
}

// Whatever ends the process before its report has not passed.
process.exitCode = 1;
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
