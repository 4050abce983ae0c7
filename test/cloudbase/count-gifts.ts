// Counts what the welcome gift and the exchange of points ask of CloudBase.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { openCounter } from '../support/counter';
import type { Resident } from '../support/town';

type Count = <A extends ActionName>(person: Resident, action: A, input: InputOf<A>, situation?: string) => Promise<ValueOf<A>>;

/** An ordinary call of each, in requests. */
export const giftRequests = {
  'points.exchange': 6,
  'points.myOrders': 2,
  'points.orders': 3,
  'points.handOver': 8,
  'points.cancelOrder': 8,
};

/** Gives a guest a welcome gift, and lets them exchange twice: one order is handed over, the other cancelled. */
export async function countGifts(count: Count, counter: Awaited<ReturnType<typeof openCounter>>, plan: string): Promise<void> {
  const { publish, member, cashier, owner, communityId, campaignId: drop } = counter;
  const here = { communityId };
  await publish({ type: 'welcome_gift' });
  const guest = await member('guest');
  await count(guest, 'checkin.checkIn', { ...here, campaignId: plan }, 'that brings a welcome gift');
  await count(await member('other guest'), 'coupon.claim', { ...here, campaignId: drop }, 'that brings a welcome gift');
  const campaignId = await publish({ type: 'points_exchange', parameters: { pricePoints: 5, perMemberMax: 2 } });
  const { order } = await count(guest, 'points.exchange', { ...here, campaignId });
  await guest.get('points.exchange', { ...here, campaignId });
  await count(guest, 'points.myOrders', here);
  await count(cashier, 'points.orders', { ...here, state: 'ordered' });
  const key = { ...here, campaignId, memberId: order?.memberId ?? '' };
  await count(cashier, 'points.handOver', { ...key, n: 1 });
  await count(owner, 'points.cancelOrder', { ...key, n: 2, reason: '缺货了' });
}
