// Tags and segments through the real application: who bears what, who is in, and that the count goes through everybody.
import { expect, test } from 'vitest';
import { everybody } from '#core/rules/campaign/audience';
import type { Condition } from '#core/rules/membership/segment';
import { DAY_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openShop } from '../support/town';

async function openBusy() {
  const shop = await openShop();
  const { town, owner, communityId } = shop;
  const here = { communityId };
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-06-30', parameters: { milestones: [] } });
  const anna = await shop.member('anna');
  const bob = await shop.member('bob');
  for (let day = 0; day < 4; day += 1) {
    await anna.get('checkin.checkIn', { ...here, campaignId: plan });
    town.nextDay();
  }
  const called = new Map([owner, anna, bob].map((person) => [person.memberIdIn(communityId), person.personKey]));
  /** Who is in, over all pages. */
  async function inSegment(conditions: readonly Condition[]): Promise<readonly string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const input = { ...here, conditions: conditions as never, ...(cursor === undefined ? {} : { cursor }) };
      const page = await owner.get('membership.countSegment', input);
      found.push(...page.members.map(({ person }) => called.get(person.memberId) ?? 'somebody'));
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    return found.sort();
  }
  return { ...shop, here, anna, bob, plan, inSegment };
}

test('a member bears the tags that the owner gives, and no others', async () => {
  const { town, owner, here, anna, communityId } = await openBusy();
  const { tagId } = await owner.get('membership.saveTag', { ...here, name: '老客' });
  expect(await owner.get('membership.saveTag', { ...here, name: '老客' })).toEqual({ tagId });
  const memberId = anna.memberIdIn(communityId);
  expect(await owner.get('membership.tag', { ...here, memberId, tags: [tagId] })).toEqual({ memberId, tags: [tagId] });
  const { members } = await owner.get('community.members', here);
  expect(members.find(({ person }) => person.memberId === memberId)).toMatchObject({ tags: [tagId], tier: 'user' });
  await owner.get('membership.saveTag', { ...here, tagId, name: '常客' });
  expect(await owner.get('membership.tags', here)).toEqual({ tags: [{ tagId, name: '常客' }] });
  await owner.get('membership.tag', { ...here, memberId, tags: [] });
  expect(await owner.code('membership.tag', { ...here, memberId, tags: ['nothing'] })).toBe('not_found');
  await anna.get('membership.erase', here);
  expect(await owner.code('membership.tag', { ...here, memberId, tags: [tagId] })).toBe('not_found');
  expect((await checkData(town.store)).differences).toEqual([]);
});

test('a segment holds those for whom every condition holds, at its limit and one beyond', async () => {
  const { owner, here, anna, communityId, inSegment, town } = await openBusy();
  const { tagId } = await owner.get('membership.saveTag', { ...here, name: '老客' });
  await owner.get('membership.tag', { ...here, memberId: anna.memberIdIn(communityId), tags: [tagId] });
  const rows: readonly (readonly [Condition, readonly string[]])[] = [
    [{ kind: 'tier_at_least', tier: 'user' }, ['anna']],
    [{ kind: 'tier_below', tier: 'user' }, ['bob', 'owner']],
    [{ kind: 'has_tag', tagId }, ['anna']],
    [{ kind: 'lacks_tag', tagId }, ['bob', 'owner']],
    [{ kind: 'streak_at_least', amount: 4 }, ['anna']],
    [{ kind: 'streak_at_least', amount: 5 }, []],
    [{ kind: 'points_at_least', amount: 20 }, ['anna']],
    [{ kind: 'points_at_least', amount: 21 }, []],
    [{ kind: 'joined_within', amount: 5 }, ['anna', 'bob', 'owner']],
    [{ kind: 'joined_within', amount: 4 }, []],
    [{ kind: 'joined_before', amount: 4 }, ['anna', 'bob', 'owner']],
    [{ kind: 'unseen_for', amount: 4 }, ['bob']],
    [{ kind: 'seen_within', amount: 2 }, ['anna', 'owner']],
    [{ kind: 'redeemed_at_least', amount: 1 }, []],
    [{ kind: 'redeemed_less_than', amount: 1 }, ['anna', 'bob', 'owner']],
  ];
  for (const [condition, who] of rows) expect(await inSegment([condition]), JSON.stringify(condition)).toEqual(who);
  expect(
    await inSegment([
      { kind: 'joined_before', amount: 4 },
      { kind: 'seen_within', amount: 2 },
      { kind: 'has_tag', tagId },
    ]),
  ).toEqual(['anna']);
  town.wait(30 * DAY_MS);
  expect(await inSegment([{ kind: 'streak_at_least', amount: 1 }])).toEqual([]);
});

