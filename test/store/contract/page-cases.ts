// Law 7: pages of declared indexes are ordered, complete and bounded.
import { expect } from 'vitest';
import type { IndexName } from '#core/tables';
import { PAGE_LIMIT_MAX, type Range, type Store, type StoredDocument } from '#server/ports/store';
import { type ContractCase, counter, fill, insert, memberId, put, remove, seededDice, writing } from './contract-case';

const ALL: Range = { prefix: [], order: 'ascending' };

const member = (name: string, joinedAt: number | null, role?: string, community?: string): StoredDocument => ({
  id: memberId(name, community),
  joinedAt,
  ...(role === undefined ? {} : { role }),
});

/** All documents of a range, page by page. Fails when the pages do not end. */
async function walk(store: Store, index: IndexName, community: string | null, range: Range, limit: number): Promise<StoredDocument[]> {
  const walked: StoredDocument[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 200; pages += 1) {
    const page = await store.list(index, community, range, limit, cursor);
    expect(page.documents.length).toBeLessThanOrEqual(limit);
    walked.push(...page.documents);
    if (page.cursor === null) return walked;
    expect(page.documents.length).toBe(limit);
    cursor = page.cursor;
  }
  throw new Error('the pages have no end');
}

const names = (documents: readonly StoredDocument[]): string[] => documents.map((document) => document.id.split('/').at(-1) ?? '');

/** Members with few joining times, so that many tie, in an order of writing that is not the order of the index. */
function scattered(count: number, community?: string): StoredDocument[] {
  const dice = seededDice(count);
  return Array.from({ length: count }, (_, position) =>
    member(`m${(position * 37) % count}`, 1_700_000_000_000 + dice(9) * 1_000, ['member', 'clerk', 'owner'][dice(3)], community),
  );
}

function byJoined(first: StoredDocument, second: StoredDocument): number {
  const difference = Number(first['joinedAt']) - Number(second['joinedAt']);
  if (difference !== 0) return difference;
  return first.id < second.id ? -1 : 1;
}

