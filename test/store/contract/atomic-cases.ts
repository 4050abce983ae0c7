// Laws 1, 2 and 5: all or nothing, inserts that meet a document, and writes only of what was seen.
import { expect } from 'vitest';
import { Fault } from '#server/ports/fault';
import type { Outcome } from '#server/ports/store';
import {
  boardId,
  type ContractCase,
  counter,
  countOf,
  couponId,
  crowd,
  fill,
  insert,
  memberId,
  put,
  remove,
  score,
  stockId,
  writing,
} from './contract-case';

const [ana, ben] = [memberId('ana'), memberId('ben')];
const board = boardId('week');

const conflict = expect.objectContaining({ name: 'Fault', code: 'conflict' });

export const atomicCases: readonly ContractCase[] = [
  {
    law: 1,
    name: 'a decision writes all of its documents and scores',
    async run({ store }) {
      await fill(store, [counter(ana, 1)]);
      await store.decide([ana], writing(insert(counter(ben, 2)), put(counter(ana, 3)), score(board, 'ana', 7, 1)));
      const documents = await store.read([ana, ben]);
      expect([countOf(documents, ana), countOf(documents, ben)]).toEqual([3, 2]);
      expect(await store.rank(board, 'ana')).toEqual({ row: { key: 'ana', points: 7, at: 1, rank: 1 }, total: 1 });
    },
  },
  {
    law: 1,
    name: 'a decision with one write that is not allowed writes nothing',
    async run({ store }) {
      const wrong = store.decide(
        [ana],
        writing(put(counter(ana, 1)), score(board, 'ana', 7), insert(counter(stockId('x'), 1)), put(counter(ben, 2))),
      );
      await expect(wrong).rejects.toThrow(Error);
      expect((await store.read([ana, ben, stockId('x')])).size).toBe(0);
      expect((await store.rank(board, 'ana')).total).toBe(0);
    },
  },
  {
    law: 1,
    name: 'a decision refused for its insert keeps nothing else either',
    async run({ store }) {
      await fill(store, [counter(ben, 1)]);
      await expect(store.decide([ana], writing(put(counter(ana, 5)), score(board, 'ana', 7), insert(counter(ben, 9))))).rejects.toEqual(
        conflict,
      );
      const documents = await store.read([ana, ben]);
      expect(documents.has(ana)).toBe(false);
      expect(countOf(documents, ben)).toBe(1);
      expect((await store.top(board, 5)).rows).toEqual([]);
    },
  },
  {
    law: 2,
    name: 'an insert that meets a document shows it to the decision, which may then decide otherwise',
    async run({ store }) {
      await fill(store, [counter(ben, 41)]);
      const reply = await store.decide([ana], (documents): Outcome<string> => {
        if (documents.has(ben)) return { reply: `found ${countOf(documents, ben)}`, writes: [] };
        return { reply: 'made', writes: [insert(counter(ben, 1))] };
      });
      expect(reply).toBe('found 41');
      expect(countOf(await store.read([ben]), ben)).toBe(41);
    },
  },
  {
    law: 2,
    name: 'a decision that insists on inserting what exists is a conflict and keeps the document as it was',
    async run({ store }) {
      await fill(store, [counter(ana, 1)]);
      await expect(store.decide([ana], writing(insert(counter(ana, 2))))).rejects.toEqual(conflict);
      await expect(store.decide([ben], writing(insert(counter(ana, 3))))).rejects.toBeInstanceOf(Fault);
      expect(countOf(await store.read([ana]), ana)).toBe(1);
    },
  },
  {
    law: 2,
    name: 'of 64 decisions at once that insert the same id, one makes it and all others find it',
    async run({ store }) {
      const id = couponId('drop', 'ana', 1);
      const ended = await crowd((position) =>
        store.decide([memberId(`m${position}`)], (documents): Outcome<string> => {
          if (documents.has(id)) return { reply: 'found', writes: [] };
          return { reply: 'made', writes: [insert({ id, by: position })] };
        }),
      );
      const replies = ended.map((end) => (end.status === 'fulfilled' ? end.value : end.reason));
      expect(replies.filter((reply) => reply === 'made')).toHaveLength(1);
      expect(replies.filter((reply) => reply === 'found')).toHaveLength(replies.length - 1);
      const winner = replies.indexOf('made');
      expect((await store.read([id])).get(id)).toEqual({ id, by: winner });
    },
  },
  {
    law: 2,
    name: 'an id that was removed can be inserted again, also in the same moment',
    async run({ store }) {
      await fill(store, [counter(ana, 1)]);
      await Promise.all([
        store.decide([ana], writing(remove(ana))),
        store.decide([ana], (documents) => ({ reply: null, writes: documents.has(ana) ? [] : [insert(counter(ana, 2))] })),
      ]);
      await store.decide([ana], (documents) => ({ reply: null, writes: documents.has(ana) ? [remove(ana)] : [] }));
      await store.decide([ben], writing(insert(counter(ana, 3))));
      await store.decide([ana], writing(remove(ana)));
      expect((await store.read([ana])).size).toBe(0);
    },
  },
  {
    law: 2,
    name: 'an insert that nobody looked for and a removal at the same moment agree on what was there',
    async run({ store }) {
      for (const before of [false, true]) {
        await store.decide([ana], (documents) => ({ reply: null, writes: documents.has(ana) === before ? [] : [put(counter(ana, 1))] }));
        let asked = false;
        const [made, removed] = await Promise.all([
          store.decide([ben], writing(insert(counter(ana, 2)))).then(
            () => true,
            () => false,
          ),
          store.decide([ben], (documents): Outcome<boolean> => {
            if (documents.has(ana)) return { reply: true, writes: [remove(ana)] };
            if (asked) return { reply: false, writes: [] };
            asked = true;
            return { need: [ana] };
          }),
        ]);
        const present = (await store.read([ana])).has(ana);
        expect(Number(before) + Number(made) - Number(removed)).toBe(Number(present));
        await store.decide([ana], (documents) => ({ reply: null, writes: documents.has(ana) ? [remove(ana)] : [] }));
      }
    },
  },
  {
    law: 5,
    name: 'replacing or removing a document that the decision has not seen is an error and changes nothing',
    async run({ store }) {
      await fill(store, [counter(ana, 1), counter(ben, 1)]);
      await expect(store.decide([ana], writing(put(counter(ben, 2))))).rejects.toThrow(Error);
      await expect(store.decide([ana], writing(remove(ben)))).rejects.toThrow(Error);
      await expect(store.decide([], writing(remove(ben)))).rejects.toThrow(Error);
      expect(countOf(await store.read([ben]), ben)).toBe(1);
    },
  },
  {
    law: 5,
    name: 'a document that a decision asked for later may be replaced, and so may one that was absent',
    async run({ store }) {
      await fill(store, [counter(ben, 1)]);
      await store.decide([ana], (documents): Outcome<null> => {
        if (!documents.has(ben)) return { need: [ben] };
        return { reply: null, writes: [put(counter(ben, countOf(documents, ben) + 1)), put(counter(ana, 5))] };
      });
      const documents = await store.read([ana, ben]);
      expect([countOf(documents, ana), countOf(documents, ben)]).toEqual([5, 2]);
    },
  },
  {
    law: 5,
    name: 'one decision writes a document once',
    async run({ store }) {
      await expect(store.decide([ana], writing(put(counter(ana, 1)), remove(ana)))).rejects.toThrow(Error);
      expect((await store.read([ana])).size).toBe(0);
    },
  },
  {
    law: 5,
    name: 'a decision that names nothing may insert, ask and reply',
    async run({ store }) {
      await store.decide([], writing(insert(counter(ana, 4))));
      expect(await store.decide([], () => ({ reply: 'nothing to do', writes: [] }))).toBe('nothing to do');
      const count = await store.decide([], (documents): Outcome<number> => {
        if (!documents.has(ana)) return { need: [ana] };
        return { reply: countOf(documents, ana), writes: [] };
      });
      expect(count).toBe(4);
    },
  },
];
