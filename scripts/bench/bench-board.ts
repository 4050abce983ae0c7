// How long the board screen takes, on a small and on a large board: my rank, five neighbours on each side, the first fifty.
import type { Store, Write } from '#server/ports/store';
import { openBareBoard } from './bare-boards';
import { type BenchEngine, onEveryEngine } from './bench-engines';
import { type BenchReport, medianMs, medianOf } from './measure';

const SIZES = [1_000, 100_000] as const;
const RUNS = 5;
const SCREENS = 200;
const BOARD = 'bench/board/ever';
const WRITES_AT_ONCE = 500;
const REACH = 5;
const FIRST = 50;

/** Points as communities have them: many with few, few with many, and ties. The same numbers in every run. */
const pointsOf = (member: number): number => Math.floor(20_000 * (((member * 7_919) % 10_007) / 10_007) ** 3);

const keyOf = (member: number): string => `m${member}`;

async function fill(store: Store, members: number): Promise<void> {
  for (let start = 0; start < members; start += WRITES_AT_ONCE) {
    const writes = Array.from({ length: Math.min(WRITES_AT_ONCE, members - start) }, (_, offset): Write => {
      const member = start + offset;
      return { kind: 'score', board: BOARD, key: keyOf(member), points: pointsOf(member), at: 1_772_323_200_000 + ((member * 31) % 5_000) };
    });
    await store.decide([], () => ({ reply: null, writes }));
  }
}

function screenOf(store: Store, key: string): Promise<unknown> {
  return Promise.all([store.rank(BOARD, key), store.around(BOARD, key, REACH), store.top(BOARD, FIRST)]);
}

interface Measured {
  readonly members: number;
  readonly oursMs: number;
  readonly bareMs: number;
}

/** Measures both sizes in turn, several times, so that what else the machine does falls on both alike. */
async function measureEngine(engine: BenchEngine): Promise<Measured[]> {
  const places = new Map<number, string>();
  for (const members of SIZES) {
    const place = await engine.freshPlace();
    const store = await engine.open(place);
    await fill(store, members);
    await store.close();
    const bare = await openBareBoard(engine.name, place);
    await bare.close();
    places.set(members, place);
  }
  const ours = new Map<number, number[]>(SIZES.map((members) => [members, []]));
  const bares = new Map<number, number[]>(SIZES.map((members) => [members, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [members, place] of places) {
      const keyAt = (position: number): string => keyOf((position * 613 + run) % members);
      const store = await engine.open(place);
      await medianMs(SCREENS, (position) => screenOf(store, keyAt(position)));
      ours.get(members)?.push(await medianMs(SCREENS, (position) => screenOf(store, keyAt(position))));
      await store.close();
      const bare = await openBareBoard(engine.name, place);
      await medianMs(SCREENS / 4, (position) => bare.screen(BOARD, keyAt(position)));
      bares.get(members)?.push(await medianMs(SCREENS / 4, (position) => bare.screen(BOARD, keyAt(position))));
      await bare.close();
    }
  }
  return SIZES.map((members) => ({ members, oursMs: medianOf(ours.get(members) ?? []), bareMs: medianOf(bares.get(members) ?? []) }));
}

/** Measures the board screen on every engine. */
export async function benchBoard(): Promise<BenchReport> {
  const rows: BenchReport['rows'][number][] = [];
  await onEveryEngine(async (engine) => {
    const measured = await measureEngine(engine);
    const smallest = measured[0]?.oursMs ?? Number.NaN;
    for (const { members, oursMs, bareMs } of measured) {
      rows.push({
        engine: engine.name,
        members,
        'ours ms': oursMs.toFixed(3),
        'bare ms': bareMs.toFixed(3),
        'ours / bare': (oursMs / bareMs).toFixed(2),
        [`ours / ours at ${SIZES[0]}`]: (oursMs / smallest).toFixed(2),
      });
    }
  });
  return {
    title: `Board screen: my rank, ${REACH} neighbours each side, first ${FIRST}`,
    notes: [
      `median of ${RUNS} runs of ${SCREENS} screens by one caller; ours is three calls of the store`,
      'bare is one hand-written statement on the same tables that counts everybody above over an index',
    ],
    rows,
  };
}
