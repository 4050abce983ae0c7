// How long the board screen takes, on small and on large boards: my rank, five neighbours on each side, the first fifty.
import type { Store } from '#server/ports/store';
import { type BareBoards, type BareScore, FIRST, openBareBoards, REACH } from './bare-boards';
import { type BenchEngine, onEveryEngine } from './bench-engines';
import { allOf, atMost, type BenchReport, inSmall, medianMs, medianOf } from './measure';
import { type Redis, startRedis } from './redis';

const SIZES: readonly number[] = inSmall ? [1_000, 20_000] : [1_000, 10_000, 100_000, 1_000_000];
const RUNS = 5;
const SCREENS = 200;
const GROWTH_MOST = 1.5;
const REDIS_MOST = 2;

const boardOf = (members: number): string => `bench/board/of${members}`;
const keyOf = (member: number): string => `m${member}`;

/** Points as communities have them: many with few, few with many, and ties. The same numbers in every run. */
function scoresOf(members: number): BareScore[] {
  return Array.from({ length: members }, (_, member) => ({
    key: keyOf(member),
    points: Math.floor(20_000 * (((member * 7_919) % 10_007) / 10_007) ** 3),
    at: 1_772_323_200_000 + ((member * 31) % 5_000),
  }));
}

async function fillRedis(redis: Redis, members: number): Promise<void> {
  const scores = scoresOf(members);
  for (let start = 0; start < members; start += 1_000) {
    await redis.ask(['ZADD', boardOf(members), ...scores.slice(start, start + 1_000).flatMap(({ key, points }) => [points, key])]);
  }
}

/** The same screen of a sorted set: where I am, then my neighbours, the first and how many there are. */
async function redisScreen(redis: Redis, members: number, key: string): Promise<void> {
  const board = boardOf(members);
  const [rank] = await redis.ask(['ZREVRANK', board, key]);
  const from = Math.max(0, Number(rank) - REACH);
  await redis.ask(
    ['ZREVRANGE', board, from, Number(rank) + REACH, 'WITHSCORES'],
    ['ZREVRANGE', board, 0, FIRST - 1, 'WITHSCORES'],
    ['ZCARD', board],
  );
}

async function ourScreen(store: Store, members: number, key: string): Promise<void> {
  const board = boardOf(members);
  const [around, top] = await Promise.all([store.around(board, key, REACH), store.top(board, FIRST)]);
  if (top.rows.length !== FIRST || around.length <= REACH || top.total !== members) throw new Error('the screen is not whole');
}

interface Measured {
  readonly members: number;
  readonly ours: number[];
  readonly bare: number[];
  readonly redis: number[];
}

/** The median of a number of screens, in ms, after a few that warm up. */
async function screens(times: number, members: number, run: number, screen: (key: string) => Promise<unknown>): Promise<number> {
  const keyAt = (position: number): string => keyOf((position * 613 + run) % members);
  await medianMs(times / 4, (position) => screen(keyAt(position)));
  return medianMs(times, (position) => screen(keyAt(position)));
}

/** Measures all sizes in turn, several times, so that what else the machine does falls on all alike. */
async function measureEngine(engine: BenchEngine, redis: Redis | null): Promise<Measured[]> {
  const place = await engine.freshPlace();
  await (await engine.open(place)).close();
  const withBare = async (run: (bare: BareBoards) => Promise<void>): Promise<void> => {
    const bare = await openBareBoards(engine.name, place);
    await run(bare);
    await bare.close();
  };
  await withBare(async (bare) => {
    for (const members of SIZES) await bare.fill(boardOf(members), scoresOf(members));
    await bare.ready();
  });
  const measured: Measured[] = SIZES.map((members) => ({ members, ours: [], bare: [], redis: [] }));
  for (let run = 0; run < RUNS; run += 1) {
    // A file of SQLite belongs to whoever has it open, so ours and the bare engine take turns in opening it.
    const store = await engine.open(place);
    for (const { members, ours, redis: theirs } of measured) {
      ours.push(await screens(SCREENS, members, run, (key) => ourScreen(store, members, key)));
      if (redis !== null) theirs.push(await screens(SCREENS, members, run, (key) => redisScreen(redis, members, key)));
    }
    await store.close();
    await withBare(async (bare) => {
      for (const { members, bare: by } of measured)
        by.push(await screens(SCREENS / 10, members, run, (key) => bare.screen(boardOf(members), key)));
    });
  }
  return measured;
}

function rowsOf(engine: BenchEngine, measured: readonly Measured[], redis: Redis | null): BenchReport['rows'] {
  const smallest = medianOf(measured[0]?.ours ?? []);
  return measured.map(({ members, ours, bare, redis: theirs }) => {
    const ms = medianOf(ours);
    const growth = ms / smallest;
    const aims = [
      atMost(growth, GROWTH_MOST, `at ${SIZES[0]}`),
      ...(redis === null ? [] : [atMost(ms / medianOf(theirs), REDIS_MOST, 'Redis')]),
    ];
    return {
      engine: engine.name,
      members,
      'ours ms': ms.toFixed(3),
      'bare ms': medianOf(bare).toFixed(3),
      'ours / bare': (ms / medianOf(bare)).toFixed(2),
      'Redis ms': redis === null ? '' : medianOf(theirs).toFixed(3),
      'ours / Redis': redis === null ? '' : (ms / medianOf(theirs)).toFixed(2),
      [`ours / ours at ${SIZES[0]}`]: growth.toFixed(2),
      ...(members === SIZES.at(-1) ? allOf(...aims) : {}),
    };
  });
}

/** Measures the board screen on every engine. */
export async function benchBoard(): Promise<BenchReport> {
  const redis = await startRedis();
  const rows: BenchReport['rows'][number][] = [];
  try {
    if (redis !== null) for (const members of SIZES) await fillRedis(redis, members);
    await onEveryEngine(async (engine) => {
      rows.push(...rowsOf(engine, await measureEngine(engine, redis), redis));
    });
  } finally {
    await redis?.stop();
  }
  return {
    title: `Board screen: my rank, ${REACH} neighbours each side, first ${FIRST}, how many there are`,
    notes: [
      `median of ${RUNS} runs of ${SCREENS} screens by one caller; ours is one statement on PostgreSQL`,
      'bare is one hand-written statement on the same tables that counts everybody above over an index, which on PostgreSQL is its own',
      redis === null
        ? 'Redis was not measured: redis-server is not on PATH'
        : `Redis ${redis.version}: ZREVRANK, then two ZREVRANGE and ZCARD in one go; it keeps no order within ties and nothing on disk`,
    ],
    rows,
  };
}
