// A community that has gone on for long, for tests of long lists: members, tickets, statement lines, invites and redemptions in plenty.
import { ACCOUNTS_KEPT } from '#core/rules/risk/noticed';
import { noticeRings } from '#server/app/jobs/notice-rings';
import { ringThrough } from './rings';
import { openShop, type Resident, type Shop } from './town';

/** The long community: anna has been in it from the first day. */
export interface LongTown extends Shop {
  readonly anna: Resident;
  readonly cashier: Resident;
  /** Somebody through whom many came at once, who has been noticed for it. */
  readonly suspect: Resident;
  readonly planId: string;
  readonly inviteId: string;
  /** A ticket of anna's that can be used. */
  readonly couponId: string;
  /** The many drops that are live; the first two have been claimed twenty times each. */
  readonly dropIds: readonly string[];
}

const CHECK_IN_DAYS = 71;
const FRIENDS = 60;
const NEIGHBOURS = 10;
/** As many as a review keeps as its timeline. */
const RING = ACCOUNTS_KEPT;
/** So long before today the ring came. */
const RING_DAYS = 5;
const DROPS = 30;
const CLAIMS_EACH = 20;
const endsOn = '2026-12-31';

async function claimMany(shop: Shop, anna: Resident, dropIds: readonly string[]): Promise<string[]> {
  const couponIds: string[] = [];
  for (const campaignId of dropIds) {
    for (let times = 0; times < CLAIMS_EACH; times += 1) {
      const { ticket } = await anna.get('coupon.claim', { communityId: shop.communityId, campaignId });
      couponIds.push(ticket.couponId);
    }
  }
  return couponIds;
}

/** Lets months go by. */
export async function openLongTown(): Promise<LongTown> {
  const shop = await openShop();
  const { communityId, town, publish, member, clerk } = shop;
  const planId = await publish({ type: 'checkin_plan', endsOn, parameters: { pointsBudget: 1_000_000 } });
  const inviteId = await publish({ type: 'invite_reward', endsOn });
  const dropIds: string[] = [];
  const parameters = { stock: 1_000, perMemberMax: CLAIMS_EACH };
  for (let index = 0; index < DROPS; index += 1)
    dropIds.push(await publish({ type: 'coupon_drop', endsOn, title: `第${index + 1}张券`, parameters }));
  const [anna, cashier] = [await member('anna'), await clerk('cashier')];
  const { token: inviteToken } = await anna.get('invite.create', { communityId, campaignId: inviteId });
  for (let index = 0; index < FRIENDS; index += 1) {
    const friend = town.person(`friend-${index}`);
    await friend.get('community.enter', { communityId, campaignId: inviteId, inviteToken });
    await friend.get('community.join', { communityId });
  }
  for (let index = 0; index < NEIGHBOURS; index += 1) {
    const neighbour = await member(`neighbour-${index}`);
    await neighbour.get('checkin.checkIn', { communityId, campaignId: planId });
  }
  const suspect = town.person('neighbour-0');
  for (const couponId of await claimMany(shop, anna, dropIds.slice(0, 2))) {
    const { code } = await anna.get('redemption.code', { communityId, couponId });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
  }
  const [couponId = ''] = await claimMany(shop, anna, dropIds.slice(2, 5));
  for (let day = 0; day < CHECK_IN_DAYS; day += 1) {
    await anna.get('checkin.checkIn', { communityId, campaignId: planId });
    if (day === CHECK_IN_DAYS - RING_DAYS) await ringThrough(shop, suspect, { campaignId: inviteId, planId }, 'ring', RING);
    town.nextDay();
  }
  await town.runTimer({ jobs: [noticeRings] });
  return { ...shop, anna, cashier, suspect, planId, inviteId, couponId, dropIds };
}
