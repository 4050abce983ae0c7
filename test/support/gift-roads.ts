// How the refusals of the welcome gift and of the exchange come about, each driven by what people do.
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';

type Road = (counter: Awaited<ReturnType<typeof openCounter>>) => Promise<AppReply>;

export const giftRoads: Readonly<Record<'one_welcome' | 'points_short' | 'order_not_open', Road>> = {
  one_welcome: async ({ owner, save, publish, communityId }) => {
    await publish({ type: 'welcome_gift' });
    return owner.call('campaign.publish', { communityId, campaignId: await save({ type: 'welcome_gift' }) });
  },
  points_short: async ({ anna, publish, communityId }) => {
    return anna.call('points.exchange', { communityId, campaignId: await publish({ type: 'points_exchange' }) });
  },
  order_not_open: async ({ anna, cashier, publish, communityId }) => {
    const plan = await publish({ type: 'checkin_plan' });
    await anna.get('checkin.checkIn', { communityId, campaignId: plan });
    const campaignId = await publish({ type: 'points_exchange', parameters: { pricePoints: 5 } });
    const { order: bought } = await anna.get('points.exchange', { communityId, campaignId });
    const input = { communityId, campaignId, memberId: bought?.memberId ?? '', n: 1 };
    await cashier.get('points.handOver', input);
    return cashier.call('points.handOver', input);
  },
};
