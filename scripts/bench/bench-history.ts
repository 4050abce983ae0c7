// What a long history costs those who look: the same views in a small community and in one with a million events.
import type { ActionName } from '#core/contract';
import { makeId } from '#core/values/ids';
import type { Store } from '#server/ports/store';
import { COLUMNS } from './bare-deeds';
import { type BenchEngine, onEveryEngine } from './bench-engines';
import { type BenchTown, findBenchTown, openBenchTown } from './bench-town';
import { growHistory } from './grow-history';
import { allOf, atMost, type BenchReport, inSmall, medianMs, medianOf, type TableRows } from './measure';

/** The members of the small and of the large community. */
const SIZES = { small: 100, large: inSmall ? 1_000 : 100_000 } as const;
const DAYS = 8;
const RUNS = 5;
const LOOKS = 40;
const TIME_MOST = 2;

interface View {
  readonly name: string;
  readonly action: ActionName;
  readonly by: number | 'owner';
  readonly input: object;
}

interface Community {
  readonly place: string;
  readonly communityId: string;
  readonly campaignId: string;
  readonly events: number;
}

const viewsOf = (campaignId: string): View[] => [
  { name: 'home', action: 'community.home', by: 0, input: {} },
  { name: 'calendar', action: 'checkin.calendar', by: 0, input: { campaignId } },
  { name: 'wallet', action: 'coupon.wallet', by: 0, input: {} },
  { name: 'board', action: 'leaderboard.board', by: 0, input: { kind: 'checkin', period: 'all' } },
  { name: 'replay', action: 'audit.replay', by: 0, input: {} },
  { name: 'dashboard: today', action: 'analytics.today', by: 'owner', input: {} },
  { name: 'dashboard: days', action: 'analytics.days', by: 'owner', input: {} },
];

/** A store that counts what it is asked. */
function countingStore(store: Store): { readonly store: Store; questions: number } {
  const counted = { store, questions: 0 };
  const count =
    <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      counted.questions += 1;
      return ask(...given);
    };
  const { read, list, rank, top, around, count: totals } = store;
  counted.store = {
    ...store,
    read: count(read),
    list: count(list),
    rank: count(rank),
    top: count(top),
    around: count(around),
    count: count(totals),
  };
  return counted;
}

/** One member's life through the real actions, then as many like it as are wanted. */
async function makeCommunity(engine: BenchEngine, members: number): Promise<Community> {
  const place = await engine.freshPlace();
  const store = await engine.open(place);
  const town = await openBenchTown(store, 1);
  const campaignId = await town.publishPlan();
  await town.do('claim', await town.publishDrop(members), 0);
  for (let day = 0; day < DAYS; day += 1) {
    if (day > 0) town.nextDay();
    await town.do('check-in', campaignId, 0);
  }
  const { communityId } = town;
  const tally = makeId(communityId, 'tally');
  await store.decide([tally], (documents) => ({
    reply: null,
    writes: [{ kind: 'put', document: { ...documents.get(tally), id: tally, members } }],
  }));
  await store.close();
  const events = await growHistory(engine, place, { communityId, memberId: town.memberIdOf(0), copies: members - 1 }, COLUMNS);
  return { place, communityId, campaignId, events };
}

interface Measured extends View {
  readonly questions: number;
  readonly ms: number[];
}

async function look(engine: BenchEngine, { place, communityId, campaignId }: Community, measured: Measured[]): Promise<Measured[]> {
  const counting = countingStore(await engine.open(place));
  const town: BenchTown = await findBenchTown(counting.store, communityId);
  for (let day = 1; day < DAYS; day += 1) town.nextDay();
  const views = viewsOf(campaignId);
  const found: Measured[] = [];
  for (const [position, view] of views.entries()) {
    const before = counting.questions;
    await town.view(view.by, view.action, view.input);
    const questions = counting.questions - before;
    await medianMs(LOOKS / 4, () => town.view(view.by, view.action, view.input));
    const ms = await medianMs(LOOKS, () => town.view(view.by, view.action, view.input));
    found.push({ ...view, questions, ms: [...(measured[position]?.ms ?? []), ms] });
  }
  await counting.store.close();
  return found;
}

async function measureEngine(engine: BenchEngine): Promise<{ readonly rows: TableRows; readonly note: string }> {
  const small = await makeCommunity(engine, SIZES.small);
  const large = await makeCommunity(engine, SIZES.large);
  let [few, many]: Measured[][] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    few = await look(engine, small, few ?? []);
    many = await look(engine, large, many ?? []);
  }
  const rows = (many ?? []).map(({ name, questions, ms }, position) => {
    const before = few?.[position];
    const ratio = medianOf(ms) / medianOf(before?.ms ?? []);
    return {
      engine: engine.name,
      view: name,
      'questions, small': before?.questions ?? '',
      'questions, large': questions,
      'small ms': medianOf(before?.ms ?? []).toFixed(3),
      'large ms': medianOf(ms).toFixed(3),
      ratio: ratio.toFixed(2),
      ...allOf(atMost(ratio, TIME_MOST, 'ratio'), atMost(questions, before?.questions ?? 0, 'questions')),
    };
  });
  return { rows, note: `${engine.name}: ${small.events} events of ${SIZES.small} members, ${large.events} of ${SIZES.large}` };
}

/** Measures views on every engine. */
export async function benchHistory(): Promise<BenchReport> {
  const rows: TableRows[number][] = [];
  const notes: string[] = [];
  await onEveryEngine(async (engine) => {
    const measured = await measureEngine(engine);
    rows.push(...measured.rows);
    notes.push(measured.note);
  });
  return {
    title: 'Views over a long history',
    notes: [
      ...notes,
      `median of ${RUNS} runs of ${LOOKS} looks by turns, the database opened anew for each; members are copies of one who lived through the real actions`,
      'questions are what a view asks of the store; the same number means the same statements',
    ],
    rows,
  };
}
