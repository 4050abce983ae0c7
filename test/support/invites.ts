// A shop with a check-in plan and an invite campaign for tests, and one member who invites.
import type { CampaignParameters } from '#core/rules/campaign/parameters';
import { openShop, type Resident, type Town } from './town';

/** Opens it: `cardOf` is somebody's own invite token, `bring` a friend who opened the card and joined, `threads` what the inviter sees. */
export async function openInvites(parameters: CampaignParameters = {}, endsOn = '2026-03-31', given?: Town) {
  const shop = await openShop(given);
  const { communityId, town } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', endsOn, parameters: { milestones: [] } });
  const campaignId = await shop.publish({ type: 'invite_reward', endsOn, parameters: parameters as Record<string, never> });
  const anna = await shop.member('anna');
  const invites = { communityId, campaignId };
  const tap = { communityId, campaignId: plan };

  /** The token on somebody's own card. */
  async function cardOf(inviter: Resident): Promise<string> {
    return (await inviter.get('invite.create', invites)).token;
  }
  const open = (friend: Resident, inviteToken: string) => friend.get('community.enter', { communityId, campaignId, inviteToken });

  /** A friend who opens the inviter's card and joins. */
  async function bring(inviter: Resident, personKey: string): Promise<Resident> {
    const friend = town.person(personKey);
    await open(friend, await cardOf(inviter));
    await friend.get('community.join', { communityId });
    return friend;
  }
  const threads = async (inviter: Resident) => (await inviter.get('invite.list', { communityId })).invites;
  const coupons = async (person: Resident) => (await person.get('coupon.wallet', { communityId })).tickets;
  return { ...shop, anna, invites, tap, cardOf, open, bring, threads, coupons };
}
