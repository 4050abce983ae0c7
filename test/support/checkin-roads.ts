// How each refusal of check-in plans comes about, for the test that drives every refusal there is.
import type { RefusalCode } from '#core/refusals';
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';

type Counter = Awaited<ReturnType<typeof openCounter>>;

/** The roads to refusals of make-up cards and of the grace. */
export const checkinRoads = {
  grace_over: async ({ anna, publish, communityId }) => {
    return anna.call('checkin.checkIn', { communityId, campaignId: await publish({ type: 'checkin_plan' }), on: '2026-03-01' });
  },
  day_not_missing: async ({ anna, publish, communityId }) => {
    return anna.call('checkin.makeUp', { communityId, campaignId: await publish({ type: 'checkin_plan' }), on: '2026-03-02' });
  },
  make_up_too_late: async ({ town, anna, publish, communityId }) => {
    const parameters = { more: 1, makeUp: 'monthly', makeUpReachDays: 1 };
    const campaignId = await publish({ type: 'checkin_plan', parameters });
    town.goToDay('2026-03-04');
    return anna.call('checkin.makeUp', { communityId, campaignId, on: '2026-03-02' });
  },
  no_make_up_card: async ({ town, anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'checkin_plan', parameters: { more: 1, makeUp: 'earned' } });
    town.goToDay('2026-03-03');
    return anna.call('checkin.makeUp', { communityId, campaignId, on: '2026-03-02' });
  },
} as const satisfies Partial<Record<RefusalCode, (counter: Counter) => Promise<AppReply>>>;
