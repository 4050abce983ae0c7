// Invites through the real application: paid at the friend's own first check-in, once, to both, and refused with a reason otherwise.
import { describe, expect, test } from 'vitest';
import type { ValueOf } from '#core/contract';
import { DAY_MS } from '#core/values/instant';
import { amountOff } from '../support/documents';
import { openInvites } from '../support/invites';
import { openShop, type Resident } from '../support/town';

describe('the moment of the reward', () => {
  test("is the friend's first check-in: not the opening, not the joining, and never a second time", async () => {
    const { town, anna, tap, cardOf, open, threads, coupons, communityId } = await openInvites();
    const bob = town.person('bob');
    const token = await cardOf(anna);
    expect(await coupons(anna)).toEqual([]);

    expect(await open(bob, token)).toMatchObject({ invited: true, inviteRefusal: null });
    expect(await threads(anna)).toMatchObject([{ state: 'opened', reason: null, settledAt: null }]);
    expect(await coupons(anna)).toEqual([]);

    await bob.get('community.join', { communityId });
    expect(await threads(anna)).toMatchObject([{ state: 'joined', settledAt: null }]);
    expect([await coupons(anna), await coupons(bob)]).toEqual([[], []]);

    town.nextDay();
    const first = await bob.get('checkin.checkIn', tap);
    expect(first.inviteCoupon).toEqual({ benefit: amountOff(200), thresholdFen: 0 });
    expect(await threads(anna)).toMatchObject([{ state: 'rewarded', settledAt: town.now() }]);
    expect(await coupons(anna)).toMatchObject([{ reason: 'invited_a_friend', benefit: amountOff(200), state: 'usable' }]);
    expect(await coupons(bob)).toMatchObject([{ reason: 'invited', benefit: amountOff(200), state: 'usable' }]);

    town.nextDay();
    expect(await open(bob, token)).toMatchObject({ invited: false, inviteRefusal: 'already_member' });
    expect((await bob.get('checkin.checkIn', tap)).inviteCoupon).toBeNull();
    expect([(await coupons(anna)).length, (await coupons(bob)).length]).toEqual([1, 1]);
    expect(await threads(anna)).toMatchObject([{ state: 'rewarded' }]);
  });

  test('comes once, however often the first check-in is sent, together or again', async () => {
    const { anna, tap, bring, coupons } = await openInvites();
    const bob = await bring(anna, 'bob');
    await Promise.all([
      ...Array.from({ length: 10 }, () => bob.call('checkin.checkIn', tap, 'first-check-in')),
      ...Array.from({ length: 10 }, () => bob.call('checkin.checkIn', tap)),
    ]);
    await bob.call('checkin.checkIn', tap, 'first-check-in');
    expect([(await coupons(anna)).length, (await coupons(bob)).length]).toEqual([1, 1]);
  });

  test('of several friends at once counts each of them', async () => {
    const { anna, tap, bring, coupons, communityId } = await openInvites();
    const friends = [await bring(anna, 'bob'), await bring(anna, 'cai'), await bring(anna, 'dora')];
    await Promise.all(friends.map((friend) => friend.get('checkin.checkIn', tap)));
    expect(await coupons(anna)).toHaveLength(3);
    const board = await anna.get('leaderboard.board', { communityId, kind: 'invite', period: 'week' });
    expect(board.mine).toMatchObject({ rank: 1, points: 3 });
  });

  test('is not reached by sending cards, and a card stays the same card', async () => {
    const { anna, invites, coupons, town, communityId } = await openInvites();
    const first = await anna.get('invite.create', invites);
    const written = town.written();
    expect(await anna.get('invite.create', invites)).toEqual(first);
    expect(town.written()).toBe(written);
    expect(first.card.path).toContain(first.token);
    expect(await coupons(anna)).toEqual([]);
    expect((await anna.get('leaderboard.board', { communityId, kind: 'invite', period: 'all' })).mine).toBeNull();
  });

  test('pays one level only: nothing goes to whoever invited the inviter', async () => {
    const { anna, tap, bring, coupons } = await openInvites();
    const bob = await bring(anna, 'bob');
    await bob.get('checkin.checkIn', tap);
    const cai = await bring(bob, 'cai');
    await cai.get('checkin.checkIn', tap);
    expect([(await coupons(anna)).length, (await coupons(bob)).length, (await coupons(cai)).length]).toEqual([1, 2, 1]);
  });
});

