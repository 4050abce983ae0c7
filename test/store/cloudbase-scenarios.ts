// What must come out on CloudBase when decisions meet at the worst moment, or answers are lost: for the store, and for broken ones.
import { expect } from 'vitest';
import { makeId } from '#core/values/ids';
import type { Outcome, Store } from '#server/ports/store';
import type { CloudBase } from '../support/cloudbase/cloud-base';
import { COMMUNITY, counter, countOf, fill, insert, memberId, put, score, stockId } from './contract/contract-case';

/** Opens one more function instance on the stand-in. */
export type OpenInstance = () => Store;

/** A situation and what is right in it: rejects where something else comes out. */
export interface Scenario {
  readonly name: string;
  run(open: OpenInstance, cloudBase: CloudBase): Promise<void>;
}

export const WEEK = makeId(COMMUNITY, 'board', 'checkin', 'week', '2026-03-02');
export const CLAIMED = makeId(COMMUNITY, 'day', '2026-03-02', 'claimed');

const stock = stockId('drop');
const journalId = (member: string, request: number): string => makeId(COMMUNITY, 'journal', member, `r${request}`);
const couponId = (member: string, n: number): string => makeId(COMMUNITY, 'coupon', 'drop', member, String(n));
const inviteId = (member: string): string => makeId(COMMUNITY, 'invite', 'friends', 'owner', member);

/** A stock, members, and a document that every claim looks at and leaves as it is. */
export async function openShop(store: Store, members: readonly string[], stocked: number): Promise<void> {
  await fill(store, [counter(stock, stocked), ...members.flatMap((name) => [counter(memberId(name), 0), counter(inviteId(name), 7)])]);
}

/** Claims as an action does: one coupon from the stock, counted on the member and on two boards, once per request. */
export function claim(store: Store, member: string, request: number): Promise<number | 'sold_out'> {
  const ids = [journalId(member, request), memberId(member), stock, inviteId(member)];
  return store.decide(ids, (documents): Outcome<number | 'sold_out'> => {
    if (!documents.has(ids[3] ?? '')) throw new Error('the shop is not open');
    const left = countOf(documents, stock);
    if (left === 0) return { reply: 'sold_out', writes: [] };
    const n = countOf(documents, memberId(member)) + 1;
    return {
      reply: n,
      writes: [
        put(counter(stock, left - 1)),
        put(counter(memberId(member), n)),
        insert({ id: journalId(member, request), n }),
        insert({ id: couponId(member, n) }),
        score(WEEK, member, n, request),
        score(CLAIMED, `${member}.${n}`, 1, request),
      ],
    };
  });
}

/** Checks that the claims of some members have been made exactly once each, in every document and on every board. */
export async function expectClaims(store: Store, stocked: number, claims: Readonly<Record<string, number>>): Promise<void> {
  const members = Object.entries(claims);
  const made = members.reduce((sum, [, times]) => sum + times, 0);
  const documents = await store.read([stock, ...members.map(([name]) => memberId(name))]);
  expect(countOf(documents, stock)).toBe(stocked - made);
  for (const [name, times] of members) {
    expect(countOf(documents, memberId(name))).toBe(times);
    const coupons = await store.read(Array.from({ length: times + 1 }, (_, position) => couponId(name, position + 1)));
    expect(coupons.size).toBe(times);
    expect((await store.rank(WEEK, name)).row?.points ?? 0).toBe(times);
  }
  expect((await store.count([CLAIMED])).get(CLAIMED)).toBe(made);
}

/** Holds the first request of an action until something else has been done. */
function holdFirst(cloudBase: CloudBase, action: string, meanwhile: () => Promise<unknown>): void {
  let isHeld = false;
  cloudBase.beforeRequest = async (request) => {
    if (isHeld || request.action !== action) return;
    isHeld = true;
    await meanwhile();
  };
}

const START = 'database.startTransaction';
const [left, right] = [memberId('left'), memberId('right')];

/** Leaves only if the other one stays. */
const leave = (store: Store, mine: string): Promise<boolean> =>
  store.decide([left, right], (documents): Outcome<boolean> => {
    const both = countOf(documents, left) + countOf(documents, right) === 2;
    return { reply: both, writes: both ? [put(counter(mine, 0))] : [] };
  });

/** Comes only if the other one is absent. */
const come = (store: Store, mine: string): Promise<boolean> =>
  store.decide([left, right], (documents): Outcome<boolean> => {
    return { reply: documents.size === 0, writes: documents.size === 0 ? [insert(counter(mine, 1))] : [] };
  });

const campaign = makeId(COMMUNITY, 'campaign', 'drop');

/** Takes one while the campaign is live; `live` stands in a shared document. */
const take = (store: Store): Promise<boolean> =>
  store.decide([campaign, stock], (documents): Outcome<boolean> => {
    const isLive = countOf(documents, campaign) === 1;
    return { reply: isLive, writes: isLive ? [put(counter(stock, countOf(documents, stock) - 1))] : [] };
  });

