// Laws 4, 9 and 10: what `work` may do, what a closed store says, and that a reply means it is kept.
import { expect } from 'vitest';
import type { Outcome } from '#server/ports/store';
import { boardId, type ContractCase, counter, countOf, crowd, fill, insert, memberId, put, score, writing } from './contract-case';

const [ana, ben, cem] = [memberId('ana'), memberId('ben'), memberId('cem')];
const closed = expect.objectContaining({ name: 'Fault', code: 'store_closed' });

export const workCases: readonly ContractCase[] = [
  {
    law: 4,
    name: 'a decision that throws writes nothing, its caller alone learns of it, and the others of that moment go through',
    async run({ store }) {
      const wrong = new Error('this one is broken');
      const ended = await crowd((position) =>
        store.decide([ana], (documents) => {
          if (position % 2 === 0) throw wrong;
          return { reply: position, writes: [put(counter(ana, countOf(documents, ana) + 1))] };
        }),
      );
      ended.forEach((end, position) => {
        expect(end).toEqual(position % 2 === 0 ? { status: 'rejected', reason: wrong } : { status: 'fulfilled', value: position });
      });
      expect(countOf(await store.read([ana]), ana)).toBe(ended.length / 2);
    },
  },
  {
    law: 4,
    name: 'a decision that is not allowed harms none of the others of that moment',
    async run({ store }) {
      const ended = await crowd((position) =>
        store.decide([ana], (documents) => ({
          reply: position,
          writes: [put(counter(ana, countOf(documents, ana) + 1)), ...(position % 4 === 0 ? [put(counter(ben, 1))] : [])],
        })),
      );
      expect(ended.map((end) => end.status)).toEqual(ended.map((_, position) => (position % 4 === 0 ? 'rejected' : 'fulfilled')));
      expect(countOf(await store.read([ana]), ana)).toBe((ended.length / 4) * 3);
    },
  },
  {
    law: 4,
    name: 'a decision that changes what it was shown does not change what others see',
    async run({ store }) {
      await fill(store, [{ id: ana, list: [1] }]);
      await Promise.allSettled(
        [1, 2, 3].map(() =>
          store.decide([ana], (documents): Outcome<null> => {
            const list = documents.get(ana)?.['list'];
            if (Array.isArray(list)) list.push(2);
            throw new Error('and then it stops');
          }),
        ),
      );
      const seen = await store.decide([ana], (documents) => ({ reply: documents.get(ana), writes: [] }));
      expect(seen).toEqual({ id: ana, list: [1] });
      expect((await store.read([ana])).get(ana)).toEqual({ id: ana, list: [1] });
    },
  },
  {
    law: 4,
    name: 'only the last run of a decision counts',
    async run({ store }) {
      await fill(store, [counter(ben, 1), counter(cem, 2)]);
      let runs = 0;
      const reply = await store.decide([ana], (documents): Outcome<number> => {
        runs += 1;
        if (!documents.has(ben)) return { need: [ben] };
        if (!documents.has(cem)) return { need: [ben, cem] };
        return { reply: runs, writes: [put(counter(ana, runs))] };
      });
      expect(reply).toBe(runs);
      expect(countOf(await store.read([ana]), ana)).toBe(runs);
    },
  },
  {
    law: 4,
    name: 'a run sees the documents that the decision named or asked for, and no others',
    async run({ store }) {
      await fill(store, [counter(ana, 1), counter(ben, 1), counter(cem, 1)]);
      const shown: string[][] = [];
      await Promise.all([
        store.decide([ana], (documents): Outcome<null> => {
          shown.push([...documents.keys()]);
          return documents.has(ben) ? { reply: null, writes: [] } : { need: [ben] };
        }),
        store.decide([cem], () => ({ reply: null, writes: [] })),
      ]);
      expect(shown.at(-1)?.sort()).toEqual([ana, ben]);
      expect(shown.flat()).not.toContain(cem);
    },
  },
  {
    law: 4,
    name: 'work that is asynchronous, or asks again for what it has, is an error and writes nothing',
    async run({ store }) {
      const later = async (): Promise<Outcome<string>> => ({ reply: 'too late', writes: [put(counter(ana, 1))] });
      // The port's type forbids this; a store must also say so where types were not checked.
      await expect(store.decide([ana], later as unknown as () => Outcome<string>)).rejects.toThrow(Error);
      await expect(store.decide([ana], () => ({ need: [ana] }))).rejects.toThrow(Error);
      expect((await store.read([ana])).size).toBe(0);
    },
  },
  {
    law: 9,
    name: 'a closed store says so, whatever it is asked',
    async run({ store }) {
      await store.ping();
      await store.close();
      await store.close();
      await expect(store.read([ana])).rejects.toEqual(closed);
      await expect(store.decide([ana], writing())).rejects.toEqual(closed);
      await expect(store.decide([], writing())).rejects.toEqual(closed);
      await expect(store.list('member.byJoined', null, { prefix: [], order: 'ascending' }, 5)).rejects.toEqual(closed);
      await expect(store.rank(boardId('week'), 'ana')).rejects.toEqual(closed);
      await expect(store.top(boardId('week'), 5)).rejects.toEqual(closed);
      await expect(store.around(boardId('week'), 'ana', 5)).rejects.toEqual(closed);
      await expect(store.ping()).rejects.toEqual(closed);
    },
  },
  {
    law: 9,
    name: 'closing finishes what was accepted',
    async run({ store }) {
      const running = crowd((position) => store.decide([memberId(`m${position}`)], writing(put(counter(memberId(`m${position}`), 1)))));
      await store.close();
      expect((await running).map((end) => end.status)).not.toContain('rejected');
    },
  },
  {
    law: 10,
    name: 'what a reply spoke of is there as soon as the reply is',
    async run({ store }) {
      for (let count = 1; count <= 20; count += 1) {
        await store.decide([ana], writing(put(counter(ana, count)), score(boardId('week'), 'ana', count)));
        expect(countOf(await store.read([ana]), ana)).toBe(count);
        expect((await store.rank(boardId('week'), 'ana')).row?.points).toBe(count);
      }
    },
  },
  {
    law: 10,
    name: 'everything is there again after closing and opening',
    reopens: true,
    async run({ store, reopen }) {
      const tea = { id: ana, memberId: 'ana', joinedAt: 1_772_323_200_000, text: '茶\u0000\ud800' };
      await store.decide([ana], writing(insert(tea), score(boardId('week'), 'ana', 3_000, 9), score(boardId('week'), 'ben', 5, 9)));
      await store.close();
      const again = await (reopen as () => Promise<typeof store>)();
      try {
        expect((await again.read([ana])).get(ana)).toEqual(tea);
        expect(await again.rank(boardId('week'), 'ben')).toEqual({ row: { key: 'ben', points: 5, at: 9, rank: 2 }, total: 2 });
        expect((await again.list('member.byJoined', 'tea', { prefix: [], order: 'ascending' }, 5)).documents).toEqual([tea]);
        await expect(again.decide([ana], writing(insert(tea)))).rejects.toMatchObject({ code: 'conflict' });
      } finally {
        await again.close();
      }
    },
  },
];
