// What the cloud and the way to it can do to a decision, at each of its requests: it still happens exactly once, or says that it did not.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeId } from '#core/values/ids';
import type { CloudBaseStore } from '#server/adapters/store-cloudbase/create-cloudbase-store';
import { createCloudBaseStore } from '#server/adapters/store-cloudbase/create-cloudbase-store';
import type { Fault, FaultOrder } from '../support/cloudbase/faults';
import type { RequestRecord } from '../support/cloudbase/request-record';
import { freePort } from '../support/postgres-server';
import { askedOf, openStore, ownTime, startStandIn } from './cloudbase-case';
import { CLAIMED, claim, expectClaims, openShop, scenarios } from './cloudbase-scenarios';
import { COMMUNITY, counter, countOf, fill, insert, memberId, put, score, seededDice, writing } from './contract/contract-case';

const cloudBase = await startStandIn();
afterAll(() => cloudBase.stop());
beforeEach(() => cloudBase.reset());

/** How long a request may take here, in ms, before the SDK gives up on it. */
const IMPATIENT_MS = 150;

const steps: Readonly<Record<string, Omit<FaultOrder, 'fault'>>> = {
  'the reading': { action: 'database.getDocument' },
  'the start': { action: 'database.startTransaction' },
  'the insert': { action: 'database.insertDocument' },
  'a put': { when: ({ action, body }) => action === 'database.modifyDocument' && body['merge'] === false },
  'a touch': { when: ({ action, body }) => action === 'database.modifyDocument' && body['merge'] === true },
  'the commit': { action: 'database.commitTransaction' },
};

const duplicate = 'E11000 duplicate key error collection: tnt-1.documents index: _id_ dup key: { _id: "~x~1" }';
const error = (code: string, message: string, endsTransaction = true): Fault => ({ kind: 'error', code, message, endsTransaction });

const faults: readonly { readonly name: string; readonly fault: Fault; readonly writesOnly?: boolean }[] = [
  { name: 'is dropped before it arrives', fault: { kind: 'drop' } },
  { name: 'is carried out and its answer lost', fault: { kind: 'drop_answer' } },
  { name: 'meets a gateway that answers 502', fault: { kind: 'status', status: 502 } },
  { name: 'is never answered and not carried out', fault: { kind: 'silence', applied: false } },
  { name: 'is never answered though carried out', fault: { kind: 'silence', applied: true } },
  { name: 'is answered too late, carried out before', fault: { kind: 'delay', ms: 2 * IMPATIENT_MS, applied: 'before' } },
  { name: 'is answered too late, carried out after', fault: { kind: 'delay', ms: 2 * IMPATIENT_MS, applied: 'after' } },
  { name: 'is one too many', fault: error('EXCEED_RATELIMIT', '[LimitExceeded] too many requests') },
  { name: 'meets a conflict', fault: { kind: 'conflict' }, writesOnly: true },
  {
    name: 'finds the transaction busy',
    fault: error('DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionBusy] busy', false),
    writesOnly: true,
  },
  {
    name: 'finds the transaction gone',
    fault: error('DATABASE_TRANSACTION_FAIL', '[ResourceUnavailable.TransactionNotExist] gone'),
    writesOnly: true,
  },
  { name: 'is a duplicate', fault: error('DATABASE_REQUEST_FAILED', `multiple write errors: [{${duplicate}}]`), writesOnly: true },
  {
    name: 'is a duplicate in other words, and the transaction stays open',
    fault: error('DATABASE_DUPLICATE_WRITE', `bulk write error: ${duplicate}`, false),
    writesOnly: true,
  },
];

/** Whether a request is carried out though its caller has given up on it. */
const isCarriedOut = (fault: Fault): boolean =>
  fault.kind === 'drop_answer' || fault.kind === 'delay' || (fault.kind === 'silence' && fault.applied);

const matrix = Object.keys(steps).flatMap((step) => {
  const inTransaction = !['the reading', 'the start'].includes(step);
  return faults.filter(({ writesOnly }) => inTransaction || writesOnly !== true).map(({ name, fault }) => ({ step, name, fault }));
});