describe('an invite that earns nothing', () => {
  test('to oneself says so', async () => {
    const { anna, cardOf, open, threads } = await openInvites();
    expect(await open(anna, await cardOf(anna))).toMatchObject({ invited: false, inviteRefusal: 'self' });
    expect(await threads(anna)).toMatchObject([{ state: 'refused', reason: 'self' }]);
  });

  test('back to the one who invited says loop', async () => {
    const { anna, tap, cardOf, open, bring, threads } = await openInvites();
    const bob = await bring(anna, 'bob');
    await bob.get('checkin.checkIn', tap);
    expect(await open(anna, await cardOf(bob))).toMatchObject({ invited: false, inviteRefusal: 'loop' });
    expect(await threads(bob)).toMatchObject([{ state: 'refused', reason: 'loop' }]);
  });

  test('to a member says already a member', async () => {
    const { anna, member, cardOf, open, threads, coupons, tap } = await openInvites();
    const bob = await member('bob');
    expect(await open(bob, await cardOf(anna))).toMatchObject({ invited: false, inviteRefusal: 'already_member' });
    await bob.get('checkin.checkIn', tap);
    expect(await threads(anna)).toMatchObject([{ state: 'refused', reason: 'already_member' }]);
    expect([await coupons(anna), await coupons(bob)]).toEqual([[], []]);
  });

  test('to somebody who came through another says already invited: the first touch stays', async () => {
    const { town, anna, member, cardOf, open, threads, coupons, tap, communityId } = await openInvites();
    const [eva, bob] = [await member('eva'), town.person('bob')];
    await open(bob, await cardOf(anna));
    expect(await open(bob, await cardOf(eva))).toMatchObject({ invited: false, inviteRefusal: 'already_invited' });
    await bob.get('community.join', { communityId });
    await bob.get('checkin.checkIn', tap);
    expect(await threads(eva)).toMatchObject([{ state: 'refused', reason: 'already_invited' }]);
    expect([(await coupons(anna)).length, (await coupons(eva)).length]).toEqual([1, 0]);
  });

  test('that is opened again in time is still the same invite', async () => {
    const { town, anna, cardOf, open, threads } = await openInvites();
    const bob = town.person('bob');
    const token = await cardOf(anna);
    await open(bob, token);
    const [before] = await threads(anna);
    town.wait(3 * DAY_MS);
    expect(await open(bob, token)).toMatchObject({ invited: true });
    expect(await threads(anna)).toEqual([before]);
  });

  test('whose touch ran out before the first check-in is refused for that', async () => {
    const { town, anna, bring, tap, threads, coupons } = await openInvites();
    const [bob, cai] = [await bring(anna, 'bob'), await bring(anna, 'cai')];
    town.wait(7 * DAY_MS);
    expect((await bob.get('checkin.checkIn', tap)).inviteCoupon).not.toBeNull();
    town.wait(1);
    expect((await cai.get('checkin.checkIn', tap)).inviteCoupon).toBeNull();
    expect((await threads(anna)).map((thread) => [thread.state, thread.reason]).sort()).toEqual([
      ['refused', 'touch_expired'],
      ['rewarded', null],
    ]);
    expect(await coupons(anna)).toHaveLength(1);
  });

  test('whose touch ran out is bound anew by coming again, through the same card or another', async () => {
    const { town, anna, member, cardOf, open, tap, threads, coupons, communityId } = await openInvites();
    const eva = await member('eva');
    const [bob, cai] = [town.person('bob'), town.person('cai')];
    await open(bob, await cardOf(anna));
    await open(cai, await cardOf(anna));
    town.wait(8 * DAY_MS);
    expect(await open(bob, await cardOf(anna))).toMatchObject({ invited: true });
    expect(await open(cai, await cardOf(eva))).toMatchObject({ invited: true });
    for (const friend of [bob, cai]) {
      await friend.get('community.join', { communityId });
      await friend.get('checkin.checkIn', tap);
    }
    expect((await threads(anna)).filter((thread) => thread.state === 'rewarded')).toHaveLength(1);
    expect([(await coupons(anna)).length, (await coupons(eva)).length]).toEqual([1, 1]);
  });

  test('beyond the limit of an inviter is refused, at the touch once the limit is known', async () => {
    const { town, anna, bring, tap, threads, coupons, cardOf, open } = await openInvites({ inviterMax: 2, inviterDayMax: 2 });
    const friends = [await bring(anna, 'bob'), await bring(anna, 'cai'), await bring(anna, 'dora')];
    const rewards: ValueOf<'checkin.checkIn'>['inviteCoupon'][] = [];
    for (const friend of friends) rewards.push((await friend.get('checkin.checkIn', tap)).inviteCoupon);
    expect(rewards.map((reward) => reward !== null)).toEqual([true, true, false]);
    expect((await threads(anna)).find((thread) => thread.state === 'refused')?.reason).toBe('limit_reached');
    expect(await coupons(anna)).toHaveLength(2);
    const late = town.person('late');
    expect(await open(late, await cardOf(anna))).toMatchObject({ invited: false, inviteRefusal: 'limit_reached' });
  });

  test('beyond the limit of one day is refused that day, and the next day pays again', async () => {
    const { town, anna, bring, tap, coupons } = await openInvites({ inviterMax: 5, inviterDayMax: 1 });
    const [bob, cai, dora] = [await bring(anna, 'bob'), await bring(anna, 'cai'), await bring(anna, 'dora')];
    expect((await bob.get('checkin.checkIn', tap)).inviteCoupon).not.toBeNull();
    expect((await cai.get('checkin.checkIn', tap)).inviteCoupon).toBeNull();
    town.nextDay();
    expect((await dora.get('checkin.checkIn', tap)).inviteCoupon).not.toBeNull();
    expect(await coupons(anna)).toHaveLength(2);
  });

  test('at the limit, with friends who come at once, pays exactly the limit', async () => {
    const { anna, bring, tap, coupons } = await openInvites({ inviterMax: 2, inviterDayMax: 2 });
    const friends: Resident[] = [];
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) friends.push(await bring(anna, name));
    const replies = await Promise.all(friends.map((friend) => friend.get('checkin.checkIn', tap)));
    expect(replies.filter((reply) => reply.inviteCoupon !== null)).toHaveLength(2);
    expect(await coupons(anna)).toHaveLength(2);
  });

  test('of a campaign that is over says so, at the touch and at the first check-in', async () => {
    const { town, anna, owner, invites, bring, tap, cardOf, open, threads, coupons } = await openInvites();
    const token = await cardOf(anna);
    const bob = await bring(anna, 'bob');
    await owner.get('campaign.end', invites);
    expect(await open(town.person('cai'), token)).toMatchObject({ invited: false, inviteRefusal: 'campaign_over' });
    expect((await bob.get('checkin.checkIn', tap)).inviteCoupon).toBeNull();
    expect((await threads(anna)).map((thread) => thread.reason)).toEqual(['campaign_over', 'campaign_over']);
    expect(await coupons(anna)).toEqual([]);
    expect(await anna.code('invite.create', invites)).toBe('campaign_ended');
  });

  test('when the last pair is gone says sold out, and neither side gets half', async () => {
    const { anna, bring, tap, threads, coupons, owner, communityId } = await openInvites({ pairs: 1 });
    const [bob, cai] = [await bring(anna, 'bob'), await bring(anna, 'cai')];
    await bob.get('checkin.checkIn', tap);
    expect((await cai.get('checkin.checkIn', tap)).inviteCoupon).toBeNull();
    expect((await threads(anna)).map((thread) => thread.reason).sort()).toEqual([null, 'sold_out'].sort());
    expect([(await coupons(anna)).length, (await coupons(cai)).length]).toEqual([1, 0]);
    const row = (await owner.get('analytics.today', { communityId })).campaigns.find((one) => one.card.type === 'invite_reward');
    expect(row).toMatchObject({ couponsReserved: 2, couponsIssued: 2, card: { people: 1 } });
  });

  test('with a token that nobody made is simply no invite', async () => {
    const { town, open } = await openInvites();
    expect(await open(town.person('bob'), 'aaaaaaaaaaaaaaaa')).toMatchObject({ invited: false, inviteRefusal: null });
  });
});

