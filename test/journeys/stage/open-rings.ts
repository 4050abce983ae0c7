// A shop in which a ring came through two members: for journeys, and for pictures of what its owner and the two are told.
import { openShop, type Shop } from './open-shop';
import type { Stage, Voice } from './start-stage';

/** The shop after the nights that it takes to notice. */
export interface Rings {
  readonly shop: Shop;
  readonly member: Voice;
  readonly neighbour: Voice;
  readonly ids: { readonly plan: string; readonly invite: string; readonly member: string; readonly neighbour: string };
}

const RING = 6;

/** Opens it. The clock stands five days later, and both rings have been noticed. */
export async function openRings(stage: Stage): Promise<Rings> {
  const shop = await openShop(stage);
  const { communityId } = shop;
  const plan = await shop.publish('checkin_plan', '早市打卡');
  const invite = await shop.publish('invite_reward', '请邻居来', { parameters: { amountOffFen: 500, thresholdFen: 3_000 } });
  const people = { member: await shop.join('member', '小林'), neighbour: await shop.join('neighbour', '梅姨') };
  for (const [name, inviter] of Object.entries(people)) {
    const { token } = await inviter.get('invite.create', { communityId, campaignId: invite });
    for (let n = 1; n <= RING; n += 1) {
      const stranger = stage.stranger(`${name}-${String(n)}`);
      await stranger.get('community.enter', { communityId, campaignId: invite, inviteToken: token });
      await stranger.get('community.join', { communityId });
      await stranger.get('checkin.checkIn', { communityId, campaignId: plan });
    }
  }
  for (let night = 0; night < 5; night += 1) await stage.playground('clock', { to: 'next_day' });
  const idOf = async (voice: Voice) => (await voice.get('community.home', { communityId })).me.memberId;
  return { shop, ...people, ids: { plan, invite, member: await idOf(people.member), neighbour: await idOf(people.neighbour) } };
}
