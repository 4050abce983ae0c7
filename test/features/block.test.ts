// The block list through the real application: who is put out, what they keep, what they hear, their one appeal, and coming back.
import { describe, expect, test } from 'vitest';
import { type ActionName, contract } from '#core/contract';
import { checkData } from '#server/app/check-data';
import { sampleInput } from '../support/any-input';
import { openCounter } from '../support/counter';
import { openInvites } from '../support/invites';
import { openNoticed } from '../support/rings';
import { createTown, openShop, type Resident } from '../support/town';
import { changedBetween, createWholeStore } from '../support/whole-store';

const why = { reason: 'advertising', text: '连发三天外链' } as const;

/** A counter whose member, who has a coupon, is put out by `block` and let back in by `unblock`. */
async function openBlocked() {
  const whole = createWholeStore();
  const counter = await openCounter({}, createTown({ store: whole.store }));
  const { owner, anna, communityId } = counter;
  const here = { communityId };
  const plan = {
    ...here,
    campaignId: await counter.publish({ type: 'checkin_plan', endsOn: '2026-05-31', parameters: { milestones: [] } }),
  };
  const memberId = anna.memberIdIn(communityId);
  const of = (person: Resident) => ({ ...here, memberId: person.memberIdIn(communityId) });
  const block = (person: Resident = anna) => owner.get('community.block', { ...of(person), ...why });
  const unblock = (person: Resident = anna) => owner.get('community.unblock', of(person));
  const home = async (person: Resident) => person.get('community.home', here);
  const sound = async () => expect((await checkData(counter.town.store)).differences).toEqual([]);
  return { ...counter, here, plan, memberId, of, block, unblock, home, sound, content: whole.content };
}