describe('a decision counts once', () => {
  it.each(matrix)('when $step $name', async ({ step, fault }) => {
    const store = createCloudBaseStore({ timeoutMs: IMPATIENT_MS });
    await openShop(store, ['ana'], 5);
    cloudBase.faults.inject({ ...steps[step], fault });
    expect(await claim(store, 'ana', 1)).toBe(1);
    expect(cloudBase.faults.pending).toBe(0);
    expect(await claim(store, 'ana', 2)).toBe(2);
    await expectClaims(store, 5, { ana: 2 });
    // A start whose answer is lost leaves a transaction that nobody knows of; it holds nothing, and the server ends it.
    const unknown = step === 'the start' && isCarriedOut(fault) ? 1 : 0;
    await expect.poll(() => cloudBase.openTransactions).toBe(unknown);
  });

  it('when every socket that was kept has died', async () => {
    const store = openStore();
    await openShop(store, ['ana'], 5);
    const isKept = ({ reusedSocket }: RequestRecord): boolean => reusedSocket;
    cloudBase.faults.inject({ when: isKept, times: 4, fault: { kind: 'drop' } });
    expect(await claim(store, 'ana', 1)).toBe(1);
    await expectClaims(store, 5, { ana: 1 });
  });

  it.each(['request_failed', 'duplicate_write'] as const)('when its insert meets a document, said as %s', async (wording) => {
    cloudBase.duplicateWording = wording;
    const store = openStore();
    await openShop(store, ['ana', 'ben'], 5);
    const found = await store.decide([memberId('ana')], (documents) =>
      documents.has(memberId('ben'))
        ? { reply: countOf(documents, memberId('ben')), writes: [] }
        : { reply: -1, writes: [insert(counter(memberId('ben'), 9))] },
    );
    expect(found).toBe(0);
  });
});

describe('on CloudBase', () => {
  it.each(scenarios)('$name', async ({ run }) => {
    await run(() => openStore({ deadlineMs: 60_000 }), cloudBase);
    expect(cloudBase.openTransactions).toBe(0);
  });
});

describe('in a storm', () => {
  it('of faults at random, what four instances move among accounts is moved once, and nothing is made or lost', async () => {
    const accounts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => memberId(name));
    const stores = Array.from({ length: 4 }, () => openStore({ deadlineMs: 60_000 }));
    await fill(
      openStore(),
      accounts.map((id) => counter(id, 1_000)),
    );
    const dice = seededDice(42);
    const inTransaction = ({ transactionId }: RequestRecord): boolean => transactionId !== null;
    const storm: readonly Fault[] = [{ kind: 'drop' }, { kind: 'drop_answer' }, { kind: 'status', status: 502 }, { kind: 'conflict' }];
    for (const fault of storm) {
      const when = (request: RequestRecord): boolean => (fault.kind !== 'conflict' || inTransaction(request)) && dice(40) === 0;
      cloudBase.faults.inject({ when, times: 1_000_000, fault });
    }
    const moves = Array.from({ length: 120 }, (_, number) => {
      const from = dice(accounts.length);
      return {
        number,
        from: accounts[from] ?? '',
        to: accounts[(from + 1 + dice(accounts.length - 1)) % accounts.length] ?? '',
        sum: 1 + dice(9),
      };
    });
    const moved = await Promise.all(
      moves.map(({ number, from, to, sum }) => move(stores[number % 4] as CloudBaseStore, from, to, sum, number)),
    );
    cloudBase.faults.clear();
    const documents = await openStore().read([...accounts, ...moved]);
    expect(moved.filter((id) => documents.has(id))).toHaveLength(moves.length);
    const balanceOf = (id: string): number =>
      moves.reduce((sum, one) => sum + (one.to === id ? one.sum : 0) - (one.from === id ? one.sum : 0), 1_000);
    expect(accounts.map((id) => countOf(documents, id))).toEqual(accounts.map(balanceOf));
    expect((await openStore().count([CLAIMED])).get(CLAIMED)).toBe(moves.length);
  });
});

/** Moves a sum and keeps a document of it, whose id it gives. */
function move(store: CloudBaseStore, from: string, to: string, sum: number, number: number): Promise<string> {
  const id = makeId(COMMUNITY, 'journal', 'bank', `r${number}`);
  return store.decide([from, to], (documents) => ({
    reply: id,
    writes: [
      put(counter(from, countOf(documents, from) - sum)),
      put(counter(to, countOf(documents, to) + sum)),
      insert({ id }),
      score(CLAIMED, `move${number}`, 1, number),
    ],
  }));
}

