// Lives the lives of a job, one after another, and tells after each what it came to: the program behind `npm run simulate`.
import type { LivedSeed, SimulationJob } from '../../scripts/simulate/lived-seed';
import { checkLife } from '../simulation/checks/check-life';
import { type FaultName, faultNames } from '../simulation/faults';
import type { LifePlan } from '../simulation/stage';

function faultsOf(words: string): ReadonlySet<FaultName> {
  if (words === 'all') return new Set(faultNames);
  const named = words === 'none' ? [] : words.split(',');
  const unknown = named.filter((name) => !(faultNames as readonly string[]).includes(name));
  if (unknown.length > 0) throw new RangeError(`No fault is called ${unknown.join(', ')}; there are all, none, ${faultNames.join(', ')}.`);
  return new Set(named as readonly FaultName[]);
}

function storeOf(word: string | null, seed: number): LifePlan['store'] {
  if (word === null) return seed % 2 === 0 ? 'memory' : 'sqlite';
  if (word === 'memory' || word === 'sqlite') return word;
  throw new RangeError(`No store is called ${word}; there are memory and sqlite.`);
}

async function main(): Promise<void> {
  const job: SimulationJob = JSON.parse(process.argv[2] ?? '');
  const { days, members } = job;
  const faults = faultsOf(job.faults);
  for (let seed = job.seed; seed < job.seed + job.seeds * job.step; seed += job.step) {
    const store = storeOf(job.store, seed);
    const lived: LivedSeed = { seed, store, ...(await checkLife({ seed, days, members, faults, store })) };
    process.send?.(lived);
  }
}

main().then(
  () => process.disconnect(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof RangeError ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
