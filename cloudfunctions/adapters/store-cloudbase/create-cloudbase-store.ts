// The store on WeChat CloudBase's document database: every request is a call that an owner pays for, so each question is one.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Id } from '#core/values/ids';
import { createCloudBaseBoards, WHOLE_BOARD_ROWS_MAX } from '#server/adapters/store-cloudbase/cloudbase-boards';
import { type CloudBaseDatabase, openCloudBaseDatabase } from '#server/adapters/store-cloudbase/cloudbase-database';
import { createCloudBasePages } from '#server/adapters/store-cloudbase/cloudbase-pages';
import { decideOnCloudBase } from '#server/adapters/store-cloudbase/decide-on-cloudbase';
import { gather } from '#server/adapters/store-cloudbase/gather';
import { Patience, type Surroundings } from '#server/adapters/store-cloudbase/patience';
import { askPatiently, QUERY_DOCUMENTS_MAX, readStored } from '#server/adapters/store-cloudbase/read-stored';
import type { Stored } from '#server/adapters/store-cloudbase/stored-document';
import { checkId, checkNamed } from '#server/adapters/store-lane/check-decision';
import { decideUnnamed } from '#server/adapters/store-lane/decide-unnamed';
import { decodeDocument } from '#server/adapters/store-lane/document-text';
import { listPage } from '#server/adapters/store-lane/lane-list';
import { Fault } from '#server/ports/fault';
import type { Documents, Outcome, Store, StoredDocument } from '#server/ports/store';

/** A store that must be tidied from time to time. */
export interface CloudBaseStore extends Store {
  /** Deletes tokens that no decision can meet any more, and says how many. Called by the timer; harmless at any time. */
  sweep(): Promise<number>;
}

/** How a store behaves; what is left out is made for an ordinary cloud function. */
export interface CloudBaseStoreOptions {
  /** How long a decision or a view is tried, in ms. A cloud function must be allowed to run longer than this. */
  readonly deadlineMs?: number;
  /** The largest board that is fetched whole. */
  readonly wholeBoardRowsMax?: number;
  readonly surroundings?: Surroundings;
}

/** How to reach the database, besides. */
export interface CloudBaseOptions extends CloudBaseStoreOptions {
  /** The environment's id; without one it is that of the cloud function which this runs in. */
  readonly environment?: string;
  /** How long one request may take, in ms. */
  readonly timeoutMs?: number;
}

const DEADLINE_MS = 10_000;
const TIMEOUT_MS = 5_000;

/** Tokens of this age, in ms, are swept: a decision gives up, and the server ends a transaction, long before. */
const TOKEN_AGE_MS = 10 * 60_000;

const realSurroundings: Surroundings = {
  now: Date.now,
  pause: async (ms) => {
    await pause(ms);
  },
  random: Math.random,
  name: () => randomBytes(9).toString('base64url'),
};

/** Decisions of one community, one after another: those of one instance would otherwise only make each other fail. */
function inTurnByCommunity(): <Reply>(community: string, decide: () => Promise<Reply>) => Promise<Reply> {
  const last = new Map<string, Promise<unknown>>();
  return async (community, decide) => {
    const before = last.get(community) ?? Promise.resolve();
    const mine = before.then(decide, decide);
    last.set(community, mine);
    try {
      return await mine;
    } finally {
      if (last.get(community) === mine) last.delete(community);
    }
  };
}

/** What has been accepted and is not finished. */
function untilSettled(): { <Reply>(running: Promise<Reply>): Promise<Reply>; all(): Promise<unknown> } {
  const accepted = new Set<Promise<unknown>>();
  const accept = async <Reply>(running: Promise<Reply>): Promise<Reply> => {
    accepted.add(running);
    try {
      return await running;
    } finally {
      accepted.delete(running);
    }
  };
  return Object.assign(accept, { all: () => Promise.allSettled(accepted) });
}

/** The store on an opened database. */
export function createStoreOnCloudBase(database: CloudBaseDatabase, options: CloudBaseStoreOptions = {}): CloudBaseStore {
  const { deadlineMs = DEADLINE_MS, wholeBoardRowsMax = WHOLE_BOARD_ROWS_MAX, surroundings = realSurroundings } = options;
  const patience = (): Patience => new Patience(surroundings, deadlineMs);
  const patiently = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => askPatiently(patience(), ask);
  const pages = createCloudBasePages((query) => patiently(() => database.find(query)));
  const boards = createCloudBaseBoards(
    { aggregate: (stages) => patiently(() => database.aggregate(stages)), count: (where) => patiently(() => database.count(where)) },
    wholeBoardRowsMax,
  );
  const readTogether = gather<Stored>(QUERY_DOCUMENTS_MAX, (ids) => readStored(database, patience(), ids));
  const inTurn = inTurnByCommunity();
  const accept = untilSettled();
  let isClosed = false;

  function checkOpen(): void {
    if (isClosed) throw new Fault('store_closed', 'this store has been closed');
  }

  /** Guards a question: nothing is asked of a closed store, and closing waits for the answer. */
  const open =
    <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      checkOpen();
      return accept(ask(...given));
    };

  function decide<Reply>(ids: readonly Id[], work: (documents: Documents) => Outcome<Reply>): Promise<Reply> {
    const inCommunity = (community: string): Promise<Reply> =>
      inTurn(community, () => decideOnCloudBase({ database, surroundings, deadlineMs }, { community, ids, work }));
    if (ids.length > 0) return inCommunity(checkNamed(ids));
    return decideUnnamed(work, { named: (needed) => decide(needed, work), writing: inCommunity });
  }

  return {
    name: 'cloudbase',
    decide: open(async (ids: readonly Id[], work: (documents: Documents) => Outcome<unknown>) => decide(ids, work)) as Store['decide'],
    read: open(async (ids) => {
      for (const id of ids) checkId(id);
      const found = new Map<Id, StoredDocument>();
      if (ids.length === 0) return found;
      const stored = await readTogether(ids);
      for (const id of ids) {
        const text = stored.get(id)?.d;
        if (text !== undefined) found.set(id, decodeDocument(text));
      }
      return found;
    }),
    list: open((index, community, range, limit, cursor) => listPage(pages, index, community, range, limit, cursor)),
    rank: open((board, key) => boards.rank(board, key)),
    top: open((board, limit) => boards.top(board, Math.max(0, limit))),
    around: open((board, key, reach) => boards.around(board, key, Math.max(0, reach))),
    count: open((counted) => boards.count(counted)),
    ping: open(async () => {
      await patiently(() => database.find({ where: { _id: '~' }, limit: 1 }));
    }),
    sweep: open(() => patiently(() => database.removeTokens(surroundings.now() - TOKEN_AGE_MS))),
    async close() {
      isClosed = true;
      await accept.all();
    },
  };
}

/** Opens the store of an environment of CloudBase. Nothing is sent before the first question. */
export function createCloudBaseStore(options: CloudBaseOptions = {}): CloudBaseStore {
  const { environment, timeoutMs = TIMEOUT_MS } = options;
  return createStoreOnCloudBase(openCloudBaseDatabase({ environment, timeoutMs }), options);
}
