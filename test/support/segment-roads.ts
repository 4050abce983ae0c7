// How the refusals of tags and segments come about, each driven by what an owner does.
import { everybody } from '#core/rules/campaign/audience';
import { SEGMENTS_MAX } from '#core/rules/membership/segment';
import { COMMUNITY_TAGS_MAX } from '#core/rules/membership/tags';
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';

type Road = (counter: Awaited<ReturnType<typeof openCounter>>) => Promise<AppReply>;

export const segmentRoads: Readonly<Record<'too_many_segments' | 'too_many_tags' | 'tag_in_use', Road>> = {
  too_many_segments: async ({ owner, communityId }) => {
    const conditions = [{ kind: 'seen_within', amount: 7 } as const];
    for (let number = 1; number <= SEGMENTS_MAX; number += 1) {
      await owner.get('membership.saveSegment', { communityId, name: `分群${number}`, conditions });
    }
    return owner.call('membership.saveSegment', { communityId, name: '再来一个', conditions });
  },
  too_many_tags: async ({ owner, communityId }) => {
    for (let number = 1; number <= COMMUNITY_TAGS_MAX; number += 1) {
      await owner.get('membership.saveTag', { communityId, name: `标签${number}` });
    }
    return owner.call('membership.saveTag', { communityId, name: '再来一个' });
  },
  tag_in_use: async ({ owner, publish, communityId }) => {
    const { tagId } = await owner.get('membership.saveTag', { communityId, name: '老客' });
    await publish({ type: 'checkin_plan', audience: { ...everybody, tags: [tagId] } });
    return owner.call('membership.removeTag', { communityId, tagId });
  },
};
