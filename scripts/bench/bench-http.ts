// Claims and check-ins over HTTP, beside an empty route of the same server that parses the same body.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchEngine, onEveryEngine } from './bench-engines';
import type { Deed, TownRequest } from './bench-town';
import { type Loaded, loadHttp, loadProgram, type WireRequest } from './load-http';
import { atLeast, type BenchReport, inSmall, medianOf } from './measure';
import { type AskedProcess, startProgram } from './run-bundled';
import type { TownQuestion } from './town-process';

const MEMBERS = inSmall ? 1_000 : 20_000;
const RUNS = 3;
const SECONDS = 2;
const CONNECTIONS = [64, 256] as const;
const LEAST = { sqlite: 0.5, postgres: 0.3 } as const;
const DEEDS: readonly Deed[] = ['claim', 'check-in'];

interface Measured {
  readonly deed: Deed;
  readonly connections: number;
  readonly ours: number[];
  readonly empty: number[];
  refused: number;
}

async function measureEngine(engine: BenchEngine, folder: string): Promise<Measured[]> {
  const server: AskedProcess = await startProgram('scripts/bench/town-process.ts');
  const ask = <Answer>(question: TownQuestion): Promise<Answer> => server.ask(question);
  await ask({ what: 'open', engine: engine.name, place: await engine.freshPlace() });
  await ask({ what: 'found', members: MEMBERS, name: 'bench' });
  const port = await ask<number>({ what: 'serve' });
  const plan = await ask<string>({ what: 'publish', deed: 'check-in', stock: 0 });

  async function load(deed: Deed, connections: number, path?: string): Promise<Loaded> {
    if (deed === 'check-in') await ask({ what: 'nextDay' });
    const campaignId = deed === 'claim' ? await ask<string>({ what: 'publish', deed, stock: MEMBERS }) : plan;
    const requests = await ask<readonly TownRequest[]>({ what: 'requests', deed, campaignId, members: MEMBERS });
    const wire = requests.map(({ action, input, requestId, sessionToken }): WireRequest => {
      return { path: path ?? `/api/${action}`, token: sessionToken, body: JSON.stringify({ input, requestId }) };
    });
    return loadHttp(folder, port, wire, connections, SECONDS);
  }

  await load('claim', 64);
  await load('check-in', 64);
  await load('claim', 64, '/empty');
  const measured = DEEDS.flatMap((deed) =>
    CONNECTIONS.map((connections): Measured => ({ deed, connections, ours: [], empty: [], refused: 0 })),
  );
  for (let run = 0; run < RUNS; run += 1) {
    for (const one of measured) {
      const { perSecond, refused } = await load(one.deed, one.connections);
      one.ours.push(perSecond);
      one.refused += refused;
      one.empty.push((await load(one.deed, one.connections, '/empty')).perSecond);
    }
  }
  await server.stop();
  return measured;
}

/** Measures the HTTP face on every engine. */
export async function benchHttp(): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-bench-'));
  const rows: BenchReport['rows'][number][] = [];
  try {
    await onEveryEngine(async (engine) => {
      for (const { deed, connections, ours, empty, refused } of await measureEngine(engine, folder)) {
        const ratio = medianOf(ours) / medianOf(empty);
        // On PostgreSQL the aim is for the many: a few wait for each other's commits.
        const isAimed = engine.name === 'sqlite' || connections === Math.max(...CONNECTIONS);
        rows.push({
          engine: engine.name,
          deed,
          connections,
          'ours /s': Math.round(medianOf(ours)),
          'empty /s': Math.round(medianOf(empty)),
          'ours / empty': ratio.toFixed(2),
          refused,
          ...(isAimed ? atLeast(ratio, LEAST[engine.name], 'ours / empty') : {}),
        });
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const sender = loadProgram() === 'wrk' ? 'wrk, one thread' : 'a plain client of Node, since wrk is not on PATH';
  return {
    title: 'Over HTTP: session, validation, rules, commit, reply',
    notes: [
      `median of ${RUNS} runs of ${SECONDS} s, ours and the empty route by turns; ${MEMBERS} members, sent by ${sender}, on the same machine`,
      'empty is a hono route in the same process that parses the same body and answers ok; what is sent twice is answered from the journal',
    ],
    rows,
  };
}