test('a tag that is removed is gone from everybody, and a segment that names it finds nobody by it', async () => {
  const { town, owner, here, anna, communityId, inSegment, publish } = await openBusy();
  const memberId = anna.memberIdIn(communityId);
  const { tagId } = await owner.get('membership.saveTag', { ...here, name: '老客' });
  await owner.get('membership.tag', { ...here, memberId, tags: [tagId] });
  const conditions = [{ kind: 'has_tag', tagId } as const];
  const { segmentId } = await owner.get('membership.saveSegment', { ...here, name: '老客们', conditions });
  const campaignId = await publish({ type: 'coupon_drop', title: '老客的券', audience: { ...everybody, tags: [tagId] } });
  const wish = { ...here, tagId };
  expect(await owner.call('membership.removeTag', wish)).toMatchObject({ code: 'tag_in_use', data: { titles: ['老客的券'] } });
  await owner.get('campaign.pause', { ...here, campaignId });
  expect(await owner.code('membership.removeTag', wish)).toBe('tag_in_use');
  await owner.get('campaign.end', { ...here, campaignId });
  expect(await owner.get('membership.removeTag', wish)).toEqual({});
  expect(await owner.code('membership.removeTag', wish)).toBe('not_found');
  expect(await owner.get('membership.tags', here)).toEqual({ tags: [] });
  const { members } = await owner.get('community.members', here);
  expect(members.find(({ person }) => person.memberId === memberId)?.tags).toEqual([]);
  expect(await inSegment(conditions)).toEqual([]);
  expect(await inSegment([{ kind: 'lacks_tag', tagId }])).toEqual(['anna', 'bob', 'owner']);
  expect((await owner.get('membership.segments', here)).segments).toMatchObject([{ segmentId, conditions }]);
  const again = await owner.get('membership.saveTag', { ...here, name: '老客' });
  expect(again.tagId).not.toBe(tagId);
  expect(await inSegment([{ kind: 'has_tag', tagId: again.tagId }])).toEqual([]);
  expect((await checkData(town.store)).differences).toEqual([]);
});

test('a segment is saved, changed and forgotten, and the journal makes it', async () => {
  const { town, owner, here } = await openBusy();
  const conditions = [{ kind: 'unseen_for', amount: 7 } as const];
  const { segmentId } = await owner.get('membership.saveSegment', { ...here, name: '好久没来', conditions });
  await owner.get('membership.saveSegment', { ...here, segmentId, name: '两周没来', conditions: [{ kind: 'unseen_for', amount: 14 }] });
  const { segments } = await owner.get('membership.segments', here);
  expect(segments).toEqual([{ segmentId, name: '两周没来', conditions: [{ kind: 'unseen_for', amount: 14 }] }]);
  expect(await owner.code('membership.saveSegment', { ...here, segmentId: 'nothing', name: '没有', conditions })).toBe('not_found');
  expect((await checkData(town.store)).differences).toEqual([]);
  await owner.get('membership.removeSegment', { ...here, segmentId });
  expect(await owner.get('membership.segments', here)).toEqual({ segments: [] });
  expect(await owner.code('membership.removeSegment', { ...here, segmentId })).toBe('not_found');
  expect((await checkData(town.store)).differences).toEqual([]);
});

test('a count goes through a community of any size, a page at a time, and says how far it is', async () => {
  const shop = await openShop();
  const here = { communityId: shop.communityId };
  for (let number = 0; number < 230; number += 1) await shop.member(`member ${number}`);
  const input = { ...here, conditions: [{ kind: 'joined_within', amount: 3 } as const] };
  const first = await shop.owner.get('membership.countSegment', input);
  expect(first).toMatchObject({ lookedAt: 200, total: 231 });
  expect(first.members).toHaveLength(200);
  const second = await shop.owner.get('membership.countSegment', { ...input, cursor: first.cursor ?? '' });
  expect(second).toMatchObject({ lookedAt: 31, total: 231, cursor: null });
  expect(second.members).toHaveLength(31);
});
