// The check of the data finds every kind of damage, and nothing where there is none.
import { describe, expect, test } from 'vitest';
import { dayBoardId } from '#core/rules/leaderboard/boards';
import type { JournalDocument, MemberDocument } from '#core/tables';
import { checkData } from '#server/app/check-data';
import type { Store, StoredDocument } from '#server/ports/store';
import { openCounter } from '../support/counter';
import { FIRST_DAY } from '../support/town';

/** A shop where everything has happened once: check-ins in two plans, a redemption taken back and made again, a member who hides. */
async function openLivedIn() {
  const counter = await openCounter();
  const { anna, owner, coupon, communityId, publish, redeem, town } = counter;
  for (const plan of [await publish({ type: 'checkin_plan' }), await publish({ type: 'checkin_plan' })]) {
    await anna.get('checkin.checkIn', { communityId, campaignId: plan });
  }
  await redeem();
  await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
  await redeem();
  await anna.get('leaderboard.hide', { communityId, hidden: true });
  const ofAnna = `${communityId}/member/${anna.memberIdIn(communityId)}`;
  return { ...counter, ofAnna, store: town.store };
}

async function change(store: Store, id: string, part: object | null): Promise<void> {
  await store.decide([id], (documents) => {
    const before = documents.get(id) as StoredDocument;
    return { reply: null, writes: [part === null ? { kind: 'remove', id } : { kind: 'put', document: { ...before, ...part } }] };
  });
}

async function journalsOf(store: Store, communityId: string): Promise<readonly JournalDocument[]> {
  const page = await store.list('journal.byStamp', communityId, { prefix: [], order: 'ascending' }, 200);
  return page.documents as unknown as readonly JournalDocument[];
}

describe('the check of the data', () => {
  test('finds nothing in a shop where everything has happened', async () => {
    const { store } = await openLivedIn();
    expect(await checkData(store)).toMatchObject({ communities: 1, differences: [] });
  });

  test('finds a changed balance, a lost coupon, a coupon that nobody claimed and a moved board', async () => {
    const { store, ofAnna, coupon, communityId } = await openLivedIn();
    await change(store, ofAnna, { points: 1_000 });
    expect((await checkData(store)).differences.map(({ id }) => id)).toEqual([ofAnna]);
    await change(store, coupon.couponId, null);
    expect((await checkData(store)).differences.map(({ id }) => id).sort()).toEqual([coupon.couponId, ofAnna].sort());
    const made = `${communityId}/coupon/made/up/1`;
    const document = { id: made, memberId: 'up', claimedAt: 1 };
    const board = dayBoardId(communityId, FIRST_DAY, 'joined');
    await store.decide([made], () => ({
      reply: null,
      writes: [
        { kind: 'insert', document },
        { kind: 'score', board, key: 'nobody', points: 1, at: 1 },
      ],
    }));
    const found = (await checkData(store)).differences.map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining([made, board]));
  });

  test('finds a lost journal document, and entries that are not those of their events', async () => {
    const { store, ofAnna, communityId } = await openLivedIn();
    const checkIn = (await journalsOf(store, communityId)).find((journal) => journal.action === 'checkin.checkIn');
    if (checkIn === undefined) throw new Error('somebody checked in');
    await change(store, checkIn.id, { entries: [] });
    expect((await checkData(store)).differences.map(({ id }) => id)).toEqual(expect.arrayContaining([checkIn.id]));
    await change(store, checkIn.id, null);
    const { differences } = await checkData(store);
    expect(differences.map(({ id }) => id)).toContain(ofAnna);
  });

  test('finds that a whole community has lost its document', async () => {
    const { store, communityId } = await openLivedIn();
    await change(store, `${communityId}/community`, null);
    const { communities, differences } = await checkData(store);
    expect(communities).toBe(1);
    expect(differences).toEqual([{ id: `${communityId}/community`, problem: 'is missing' }]);
  });

  test('tells a member document that somebody made from one that an action made', async () => {
    const { store, ofAnna, communityId } = await openLivedIn();
    const anna = (await store.read([ofAnna])).get(ofAnna) as unknown as MemberDocument;
    const id = `${communityId}/member/intruder`;
    await store.decide([id], () => ({
      reply: null,
      writes: [{ kind: 'insert', document: { ...anna, id, memberId: 'intruder', role: 'owner' } as unknown as StoredDocument }],
    }));
    expect((await checkData(store)).differences).toEqual([{ id, problem: 'is in the store, but no action made it' }]);
  });
});
