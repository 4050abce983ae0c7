// A community as it travels.
import type { ValueOf } from '#core/contract';
import type { CommunityDocument } from '#core/tables';
import { communityOf } from '#core/values/ids';

/** The public part of a community, with the number of its members. */
export function communityOnWire(community: CommunityDocument, members: number): ValueOf<'community.home'>['community'] {
  const { name, theme, promise, organiser, contact, zone, dayStartsMinutes, licences } = community;
  const recorded = licences === undefined ? {} : { licences };
  return { communityId: communityOf(community.id), name, theme, promise, organiser, contact, zone, dayStartsMinutes, members, ...recorded };
}
