// Claims per second of the real action path, beside the same rows written by hand on the bare engine in the same run.
import { makeId } from '#core/values/ids';
import type { Store, StoredDocument, Write } from '#server/ports/store';
import { type BareClaims, type BareJob, prepareJob, type ScoreWrite } from './bare-claims';
import { openBarePostgres, ROW_LOCK_CALLERS } from './bare-claims-postgres';
import { openBareSqlite } from './bare-claims-sqlite';
import { type BenchEngine, onEveryEngine } from './bench-engines';
import { type ClaimTown, openClaimTown } from './claim-town';
import { type BenchReport, medianOf, perSecond } from './measure';

const MEMBERS = 4_096;
const RUNS = 3;
const BATCHES = [32, 256] as const;
const LONELY_CLAIMS = 300;
const ONE_EACH_CLAIMS = 512;
const READ_AT_ONCE = 50;

async function readAll(store: Store, ids: readonly string[]): Promise<Map<string, StoredDocument>> {
  const found = new Map<string, StoredDocument>();
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    for (const [id, document] of await store.read(ids.slice(start, start + READ_AT_ONCE))) found.set(id, document);
  }
  return found;
}

/** Reads back what the claims of a drop have written: it is what the bare engine is given to write. */
async function jobOf(store: Store, town: ClaimTown, campaignId: string, scores: ReadonlyMap<string, ScoreWrite[]>): Promise<BareJob> {
  const { communityId } = town;
  const idsOf = (member: number) => {
    const memberId = town.memberIdOf(member);
    return {
      coupon: makeId(communityId, 'coupon', campaignId, memberId, '1'),
      journal: makeId(communityId, 'journal', memberId, town.requestOf(campaignId, member)),
      member: makeId(communityId, 'member', memberId),
    };
  };
  const named = Array.from({ length: MEMBERS }, (_, member) => idsOf(member));
  const stockId = makeId(communityId, 'stock', campaignId);
  const documents = await readAll(store, [stockId, ...named.flatMap(({ coupon, journal, member }) => [coupon, journal, member])]);
  const get = (id: string): StoredDocument => {
    const document = documents.get(id);
    if (document === undefined) throw new Error(`a claim did not write ${id}`);
    return document;
  };
  return {
    stock: get(stockId),
    claims: named.map(({ coupon, journal, member }) => ({
      inserts: [get(coupon), get(journal)],
      member: get(member),
      scores: scores.get(journal) ?? [],
    })),
  };
}

/** A flash claim must give what there is and no more, also while it is being measured. */
async function claimAll(town: ClaimTown, callers: number, claims: number): Promise<{ rate: number; campaignId: string }> {
  const campaignId = await town.publish(claims);
  const rate = await perSecond(callers, claims, (member) => town.claim(campaignId, member));
  if (await town.tryClaim(campaignId, claims)) throw new Error('a coupon was given beyond the stock');
  return { rate, campaignId };
}

type RatesByCallers = Map<number, number[]>;

interface Rates {
  readonly ours: RatesByCallers;
  readonly batched: RatesByCallers;
  readonly oneEach: number[];
}

function add(to: RatesByCallers, callers: number, rate: number): void {
  to.set(callers, [...(to.get(callers) ?? []), rate]);
}

/** A store that notes which rows of boards each claim writes, by the id of its journal document, until it is told to stop. */
function notingScores(store: Store): { store: Store; scores: ReadonlyMap<string, ScoreWrite[]>; stop(): void } {
  const scores = new Map<string, ScoreWrite[]>();
  const isScore = (write: Write): write is ScoreWrite => write.kind === 'score';
  let decide: Store['decide'] = (ids, work) =>
    store.decide(ids, (documents) => {
      const outcome = work(documents);
      if ('writes' in outcome) scores.set(ids[0] ?? '', outcome.writes.filter(isScore));
      return outcome;
    });
  return {
    store: { ...store, decide: (ids, work) => decide(ids, work) },
    scores,
    stop: () => {
      decide = store.decide;
    },
  };
}

async function openBare(engine: BenchEngine, job: BareJob): Promise<BareClaims> {
  const place = await engine.freshPlace();
  await (await engine.open(place)).close();
  return engine.name === 'sqlite' ? openBareSqlite(place, prepareJob(job)) : openBarePostgres(place, prepareJob(job));
}

/** Ours and bare take turns within every run, so that what else the machine does falls on both alike. */
async function measureEngine(engine: BenchEngine): Promise<Rates> {
  const rates: Rates = { ours: new Map(), batched: new Map(), oneEach: [] };
  const store = await engine.open(await engine.freshPlace());
  // One more than can claim: the last one finds the stock gone.
  const noting = notingScores(store);
  const town = await openClaimTown(noting.store, MEMBERS + 1);
  // The first drop counts everybody for the day, the later ones that are measured do not: so the rows to compare are those of a second.
  await claimAll(town, Math.max(...BATCHES), MEMBERS);
  const warm = await claimAll(town, Math.max(...BATCHES), MEMBERS);
  noting.stop();
  const bare = await openBare(engine, await jobOf(store, town, warm.campaignId, noting.scores));
  await bare.batched(Math.max(...BATCHES));
  for (let run = 0; run < RUNS; run += 1) {
    add(rates.ours, 1, (await claimAll(town, 1, LONELY_CLAIMS)).rate);
    for (const callers of BATCHES) {
      add(rates.ours, callers, (await claimAll(town, callers, MEMBERS)).rate);
      add(rates.batched, callers, await bare.batched(callers));
    }
    rates.oneEach.push(await bare.oneByOne(ONE_EACH_CLAIMS));
  }
  await bare.close();
  await store.close();
  return rates;
}

/** Measures claims on every engine. */
export async function benchClaim(): Promise<BenchReport> {
  const rows: BenchReport['rows'][number][] = [];
  await onEveryEngine(async (engine) => {
    const { ours, batched, oneEach } = await measureEngine(engine);
    const perClaim = medianOf(oneEach);
    for (const [callers, measured] of ours) {
      const rate = medianOf(measured);
      const bare = batched.get(callers);
      rows.push({
        engine: engine.name,
        callers,
        'ours /s': Math.round(rate),
        'bare, batched /s': bare === undefined ? '' : Math.round(medianOf(bare)),
        'ours / batched': bare === undefined ? '' : (rate / medianOf(bare)).toFixed(2),
        'bare, one transaction each /s': Math.round(perClaim),
        'ours / one each': (rate / perClaim).toFixed(2),
      });
    }
  });
  return {
    title: `Flash claim: one drop, ${MEMBERS} coupons, one per member, every reply after its commit`,
    notes: [
      `median of ${RUNS} runs; ours is coupon.claim through the real application: parse, identify, decide, journal, reply`,
      'batched writes the same rows with one hand-written statement and one commit for as many claims as there are callers',
      `one each is a transaction per claim that locks the stock, on ${ROW_LOCK_CALLERS} connections (SQLite: one)`,
    ],
    rows,
  };
}
