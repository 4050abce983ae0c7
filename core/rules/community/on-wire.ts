// A community, and that somebody was put out of it, as they travel.
import type { ValueOf } from '#core/contract';
import type { CommunityDocument, MemberDocument } from '#core/tables';
import { communityOf } from '#core/values/ids';

/** The public part of a community, with the number of its members. */
export function communityOnWire(community: CommunityDocument, members: number): ValueOf<'community.home'>['community'] {
  const { name, theme, promise, organiser, contact, zone, dayStartsMinutes, licences } = community;
  const recorded = licences === undefined ? {} : { licences };
  return { communityId: communityOf(community.id), name, theme, promise, organiser, contact, zone, dayStartsMinutes, members, ...recorded };
}

/** That somebody was put out, where they were. */
export function blockOnWire(member: MemberDocument | null): Pick<ValueOf<'community.home'>['me'], 'block'> {
  if (member?.block === undefined) return {};
  const { reason, text, at, appeal } = member.block;
  return { block: { reason, text, at, appeal } };
}
