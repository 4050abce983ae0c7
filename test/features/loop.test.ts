// The whole loop through the real application: a card, a check-in, a claim, a redemption, an invite, a board.
import { expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { amountOff } from '../support/documents';
import { openShop } from '../support/town';

test('an owner publishes, members join, check in, claim and redeem, and a friend is invited', async () => {
  const { town, owner, communityId, member, publish } = await openShop();
  const plan = await publish({ type: 'checkin_plan' });
  const drop = await publish({ type: 'coupon_drop', groupId: 'fruit-group' });
  const invites = await publish({ type: 'invite_reward' });

  const anna = await member('anna');
  const checked = await anna.get('checkin.checkIn', { communityId, campaignId: plan });
  expect(checked).toMatchObject({ on: '2026-03-02', streakDays: 1, pointsEarned: 5, points: 5, next: { days: 7, missingDays: 6 } });
  expect(await anna.call('checkin.checkIn', { communityId, campaignId: plan })).toEqual({
    ok: false,
    code: 'already_checked_in',
    data: { on: '2026-03-02', streakDays: 1, nextOn: '2026-03-03' },
  });

  const { ticket, left } = await anna.get('coupon.claim', { communityId, campaignId: drop });
  expect(left).toBe(99);
  const clerk = await member('clerk');
  await owner.get('community.appoint', { communityId, memberId: clerk.memberIdIn(communityId), role: 'clerk' });
  const { code } = await anna.get('redemption.code', { communityId, couponId: ticket.couponId });
  const { scanToken } = await clerk.get('redemption.scan', { communityId, code: code.digits });
  expect(await clerk.get('redemption.preview', { communityId, scanToken, orderFen: 4_250 })).toEqual({
    orderFen: 4_250,
    offFen: 500,
    payFen: 3_750,
  });
  await clerk.get('redemption.confirm', { communityId, scanToken, orderFen: 4_250 });
  expect(await clerk.call('redemption.scan', { communityId, code: code.token })).toMatchObject({ ok: false, code: 'already_redeemed' });

  const { token } = await anna.get('invite.create', { communityId, campaignId: invites });
  const bob = town.person('bob');
  expect(await bob.get('community.enter', { communityId, campaignId: invites, inviteToken: token })).toMatchObject({ invited: true });
  await bob.get('community.join', { communityId });
  expect((await anna.get('coupon.wallet', { communityId })).tickets).toHaveLength(1);
  const first = await bob.get('checkin.checkIn', { communityId, campaignId: plan });
  expect(first.inviteCoupon).toEqual({ benefit: amountOff(200), thresholdFen: 0 });
  expect((await anna.get('coupon.wallet', { communityId })).tickets.map((one) => one.reason)).toContain('invited_a_friend');
  expect((await anna.get('invite.list', { communityId })).invites).toMatchObject([{ state: 'rewarded' }]);

  const board = await bob.get('leaderboard.board', { communityId, kind: 'checkin', period: 'week' });
  expect(board).toMatchObject({ total: 2, mine: { rank: 1, points: 1 }, fromOn: '2026-03-02', untilOn: '2026-03-08' });
  const today = await owner.get('analytics.today', { communityId });
  expect(today.members).toBe(4);
  expect(today.day).toMatchObject({ joined: 4, checkedIn: 2, claimed: 2, redeemed: 1 });
  const home = await anna.get('community.home', { communityId });
  expect(home.campaigns).toHaveLength(3);
  expect(home.me.points).toBe(5);

  const check = await checkData(town.store);
  expect(check.differences).toEqual([]);
  expect(check.journals).toBeGreaterThan(15);
});
