// Law 3: no lost update and no write skew, however many decide at once.
import { expect } from 'vitest';
import type { Documents, Outcome, Store } from '#server/ports/store';
import {
  type ContractCase,
  CROWD,
  counter,
  countOf,
  couponId,
  crowd,
  fill,
  insert,
  memberId,
  put,
  seededDice,
  stockId,
} from './contract-case';

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => memberId(name));
const EACH = 100;

/** Moves one from an account to another, asking for the second account only after the first was seen. */
function moveOne(store: Store, from: string, to: string): Promise<boolean> {
  return store.decide([from], (documents): Outcome<boolean> => {
    if (!documents.has(to)) return { need: [to] };
    if (countOf(documents, from) === 0) return { reply: false, writes: [] };
    return {
      reply: true,
      writes: [put(counter(from, countOf(documents, from) - 1)), put(counter(to, countOf(documents, to) + 1))],
    };
  });
}

const total = (documents: Documents): number => ACCOUNTS.reduce((sum, id) => sum + countOf(documents, id), 0);

export const crowdCases: readonly ContractCase[] = [
  {
    law: 3,
    name: '64 decisions at once that add one to a document add 64',
    async run({ store }) {
      const id = stockId('hot');
      await fill(store, [counter(id, 0)]);
      const ended = await crowd(() =>
        store.decide([id], (documents) => ({ reply: countOf(documents, id) + 1, writes: [put(counter(id, countOf(documents, id) + 1))] })),
      );
      const replies = ended.map((end) => (end.status === 'fulfilled' ? end.value : end.reason));
      expect(new Set(replies).size).toBe(CROWD);
      expect(countOf(await store.read([id]), id)).toBe(CROWD);
    },
  },
  {
    law: 3,
    name: 'a stock of 5 and 64 members at once give exactly 5 coupons and 59 refusals',
    async run({ store }) {
      const stock = stockId('drop');
      await fill(store, [counter(stock, 5)]);
      const ended = await crowd((position) =>
        store.decide([stock, memberId(`m${position}`)], (documents): Outcome<string> => {
          const left = countOf(documents, stock);
          if (left === 0) return { reply: 'sold_out', writes: [] };
          return { reply: 'claimed', writes: [put(counter(stock, left - 1)), insert({ id: couponId('drop', `m${position}`, 1) })] };
        }),
      );
      const replies = ended.map((end) => (end.status === 'fulfilled' ? end.value : end.reason));
      expect(replies.filter((reply) => reply === 'claimed')).toHaveLength(5);
      expect(replies.filter((reply) => reply === 'sold_out')).toHaveLength(CROWD - 5);
      const coupons = await store.read(Array.from({ length: CROWD }, (_, position) => couponId('drop', `m${position}`, 1)));
      expect(coupons.size).toBe(5);
      expect(countOf(await store.read([stock]), stock)).toBe(0);
    },
  },
  {
    law: 3,
    name: 'of a crowd that makes documents, those that make what exists are told so, and all others have made theirs',
    async run({ store }) {
      const own = (position: number) => stockId(`made${position}`);
      const taken = [0, 40, CROWD - 1];
      await fill(
        store,
        taken.map((position) => counter(own(position), 7)),
      );
      const ended = await crowd((position) =>
        store.decide([memberId(`m${position}`)], () => ({ reply: position, writes: [insert(counter(own(position), 1))] })),
      );
      const refused = ended.flatMap((end, position) => (end.status === 'rejected' ? [position] : []));
      expect(refused).toEqual(taken);
      const made = await store.read(ended.map((_, position) => own(position)));
      expect(ended.map((_, position) => countOf(made, own(position)))).toEqual(
        ended.map((_, position) => (taken.includes(position) ? 7 : 1)),
      );
    },
  },
  {
    law: 3,
    name: 'two that each leave only if the other stays never leave both',
    async run({ store }) {
      const pairs = Array.from({ length: 16 }, (_, pair) => [memberId(`left${pair}`), memberId(`right${pair}`)] as const);
      await fill(
        store,
        pairs.flat().map((id) => counter(id, 1)),
      );
      await Promise.all(
        pairs.flatMap(([left, right]) =>
          [left, right].map((mine) =>
            store.decide([left, right], (documents) => ({
              reply: null,
              writes: countOf(documents, left) + countOf(documents, right) === 2 ? [put(counter(mine, 0))] : [],
            })),
          ),
        ),
      );
      const documents = await store.read(pairs.flat());
      expect(pairs.map(([left, right]) => countOf(documents, left) + countOf(documents, right))).toEqual(pairs.map(() => 1));
    },
  },
  {
    law: 3,
    name: 'two that each come only if the other is absent never come both, also when they look one after the other',
    async run({ store }) {
      const pairs = Array.from({ length: 16 }, (_, pair) => [memberId(`left${pair}`), memberId(`right${pair}`)] as const);
      await Promise.all(
        pairs.flatMap(([left, right], pair) =>
          [left, right].map((mine, side) => {
            const other = side === 0 ? right : left;
            let looked = pair % 2 === 0;
            return store.decide(looked ? [left, right] : [mine], (documents): Outcome<null> => {
              if (!looked) {
                looked = true;
                return { need: [other] };
              }
              return { reply: null, writes: documents.size === 0 ? [insert(counter(mine, 1))] : [] };
            });
          }),
        ),
      );
      const documents = await store.read(pairs.flat());
      expect(pairs.map(([left, right]) => countOf(documents, left) + countOf(documents, right))).toEqual(pairs.map(() => 1));
    },
  },
  {
    law: 3,
    name: 'what members move among each other in every order is neither made nor lost, and every reading sees the whole',
    async run({ store }) {
      await fill(
        store,
        ACCOUNTS.map((id) => counter(id, EACH)),
      );
      const dice = seededDice(7);
      const moves: Promise<boolean>[] = [];
      const readings: Promise<Documents>[] = [];
      for (let wave = 0; wave < 4; wave += 1) {
        for (let move = 0; move < CROWD; move += 1) {
          const from = dice(ACCOUNTS.length);
          const to = (from + 1 + dice(ACCOUNTS.length - 1)) % ACCOUNTS.length;
          moves.push(moveOne(store, ACCOUNTS[from] ?? '', ACCOUNTS[to] ?? ''));
          if (move % 8 === 0) readings.push(store.read(ACCOUNTS));
        }
        await moves.at(-1);
      }
      expect(await Promise.all(moves)).not.toContain(undefined);
      for (const reading of await Promise.all(readings)) expect(total(reading)).toBe(ACCOUNTS.length * EACH);
      expect(total(await store.read(ACCOUNTS))).toBe(ACCOUNTS.length * EACH);
    },
  },
  {
    law: 3,
    name: 'communities that decide at the same moment do not disturb each other',
    async run({ store }) {
      const names = Array.from({ length: 12 }, (_, number) => `group${number}`);
      await Promise.all(
        names.flatMap((community) =>
          Array.from({ length: 10 }, () => {
            const id = stockId('shared', community);
            return store.decide([id], (documents) => ({ reply: null, writes: [put(counter(id, countOf(documents, id) + 1))] }));
          }),
        ),
      );
      const ids = names.map((community) => stockId('shared', community));
      const documents = await store.read(ids);
      expect(ids.map((id) => countOf(documents, id))).toEqual(ids.map(() => 10));
    },
  },
];
