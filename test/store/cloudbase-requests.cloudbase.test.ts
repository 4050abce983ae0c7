// What a decision or a view costs on CloudBase, in requests: each is a call that an owner pays for and a way that a person waits for.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeId } from '#core/values/ids';
import type { CloudBaseStore } from '#server/adapters/store-cloudbase/create-cloudbase-store';
import type { Outcome } from '#server/ports/store';
import { askedOf, openStore, startStandIn } from './cloudbase-case';
import {
  COMMUNITY,
  counter,
  countOf,
  couponId,
  fill,
  insert,
  memberId,
  put,
  remove,
  score,
  stockId,
  writing,
} from './contract/contract-case';

const cloudBase = await startStandIn();
afterAll(() => cloudBase.stop());

const [ana, ben] = [memberId('ana'), memberId('ben')];
const stock = stockId('drop');
const campaign = makeId(COMMUNITY, 'campaign', 'drop');
const week = (on: string): string => makeId(COMMUNITY, 'board', 'checkin', 'week', on);
const day = (what: string): string => makeId(COMMUNITY, 'day', '2026-03-02', what);

let store: CloudBaseStore;
beforeEach(async () => {
  cloudBase.reset();
  store = openStore();
  await fill(
    store,
    [ana, ben, stock, campaign].map((id) => counter(id, 5)),
  );
  cloudBase.clearLog();
});

describe('a decision', () => {
  it('that puts two documents, inserts three and rests on a shared one takes six requests', async () => {
    const inserts = [1, 2, 3].map((n) => insert(counter(couponId('drop', 'ana', n), n)));
    await store.decide([ana, stock, campaign], writing(put(counter(ana, 6)), put(counter(stock, 4)), ...inserts));
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'set', 'set', 'commit']);
  });

  it('pays one more for each document that it looked at and left alone, unless everybody shares it', async () => {
    await store.decide([ana, ben, stock, campaign], writing(put(counter(ana, 6))));
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'set', 'update', 'update', 'commit']);
  });

  it('pays nothing for what it was given and does not rest on, and lets others change that meanwhile', async () => {
    const other = openStore();
    cloudBase.beforeRequest = async ({ action }) => {
      if (action !== 'database.startTransaction') return;
      cloudBase.beforeRequest = null;
      await other.decide([ben], writing(put(counter(ben, 9))));
      cloudBase.clearLog();
    };
    await store.decide([ana, ben, stock], () => ({ reply: null, writes: [put(counter(ana, 6))], unused: () => [ben, stock] }));
    expect(askedOf(cloudBase)).toEqual(['add', 'set', 'commit']);
    const documents = await store.read([ana, ben]);
    expect([countOf(documents, ana), countOf(documents, ben)]).toEqual([6, 9]);
  });

  it('pays nothing for what it looked for and found absent, nor for what it inserts', async () => {
    const absent = couponId('drop', 'ana', 1);
    await store.decide([ana, absent], writing(put(counter(ana, 6)), insert(counter(couponId('drop', 'ana', 2), 1))));
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'set', 'commit']);
  });

  it('that replies without writing takes one', async () => {
    await store.decide([ana, stock], (documents) => ({ reply: countOf(documents, ana), writes: [] }));
    expect(askedOf(cloudBase)).toEqual(['find']);
  });

  it('takes one more when it asks for more, and sees everything of one moment', async () => {
    await store.decide([ana], (documents): Outcome<null> => (documents.has(ben) ? { reply: null, writes: [] } : { need: [ben, stock] }));
    expect(askedOf(cloudBase)).toEqual(['find', 'find']);
  });

  it('that names nothing and inserts takes three', async () => {
    await store.decide([], writing(insert(counter(couponId('drop', 'ana', 1), 1))));
    expect(askedOf(cloudBase)).toEqual(['begin', 'add', 'commit']);
  });

  it('counts on any number of boards, and ranks its own member, in the same requests', async () => {
    const counts = ['entered', 'joined', 'checkedIn', 'claimed'].map((what) => score(day(what), 'ana', 1, 9));
    const ranks = [score(week('2026-03-02'), 'ana', 1, 9), score(makeId(COMMUNITY, 'board', 'checkin', 'all', 'all'), 'ana', 1, 9)];
    await store.decide([ana], writing(put(counter(ana, 6)), ...counts, ...ranks));
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'set', 'commit']);
    // A new week: the row of the old one moves into a document of its own with the same insert.
    await store.decide([ana], writing(put(counter(ana, 7)), score(week('2026-03-09'), 'ana', 1, 9)));
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'set', 'commit']);
    expect((await store.rank(week('2026-03-02'), 'ana')).total).toBe(1);
  });

  it('takes one more reading and one more write to rank somebody whom it has not looked at', async () => {
    await store.decide([ana], writing(put(counter(ana, 6)), score(week('2026-03-02'), 'ben', 1, 9)));
    expect(askedOf(cloudBase)).toEqual(['find', 'find', 'begin', 'add', 'set', 'set', 'commit']);
  });

  it('takes another attempt when it counts again what is counted', async () => {
    const counting = (points: number | null) =>
      store.decide([ana], writing(put(counter(ana, 6)), score(day('redeemed'), 'drop.ana.1', points, 9)));
    await counting(1);
    cloudBase.clearLog();
    await counting(1);
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'abort', 'find', 'begin', 'add', 'set', 'set', 'commit']);
    await counting(null);
    expect(askedOf(cloudBase)).toEqual(['find', 'find', 'begin', 'add', 'set', 'set', 'commit']);
  });

  it('removes a document like it puts one', async () => {
    await store.decide([ana, campaign], writing(remove(ana)));
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'set', 'commit']);
  });

  it('touches all that it saw when it writes what others share', async () => {
    await store.decide([campaign, stock], writing(put(counter(campaign, 6))));
    expect(askedOf(cloudBase)).toEqual(['find', 'begin', 'add', 'set', 'update', 'commit']);
  });

  it('is not disturbed when what it shares is changed meanwhile', async () => {
    const owner = openStore();
    cloudBase.beforeRequest = async ({ action }) => {
      if (action !== 'database.startTransaction') return;
      cloudBase.beforeRequest = null;
      await owner.decide([campaign], writing(put(counter(campaign, 6))));
      cloudBase.clearLog();
    };
    await store.decide([ana, campaign], writing(put(counter(ana, 6))));
    expect(askedOf(cloudBase)).toEqual(['add', 'set', 'commit']);
  });
});

