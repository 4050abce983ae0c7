// How the refusals of writing a draft come about.
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';

type Road = (counter: Awaited<ReturnType<typeof openCounter>>) => Promise<AppReply>;

export const draftRoads: Readonly<Record<'draft_changed', Road>> = {
  draft_changed: async ({ owner, save, communityId }) => {
    const here = { communityId, campaignId: await save({ type: 'coupon_drop' }) };
    const { draft, basis } = await owner.get('campaign.preview', here);
    await owner.get('campaign.save', { ...here, draft });
    return owner.call('campaign.save', { ...here, basis, draft });
  },
};
