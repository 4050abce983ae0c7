// A member's story for the owner: every deed once, each reward with its campaign and clause, pages that go on, and nobody who has left.
import { expect, test } from 'vitest';
import type { ValueOf } from '#core/contract';
import { openCounter } from '../support/counter';
import { openInvites } from '../support/invites';
import { openShop, type Resident } from '../support/town';

type Part = 'deeds' | 'coupons' | 'given';

async function readStory(owner: Resident, communityId: string, memberId: string, part: Part) {
  const lines: ValueOf<'membership.story'>['lines'] = [];
  let cursor: string | undefined;
  do {
    const page = await owner.get('membership.story', { communityId, memberId, part, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.who).toBeNull();
    lines.push(...page.lines);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort((one, other) => other - one));
  return lines;
}

/** Anna, and a friend whom she brought. */
async function openFriends() {
  const shop = await openInvites();
  return { ...shop, friend: await shop.bring(shop.anna, 'friend') };
}

test('tells each deed with what it brought, by which campaign, under which version, and why', async () => {
  const shop = await openShop();
  const { town, owner, communityId } = shop;
  const plan = await shop.publish({
    type: 'checkin_plan',
    title: '早起打卡',
    endsOn: '2026-05-31',
    parameters: { milestones: [] },
  });
  const anna = await shop.member('anna');
  for (let day = 0; day < 4; day += 1) {
    await anna.get('checkin.checkIn', { communityId, campaignId: plan });
    town.nextDay();
  }
  const lines = await readStory(owner, communityId, anna.memberIdIn(communityId), 'deeds');
  const steps = lines.filter(({ deed }) => deed === 'tier');
  expect(steps.map(({ tier }) => tier)).toEqual([{ to: 'user', from: 'customer' }]);
  const deeds = lines.flatMap(({ deed }) => (deed === 'tier' ? [] : [deed]));
  expect(deeds).toEqual(['checked_in', 'checked_in', 'checked_in', 'checked_in', 'joined']);
  const last = lines.find(({ deed }) => deed === 'checked_in');
  expect(last).toMatchObject({ campaignId: plan, title: '早起打卡', on: '2026-03-05' });
  expect(last?.rewards).toEqual([{ points: expect.any(Number), reason: 'check_in', campaignId: plan, title: '早起打卡', version: 1 }]);
});

test('goes on over pages', async () => {
  const shop = await openShop();
  const { town, owner, communityId } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-07-31', parameters: { milestones: [] } });
  const anna = await shop.member('anna');
  for (let day = 0; day < 120; day += 1) {
    await anna.get('checkin.checkIn', { communityId, campaignId: plan });
    town.nextDay();
  }
  const lines = await readStory(owner, communityId, anna.memberIdIn(communityId), 'deeds');
  expect(lines.filter(({ deed }) => deed === 'checked_in')).toHaveLength(120);
});

test('tells of a coupon that it came, was used and given back', async () => {
  const counter = await openCounter();
  const { owner, anna, communityId, coupon } = counter;
  await counter.redeem();
  counter.town.wait(60_000);
  await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
  const lines = await readStory(owner, communityId, anna.memberIdIn(communityId), 'coupons');
  expect(lines.map(({ deed }) => deed)).toEqual(['undone', 'redeemed', 'got']);
  expect(lines[2]?.coupon).toMatchObject({ reason: 'claim', version: 1, order: null });
  expect(JSON.stringify(lines)).not.toContain('按错了');
});

test('tells of points that somebody else moved, once, and without the words that were given for it', async () => {
  const shop = await openShop();
  const { owner, communityId } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', title: '早起打卡', endsOn: '2026-05-31', parameters: { milestones: [] } });
  const anna = await shop.member('anna');
  const memberId = anna.memberIdIn(communityId);
  await anna.get('checkin.checkIn', { communityId, campaignId: plan });
  const { lines } = await owner.get('points.memberStatement', { communityId, memberId });
  const grant = lines.find((line) => line.grant !== null)?.grant;
  if (grant == null) throw new Error('nothing was granted');
  await owner.get('points.reverse', { communityId, memberId, grant, reason: '算错了一次' });
  const given = await readStory(owner, communityId, memberId, 'given');
  expect(given.map(({ deed, rewards }) => [deed, rewards.map(({ reason }) => reason)])).toEqual([['points', ['reversed']]]);
  expect(JSON.stringify(given)).not.toContain('算错了');
  const deeds = await readStory(owner, communityId, memberId, 'deeds');
  expect(deeds.filter(({ rewards }) => rewards.length > 0).map(({ deed }) => deed)).toEqual(['checked_in']);
});

test('says through whom somebody came, and forgets whoever has left', async () => {
  const { anna, friend, communityId, owner } = await openFriends();
  const look = { communityId, memberId: friend.memberIdIn(communityId), part: 'who' as const };
  const { who } = await owner.get('membership.story', look);
  expect(who).toMatchObject({ came: 'invite', role: 'member', tier: 'customer' });
  expect(who?.through?.memberId).toBe(anna.memberIdIn(communityId));
  await anna.get('membership.erase', { communityId });
  expect((await owner.get('membership.story', look)).who?.through).toBeNull();
  for (const part of ['who', 'deeds', 'coupons', 'given'] as const) {
    const of = { communityId, memberId: anna.memberIdIn(communityId), part };
    expect(await owner.code('membership.story', of)).toBe('not_found');
  }
});

test('begins anew with somebody who left and came back', async () => {
  const { friend, communityId, owner, town } = await openFriends();
  await friend.get('membership.erase', { communityId });
  town.nextDay();
  await friend.get('community.enter', { communityId });
  await friend.get('community.join', { communityId });
  const memberId = friend.memberIdIn(communityId);
  expect((await readStory(owner, communityId, memberId, 'deeds')).map(({ deed }) => deed)).toEqual(['joined']);
  expect(await readStory(owner, communityId, memberId, 'coupons')).toEqual([]);
  expect(await readStory(owner, communityId, memberId, 'given')).toEqual([]);
});

test('says nothing of a complaint, and nothing that somebody wrote', async () => {
  const counter = await openCounter();
  const { owner, anna, communityId, campaignId } = counter;
  await anna.get('promise.complain', { communityId, campaignId, reason: 'differs', text: '店员说没有这张券' });
  const memberId = anna.memberIdIn(communityId);
  const told = JSON.stringify([
    await readStory(owner, communityId, memberId, 'deeds'),
    await readStory(owner, communityId, memberId, 'coupons'),
  ]);
  expect(told).not.toContain('店员说');
  expect(told).not.toContain('compl');
});
