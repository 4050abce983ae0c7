// Reviews through the real application: noticed at night, decided by the owner with a reason, appealed against, and over by themselves.
import { describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { openNoticed, openRing } from '../support/rings';

describe('at night', () => {
  test('a ring is noticed once, with its signs, its accounts and what it has cost', async () => {
    const { town, anna, waiting, reviewOf, owner, here, communityId } = await openNoticed();
    expect(await waiting()).toMatchObject([{ state: 'noticed', weight: 5, people: 6, signs: ['burst', 'never_back'] }]);
    expect((await owner.get('analytics.needs', here)).reviews).toBe(1);
    const { person, review, cost, accounts } = await reviewOf(anna);
    expect(person.memberId).toBe(anna.memberIdIn(communityId));
    expect(review).toMatchObject({ state: 'noticed', people: 6, restriction: null, appeal: null });
    // Three friends of a day are paid for, to both sides.
    expect(cost).toEqual({ coupons: 6, used: 0, offFen: 0, openFen: 1_200 });
    expect(accounts).toHaveLength(6);
    const writes = town.written();
    await town.runTimer();
    expect([town.written() - writes, (await waiting()).length]).toEqual([0, 1]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('friends who come back are not noticed', async () => {
    const { anna, ring, night, town, here, waiting } = await openRing();
    const friends = await ring(anna, 'friend');
    town.nextDay();
    for (const friend of friends) await friend.get('community.enter', here);
    await night();
    expect(await waiting()).toEqual([]);
  });

  test('nobody of the shop is noticed, nor whoever has left', async () => {
    const { anna, ring, night, clerk, member, waiting, town, here } = await openRing();
    await ring(await clerk('cashier'), 'of-cashier');
    await ring(anna, 'of-anna');
    await anna.get('membership.erase', here);
    await ring(await member('bob'), 'of-bob');
    await night();
    expect((await waiting()).length).toBe(1);
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

describe('while it is looked at', () => {
  test('others do not see the member on the board of invites, who sees where they would stand', async () => {
    const { anna, member, ring, night, board, town, communityId } = await openRing();
    const bob = await member('bob');
    await ring(bob, 'of-bob', 1);
    await ring(anna, 'of-anna');
    expect(await board(bob)).toMatchObject({ total: 2, keptOff: false, mine: { rank: 2, points: 1 } });
    await night();
    const annaId = anna.memberIdIn(communityId);
    const seen = await board(bob);
    expect(seen).toMatchObject({ total: 1, mine: { rank: 1 } });
    expect(seen.top.map(({ person }) => person.memberId)).not.toContain(annaId);
    expect(await board(anna)).toMatchObject({ total: 1, keptOff: true, mine: { rank: 1, points: 3, mine: true } });
    // Check-ins are everybody's own, and bring prizes: their boards know no exclusion.
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('everything that is earned goes on: check-ins, their board, and friends who are brought', async () => {
    const { anna, night, bring, tap, coupons, communityId, board, mine } = await openNoticed();
    const before = (await coupons(anna)).length;
    const friend = await bring(anna, 'honest');
    await friend.get('checkin.checkIn', tap);
    await anna.get('checkin.checkIn', tap);
    expect((await coupons(anna)).length).toBe(before + 1);
    const days = await anna.get('leaderboard.board', { communityId, kind: 'checkin', period: 'all' });
    expect(days).toMatchObject({ keptOff: false, mine: { points: 1 } });
    expect(await mine(anna)).toMatchObject({ state: 'noticed', people: 6 });
    await night(7);
    expect((await board(anna)).mine).toMatchObject({ points: 4 });
  });

  test('lapses after seven days by itself, and the same facts are never noticed again', async () => {
    const { anna, night, waiting, board, mine, owner, here, town } = await openNoticed();
    await night(6);
    expect(await board(anna)).toMatchObject({ keptOff: true, total: 0 });
    await night(1);
    expect(await board(anna)).toMatchObject({ keptOff: false, total: 1, mine: { rank: 1, points: 3 } });
    expect([await waiting(), (await owner.get('analytics.needs', here)).reviews]).toEqual([[], 0]);
    expect(await mine(anna)).toMatchObject({ state: 'lapsed', untilOn: null });
    await night(10);
    expect([await waiting(), await mine(anna)]).toEqual([[], null]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

describe('the owner says that nothing is wrong', () => {
  test('and everything is as before, for good', async () => {
    const { anna, ring, renew, night, decide, board, mine, waiting, owner, here } = await openNoticed();
    expect(await decide(anna, null)).toMatchObject({ ok: true });
    expect(await board(anna)).toMatchObject({ keptOff: false, mine: { rank: 1 } });
    expect(await mine(anna)).toMatchObject({ state: 'cleared' });
    await night(5);
    expect(await waiting()).toEqual([]);
    expect((await owner.get('risk.queue', { ...here, part: 'past' })).reviews).toMatchObject([{ state: 'cleared' }]);
    await renew();
    await ring(anna, 'second');
    await night();
    expect(await waiting()).toMatchObject([{ state: 'noticed', people: 6 }]);
  });

  test('once: what was decided or noticed anew meanwhile is not decided by an old look', async () => {
    const { anna, owner, here, decide, reviewOf, communityId, ring, renew, night, waiting } = await openNoticed();
    const { noticedAt } = (await reviewOf(anna)).review;
    const old = { ...here, memberId: anna.memberIdIn(communityId), noticedAt, restriction: null };
    const replies = await Promise.all([decide(anna, null), decide(anna, null)]);
    expect(replies.map((reply) => reply.ok).sort()).toEqual([false, true]);
    await renew();
    await ring(anna, 'second');
    await night();
    expect(await waiting()).toHaveLength(1);
    expect(await owner.code('risk.decide', old)).toBe('nothing_waiting');
  });
});

describe('a restriction', () => {
  test('says why and until when, and stops what new friends bring: not what was begun before', async () => {
    const { anna, bring, open, cardOf, decide, town, tap, coupons, threads, mine, here } = await openNoticed();
    const begun = await bring(anna, 'begun');
    const earned = (await coupons(anna)).length;
    await decide(anna, { text: '六个账号同一天来,再没来过' });
    expect(await mine(anna)).toMatchObject({
      state: 'restricted',
      restriction: { boards: true, invites: true, text: '六个账号同一天来,再没来过' },
    });
    const late = town.person('late');
    expect(await open(late, await cardOf(anna))).toMatchObject({ invited: false, inviteRefusal: 'stopped' });
    await late.get('community.join', here);
    for (const friend of [begun, late]) await friend.get('checkin.checkIn', tap);
    expect((await coupons(anna)).length).toBe(earned + 1);
    expect((await coupons(anna)).every(({ state }) => state !== 'void')).toBe(true);
    expect((await threads(anna)).map(({ reason }) => reason)).toContain('stopped');
  });

  test('ends with its last day, whether the timer has come or not', async () => {
    const { anna, decide, town, open, cardOf, board, night, mine } = await openNoticed();
    await decide(anna, { days: 7 });
    for (let day = 0; day < 6; day += 1) town.nextDay();
    expect(await open(town.person('last-day'), await cardOf(anna))).toMatchObject({ inviteRefusal: 'stopped' });
    town.nextDay();
    expect(await open(town.person('next-day'), await cardOf(anna))).toMatchObject({ invited: true });
    await town.runTimer();
    expect(await board(anna)).toMatchObject({ keptOff: false, mine: { points: 3 } });
    expect(await mine(anna)).toMatchObject({ state: 'ended' });
    await night(3);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('of invites alone leaves the boards, and of boards alone the invites', async () => {
    const { anna, decide, board, town, open, cardOf } = await openNoticed();
    await decide(anna, { boards: false });
    expect(await board(anna)).toMatchObject({ keptOff: false, mine: { rank: 1 } });
    const other = await openNoticed();
    await other.decide(other.anna, { invites: false });
    expect(await other.board(other.anna)).toMatchObject({ keptOff: true });
    expect(await other.open(other.town.person('new'), await other.cardOf(other.anna))).toMatchObject({ invited: true });
    expect(await open(town.person('new'), await cardOf(anna))).toMatchObject({ invited: false });
  });

  test('can be made after the review has lapsed, needs something to hold back and words, and stays through leaving and coming back', async () => {
    const { anna, night, decide, here, town, mine, member, open, cardOf } = await openNoticed();
    await night(7);
    expect(await decide(anna, { text: '加微信领红包' })).toMatchObject({ code: 'content_refused' });
    expect(await decide(anna, { boards: false, invites: false })).toMatchObject({ code: 'invalid_input' });
    expect(await decide(anna, {})).toMatchObject({ ok: true });
    await anna.get('membership.erase', here);
    await member('anna');
    expect(await mine(anna)).toMatchObject({ state: 'restricted' });
    expect(await open(town.person('new'), await cardOf(anna))).toMatchObject({ inviteRefusal: 'stopped' });
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

describe('an appeal', () => {
  const words = '他们是我的同事,一起下班来的';

  test('is read by the owner, whose answer lifts the restriction', async () => {
    const { anna, owner, here, decide, reviewOf, waiting, mine, board, communityId, town } = await openNoticed();
    await decide(anna, {});
    expect(await waiting()).toEqual([]);
    expect(await anna.code('risk.appeal', { ...here, text: '加微信领红包' })).toBe('content_refused');
    await anna.get('risk.appeal', { ...here, text: words });
    expect(await anna.code('risk.appeal', { ...here, text: words })).toBe('already_appealed');
    expect(await waiting()).toMatchObject([{ state: 'restricted', appealed: true }]);
    expect((await reviewOf(anna)).review.appeal).toMatchObject({ text: words, answer: null });
    const memberId = anna.memberIdIn(communityId);
    await owner.get('risk.answer', { ...here, memberId, text: '对不起,是我看错了', lifted: true });
    expect(await mine(anna)).toMatchObject({ state: 'lifted', appeal: { answer: { text: '对不起,是我看错了', lifted: true } } });
    expect(await board(anna)).toMatchObject({ keptOff: false, mine: { rank: 1, points: 3 } });
    expect(await waiting()).toEqual([]);
    expect(await owner.code('risk.answer', { ...here, memberId, text: '再说一句', lifted: true })).toBe('nothing_waiting');
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('that is refused leaves the restriction to its own last day', async () => {
    const { anna, owner, here, decide, mine, communityId } = await openNoticed();
    await decide(anna, { days: 30 });
    const untilOn = (await mine(anna))?.untilOn;
    await anna.get('risk.appeal', { ...here, text: words });
    expect((await mine(anna))?.untilOn).not.toBe(untilOn);
    await owner.get('risk.answer', { ...here, memberId: anna.memberIdIn(communityId), text: '账号没有再出现', lifted: false });
    expect(await mine(anna)).toMatchObject({ state: 'restricted', untilOn, appeal: { answer: { lifted: false } } });
    expect(await anna.code('risk.appeal', { ...here, text: words })).toBe('already_appealed');
  });

  test('that nobody answers ends the restriction within seven days', async () => {
    const { anna, here, decide, mine, night, board, waiting } = await openNoticed();
    await decide(anna, { days: 30 });
    await anna.get('risk.appeal', { ...here, text: '' });
    await night(7);
    expect(await mine(anna)).toMatchObject({ state: 'ended' });
    expect([await board(anna), await waiting()]).toMatchObject([{ keptOff: false }, []]);
  });

  test('against what was noticed is answered by the decision, and can be made again against that', async () => {
    const { anna, here, decide, mine, waiting, owner } = await openNoticed();
    await anna.get('risk.appeal', { ...here, text: words });
    expect((await owner.get('analytics.needs', here)).reviews).toBe(1);
    expect(await waiting()).toMatchObject([{ state: 'noticed', appealed: true }]);
    await decide(anna, {});
    expect(await mine(anna)).toMatchObject({ state: 'restricted', appeal: null });
    await anna.get('risk.appeal', { ...here, text: words });
    expect(await mine(anna)).toMatchObject({ appeal: { text: words } });
  });

  test('goes with its member, and needs something to appeal against', async () => {
    const { anna, here, member, reviewOf, town } = await openNoticed();
    expect(await (await member('bob')).code('risk.appeal', { ...here, text: words })).toBe('not_found');
    await anna.get('risk.appeal', { ...here, text: words });
    await anna.get('membership.erase', here);
    expect((await reviewOf(anna)).review.appeal).toMatchObject({ text: '' });
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

test('what is held about a member tells of the review, and of nobody else in it', async () => {
  const { anna, here, friends, communityId } = await openNoticed();
  const { documents } = await anna.get('membership.export', here);
  const review = documents.find(({ id }) => id === `${communityId}/review/${anna.memberIdIn(communityId)}`);
  expect(review).toMatchObject({ state: 'noticed', people: 6 });
  for (const friend of friends) expect(JSON.stringify(review)).not.toContain(friend.memberIdIn(communityId));
});

test('hiding and showing oneself does not lead back onto a board that one is kept off', async () => {
  const { anna, here, board, night, town } = await openNoticed();
  for (const hidden of [true, false]) await anna.get('leaderboard.hide', { ...here, hidden });
  expect(await board(anna)).toMatchObject({ keptOff: true, total: 0 });
  await anna.get('leaderboard.hide', { ...here, hidden: true });
  await night(7);
  expect(await board(anna)).toMatchObject({ keptOff: false, hidden: true, total: 0 });
  await anna.get('leaderboard.hide', { ...here, hidden: false });
  expect(await board(anna)).toMatchObject({ total: 1, mine: { points: 3 } });
  expect((await checkData(town.store)).differences).toEqual([]);
});

test('an invite whose reward is taken back is taken off a board that its inviter is kept off', async () => {
  const { anna, owner, friends, invites, communityId, board, decide } = await openNoticed();
  const between = { inviterId: anna.memberIdIn(communityId), inviteeId: friends[0]?.memberIdIn(communityId) ?? '' };
  await owner.get('invite.reverse', { ...invites, ...between, reason: 'same_person', evidence: '同一台手机' });
  expect(await board(anna)).toMatchObject({ total: 0, mine: { points: 2 } });
  await decide(anna, null);
  expect(await board(anna)).toMatchObject({ total: 1, mine: { points: 2 } });
});
