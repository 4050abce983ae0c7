// Measures what members do in great numbers, on one engine: the real action path and the bare engine take turns in the same run.
import { notingStore } from './bare-deeds';
import { openBarePostgres } from './bare-postgres';
import { openBareSqlite } from './bare-sqlite';
import type { BenchEngine } from './bench-engines';
import { type BenchTown, type Deed, openBenchTown } from './bench-town';
import { inSmall, medianOf, perSecond } from './measure';

/** How many members do it, each once; of a drop there is one coupon for each of them. */
export const MEMBERS: number = inSmall ? 500 : 10_000;
/** How many of them wait at the same time. */
export const CALLERS = [64, 256] as const;
/** Of each figure the median of so many runs is given. */
export const RUNS = 3;

const LONELY_DEEDS = 300;
const ONE_EACH_DEEDS = 512;
const MOST_CALLERS = Math.max(...CALLERS);

/** Deeds per second. */
export interface DeedRates {
  readonly callers: number;
  readonly ours: number;
  /** The same rows by hand, as many deeds in one commit as there are callers; null for the lonely caller. */
  readonly batched: number | null;
  /** The same rows by hand, one transaction for each deed. */
  readonly oneEach: number;
}

/** Lets everybody do it once, and sees that exactly those did who could. */
async function doAll(town: BenchTown, deed: Deed, plan: string, callers: number, deeds: number, ready = () => {}): Promise<number> {
  const campaignId = deed === 'claim' ? await town.publishDrop(deeds) : plan;
  if (deed === 'check-in') town.nextDay();
  ready();
  const rate = await perSecond(callers, deeds, (member) => town.do(deed, campaignId, member));
  // The stock is empty, or the member has been here today: a flash must give what there is and no more, also while it is measured.
  if (await town.tryDo(deed, campaignId, deed === 'claim' ? deeds : 0)) throw new Error(`a ${deed} was given that could not be`);
  return rate;
}

/** Measures one deed on one engine, by the number of those who do it at once. */
export async function measureDeeds(engine: BenchEngine, deed: Deed, members = MEMBERS): Promise<DeedRates[]> {
  const noting = notingStore(await engine.open(await engine.freshPlace()));
  const { store } = noting;
  // One more than can claim: the last one finds the stock gone.
  const town = await openBenchTown(store, members + 1);
  const plan = await town.publishPlan();
  const all = (callers: number, deeds = members, ready?: () => void): Promise<number> => doAll(town, deed, plan, callers, deeds, ready);
  // The first time brings members onto boards, the later ones that are measured move them there: the rows to compare are those of a second.
  await all(MOST_CALLERS);
  await all(MOST_CALLERS, members, noting.begin);
  const job = noting.finish();
  if (job.deeds.length < members) throw new Error(`only ${job.deeds.length} of ${members} were noted`);
  const place = await engine.freshPlace();
  await (await engine.open(place)).close();
  const bare = engine.name === 'sqlite' ? openBareSqlite(place, job) : await openBarePostgres(place, job);
  await bare.batched(MOST_CALLERS);
  const rates: { callers: number; ours: number[]; batched: number[] }[] = [1, ...CALLERS].map((callers) => ({
    callers,
    ours: [],
    batched: [],
  }));
  const oneEach: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    for (const { callers, ours, batched } of rates) {
      ours.push(await all(callers, callers === 1 ? LONELY_DEEDS : members));
      if (callers > 1) batched.push(await bare.batched(callers));
    }
    oneEach.push(await bare.oneByOne(Math.min(ONE_EACH_DEEDS, members)));
  }
  await bare.close();
  await store.close();
  return rates.map(({ callers, ours, batched }) => ({
    callers,
    ours: medianOf(ours),
    batched: batched.length === 0 ? null : medianOf(batched),
    oneEach: medianOf(oneEach),
  }));
}