/** Ends the campaign and says how much was left at that moment. */
const end = (store: Store): Promise<number> =>
  store.decide([campaign, stock], (documents): Outcome<number> => {
    return { reply: countOf(documents, stock), writes: [put(counter(campaign, 0))] };
  });

export const scenarios: readonly Scenario[] = [
  {
    name: 'a decision that is overtaken between reading and writing decides again',
    async run(open, cloudBase) {
      const [first, second] = [open(), open()];
      await openShop(first, ['ana', 'ben'], 1);
      holdFirst(cloudBase, START, () => claim(second, 'ben', 1));
      expect(await claim(first, 'ana', 1)).toBe('sold_out');
      await expectClaims(first, 1, { ana: 0, ben: 1 });
    },
  },
  {
    name: 'two that each leave only if the other stays do not both leave, whoever is held up',
    async run(open, cloudBase) {
      const [first, second] = [open(), open()];
      await fill(first, [counter(left, 1), counter(right, 1)]);
      holdFirst(cloudBase, START, () => leave(second, right));
      expect(await leave(first, left)).toBe(false);
      const documents = await first.read([left, right]);
      expect([countOf(documents, left), countOf(documents, right)]).toEqual([1, 0]);
    },
  },
  {
    name: 'two that each come only if the other is absent do not both come, whoever is held up',
    async run(open, cloudBase) {
      const [first, second] = [open(), open()];
      holdFirst(cloudBase, START, () => come(second, right));
      expect(await come(first, left)).toBe(false);
      expect([...(await first.read([left, right])).keys()]).toEqual([right]);
    },
  },
  {
    name: 'who ends a campaign knows what is left: nobody who still saw it live takes any more',
    async run(open, cloudBase) {
      const [member, owner] = [open(), open()];
      await fill(member, [counter(campaign, 1), counter(stock, 5)]);
      let said = -1;
      holdFirst(cloudBase, START, async () => {
        said = await end(owner);
      });
      expect(await take(member)).toBe(false);
      expect(said).toBe(countOf(await member.read([stock]), stock));
    },
  },
  {
    name: 'a commit whose answer is lost counts once, even if others have gone on from it since',
    async run(open, cloudBase) {
      const [first, second] = [open(), open()];
      await openShop(first, ['ana', 'ben'], 5);
      cloudBase.faults.inject({ action: 'database.commitTransaction', fault: { kind: 'drop_answer' } });
      let finds = 0;
      cloudBase.beforeRequest = async ({ action }) => {
        if (action !== 'database.getDocument') return;
        finds += 1;
        // The look that follows the lost answer: meanwhile another instance has written the same stock.
        if (finds === 2) await claim(second, 'ben', 1);
      };
      expect(await claim(first, 'ana', 1)).toBe(1);
      cloudBase.beforeRequest = null;
      await expectClaims(first, 5, { ana: 1, ben: 1 });
    },
  },
  {
    name: 'a reading sees one moment, whatever is written meanwhile',
    async run(open, cloudBase) {
      const [reader, writer] = [open(), open()];
      await fill(reader, [counter(left, 1), counter(right, 1)]);
      let finds = 0;
      cloudBase.beforeRequest = async ({ action }) => {
        if (action !== 'database.getDocument') return;
        finds += 1;
        if (finds !== 2) return;
        await writer.decide([left, right], () => ({ reply: null, writes: [put(counter(left, 5)), put(counter(right, 5))] }));
      };
      const seen = await reader.read([left, right]);
      expect(countOf(seen, left)).toBe(countOf(seen, right));
    },
  },
  {
    name: 'a transaction that could not go on is ended, and keeps nobody out',
    async run(open, cloudBase) {
      const store = open();
      await openShop(store, ['ana'], 5);
      const busy = { code: 'DATABASE_TRANSACTION_FAIL', message: '[ResourceUnavailable.TransactionBusy] busy' };
      const fault = { kind: 'error', ...busy, endsTransaction: false } as const;
      cloudBase.faults.inject({ action: 'database.modifyDocument', fault });
      expect(await claim(store, 'ana', 1)).toBe(1);
      expect(cloudBase.openTransactions).toBe(0);
    },
  },
  {
    name: '64 instances at once that claim from a stock of 20 give exactly 20',
    async run(open) {
      const names = Array.from({ length: 64 }, (_, position) => `m${position}`);
      const first = open();
      await openShop(first, names, 20);
      const replies = await Promise.all(names.map((name) => claim(open(), name, 1)));
      expect(replies.filter((reply) => reply === 1)).toHaveLength(20);
      expect(replies.filter((reply) => reply === 'sold_out')).toHaveLength(44);
      await expectClaims(first, 20, Object.fromEntries(names.map((name, position) => [name, replies[position] === 1 ? 1 : 0])));
    },
  },
];
