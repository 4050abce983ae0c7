// The owner's people: who is found by which words, roles, tiers and deeds, and who needs a look.
import { expect, test } from 'vitest';
import type { InputOf } from '#core/contract';
import { openShop } from '../support/town';

type Among = NonNullable<InputOf<'community.members'>['among']>;

async function openStreet() {
  const shop = await openShop();
  const { town, owner, communityId } = shop;
  const here = { communityId };
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-06-30', parameters: { milestones: [] } });
  const anna = await shop.member('anna');
  const bob = await shop.member('bob');
  await anna.get('membership.showName', { ...here, nickname: 'ＡＮＮＡ 安娜' });
  for (let day = 0; day < 4; day += 1) {
    await anna.get('checkin.checkIn', { ...here, campaignId: plan });
    town.nextDay();
  }
  const called = new Map([owner, anna, bob].map((person) => [person.memberIdIn(communityId), person.personKey]));
  /** Who is found, over all pages. */
  async function find(among: Among): Promise<readonly string[]> {
    const found: string[] = [];
    let lookedAt = 0;
    let cursor: string | undefined;
    do {
      const page = await owner.get('community.members', { ...here, among, ...(cursor === undefined ? {} : { cursor }) });
      found.push(...page.members.map(({ person }) => called.get(person.memberId) ?? 'somebody'));
      lookedAt += page.lookedAt;
      expect(page.total).toBeGreaterThanOrEqual(lookedAt);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    return found.sort();
  }
  return { ...shop, here, anna, bob, plan, find };
}

test('people are found by what they are called, whatever its case, its width and its blanks', async () => {
  const { anna, bob, communityId, find } = await openStreet();
  expect(await find({ words: '安' })).toEqual(['anna']);
  expect(await find({ words: 'anna安' })).toEqual(['anna']);
  expect(await find({ words: 'Anna' })).toEqual(['anna']);
  expect(await find({ words: '李' })).toEqual([]);
  const tag = bob.memberIdIn(communityId).slice(-4);
  expect(await find({ words: tag })).toContain('bob');
  expect(await find({ words: anna.memberIdIn(communityId).slice(-4) })).toContain('anna');
});

test('a name that is no longer shown finds nobody', async () => {
  const { anna, here, find } = await openStreet();
  await anna.get('membership.showName', { ...here, nickname: null });
  expect(await find({ words: '安娜' })).toEqual([]);
});

test('people are found by role, tier, tag and what they have done, and by all of it at once', async () => {
  const { anna, bob, owner, here, communityId, find } = await openStreet();
  await owner.get('community.appoint', { ...here, memberId: bob.memberIdIn(communityId), role: 'clerk' });
  const { tagId } = await owner.get('membership.saveTag', { ...here, name: '老客' });
  await owner.get('membership.tag', { ...here, memberId: anna.memberIdIn(communityId), tags: [tagId] });
  expect(await find({})).toEqual(['anna', 'bob', 'owner']);
  expect(await find({ role: 'clerk' })).toEqual(['bob']);
  expect(await find({ tier: 'user' })).toEqual(['anna']);
  expect(await find({ started: false, role: 'clerk' })).toEqual(['bob']);
  expect(await find({ conditions: [{ kind: 'has_tag', tagId }] })).toEqual(['anna']);
  expect(await find({ started: true, tier: 'user', words: '安', conditions: [{ kind: 'lacks_tag', tagId }] })).toEqual([]);
});

test('somebody who has left is found by nothing', async () => {
  const { anna, here, find } = await openStreet();
  await anna.get('membership.erase', here);
  expect(await find({})).toEqual(['bob', 'owner']);
  expect(await find({ words: '安娜' })).toEqual([]);
});

test('several hundred people are gone through, a look at a time', async () => {
  const { member, find } = await openStreet();
  for (let one = 0; one < 210; one += 1) await member(`person ${String(one)}`);
  expect(await find({ role: 'owner' })).toEqual(['owner']);
  expect(await find({})).toHaveLength(213);
});

test('a newcomer who has done nothing needs a look for three days, and none once they have begun', async () => {
  const { town, owner, member, here, plan } = await openStreet();
  const needs = async () => (await owner.get('analytics.needs', here)).unwelcomed;
  const cara = await member('cara');
  await member('dan');
  expect(await needs()).toEqual({ people: 2, more: false });
  await cara.get('checkin.checkIn', { ...here, campaignId: plan });
  expect(await needs()).toEqual({ people: 1, more: false });
  town.nextDay();
  town.nextDay();
  expect(await needs()).toEqual({ people: 1, more: false });
  town.nextDay();
  expect(await needs()).toEqual({ people: 0, more: false });
});

test('a member with a tier sleeps from the fourteenth day without a visit, somebody without one never does', async () => {
  const { town, owner, anna, here, find } = await openStreet();
  const needs = async () => (await owner.get('analytics.needs', here)).asleep;
  // Anna came last on the fourth day, which is a day ago.
  for (let day = 0; day < 12; day += 1) town.nextDay();
  expect(await needs()).toEqual({ people: 0, more: false });
  town.nextDay();
  expect(await needs()).toEqual({ people: 1, more: false });
  const conditions: Among['conditions'] = [
    { kind: 'tier_at_least', tier: 'user' },
    { kind: 'unseen_for', amount: 14 },
  ];
  expect(await find({ conditions })).toEqual(['anna']);
  await anna.get('community.enter', here);
  expect(await needs()).toEqual({ people: 0, more: false });
});
