// A community, and that somebody was put out of it, as they travel.
import type { ValueOf } from '#core/contract';
import { againAtOf, joiningOf } from '#core/rules/community/joining';
import type { CommunityDocument, MemberDocument } from '#core/tables';
import { communityOf } from '#core/values/ids';

/** How people come in, where one tap alone does not do. */
function doorOf(community: CommunityDocument, userContent: boolean): Pick<ValueOf<'community.home'>['community'], 'joining'> {
  const { approval, questions } = joiningOf(community, userContent);
  return approval || questions.length > 0 ? { joining: { approval, questions: [...questions] } } : {};
}

/** The public part of a community, with the number of its members; `userContent`: whether questions are asked of those who come. */
export function communityOnWire(
  community: CommunityDocument,
  members: number,
  userContent: boolean,
): ValueOf<'community.home'>['community'] {
  const { name, theme, promise, organiser, contact, zone, dayStartsMinutes, licences } = community;
  const recorded = licences === undefined ? {} : { licences };
  return {
    communityId: communityOf(community.id),
    name,
    theme,
    promise,
    organiser,
    contact,
    zone,
    dayStartsMinutes,
    members,
    ...recorded,
    ...doorOf(community, userContent),
  };
}

/** That somebody was put out, where they were. */
export function blockOnWire(member: MemberDocument | null): Pick<ValueOf<'community.home'>['me'], 'block'> {
  if (member?.block === undefined) return {};
  const { reason, text, at, appeal } = member.block;
  return { block: { reason, text, at, appeal } };
}

/** Somebody's wish to come in, where they have one. */
export function wishOnWire(member: MemberDocument | null): Pick<ValueOf<'community.home'>['me'], 'wish'> {
  const wish = member?.wish;
  if (wish === undefined) return {};
  const { askedAt } = wish;
  if (wish.state === 'waiting') return { wish: { state: 'waiting', askedAt } };
  return { wish: { state: 'refused', askedAt, reason: wish.reason, text: wish.text, againAt: againAtOf(wish) } };
}