test('in a campaign for one group only, its members alone have a card to send, as their terms say', async () => {
  const { town, member, publish, communityId } = await openShop();
  const campaignId = await publish({ type: 'invite_reward', groupId: 'fruit-group' });
  const [anna, dora] = [await member('anna'), town.person('dora')];
  await dora.get('community.join', { communityId });
  expect(await anna.code('invite.create', { communityId, campaignId })).toBe('ok');
  const refusal = { code: 'not_in_group', data: { label: '幸福里果蔬群' } };
  expect((await dora.get('campaign.open', { communityId, campaignId })).card.locked).toEqual(refusal);
  expect(await dora.call('invite.create', { communityId, campaignId })).toEqual({ ok: false, ...refusal });
});

test('an inviter sees friends masked until they show a name', async () => {
  const { anna, bring, threads, communityId } = await openInvites();
  const bob = await bring(anna, 'bob');
  expect((await threads(anna))[0]?.friend).toEqual({
    memberId: bob.memberIdIn(communityId),
    name: null,
    tag: expect.stringMatching(/^[A-Z2-7]{4}$/),
    avatar: null,
  });
  await bob.get('membership.showName', { communityId, nickname: '小宝' });
  expect((await threads(anna))[0]?.friend.name).toBe('小宝');
  await bob.get('membership.showName', { communityId, nickname: null });
  expect((await threads(anna))[0]?.friend.name).toBeNull();
});

