// A shop in which a ring came through a member: six who came within minutes, did one first thing and were not seen again.
import { DAY_MS, MINUTE_MS } from '#core/values/instant';
import { openInvites } from './invites';
import type { Resident, Shop, Town } from './town';

/** How many days after its coming a ring is noticed: those days must be over. */
const RING_DAYS = 4;

/** What a ring comes by: the invite campaign, and the plan of the first check-in. */
export interface RingRoad {
  readonly campaignId: string;
  readonly planId: string;
}

/** Somebody who comes by a member's card and joins. */
async function bringBy({ town, communityId }: Shop, inviter: Resident, campaignId: string, personKey: string): Promise<Resident> {
  const friend = town.person(personKey);
  const { token } = await inviter.get('invite.create', { communityId, campaignId });
  await friend.get('community.enter', { communityId, campaignId, inviteToken: token });
  await friend.get('community.join', { communityId });
  return friend;
}

/** A ring: each comes a minute after the other and checks in once. */
export async function ringThrough(shop: Shop, inviter: Resident, { campaignId, planId }: RingRoad, name: string, people = 6) {
  const friends: Resident[] = [];
  for (let n = 1; n <= people; n += 1) {
    const friend = await bringBy(shop, inviter, campaignId, `${name}-${String(n)}`);
    await friend.get('checkin.checkIn', { communityId: shop.communityId, campaignId: planId });
    shop.town.wait(MINUTE_MS);
    friends.push(friend);
  }
  return friends;
}

/** Lets the days go by that it takes, and the timer look. */
export async function ringNight({ town }: Pick<Shop, 'town'>, days = RING_DAYS): Promise<void> {
  town.wait(days * DAY_MS);
  await town.runTimer();
}

/** Opens it: `ring` lets one come through somebody, `night` lets the timer look once the days are over, `renew` opens the next campaign. */
export async function openRing(given?: Town) {
  const shop = await openInvites({}, '2026-03-31', given);
  const { tap, owner, communityId, publish } = shop;
  const here = { communityId };
  let { campaignId } = shop.invites;

  const ring = (inviter: Resident, name: string, people?: number) =>
    ringThrough(shop, inviter, { campaignId, planId: tap.campaignId }, name, people);
  const bring = (inviter: Resident, personKey: string) => bringBy(shop, inviter, campaignId, personKey);
  /** Another campaign, in which everybody can bring as many again. */
  async function renew(): Promise<void> {
    campaignId = await publish({ type: 'invite_reward' });
  }
  const night = (days?: number) => ringNight(shop, days);
  const waiting = async () => (await owner.get('risk.queue', { ...here, part: 'waiting' })).reviews;
  const reviewOf = async (person: Resident) => owner.get('risk.review', { ...here, memberId: person.memberIdIn(communityId) });
  const mine = async (person: Resident) => (await person.get('risk.mine', here)).review;
  /** Decides on what waits of somebody; null says that nothing is wrong. */
  async function decide(person: Resident, restriction: { boards?: boolean; invites?: boolean; days?: 7 | 15 | 30; text?: string } | null) {
    const { review } = await reviewOf(person);
    const whole = restriction && { boards: true, invites: true, days: 15 as const, text: '六个账号十分钟内到齐', ...restriction };
    return owner.call('risk.decide', {
      ...here,
      memberId: person.memberIdIn(communityId),
      noticedAt: review.noticedAt,
      restriction: whole,
    });
  }
  const board = (person: Resident, period: 'week' | 'month' | 'all' = 'all') =>
    person.get('leaderboard.board', { ...here, kind: 'invite', period });
  return { ...shop, here, bring, renew, ring, night, waiting, reviewOf, mine, decide, board };
}

/** Opens it with a ring that has been noticed. */
export async function openNoticed(given?: Town) {
  const stage = await openRing(given);
  const friends = await stage.ring(stage.anna, 'ring');
  await stage.night();
  return { ...stage, friends };
}
