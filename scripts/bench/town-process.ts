// A process of its own with the application on a store: it does what it is asked, as one server of several, or serves HTTP.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { ActionName } from '#core/contract';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { createThreadedSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { createHttpApp } from '#server/hosts/node/http-app';
import type { Store } from '#server/ports/store';
import { databaseThreadProgram } from '../workshop/bundle-program';
import type { EngineName } from './bench-engines';
import { type BenchTown, type Deed, findBenchTown, openBenchTown } from './bench-town';
import { perSecond } from './measure';
import { answerQuestions } from './run-bundled';

/** What the process can be asked. */
export type TownQuestion =
  | { readonly what: 'open'; readonly engine: EngineName; readonly place: string }
  | { readonly what: 'found'; readonly members: number; readonly name: string }
  | { readonly what: 'find'; readonly communityId: string }
  | { readonly what: 'publish'; readonly deed: Deed; readonly stock: number }
  | { readonly what: 'nextDay' }
  | {
      readonly what: 'do';
      readonly deed: Deed;
      readonly campaignId: string;
      readonly from: number;
      readonly until: number;
      readonly callers: number;
    }
  | { readonly what: 'requests'; readonly deed: Deed; readonly campaignId: string; readonly members: number }
  | { readonly what: 'serve' }
  | { readonly what: 'live'; readonly actions: number; readonly campaignId: string; readonly members: number }
  | { readonly what: 'memory' };

let store: Store | null = null;
let town: BenchTown | null = null;
let lived = 0;

function theTown(): BenchTown {
  if (town === null) throw new Error('no town has been opened');
  return town;
}

function theStore(): Store {
  if (store === null) throw new Error('no store has been opened');
  return store;
}

/** The server's own HTTP face, and a route beside it that only parses the same body. */
async function serve(): Promise<number> {
  const { app, clock } = theTown();
  const log = createJsonLog((line) => process.stderr.write(line), clock);
  const http = createHttpApp({ ...app, store: theStore(), log, demo: false, version: 'bench', publicUrl: null, webRoot: 'dist/h5' });
  const empty = new Hono();
  empty.post('/empty', async (context) => {
    await context.req.json();
    return context.json({ ok: true });
  });
  const ours = getRequestListener(http.fetch);
  const bare = getRequestListener(empty.fetch);
  const server = createServer((request, response) => void (request.url === '/empty' ? bare : ours)(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const DAY_OF_ACTIONS = ['checkin.calendar', 'coupon.wallet', 'leaderboard.board'] as const satisfies readonly ActionName[];

/** What a member asks to be shown besides the home page, taking turns. */
function inputOf(action: (typeof DAY_OF_ACTIONS)[number], campaignId: string): object {
  if (action === 'checkin.calendar') return { campaignId };
  return action === 'leaderboard.board' ? { kind: 'checkin', period: 'week' } : {};
}

/** So many actions of ordinary life: a check-in, then what is looked at before and after it; a new day when all have been there. */
async function live(actions: number, campaignId: string, members: number): Promise<void> {
  await perSecond(16, Math.ceil(actions / 4), async () => {
    const member = lived % members;
    if (member === 0) theTown().nextDay();
    lived += 1;
    const action = DAY_OF_ACTIONS[lived % DAY_OF_ACTIONS.length] ?? 'coupon.wallet';
    await theTown().view(member, 'community.home');
    await theTown().tryDo('check-in', campaignId, member);
    await theTown().view(member, action, inputOf(action, campaignId));
    await theTown().view(member, 'community.home');
  });
}

/** Memory in MB, after what nobody holds any more has been let go. */
function memory(): { readonly resident: number; readonly heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { resident: rss / 2 ** 20, heap: heapUsed / 2 ** 20 };
}

async function answer(question: TownQuestion): Promise<unknown> {
  switch (question.what) {
    case 'open':
      store = await (question.engine === 'sqlite'
        ? createThreadedSqliteStore({ path: question.place, program: await databaseThreadProgram() })
        : createPostgresStore({ url: question.place }));
      return null;
    case 'found':
      town = await openBenchTown(theStore(), question.members, question.name);
      return town.communityId;
    case 'find':
      town = await findBenchTown(theStore(), question.communityId);
      return null;
    case 'publish':
      return question.deed === 'claim' ? theTown().publishDrop(question.stock) : theTown().publishPlan();
    case 'nextDay':
      return theTown().nextDay();
    case 'do': {
      const { deed, campaignId, from, until, callers } = question;
      let given = 0;
      const rate = await perSecond(callers, until - from, async (position) => {
        const isGiven = await theTown().tryDo(deed, campaignId, from + position);
        if (isGiven) given += 1;
      });
      return { rate, given };
    }
    case 'requests':
      return Array.from({ length: question.members }, (_, member) => theTown().requestOf(question.deed, question.campaignId, member));
    case 'serve':
      return serve();
    case 'live':
      return live(question.actions, question.campaignId, question.members);
    case 'memory':
      return memory();
  }
}

answerQuestions(answer, async () => store?.close());
