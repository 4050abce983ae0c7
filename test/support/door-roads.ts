// How each "no" about coming in and being put out comes about.
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';

type Counter = Awaited<ReturnType<typeof openCounter>>;
type Road = (counter: Counter) => Promise<AppReply>;

const ofAnna = ({ anna, communityId }: Counter) => ({ communityId, memberId: anna.memberIdIn(communityId) });
const putOut = (counter: Counter) => counter.owner.call('community.block', { ...ofAnna(counter), reason: 'rules', text: '' });

/** The refusals. */
export const doorRoads = {
  owner_stays: ({ owner, communityId }) => {
    return owner.call('community.appoint', { communityId, memberId: owner.memberIdIn(communityId), role: 'clerk' });
  },
  already_blocked: async (counter) => {
    await putOut(counter);
    return putOut(counter);
  },
  not_blocked: (counter) => counter.owner.call('community.unblock', ofAnna(counter)),
} satisfies Record<string, Road>;

/** The denials. */
export const doorDenials = {
  blocked: async (counter) => {
    await putOut(counter);
    const { communityId, campaignId } = counter;
    return counter.anna.call('coupon.claim', { communityId, campaignId });
  },
} satisfies Record<string, Road>;
