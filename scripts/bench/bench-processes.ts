// One and two processes on one PostgreSQL server: on communities of their own, and on one that they share, whose stock must come out exact.
import { onPostgres } from './bench-engines';
import { atLeast, type BenchReport, inSmall, medianOf } from './measure';
import { type AskedProcess, startProgram } from './run-bundled';
import type { TownQuestion } from './town-process';

const MEMBERS = inSmall ? 500 : 5_000;
const CALLERS = 64;
const RUNS = 3;
const DIFFERENT_LEAST = 1.6;
const SAME_LEAST = 1;

interface Done {
  readonly rate: number;
  readonly given: number;
}

/** A process with a community of its own, or with that of another. */
interface Worker {
  ask<Answer>(question: TownQuestion): Promise<Answer>;
  readonly process: AskedProcess;
}

async function startWorker(place: string): Promise<Worker> {
  const process = await startProgram('scripts/bench/town-process.ts');
  const ask: Worker['ask'] = (question) => process.ask(question);
  await ask({ what: 'open', engine: 'postgres', place });
  return { ask, process };
}

async function together(claims: readonly (() => Promise<Done>)[], stock: number): Promise<number> {
  const startedAt = performance.now();
  const done = await Promise.all(claims.map((claim) => claim()));
  const seconds = (performance.now() - startedAt) / 1_000;
  const given = done.reduce((sum, one) => sum + one.given, 0);
  if (given !== stock) throw new Error(`${given} coupons were given of a stock of ${stock}`);
  return given / seconds;
}

/** Two workers; each has founded a community, and the second finds that of the first when they share. */
async function measure(place: string): Promise<{ one: number[]; apart: number[]; shared: number[] }> {
  const [first, second] = [await startWorker(place), await startWorker(place)];
  const own = await first.ask<string>({ what: 'found', members: MEMBERS, name: 'first' });
  const others = await second.ask<string>({ what: 'found', members: MEMBERS, name: 'second' });
  const publish = (worker: Worker, stock: number) => worker.ask<string>({ what: 'publish', deed: 'claim', stock });
  const claims = (worker: Worker, campaignId: string, from: number, until: number) => () =>
    worker.ask<Done>({ what: 'do', deed: 'claim', campaignId, from, until, callers: CALLERS });
  const rates = { one: [] as number[], apart: [] as number[], shared: [] as number[] };
  for (let run = 0; run <= RUNS; run += 1) {
    const one = await together([claims(first, await publish(first, MEMBERS), 0, MEMBERS)], MEMBERS);
    const [mine, theirs] = [await publish(first, MEMBERS), await publish(second, MEMBERS)];
    const apart = await together([claims(first, mine, 0, MEMBERS), claims(second, theirs, 0, MEMBERS)], 2 * MEMBERS);
    await second.ask({ what: 'find', communityId: own });
    // Half as many coupons as members: both processes see the stock run out.
    const drop = await publish(first, MEMBERS / 2);
    const half = MEMBERS / 2;
    const shared = await together([claims(first, drop, 0, half), claims(second, drop, half, MEMBERS)], half);
    await second.ask({ what: 'find', communityId: others });
    // The first time warms up.
    if (run === 0) continue;
    rates.one.push(one);
    rates.apart.push(apart);
    // Refusals are work as well: those who came too late were answered.
    rates.shared.push(shared * 2);
  }
  await first.process.stop();
  await second.process.stop();
  return rates;
}

/** Measures several processes. */
export async function benchProcesses(): Promise<BenchReport> {
  const rates = await onPostgres(async (engine) => measure(await engine.freshPlace()));
  const [one, apart, shared] = [medianOf(rates.one), medianOf(rates.apart), medianOf(rates.shared)];
  const row = (processes: number, communities: string, rate: number) => ({
    processes,
    communities,
    'claims /s': Math.round(rate),
    'to one process': (rate / one).toFixed(2),
  });
  return {
    title: 'Several processes on one PostgreSQL server',
    notes: [
      `median of ${RUNS} runs by turns; ${MEMBERS} members to a community, ${CALLERS} callers to a process`,
      'of the shared community the stock is half of those who claim: exactly so many were given, in every run, or the bench fails',
    ],
    rows: [
      row(1, 'its own', one),
      { ...row(2, 'one each', apart), ...atLeast(apart / one, DIFFERENT_LEAST, 'to one process') },
      { ...row(2, 'the same', shared), ...atLeast(shared / one, SAME_LEAST, 'to one process') },
    ],
  };
}
