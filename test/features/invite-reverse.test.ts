// Taking an invite's reward back through the real application: for fraud only, with what shows it, and never what was used.
import { describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { examine } from '../support/examine';
import { openInvites } from '../support/invites';

const shown = { reason: 'same_person', evidence: '两个号用同一台手机核销' } as const;

async function openRewarded() {
  const stage = await openInvites();
  const { anna, bring, tap, invites, communityId, owner } = stage;
  const bob = await bring(anna, 'bob');
  await bob.get('checkin.checkIn', tap);
  const between = { ...invites, inviterId: anna.memberIdIn(communityId), inviteeId: bob.memberIdIn(communityId) };
  const reverse = () => owner.call('invite.reverse', { ...between, ...shown });
  return { ...stage, bob, between, reverse };
}

describe('a reversal', () => {
  test('makes the unused coupons of both sides void, and says why', async () => {
    const { anna, bob, reverse, coupons, threads, town, communityId } = await openRewarded();
    expect(await reverse()).toMatchObject({ ok: true, value: { voided: 2, used: 0 } });
    expect([await coupons(anna), await coupons(bob)]).toMatchObject([[{ state: 'void' }], [{ state: 'void' }]]);
    expect(await threads(anna)).toMatchObject([{ state: 'reversed', reversal: { ...shown, at: town.now() } }]);
    const [ticket] = await coupons(bob);
    const reply = await bob.call('redemption.code', { communityId, couponId: ticket?.couponId ?? '' });
    expect(reply).toMatchObject({ code: 'coupon_void', data: { why: 'invite_reversed' } });
  });

  test('leaves what was used at the counter as it is', async () => {
    const { anna, bob, clerk, reverse, coupons, communityId } = await openRewarded();
    const cashier = await clerk('cashier');
    const [ticket] = await coupons(bob);
    const { code } = await bob.get('redemption.code', { communityId, couponId: ticket?.couponId ?? '' });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 1_000 });
    expect(await reverse()).toMatchObject({ ok: true, value: { voided: 1, used: 1 } });
    expect([await coupons(anna), await coupons(bob)]).toMatchObject([[{ state: 'void' }], [{ state: 'redeemed' }]]);
  });

  test('holds when a use is taken back afterwards: the coupon is void, and who audits its holder finds it so', async () => {
    const { bob, clerk, owner, reverse, coupons, communityId, town } = await openRewarded();
    const cashier = await clerk('cashier');
    const [ticket] = await coupons(bob);
    const coupon = { communityId, couponId: ticket?.couponId ?? '' };
    const { code } = await bob.get('redemption.code', coupon);
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 1_000 });
    await reverse();
    await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
    expect(await coupons(bob)).toMatchObject([{ state: 'void' }]);
    expect(await bob.call('redemption.code', coupon)).toMatchObject({ code: 'coupon_void', data: { why: 'invite_reversed' } });
    expect((await examine(bob, { communityId })).result?.differences).toEqual([]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('takes the point off the board, and gives no room for another friend', async () => {
    const { anna, bring, tap, reverse, communityId, threads } = await openRewarded();
    for (const name of ['cai', 'dora']) await (await bring(anna, name)).get('checkin.checkIn', tap);
    await reverse();
    const board = await anna.get('leaderboard.board', { communityId, kind: 'invite', period: 'all' });
    expect(board.mine).toMatchObject({ points: 2 });
    await (await bring(anna, 'eva')).get('checkin.checkIn', tap);
    expect((await threads(anna)).filter(({ reason }) => reason === 'limit_reached')).toHaveLength(1);
  });

  test('of the only friend takes the inviter off the board', async () => {
    const { anna, reverse, communityId } = await openRewarded();
    await reverse();
    for (const period of ['week', 'month', 'all'] as const) {
      expect((await anna.get('leaderboard.board', { communityId, kind: 'invite', period })).mine).toBeNull();
    }
  });

  test('happens once, however often it is asked for', async () => {
    const { reverse } = await openRewarded();
    const replies = await Promise.all([reverse(), reverse(), reverse()]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.filter((reply) => !reply.ok)).toMatchObject([
      { code: 'invite_not_rewarded', data: { state: 'reversed' } },
      { code: 'invite_not_rewarded', data: { state: 'reversed' } },
    ]);
  });

  test('is the owner’s alone, and needs what shows the fraud', async () => {
    const { anna, owner, between } = await openRewarded();
    expect(await anna.code('invite.reverse', { ...between, ...shown })).toBe('co_owner_only');
    expect(await owner.code('invite.reverse', { ...between, ...shown, evidence: '无' })).toBe('invalid_input');
  });

  test('stands in the owner’s list beside what else became of invites', async () => {
    const { owner, invites, bring, anna, reverse } = await openRewarded();
    await bring(anna, 'cai');
    await reverse();
    const { invites: rows } = await owner.get('invite.review', invites);
    expect(rows.map(({ state, coupons }) => [state, coupons])).toEqual([
      ['reversed', 2],
      ['joined', 0],
    ]);
  });
});
