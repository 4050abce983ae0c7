// An invite campaign for one group only: its terms say that the group is checked again at the counter, and it is.
import { expect, test } from 'vitest';
import { openShop } from '../support/town';

test('a coupon from an invite of a group is used by those who are in the group', async () => {
  const { town, communityId, publish, member, clerk } = await openShop();
  const plan = await publish({ type: 'checkin_plan' });
  const campaignId = await publish({ type: 'invite_reward', groupId: 'fruit-group' });
  const anna = await member('anna');
  const bob = town.person('bob');
  const { token } = await anna.get('invite.create', { communityId, campaignId });
  await bob.get('community.enter', { communityId, inviteToken: token });
  await bob.get('community.join', { communityId });
  await bob.get('checkin.checkIn', { communityId, campaignId: plan });
  const [ticket] = (await bob.get('coupon.wallet', { communityId })).tickets;
  expect(ticket).toMatchObject({ reason: 'invited', groupLabel: '幸福里果蔬群' });
  const coupon = { communityId, couponId: ticket?.couponId ?? '' };
  expect(await bob.code('redemption.code', coupon)).toBe('not_in_group');

  await bob.get('community.enter', { communityId, proof: bob.proof() });
  const { code } = await bob.get('redemption.code', coupon);
  expect(await (await clerk('clerk')).code('redemption.scan', { communityId, code: code.token })).toBe('ok');
});
