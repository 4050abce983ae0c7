// A counter for tests: a shop with a drop, a member who has claimed, and a clerk who can scan.
import { type DraftChoices, openShop, type Resident, type Town } from './town';

/** Opens the counter: `scan` gives a scan token for the member's coupon, `redeem` uses it on an order of 50 yuan. */
export async function openCounter(draft: Partial<DraftChoices> = {}, given?: Town) {
  const shop = await openShop(given);
  const { communityId, town } = shop;
  const campaignId = await shop.publish({ ...draft, type: 'coupon_drop' });
  const [anna, clerk] = [await shop.member('anna'), await shop.clerk('clerk')];
  const { ticket } = await anna.get('coupon.claim', { communityId, campaignId });
  const coupon = { communityId, couponId: ticket.couponId };

  async function scan(by: Resident = clerk): Promise<string> {
    const { code } = await anna.get('redemption.code', coupon);
    return (await by.get('redemption.scan', { communityId, code: code.token })).scanToken;
  }

  async function redeem(by: Resident = clerk): Promise<number> {
    const scanToken = await scan(by);
    return (await by.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).redeemedAt;
  }

  return { ...shop, town, anna, cashier: clerk, ticket, coupon, campaignId, scan, redeem };
}
