// The owner's queue: nicknames and pictures that wait for a look, the oldest first.
import { tagOf } from '#core/rules/membership/member';
import { openProfile } from '#core/rules/membership/profile';
import type { ProfileDocument } from '#core/tables';
import type { ViewHandler } from '#server/app/request-context';

const PAGE = 20;

/** One page of the queue: two reads in all, as everything that is shown stands in the profiles themselves. */
export const queue: ViewHandler<'moderation.queue'> = async (input, context) => {
  const { communityId, pictures } = context;
  const range = { prefix: [], order: 'ascending' } as const;
  const page = await context.store.list('profile.byWaiting', communityId, range, PAGE, input.cursor);
  const waiting = (page.documents as unknown as readonly ProfileDocument[]).map((document) => {
    const { memberId, nickname, picture, waiting: wish } = openProfile(communityId, document.memberId, document);
    const avatar = picture === null ? null : pictures.show(picture.address);
    return {
      person: { memberId, name: nickname, tag: tagOf(memberId), avatar },
      nickname: wish.nickname && { ...wish.nickname },
      picture: wish.picture && { source: pictures.show(wish.picture.address), since: wish.picture.since },
    };
  });
  return { value: { waiting, cursor: page.cursor } };
};
