// Laws 6, 8 and 11: what is read equals what was written; sizes and communities are kept to.
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { ID_LENGTH_MAX } from '#core/values/ids';
import { DECISION_DOCUMENTS_MAX, DOCUMENT_BYTES_MAX, type Outcome } from '#server/ports/store';
import { boardId, type ContractCase, counter, fill, insert, memberId, put, remove, score, stockId, writing } from './contract-case';

const [ana, ben] = [memberId('ana'), memberId('ben')];

/** JSON of every kind: any UTF-16, keys such as `__proto__`, extreme numbers, nesting. */
const anything = fc.dictionary(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'toString', '', '\u0000', '10', '9')),
  fc.jsonValue({ noUnicodeString: false, stringUnit: 'binary', maxDepth: 4 }),
);

const longId = (length: number): string => {
  const head = 'tea/stock';
  const rest = length - head.length;
  return head + '/x'.repeat(Math.floor(rest / 2)) + (rest % 2 === 1 ? 'y' : '');
};

const documentOf = (bytes: number): { id: string; text: string } => {
  const empty = Buffer.byteLength(JSON.stringify({ id: ana, text: '' }));
  return { id: ana, text: '茶'.repeat(Math.floor((bytes - empty) / 3)) + 'x'.repeat((bytes - empty) % 3) };
};