describe('whoever is put out', () => {
  test('is no member at once: out of the count, of the list and of the boards, and reads why', async () => {
    const { owner, anna, cashier, plan, here, block, home, memberId, sound } = await openBlocked();
    for (const person of [anna, cashier]) await person.get('checkin.checkIn', plan);
    const { members } = (await home(owner)).community;
    await block();
    expect((await home(anna)).me).toMatchObject({ role: 'visitor', joinedAt: null, block: { ...why, appeal: 'none' } });
    expect((await home(owner)).community.members).toBe(members - 1);
    const listed = (await owner.get('community.members', here)).members.map(({ person }) => person.memberId);
    expect(listed).not.toContain(memberId);
    for (const period of ['league', 'week', 'month', 'all'] as const) {
      const board = await owner.get('leaderboard.board', { ...here, kind: 'checkin', period });
      expect(board.top.map(({ person }) => person.memberId)).not.toContain(memberId);
    }
    await sound();
  });

  test('is denied everything that is for members with the reason and the way to appeal, and what is theirs stays open', async () => {
    const { anna, block, here, plan, coupon, content } = await openBlocked();
    await block();
    const known = { communityId: [here.communityId], campaignId: [plan.campaignId], couponId: [coupon.couponId] };
    const before = await content();
    const heard = new Map<string, string>();
    for (const action of Object.keys(contract) as ActionName[]) {
      const { who, blocked, kind, input } = contract[action] as (typeof contract)[ActionName] & { readonly blocked?: boolean };
      if (who === 'anyone' || (kind === 'change' && (blocked ?? who === 'person'))) continue;
      const reply = await anna.send(
        action,
        { ...sampleInput(input, known), ...(action === 'community.mine' ? {} : here) },
        `out-${action.replace('.', '-')}`,
      );
      const isOut = !reply.ok && reply.code === 'blocked';
      if (isOut) expect(reply).toEqual({ ok: false, code: 'blocked', data: { ...why, appeal: 'none' } });
      heard.set(action, isOut ? 'out' : 'open');
      expect([action, isOut]).toEqual([action, !(blocked ?? who === 'person')]);
    }
    for (const action of [
      'checkin.checkIn',
      'coupon.claim',
      'points.exchange',
      'content.post',
      'content.answer',
      'invite.create',
      'community.join',
    ]) {
      expect([action, heard.get(action)]).toEqual([action, 'out']);
    }
    for (const action of ['coupon.wallet', 'membership.export', 'points.statement', 'risk.mine']) {
      expect([action, heard.get(action)]).toEqual([action, 'open']);
    }
    expect(changedBetween(before, await content())).toEqual([]);
  });

  test('uses the coupons that they had claimed, and is given what is owed to them', async () => {
    const { owner, anna, cashier, block, redeem, here, campaignId, memberId, sound, town } = await openBlocked();
    await cashier.get('promise.report', { ...here, campaignId, memberId, kind: 'coupon', n: 1, words: '券机坏了' });
    await block();
    await redeem();
    expect((await anna.get('coupon.wallet', here)).tickets).toMatchObject([{ state: 'redeemed' }]);
    expect((await owner.get('promise.open', here)).promises).toMatchObject([{ memberId, kind: 'coupon' }]);
    await owner.get('promise.settle', { ...here, campaignId, memberId, about: 'coupon-1', words: '当面退了 20 元' });
    expect(town.lines).toEqual([]);
    await sound();
  });

  test('is nobody who has something else to lose: an owner stays, and so does whoever never came', async () => {
    const { owner, of, here, town, block, anna, cashier } = await openBlocked();
    expect(await owner.code('community.block', { ...of(owner), ...why })).toBe('owner_stays');
    expect(await owner.code('community.block', { ...of(town.person('a stranger')), ...why })).toBe('not_found');
    const visitor = town.person('a visitor');
    await visitor.get('community.enter', here);
    expect(await owner.code('community.block', { ...of(visitor), ...why })).toBe('not_found');
    expect(await cashier.code('community.block', { ...of(anna), ...why })).toBe('co_owner_only');
    await block(cashier);
    expect(await cashier.code('redemption.recent', here)).toBe('blocked');
  });

  test('may be put out and let back in by a co-owner, but a co-owner only by the owner', async () => {
    const { owner, anna, cashier, member, appoint, of, here, home, sound, communityId, town } = await openBlocked();
    const [ben, carl] = [await member('ben'), await member('carl')];
    for (const seated of [ben, carl]) await appoint(seated, 'co_owner');
    for (const below of [anna, cashier]) expect(await ben.code('community.block', { ...of(below), ...why })).toBe('ok');
    expect(await ben.code('community.unblock', of(anna))).toBe('ok');
    for (const seated of [carl, ben]) expect(await ben.code('community.block', { ...of(seated), ...why })).toBe('owner_appoints');
    expect(await ben.code('community.block', { ...of(owner), ...why })).toBe('owner_stays');
    await owner.get('community.block', { ...of(ben), ...why });
    expect(await ben.code('analytics.today', here)).toBe('blocked');
    const seats = (await town.store.read([`${communityId}/community`])).get(`${communityId}/community`)?.['coOwners'];
    expect(seats).toEqual([carl.memberIdIn(communityId)]);
    await sound();
    await carl.get('community.unblock', of(ben));
    expect((await home(ben)).me.role).toBe('member');
    expect(await ben.code('analytics.today', here)).toBe('co_owner_only');
    await sound();
  });

  test('is told why in words that may be said', async () => {
    const shop = await openShop();
    const anna = await shop.member('anna');
    const out = { communityId: shop.communityId, memberId: anna.memberIdIn(shop.communityId), reason: 'other' } as const;
    expect(await shop.owner.code('community.block', { ...out, text: '加微信领红包' })).toBe('content_refused');
    expect(await shop.owner.code('community.block', { ...out, text: '' })).toBe('invalid_input');
    expect((await anna.get('community.home', { communityId: shop.communityId })).me.block).toBeUndefined();
  });

  test('is put out once by two taps at once, and the same tap again is answered as before', async () => {
    const { owner, of, anna, home, sound } = await openBlocked();
    const input = { ...of(anna), ...why };
    const { members } = (await home(owner)).community;
    const replies = await Promise.all([
      owner.code('community.block', input, 'tap-number-one'),
      owner.code('community.block', input, 'tap-number-two'),
    ]);
    expect([...replies].sort()).toEqual(['already_blocked', 'ok']);
    const done = replies[0] === 'ok' ? 'tap-number-one' : 'tap-number-two';
    expect(await owner.code('community.block', input, done)).toBe('ok');
    expect((await home(owner)).community.members).toBe(members - 1);
    await sound();
  });
});