export const pageCases: readonly ContractCase[] = [
  {
    law: 7,
    name: 'walking the pages gives every document once, in order, ties by id, forwards and backwards, at any page size',
    async run({ store }) {
      const documents = scattered(60);
      await fill(store, documents);
      const ordered = [...documents].sort(byJoined);
      for (const limit of [1, 7, 20, 59, 60, 61]) {
        expect(await walk(store, 'member.byJoined', 'tea', ALL, limit)).toEqual(ordered);
        expect(await walk(store, 'member.byJoined', 'tea', { ...ALL, order: 'descending' }, limit)).toEqual([...ordered].reverse());
      }
    },
  },
  {
    law: 7,
    name: 'a range keeps to its prefix and its bounds, both inclusive',
    async run({ store }) {
      const documents = scattered(60);
      await fill(store, documents);
      const [from, until] = [1_700_000_002_000, 1_700_000_006_000];
      for (const role of ['member', 'clerk', 'owner', 'nobody', 'mem']) {
        const ofRole = documents.filter((document) => document['role'] === role).sort(byJoined);
        expect(await walk(store, 'member.byRole', 'tea', { prefix: [role], order: 'ascending' }, 7)).toEqual(ofRole);
        const later = ofRole.filter((document) => Number(document['joinedAt']) >= from);
        expect(await walk(store, 'member.byRole', 'tea', { prefix: [role], from, order: 'ascending' }, 7)).toEqual(later);
        const within = later.filter((document) => Number(document['joinedAt']) <= until);
        expect(await walk(store, 'member.byRole', 'tea', { prefix: [role], from, until, order: 'descending' }, 2)).toEqual(
          within.reverse(),
        );
      }
      const exact = { prefix: ['clerk', from], order: 'ascending' } as const;
      const expected = documents.filter((document) => document['role'] === 'clerk' && document['joinedAt'] === from).sort(byJoined);
      expect(await walk(store, 'member.byRole', 'tea', exact, 3)).toEqual(expected);
      expect(await walk(store, 'member.byRole', 'tea', { prefix: [], from: 'member', until: 'member', order: 'ascending' }, 7)).toEqual(
        documents.filter((document) => document['role'] === 'member').sort(byJoined),
      );
    },
  },
  {
    law: 7,
    name: 'an index follows a document through everything that many decisions at once make of it',
    async run({ store }) {
      const ids = Array.from({ length: 5 }, (_, position) => `m${position}`);
      await fill(
        store,
        ids.slice(1).map((name) => member(name, 1, 'member')),
      );
      const dice = seededDice(7);
      const steps = Array.from({ length: 96 }, () => ({
        name: ids[dice(ids.length)] ?? '',
        joinedAt: [null, 1, 2, 3][dice(4)] ?? null,
        goes: dice(6) === 0,
      }));
      await Promise.all(
        steps.map(({ name, joinedAt, goes }) =>
          store.decide([memberId(name)], (documents) => {
            const isThere = documents.has(memberId(name));
            const next = member(name, joinedAt, joinedAt === 2 ? 'clerk' : 'member');
            const write = isThere && goes ? remove(memberId(name)) : isThere ? put(next) : insert(next);
            return { reply: null, writes: [write] };
          }),
        ),
      );
      const standing = [...(await store.read(ids.map((name) => memberId(name)))).values()];
      const indexed = standing.filter((document) => document['joinedAt'] !== null).sort(byJoined);
      expect(await walk(store, 'member.byJoined', 'tea', ALL, 2)).toEqual(indexed);
      const clerks = indexed.filter((document) => document['role'] === 'clerk');
      expect(await walk(store, 'member.byRole', 'tea', { prefix: ['clerk'], order: 'ascending' }, 2)).toEqual(clerks);
    },
  },
  {
    law: 7,
    name: 'integers are ordered by size and texts by code unit, whatever they hold',
    async run({ store }) {
      const numbers = [
        Number.MIN_SAFE_INTEGER,
        -1_000,
        -2,
        -1,
        0,
        1,
        9,
        10,
        255,
        4096,
        2 ** 31,
        1_772_323_200_000,
        Number.MAX_SAFE_INTEGER,
      ];
      await fill(
        store,
        [...numbers].reverse().map((joinedAt, position) => member(`n${position}`, joinedAt)),
      );
      const walked = await walk(store, 'member.byJoined', 'tea', ALL, 4);
      expect(walked.map((document) => document['joinedAt'])).toEqual(numbers);
      const texts = [
        '',
        '\u0000',
        '\u0001',
        '\u001f',
        ' ',
        '-',
        '0',
        'A',
        'a',
        'a\u0001b',
        'a b',
        'ab',
        'b',
        '~',
        '\u007f',
        'é',
        '茶',
        '\ud800',
        '😀',
        '\ue000',
        '\uffff',
      ];
      await fill(
        store,
        [...texts].reverse().map((number, position) => ({ id: `tea/coupon/drop/m${position}/1`, number })),
      );
      const coupons = await walk(store, 'coupon.byNumber', 'tea', ALL, 4);
      expect(coupons.map((document) => document['number'])).toEqual([...texts].sort());
      for (const text of texts) {
        const page = await store.list('coupon.byNumber', 'tea', { prefix: [text], order: 'ascending' }, 5);
        expect(page.documents.map((document) => document['number'])).toEqual([text]);
      }
    },
  },
  {
    law: 7,
    name: 'a document without a field of an index, or with null in it, is not in that index',
    async run({ store }) {
      await fill(store, [member('ana', 5, 'member'), member('ben', null, 'member'), member('cem', 6), counter(memberId('dan'), 1)]);
      expect(names(await walk(store, 'member.byJoined', 'tea', ALL, 9))).toEqual(['ana', 'cem']);
      expect(names(await walk(store, 'member.byRole', 'tea', ALL, 9))).toEqual(['ana']);
    },
  },
  {
    law: 7,
    name: 'a page follows every change of a document: other fields, null, removal, return',
    async run({ store }) {
      const [ana, ben] = [memberId('ana'), memberId('ben')];
      const list = async (): Promise<string[]> => names(await walk(store, 'member.byJoined', 'tea', ALL, 9));
      await fill(store, [member('ana', 5), member('ben', 6)]);
      await store.decide([ana], writing(put(member('ana', 7))));
      expect(await list()).toEqual(['ben', 'ana']);
      await store.decide([ben], writing(put(member('ben', null))));
      expect(await list()).toEqual(['ana']);
      await store.decide([ana, ben], writing(remove(ana), put(member('ben', 1))));
      expect(await list()).toEqual(['ben']);
      await store.decide([ana], writing(insert(member('ana', 0))));
      expect(await list()).toEqual(['ana', 'ben']);
    },
  },
  {
    law: 7,
    name: 'a community sees its own documents only, and no community sees all of them in order',
    async run({ store }) {
      const communities = ['tea', 'te', 'tea-', 'tea.', 'tea0', 'teab', 'Tea', '_system'];
      const documents = communities.flatMap((community) => scattered(7, community));
      for (const community of communities)
        await fill(
          store,
          documents.filter((document) => document.id.startsWith(`${community}/`)),
        );
      for (const community of communities) {
        const own = documents.filter((document) => document.id.startsWith(`${community}/`)).sort(byJoined);
        expect(await walk(store, 'member.byJoined', community, ALL, 3)).toEqual(own);
      }
      const ordered = [...documents].sort(byJoined);
      expect(await walk(store, 'member.byJoined', null, ALL, 5)).toEqual(ordered);
      expect(await walk(store, 'member.byJoined', null, { ...ALL, order: 'descending' }, 5)).toEqual(ordered.reverse());
    },
  },
  {
    law: 7,
    name: 'a person finds their own membership in every community',
    async run({ store }) {
      const communities = ['tea', 'coffee', 'noodles', 'rice'];
      for (const [position, community] of communities.entries()) {
        const identity = (name: string, personKey: string): StoredDocument => ({
          id: `${community}/identity/${name}`,
          personKey,
          joinedAt: 9 - position,
        });
        await fill(store, [identity('m1', 'wx:ana'), identity('m2', 'wx:an'), identity('m3', 'wx:ana2')]);
      }
      const range: Range = { prefix: ['wx:ana'], order: 'ascending' };
      const found = await walk(store, 'identity.byPerson', null, range, 3);
      expect(found.map((document) => document.id)).toEqual(
        ['rice', 'noodles', 'coffee', 'tea'].map((community) => `${community}/identity/m1`),
      );
      expect(await walk(store, 'identity.byPerson', 'rice', range, 3)).toHaveLength(1);
    },
  },
  {
    law: 7,
    name: `a page has at most ${PAGE_LIMIT_MAX} documents, whatever it is asked for`,
    async run({ store }) {
      await fill(store, scattered(PAGE_LIMIT_MAX + 1));
      const page = await store.list('member.byJoined', 'tea', ALL, 100_000);
      expect(page.documents).toHaveLength(PAGE_LIMIT_MAX);
      const rest = await store.list('member.byJoined', 'tea', ALL, 100_000, page.cursor ?? '');
      expect(rest.documents).toHaveLength(1);
      expect(rest.cursor).toBeNull();
    },
  },
  {
    law: 7,
    name: 'an empty range is an empty last page, and nonsense is refused',
    async run({ store }) {
      expect(await store.list('member.byJoined', 'tea', ALL, 5)).toEqual({ documents: [], cursor: null });
      await fill(store, [member('ana', 5)]);
      expect(await store.list('member.byJoined', 'tea', { prefix: [], from: 6, until: 4, order: 'ascending' }, 5)).toEqual({
        documents: [],
        cursor: null,
      });
      await expect(store.list('member.byJoined', 'tea', { prefix: [5], from: 6, order: 'ascending' }, 5)).rejects.toThrow(Error);
      await expect(store.list('member.byJoined', 'tea', { prefix: ['5'], order: 'ascending' }, 5)).rejects.toThrow(Error);
      await expect(store.list('member.byJoined', 'tea', ALL, 5, 'no cursor')).rejects.toThrow(RangeError);
    },
  },
];
