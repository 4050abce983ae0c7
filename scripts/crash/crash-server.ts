// Kills the real server under load, or takes its database away from it, again and again; then looks for what was promised and lost.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexName } from '#core/tables';
import { communityOf } from '#core/values/ids';
import { checkData } from '#server/app/check-data';
import { openStore } from '#server/hosts/node/open-store';
import { PAGE_LIMIT_MAX, type Store } from '#server/ports/store';
import { freePort, type PostgresServer, startPostgresServer } from '../workshop/postgres-server';
import { isAcknowledged, openPhones, type Phones } from './phones';
import { type ServerProgram, startServerProgram } from './server-program';

/** What is broken in a round: the server is killed, its connections are cut, or its database is stopped and started. */
export type Blow = 'kill' | 'cut' | 'restart';

export interface CrashChoices {
  readonly engine: 'sqlite' | 'postgres';
  readonly blows: readonly Blow[];
  /** After how many answers of a round each blow falls. */
  readonly answersBefore: (round: number) => number;
  readonly onRound?: (round: number) => void;
}

/** What came of it. */
export interface CrashReport {
  readonly taps: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly tryAgain: number;
  /** Everything that is not as it was promised. */
  readonly problems: readonly string[];
}

/** How many more answers are waited for after the database was taken away, so that taps fall into its absence and after it. */
const ANSWERS_AFTER = 60;

interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly postgres: PostgresServer | null;
  remove(): Promise<void>;
}

async function openPlace(engine: CrashChoices['engine']): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qunhui-crash-'));
  const postgres = engine === 'postgres' ? await startPostgresServer() : null;
  const databaseUrl = (await postgres?.freshDatabase()) ?? null;
  const remove = async () => {
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { dataDir, databaseUrl, postgres, remove };
}

/** Taps on until the blow falls; gives the server that runs afterwards. */
async function strike(
  blow: Blow,
  answersBefore: number,
  phones: Phones,
  server: ServerProgram,
  start: () => Promise<ServerProgram>,
  postgres: PostgresServer | null,
): Promise<ServerProgram> {
  let struck: Promise<unknown> | null = null;
  let isOver = false;
  let answeredThen = 0;
  const fall = async () => {
    if (blow === 'kill') await server.kill();
    else if (blow === 'cut') await postgres?.cutConnections();
    else await postgres?.restart();
    isOver = true;
  };
  await phones.tapOn((answered) => {
    if (struck === null && answered >= answersBefore) {
      struck = fall();
      answeredThen = answered;
    }
    // A dead server answers nobody any more; one that lives has to come back by itself.
    return !isOver || (blow !== 'kill' && answered < answeredThen + ANSWERS_AFTER);
  });
  await struck;
  return blow === 'kill' ? start() : server;
}

async function everyId(store: Store, index: IndexName, communityId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(index, communityId, { prefix: [], order: 'ascending' }, PAGE_LIMIT_MAX, cursor);
    ids.push(...page.documents.map(({ id }) => id));
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

/** Looks into the store itself, once the server has stopped: nothing half, and a journal document for every acknowledged change. */
async function lookInside({ dataDir, databaseUrl }: Place, phones: Phones): Promise<string[]> {
  const store = await openStore({ dataDir, databaseUrl });
  try {
    const { differences } = await checkData(store);
    const problems = differences.map(({ id, problem }) => `${id} ${problem}`);
    const { documents } = await store.list('community.byCreated', null, { prefix: [], order: 'ascending' }, 1);
    const communityId = communityOf(documents[0]?.id ?? '');
    const requests = new Set((await everyId(store, 'journal.byStamp', communityId)).map((id) => id.slice(id.lastIndexOf('/') + 1)));
    for (const { action, requestId } of phones.taps.filter(isAcknowledged)) {
      const isThere = requests.has(requestId) || action === 'leaderboard.hide';
      if (!isThere) problems.push(`${action} ${requestId} was acknowledged and is not there`);
    }
    const coupons = (await everyId(store, 'coupon.byMember', communityId)).length;
    const claims = phones.taps.filter((tap) => tap.action === 'coupon.claim' && isAcknowledged(tap)).length;
    // By now every tap has its answer: more coupons than acknowledged claims are doubled ones.
    if (coupons !== claims) problems.push(`${claims} claims were acknowledged, and there are ${coupons} coupons`);
    return problems;
  } finally {
    await store.close();
  }
}

/** Runs all rounds on one database. */
export async function crashServer({ engine, blows, answersBefore, onRound }: CrashChoices): Promise<CrashReport> {
  const place = await openPlace(engine);
  const port = String(await freePort());
  const start = () =>
    startServerProgram({ PORT: port, DATA_DIR: place.dataDir, ...(place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl }) });
  const problems: string[] = [];
  let server = await start();
  try {
    const phones = await openPhones(server.origin);
    for (const [round, blow] of blows.entries()) {
      const from = phones.taps.length;
      server = await strike(blow, answersBefore(round), phones, server, start, place.postgres);
      await phones.settle();
      for (const { action, requestId, reply } of await phones.repeat(phones.taps.slice(from))) {
        problems.push(`${action} ${requestId} is answered otherwise after round ${round + 1}: ${reply}`);
      }
      onRound?.(round + 1);
    }
    await server.stop();
    problems.push(...phones.met.wrong, ...(await lookInside(place, phones)));
    const { taps, met } = phones;
    return {
      taps: taps.length,
      acknowledged: taps.filter(isAcknowledged).length,
      unanswered: met.unanswered,
      tryAgain: met.tryAgain,
      problems,
    };
  } finally {
    await server.kill();
    await place.remove();
  }
}