describe('invites', () => {
  test('that somebody made stop paying them once they are out; the friend has what the card promised, and nothing is taken back', async () => {
    const { anna, bring, owner, communityId, tap, coupons, threads, town, cardOf, open } = await openInvites();
    const paid = await bring(anna, 'paid');
    await paid.get('checkin.checkIn', tap);
    const [begun, token] = [await bring(anna, 'begun'), await cardOf(anna)];
    const earned = (await coupons(anna)).length;
    await owner.get('community.block', { communityId, memberId: anna.memberIdIn(communityId), ...why });
    await begun.get('checkin.checkIn', tap);
    expect(await open(town.person('late'), token)).toMatchObject({ invited: false, inviteRefusal: 'stopped' });
    expect((await coupons(anna)).filter(({ state }) => state !== 'void')).toHaveLength(earned);
    expect(await coupons(begun)).toHaveLength(1);
    expect((await threads(anna)).map(({ reason }) => reason).sort()).toEqual([null, 'stopped', 'stopped']);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('bring nobody in again who was put out before they had done anything', async () => {
    const { anna, owner, communityId, member, cardOf, open, town } = await openInvites();
    const bob = await member('bob');
    await owner.get('community.block', { communityId, memberId: bob.memberIdIn(communityId), ...why });
    expect(await open(bob, await cardOf(anna))).toMatchObject({ invited: false, inviteRefusal: 'already_member' });
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

describe('the owner', () => {
  test('finds everybody who is out, with the reason, and lets them back in with what they had', async () => {
    const { owner, anna, here, plan, block, unblock, home, of, town, sound, memberId } = await openBlocked();
    await anna.get('checkin.checkIn', plan);
    const before = (await home(anna)).me;
    await block();
    town.nextDay();
    const out = await owner.get('community.members', { ...here, among: { blocked: true } });
    expect(out).toMatchObject({ members: [{ person: { memberId }, block: why }], lookedAt: 1, total: 1, cursor: null });
    expect((await owner.get('membership.story', { ...here, memberId, part: 'who' })).who).toMatchObject({ block: why, role: 'visitor' });
    town.nextDay();
    await unblock();
    expect(await owner.code('community.unblock', of(anna))).toBe('not_blocked');
    expect((await home(anna)).me).toMatchObject({ role: 'member', joinedAt: before.joinedAt, points: before.points, watched: true });
    expect((await anna.get('risk.mine', here)).review).toMatchObject({ state: 'unblocked' });
    expect((await owner.get('community.members', { ...here, among: { blocked: true } })).members).toEqual([]);
    // Two days went by without a check-in: the streak begins anew, and nothing is made up for.
    expect(await anna.get('checkin.checkIn', plan)).toMatchObject({ streakDays: 1 });
    const board = await owner.get('leaderboard.board', { ...here, kind: 'checkin', period: 'all' });
    expect(board.top).toMatchObject([{ person: { memberId }, points: 2 }]);
    await sound();
  });

  test('makes nobody a clerk, a bearer of tags or a winner of a trial who is out', async () => {
    const { owner, anna, of, block } = await openBlocked();
    await block();
    expect(await owner.code('community.appoint', { ...of(anna), role: 'clerk' })).toBe('not_found');
    expect(await owner.code('membership.tag', { ...of(anna), tags: [] })).toBe('not_found');
  });
});

describe('an appeal', () => {
  const words = '那条消息不是我发的';

  test('stands in the queue of all appeals, is made once, and lets its writer back in where the owner says so', async () => {
    const { owner, anna, here, block, home, memberId, sound } = await openBlocked();
    await block();
    expect((await owner.get('risk.queue', { ...here, part: 'waiting' })).reviews).toEqual([]);
    await anna.get('risk.appeal', { ...here, text: words });
    expect(await anna.code('risk.appeal', { ...here, text: words })).toBe('already_appealed');
    expect((await home(anna)).me.block).toMatchObject({ appeal: 'waiting' });
    expect(await anna.call('community.join', here)).toMatchObject({ code: 'blocked', data: { appeal: 'waiting' } });
    const waiting = await owner.get('risk.queue', { ...here, part: 'waiting' });
    expect(waiting.reviews).toMatchObject([{ person: { memberId }, state: 'blocked', appealed: true, block: why }]);
    expect((await owner.get('analytics.needs', here)).reviews).toBe(1);
    expect((await owner.get('risk.review', { ...here, memberId })).review.appeal).toMatchObject({ text: words, answer: null });
    await owner.get('risk.answer', { ...here, memberId, text: '看错了,对不起', lifted: true });
    expect((await home(anna)).me).toMatchObject({ role: 'member' });
    expect((await home(anna)).me.block).toBeUndefined();
    expect((await owner.get('analytics.needs', here)).reviews).toBe(0);
    await sound();
  });

  test('that is turned down leaves everything as it is, for good', async () => {
    const { owner, anna, here, block, home, memberId, sound, unblock } = await openBlocked();
    await block();
    await anna.get('risk.appeal', { ...here, text: '' });
    await owner.get('risk.answer', { ...here, memberId, text: '聊天记录里就是你', lifted: false });
    expect((await home(anna)).me.block).toMatchObject({ appeal: 'answered' });
    expect(await anna.code('risk.appeal', { ...here, text: words })).toBe('already_appealed');
    expect(await owner.code('risk.answer', { ...here, memberId, text: '再说一次', lifted: true })).toBe('nothing_waiting');
    await unblock();
    await block();
    // Another block is another matter: it can be appealed against once more.
    await anna.get('risk.appeal', { ...here, text: words });
    await sound();
  });

  test('waits for the owner however long that takes: no timer lets anybody back in', async () => {
    const { owner, anna, here, block, home, town } = await openBlocked();
    await block();
    await anna.get('risk.appeal', { ...here, text: words });
    for (let day = 0; day < 9; day += 1) {
      town.nextDay();
      await town.runTimer();
    }
    expect((await home(anna)).me.block).toMatchObject({ appeal: 'waiting' });
    expect((await owner.get('risk.queue', { ...here, part: 'waiting' })).reviews).toHaveLength(1);
  });
});

describe('erasing', () => {
  test('lets nobody back in: the same account is still out, and knows in a word why', async () => {
    const { owner, anna, here, block, home, memberId, sound, unblock } = await openBlocked();
    await block();
    await anna.get('risk.appeal', { ...here, text: '那条消息不是我发的' });
    const { members } = (await home(owner)).community;
    await anna.get('membership.erase', here);
    expect((await home(owner)).community.members).toBe(members);
    expect(await anna.call('community.join', here)).toMatchObject({ code: 'blocked', data: { reason: 'advertising', text: '' } });
    const whole = await owner.get('risk.review', { ...here, memberId });
    expect(whole.review).toMatchObject({ state: 'blocked', block: { reason: 'advertising', text: '' }, appeal: { text: '' } });
    await unblock();
    expect((await home(anna)).me).toMatchObject({ role: 'visitor', joinedAt: null });
    await anna.get('community.join', here);
    expect((await home(anna)).me).toMatchObject({ role: 'member' });
    await sound();
  });

  test('is open to whoever is out, as is taking everything along', async () => {
    const { anna, here, block } = await openBlocked();
    await block();
    const { documents } = await anna.get('membership.export', here);
    expect(documents).toContainEqual(expect.objectContaining({ state: 'blocked', block: expect.objectContaining(why) }));
    expect(documents).toContainEqual(expect.objectContaining({ block: expect.objectContaining({ ...why, appeal: 'none' }) }));
  });
});

test('a block takes the place of what a review held back, and the review never begins again by itself', async () => {
  const { anna, owner, here, communityId, mine, waiting, night, town } = await openNoticed();
  await owner.get('community.block', { ...here, memberId: anna.memberIdIn(communityId), reason: 'cheating', text: '' });
  expect(await waiting()).toEqual([]);
  expect(await mine(anna)).toMatchObject({ state: 'blocked', people: 6, untilOn: null });
  await night(8);
  expect(await mine(anna)).toMatchObject({ state: 'blocked' });
  await owner.get('community.unblock', { ...here, memberId: anna.memberIdIn(communityId) });
  await night();
  expect(await waiting()).toEqual([]);
  expect((await checkData(town.store)).differences).toEqual([]);
});