describe('a first touch in another invite campaign', () => {
  /** Two invite campaigns at once: the one by which anna invites lasts `first` days, the other `second`; two days later. */
  async function openTwo(first: number, second: number) {
    const opened = await openInvites({ touchDays: first });
    const { communityId, town, member, anna, cardOf } = opened;
    const other = await opened.publish({ type: 'invite_reward', endsOn: '2026-03-31', parameters: { touchDays: second } });
    const [eva, bob] = [await member('eva'), town.person('bob')];
    const otherCardOf = async (inviter: Resident) => (await inviter.get('invite.create', { communityId, campaignId: other })).token;
    const touch = (inviteToken: string) => bob.get('community.enter', { communityId, inviteToken });
    await touch(await cardOf(anna));
    town.wait(2 * DAY_MS);
    return { ...opened, eva, bob, touch, otherCardOf };
  }

  test('stays for as long as its own card said, though the other card says less', async () => {
    const { eva, touch, otherCardOf } = await openTwo(10, 1);
    expect(await touch(await otherCardOf(eva))).toMatchObject({ invited: false, inviteRefusal: 'already_invited' });
  });

  test('has run out when its own card said so, though the other card says more', async () => {
    const { anna, eva, touch, otherCardOf, threads } = await openTwo(1, 10);
    expect(await touch(await otherCardOf(eva))).toMatchObject({ invited: true });
    expect(await threads(anna)).toMatchObject([{ state: 'refused', reason: 'touch_expired' }]);
  });

  test('stays against a second card of the same person', async () => {
    const { anna, bob, touch, otherCardOf, tap, threads, communityId } = await openTwo(10, 10);
    expect(await touch(await otherCardOf(anna))).toMatchObject({ invited: false, inviteRefusal: 'already_invited' });
    await bob.get('community.join', { communityId });
    await bob.get('checkin.checkIn', tap);
    expect((await threads(anna)).map((thread) => thread.state)).toEqual(['refused', 'rewarded']);
  });

  test('makes way for another once its campaign is over', async () => {
    const { owner, anna, bob, touch, otherCardOf, tap, threads, coupons, invites, communityId } = await openTwo(10, 10);
    await owner.get('campaign.end', invites);
    expect((await touch(await otherCardOf(anna))).invited).toBe(true);
    await bob.get('community.join', { communityId });
    await bob.get('checkin.checkIn', tap);
    expect([(await coupons(anna)).length, (await coupons(bob)).length]).toEqual([1, 1]);
    expect((await threads(anna)).map((thread) => thread.reason)).toEqual([null, 'campaign_over']);
  });
});
