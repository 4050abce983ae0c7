// Measures what members do in great numbers, on one engine: the real action path and the bare engine take turns in the same run.
import type { Store } from '#server/ports/store';
import { type BareDeeds, notingStore } from './bare-deeds';
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
const ONE_EACH_DEEDS = 4_096;
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
async function doAll(town: BenchTown, deed: Deed, campaignId: string, callers: number, deeds: number): Promise<number> {
  const rate = await perSecond(callers, deeds, (member) => town.do(deed, campaignId, member));
  // One more finds the stock empty, or has had theirs: a flash must give what there is and no more, also while it is measured.
  const last = deed === 'claim' && deeds > LONELY_DEEDS ? deeds : 0;
  if (await town.tryDo(deed, campaignId, last)) throw new Error(`a ${deed} was given that could not be`);
  return rate;
}

/** A store that stands for one after another: the application on it stays as warm as it is. */
function standIn(): { readonly store: Store; standFor(next: Store): void } {
  let present: Store | null = null;
  const now = (): Store => {
    if (present === null) throw new Error('it stands for no store yet');
    return present;
  };
  const store: Store = {
    name: 'stand-in',
    read: (ids) => now().read(ids),
    list: (...asked) => now().list(...asked),
    rank: (board, key) => now().rank(board, key),
    top: (board, limit) => now().top(board, limit),
    count: (boards) => now().count(boards),
    around: (board, key, reach) => now().around(board, key, reach),
    decide: (ids, work) => now().decide(ids, work),
    ping: () => now().ping(),
    close: () => now().close(),
  };
  const standFor = (next: Store): void => {
    present = next;
  };
  return { store, standFor };
}

/** A town in which everybody can do it, and a copy of its data for whoever does it by hand; after each run both are as they were before. */
async function prepare(engine: BenchEngine, deed: Deed, members: number) {
  const base = await engine.freshPlace();
  const stand = standIn();
  const on = async <Result>(place: string, run: () => Promise<Result>): Promise<Result> => {
    const store = await engine.open(place);
    stand.standFor(store);
    try {
      return await run();
    } finally {
      await store.close();
    }
  };
  const noting = notingStore(stand.store);
  const { town, campaignId } = await on(base, async () => {
    // One more than can claim: the last one finds the stock gone.
    const opened = await openBenchTown(noting.store, members + 1);
    const plan = await opened.publishPlan();
    const publish = async (): Promise<string> => {
      opened.nextDay();
      return deed === 'claim' ? opened.publishDrop(members) : plan;
    };
    // The first time brings members onto boards, the second one, which is measured, moves them there.
    await doAll(opened, deed, await publish(), MOST_CALLERS, members);
    return { town: opened, campaignId: await publish() };
  });
  const everybody = (callers: number): Promise<number> =>
    on(base, () => doAll(town, deed, campaignId, callers, callers === 1 ? LONELY_DEEDS : members));
  noting.begin();
  await everybody(MOST_CALLERS);
  const job = noting.finish();
  if (job.deeds.length < members) throw new Error(`only ${job.deeds.length} of ${members} were noted`);
  const byHand = (place: string): BareDeeds => (engine.name === 'sqlite' ? openBareSqlite(place, job) : openBarePostgres(place, job));
  const undo = async (place: string): Promise<void> => {
    const opened = byHand(place);
    await opened.reset();
    await opened.close();
  };
  await undo(base);
  const other = await engine.copyOf(base);
  return {
    async ours(callers: number): Promise<number> {
      const rate = await everybody(callers);
      await undo(base);
      return rate;
    },
    async bare(run: (bare: BareDeeds) => Promise<number>): Promise<number> {
      const opened = byHand(other);
      const rate = await run(opened);
      await opened.reset();
      await opened.close();
      return rate;
    },
  };
}

/** Measures one deed on one engine, by the number of those who do it at once: ours and the bare engine by turns, on the same data. */
export async function measureDeeds(engine: BenchEngine, deed: Deed, members = MEMBERS): Promise<DeedRates[]> {
  const { ours: doOurs, bare: doBare } = await prepare(engine, deed, members);
  await doBare((bare) => bare.batched(MOST_CALLERS));
  const rates: { callers: number; ours: number[]; batched: number[] }[] = [1, ...CALLERS].map((callers) => ({
    callers,
    ours: [],
    batched: [],
  }));
  const oneEach: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    for (const { callers, ours, batched } of rates) {
      ours.push(await doOurs(callers));
      if (callers > 1) batched.push(await doBare((bare) => bare.batched(callers)));
    }
    oneEach.push(await doBare((bare) => bare.oneByOne(Math.min(ONE_EACH_DEEDS, members))));
  }
  return rates.map(({ callers, ours, batched }) => ({
    callers,
    ours: medianOf(ours),
    batched: batched.length === 0 ? null : medianOf(batched),
    oneEach: medianOf(oneEach),
  }));
}
