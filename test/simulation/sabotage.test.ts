// A checker that never complains proves nothing: whatever is damaged in a lived store, the check reports exactly that.
import { beforeAll, describe, expect, test } from 'vitest';
import { boardId } from '#core/rules/leaderboard/boards';
import type { IndexName } from '#core/tables';
import { checkData } from '#server/app/check-data';
import type { Store, StoredDocument } from '#server/ports/store';
import { type Life, liveCommunity } from './live-community';
import { successesOf } from './post';
import { OWNER } from './stage';

let life: Life;
let store: Store;
let communityId: string;

beforeAll(async () => {
  life = await liveCommunity({ seed: 5, days: 12, members: 12, faults: new Set(), store: 'memory' });
  store = life.stage.store;
  communityId = life.stage.communityId;
  // The timer has forgotten the proofs of the days before.
  const owner = life.stage.person(OWNER);
  await owner.get('community.enter', { communityId, proof: owner.proof() });
  expect((await checkData(store)).differences).toEqual([]);
});

async function firstOf(index: IndexName): Promise<StoredDocument> {
  const { documents } = await store.list(index, communityId, { prefix: [], order: 'ascending' }, 200);
  const found = documents.at(-1);
  if (found === undefined) throw new Error(`the life has left nothing in ${index}`);
  return found;
}

async function readOne(id: string): Promise<StoredDocument> {
  const found = (await store.read([id])).get(id);
  if (found === undefined) throw new Error(`the life has left no ${id}`);
  return found;
}

async function put(document: StoredDocument): Promise<void> {
  await store.decide([document.id], () => ({ reply: null, writes: [{ kind: 'put', document }] }));
}

async function remove(id: string): Promise<void> {
  await store.decide([id], () => ({ reply: null, writes: [{ kind: 'remove', id }] }));
}

async function reportedIds(): Promise<string[]> {
  return (await checkData(store)).differences.map((difference) => difference.id);
}

const planOf = ({ stage }: Life) => stage.offers.find(({ type }) => type === 'checkin_plan')?.campaignId;
const stockId = () => `${communityId}/stock/${planOf(life)}`;
const linkId = () => `${communityId}/inviteLink/${successesOf(life.stage.post, 'invite.create')[0]?.value.token}`;

const damages: readonly [what: string, find: () => Promise<StoredDocument>, damage: Record<string, unknown>][] = [
  ['a member with a point more', () => firstOf('member.byFirstSeen'), { points: 100_000 }],
  ['a member with another role', () => firstOf('member.byFirstSeen'), { role: 'owner' }],
  ['a member with a streak of another plan', () => firstOf('member.byFirstSeen'), { checkins: { forged: { streakDays: 9 } } }],
  ['a coupon with a larger amount', () => firstOf('coupon.byMember'), { terms: { benefit: { kind: 'amount_off', amountOffFen: 1 } } }],
  ['a coupon that was redeemed by nobody', () => firstOf('coupon.byMember'), { redeemedAt: 1 }],
  ['a campaign with another title', () => firstOf('campaign.byCreated'), { title: '改了' }],
  ['an invite that was rewarded by nobody', () => firstOf('invite.byInviter'), { state: 'rewarded', reason: 'loop' }],
  ['a season with another number of members', () => firstOf('season.byUntil'), { total: 99 }],
  ['a day with a member more', () => firstOf('daily.byOn'), { members: 99 }],
  ['a proof that was used by somebody else', () => firstOf('proof.byUsed'), { memberId: 'nobody' }],
  ['a stock with one coupon more', () => readOne(stockId()), { couponsReserved: 1 }],
  ['an invite link of somebody else', () => readOne(linkId()), { inviterId: 'nobody' }],
  ['a community with a co-owner more', () => readOne(`${communityId}/community`), { coOwners: ['nobody'] }],
  ['a community in another zone', () => readOne(`${communityId}/community`), { zone: 'Asia/Tokyo' }],
];

describe('the check reports exactly', () => {
  test.each(damages)('%s', async (_what, find, damage) => {
    const whole = await find();
    await put({ ...whole, ...damage });
    expect(await reportedIds()).toEqual([whole.id]);
    await put(whole);
    expect(await reportedIds()).toEqual([]);
  });

  test.each(['coupon.byMember', 'proof.byUsed', 'campaign.byCreated', 'invite.byInviter', 'season.byUntil', 'daily.byOn'] as const)(
    'one that is missing of %s',
    async (index) => {
      const whole = await firstOf(index);
      await remove(whole.id);
      expect(await reportedIds()).toEqual([whole.id]);
      await put(whole);
      expect(await reportedIds()).toEqual([]);
    },
  );

  test('a coupon that no action made', async () => {
    const whole = await firstOf('coupon.byMember');
    const forged = { ...whole, id: `${whole.id}9` };
    await put(forged);
    expect(await reportedIds()).toEqual([forged.id]);
    await remove(forged.id);
  });

  test('a row of a board that was raised, and one that was taken off', async () => {
    const board = boardId(communityId, 'checkin', 'all', '2026-03-02');
    const [first] = (await store.top(board, 1)).rows;
    if (first === undefined) throw new Error('the life has left an empty board');
    const set = (points: number | null) =>
      store.decide([], () => ({ reply: null, writes: [{ kind: 'score', board, key: first.key, points, at: first.at }] }));
    await set(first.points + 1);
    expect(await reportedIds()).toEqual([board]);
    await set(null);
    expect(new Set(await reportedIds())).toEqual(new Set([board]));
    await set(first.points);
    expect(await reportedIds()).toEqual([]);
  });

  test('a journal whose entries were changed', async () => {
    const [earned] = successesOf(life.stage.post, 'checkin.checkIn').filter(({ value }) => value.pointsEarned > 0);
    if (earned === undefined) throw new Error('nobody has earned anything');
    const { documents } = await store.list(
      'journal.byMember',
      communityId,
      { prefix: [life.stage.memberIdOf(earned.personKey)], order: 'ascending' },
      200,
    );
    const whole = documents.find((journal) => (journal['entries'] as unknown[]).length > 0);
    if (whole === undefined) throw new Error('the life has left no entries');
    await put({ ...whole, entries: (whole['entries'] as unknown[]).slice(1) });
    expect(await reportedIds()).toContain(whole.id);
    await put(whole);
    expect(await reportedIds()).toEqual([]);
  });

  test('a journal that was taken out: the actions after it follow nothing', async () => {
    const whole = await firstOf('journal.byStamp');
    await remove(whole.id);
    expect((await reportedIds()).length).toBeGreaterThan(0);
    await put(whole);
    expect(await reportedIds()).toEqual([]);
  });
});