describe('a decision that cannot be made says so', () => {
  const ana = memberId('ana');
  const decide = (store: CloudBaseStore): Promise<unknown> => store.decide([ana], writing(put(counter(ana, 1))));

  it('when others are faster until the deadline', async () => {
    const surroundings = ownTime();
    const store = openStore({ surroundings, deadlineMs: 10_000 });
    cloudBase.faults.inject({ action: 'database.commitTransaction', times: 1_000, fault: { kind: 'conflict' } });
    await expect(decide(store)).rejects.toMatchObject({ name: 'Fault', code: 'conflict' });
    expect(surroundings.passed).toBeGreaterThanOrEqual(10_000);
    cloudBase.faults.clear();
    expect((await store.read([ana])).size).toBe(0);
  });

  it('when the way to the cloud stays cut', async () => {
    const store = openStore({ surroundings: ownTime(), deadlineMs: 10_000 });
    cloudBase.faults.inject({ times: 1_000, fault: { kind: 'drop' } });
    await expect(decide(store)).rejects.toMatchObject({ name: 'Fault', code: 'store_unavailable' });
    await expect(store.read([ana])).rejects.toMatchObject({ name: 'Fault', code: 'store_unavailable' });
    await expect(store.ping()).rejects.toMatchObject({ name: 'Fault', code: 'store_unavailable' });
  });

  it('when nobody listens there', async () => {
    const elsewhere = `{"URL":"http://127.0.0.1:${await freePort()}/admin"}`;
    await withVariable('TCB_CONTEXT_CNFG', elsewhere, async () => {
      const store = openStore({ surroundings: ownTime() });
      await expect(store.ping()).rejects.toMatchObject({ name: 'Fault', code: 'store_unavailable' });
    });
  });

  it('when it is refused for good, without trying again', async () => {
    const store = openStore();
    cloudBase.faults.inject({ action: 'database.insertDocument', fault: error('DATABASE_PERMISSION_DENIED', 'permission denied') });
    await expect(decide(store)).rejects.toMatchObject({ name: 'Fault', code: 'store_unavailable' });
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'abort']);
  });

  it('when the collection is missing, or the credentials', async () => {
    const store = openStore();
    const missing = error('DATABASE_COLLECTION_NOT_EXIST', '[ResourceNotFound] Db or Table not exist');
    cloudBase.faults.inject({ fault: missing });
    await expect(store.ping()).rejects.toMatchObject({ name: 'Fault', code: 'not_configured' });
    await withVariable('TENCENTCLOUD_SECRETKEY', '', async () => {
      await expect(store.ping()).rejects.toMatchObject({ name: 'Fault', code: 'not_configured' });
    });
    await store.ping();
  });

  it('and its late commit is not taken for another one', async () => {
    const store = createCloudBaseStore({ timeoutMs: IMPATIENT_MS, deadlineMs: IMPATIENT_MS / 2 });
    await openShop(openStore(), ['ana'], 5);
    cloudBase.faults.inject({ action: 'database.commitTransaction', fault: { kind: 'silence', applied: true } });
    // Past its deadline it looks once more, and finds what it has written.
    expect(await claim(store, 'ana', 1)).toBe(1);
    await expectClaims(openStore(), 5, { ana: 1 });
  });
});

describe('what is old', () => {
  it('is read again before anything rests on it', async () => {
    const surroundings = ownTime();
    const store = openStore({ surroundings, deadlineMs: 120_000 });
    await openShop(store, ['ana', 'ben'], 5);
    let isFrozen = true;
    cloudBase.beforeRequest = async ({ action }) => {
      if (action !== 'database.startTransaction' || !isFrozen) return;
      isFrozen = false;
      // The instance stands still for longer than tokens are kept; meanwhile another one goes on, and the timer sweeps.
      const other = openStore({ surroundings });
      await claim(other, 'ben', 1);
      surroundings.passed += 11 * 60_000;
      await other.sweep();
    };
    expect(await claim(store, 'ana', 1)).toBe(1);
    await expectClaims(store, 5, { ana: 1, ben: 1 });
  });

  it('is swept: tokens of ten minutes ago, and nothing else', async () => {
    const surroundings = ownTime();
    const store = openStore({ surroundings });
    await openShop(store, ['ana'], 5);
    await claim(store, 'ana', 1);
    surroundings.passed += 9 * 60_000;
    await claim(store, 'ana', 2);
    expect(await store.sweep()).toBe(0);
    surroundings.passed += 2 * 60_000;
    // Two puts and a touch of the first claim.
    expect(await store.sweep()).toBe(3);
    await expectClaims(store, 5, { ana: 2 });
    expect(await claim(store, 'ana', 3)).toBe(3);
  });
});

/** Runs something while an environment variable has another value. */
async function withVariable(name: string, value: string, run: () => Promise<void>): Promise<void> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    await run();
  } finally {
    process.env[name] = before;
  }
}