describe('a view', () => {
  it('reads whatever is asked for side by side with one request', async () => {
    const readings = await Promise.all([store.read([ana, stock]), store.read([ben, stock]), store.read([couponId('drop', 'ana', 1)])]);
    expect(askedOf(cloudBase)).toEqual(['find']);
    expect(readings.map((documents) => [...documents.keys()])).toEqual([[ana, stock], [ben, stock], []]);
  });

  it('reads a page with one request, and counts any number of boards with one', async () => {
    await store.list('coupon.byMember', COMMUNITY, { prefix: ['ana'], order: 'descending' }, 30);
    expect(askedOf(cloudBase)).toEqual(['find']);
    await Promise.all([store.count([day('entered'), day('joined')]), store.count([day('claimed')]), store.count([])]);
    expect(askedOf(cloudBase)).toEqual(['aggregate']);
    await store.count([day('entered')]);
    expect(askedOf(cloudBase)).toEqual(['count']);
  });

  it('shows the top, the own rank and the neighbours of one board with one request', async () => {
    const board = week('2026-03-02');
    await store.decide([ana], writing(score(board, 'ana', 3, 1)));
    cloudBase.clearLog();
    const [top, rank, around] = await Promise.all([store.top(board, 10), store.rank(board, 'ana'), store.around(board, 'ana', 2)]);
    expect(askedOf(cloudBase)).toEqual(['aggregate']);
    expect([top.rows, [rank.row], around]).toEqual([around, around, around]);
  });

  it('reads more than one query gives in several, and a crowd of small ones in few', async () => {
    const many = Array.from({ length: 1_500 }, (_, number) => couponId('drop', 'ana', number));
    await store.decide([], writing(insert(counter(many[1_400] ?? '', 1))));
    cloudBase.clearLog();
    expect([...(await store.read(many)).keys()]).toEqual([many[1_400]]);
    expect(askedOf(cloudBase)).toEqual(['find', 'find']);
    await Promise.all(Array.from({ length: 15 }, (_, part) => store.read(many.slice(part * 100, part * 100 + 100))));
    expect(askedOf(cloudBase)).toEqual(['find', 'find']);
  });
});