export const textCases: readonly ContractCase[] = [
  {
    law: 6,
    name: 'what is read equals what was written, for any JSON, in the order of its keys',
    async run({ store }) {
      let number = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 20 }), async (contents) => {
          const documents = contents.map((content) => {
            number += 1;
            const text = JSON.stringify({ id: stockId(`n${number}`), content });
            return JSON.parse(text) as { id: string };
          });
          await fill(store, documents);
          const found = await store.read(documents.map((document) => document.id));
          for (const document of documents) expect(JSON.stringify(found.get(document.id))).toBe(JSON.stringify(document));
          const first = documents[0]?.id ?? '';
          const seen = await store.decide([first], (given) => ({ reply: JSON.stringify(given.get(first)), writes: [] }));
          expect(seen).toBe(JSON.stringify(documents[0]));
        }),
        { numRuns: 20, seed: 2026 },
      );
    },
  },
  {
    law: 6,
    name: 'large and small integers, instants and fractions come back exactly',
    async run({ store }) {
      const numbers = [
        0,
        -1,
        2 ** 31,
        -(2 ** 31) - 1,
        1_772_323_200_000,
        Number.MAX_SAFE_INTEGER,
        Number.MIN_SAFE_INTEGER,
        0.1,
        1e21,
        5e-324,
        1.7976931348623157e308,
      ];
      await fill(store, [{ id: stockId('numbers'), numbers }]);
      expect((await store.read([stockId('numbers')])).get(stockId('numbers'))?.['numbers']).toEqual(numbers);
    },
  },
  {
    law: 6,
    name: 'fields that are undefined do not exist',
    async run({ store }) {
      await fill(store, [{ id: ana, gone: undefined, kept: null, inner: { gone: undefined } }]);
      expect(Object.keys((await store.read([ana])).get(ana) ?? {})).toEqual(['id', 'kept', 'inner']);
    },
  },
  {
    law: 6,
    name: 'changing an object after writing it, or after reading it, changes nothing that is kept',
    async run({ store }) {
      const document = { id: ana, list: [1] };
      await store.decide([ana], () => ({ reply: null, writes: [put(document)] }));
      document.list.push(2);
      const first = (await store.read([ana])).get(ana);
      expect(first).toEqual({ id: ana, list: [1] });
      try {
        const list = first?.['list'];
        if (Array.isArray(list)) list.push(3);
      } catch {
        // A store may give out frozen documents.
      }
      expect((await store.read([ana])).get(ana)).toEqual({ id: ana, list: [1] });
    },
  },
  {
    law: 6,
    name: 'absent documents are undefined, and a name asked for twice is given once',
    async run({ store }) {
      await fill(store, [counter(ana, 1)]);
      const documents = await store.read([ana, ben, ana]);
      expect([...documents.keys()]).toEqual([ana]);
      expect(documents.get(ben)).toBeUndefined();
      expect((await store.read([])).size).toBe(0);
    },
  },
  {
    law: 8,
    name: `ids have up to ${ID_LENGTH_MAX} characters`,
    async run({ store }) {
      await fill(store, [counter(longId(ID_LENGTH_MAX), 1)]);
      expect((await store.read([longId(ID_LENGTH_MAX)])).size).toBe(1);
      const tooLong = longId(ID_LENGTH_MAX + 1);
      await expect(store.decide([tooLong], writing(put(counter(tooLong, 1))))).rejects.toThrow(Error);
      await expect(store.decide([ana], writing(put(counter(ana, 1)), insert(counter(tooLong, 1))))).rejects.toThrow(Error);
      expect((await store.read([ana])).size).toBe(0);
    },
  },
  {
    law: 8,
    name: 'texts that are no ids, or name no table, are refused',
    async run({ store }) {
      for (const id of [
        '',
        'tea',
        'tea/',
        '/stock/x',
        'tea/stock//x',
        'tea/stock/x y',
        "tea/stock/'",
        'tea/stock/\u0000',
        'tea/nonsense/x',
      ]) {
        await expect(store.decide([ana], writing(put(counter(ana, 1)), insert(counter(id, 1))))).rejects.toThrow(Error);
      }
      expect((await store.read([ana])).size).toBe(0);
    },
  },
  {
    law: 8,
    name: 'documents have up to the stated bytes of UTF-8 and not one more',
    async run({ store }) {
      const largest = documentOf(DOCUMENT_BYTES_MAX);
      await store.decide([ana], writing(put(largest)));
      expect((await store.read([ana])).get(ana)).toEqual(largest);
      const tooLarge = documentOf(DOCUMENT_BYTES_MAX + 1);
      await expect(store.decide([ana, ben], writing(put(tooLarge), put(counter(ben, 1))))).rejects.toThrow(Error);
      expect((await store.read([ben])).size).toBe(0);
    },
  },
  {
    law: 8,
    name: 'a decision sees and writes a stated number of documents',
    async run({ store }) {
      const ids = Array.from({ length: DECISION_DOCUMENTS_MAX }, (_, number) => stockId(`s${number}`));
      await store.decide(ids, writing(...ids.map((id) => put(counter(id, 1)))));
      expect((await store.read(ids)).size).toBe(ids.length);
      await expect(store.decide([...ids, ana], writing())).rejects.toThrow(Error);
      await expect(store.decide(ids, () => ({ need: [ana] }))).rejects.toThrow(Error);
      await expect(store.decide(ids, writing(insert(counter(ana, 1))))).rejects.toThrow(Error);
      expect((await store.read([ana])).size).toBe(0);
    },
  },
  {
    law: 8,
    name: 'points that no board holds, and fields that no index can order, are refused',
    async run({ store }) {
      for (const points of [-1, 1.5, 2 ** 31, Number.NaN]) {
        await expect(store.decide([ana], writing(put(counter(ana, 1)), score(boardId('week'), 'ana', points)))).rejects.toThrow(Error);
      }
      await expect(store.decide([ana], writing(put({ id: ana, joinedAt: 'yesterday' })))).rejects.toThrow(Error);
      await expect(store.decide([ana], writing(put({ id: ana, joinedAt: 1.5 })))).rejects.toThrow(Error);
      expect((await store.read([ana])).size).toBe(0);
    },
  },
  {
    law: 11,
    name: 'one decision touches one community, in what it names, asks for, writes and scores',
    async run({ store }) {
      const elsewhere = memberId('ana', 'coffee');
      await fill(store, [counter(elsewhere, 1)]);
      await expect(store.decide([ana, elsewhere], writing())).rejects.toThrow(Error);
      await expect(
        store.decide([ana], (documents): Outcome<null> => (documents.has(elsewhere) ? { reply: null, writes: [] } : { need: [elsewhere] })),
      ).rejects.toThrow(Error);
      await expect(store.decide([ana], writing(put(counter(ana, 1)), insert(counter(memberId('ben', 'coffee'), 1))))).rejects.toThrow(
        Error,
      );
      await expect(store.decide([ana], writing(remove(elsewhere)))).rejects.toThrow(Error);
      await expect(store.decide([ana], writing(put(counter(ana, 1)), score(boardId('week', 'coffee'), 'ana', 1)))).rejects.toThrow(Error);
      expect((await store.read([ana, memberId('ben', 'coffee'), elsewhere])).size).toBe(1);
      expect((await store.top(boardId('week', 'coffee'), 5)).total).toBe(0);
    },
  },
];
