// What several views show alike: the caller, the community, campaign cards; given to handlers through their context.
import type { ValueOf } from '#core/contract';
import { type CampaignCard, cardOf } from '#core/rules/campaign/card';
import { blockOnWire, wishOnWire } from '#core/rules/community/on-wire';
import { groupLabel, standsInGroup } from '#core/rules/community/standing';
import { tagOf } from '#core/rules/membership/member';
import { openProfile } from '#core/rules/membership/profile';
import { isWatched } from '#core/rules/risk/watch';
import type { KeptPicture } from '#core/tables';
import type { CampaignWithStock, ViewContext } from '#server/app/request-context';

/** What presenting needs of a view's context. */
type Presented = Omit<ViewContext, 'me' | 'cards' | 'communityCard'>;

/** The caller as they see themselves; a person who never came is a visitor with nothing. */
export function meOf(context: Presented): ValueOf<'community.home'>['me'] {
  const { caller, member, community, now } = context;
  const profile = openProfile(context.communityId, caller.memberId, context.userContent ? context.profile : null);
  const shown = (picture: KeptPicture | null) => (picture === null ? null : context.pictures.show(picture.address));
  const groups = Object.entries(member?.groups ?? {}).map(([groupId, verifiedAt]) => ({
    groupId,
    label: groupLabel(community, groupId) ?? '',
    verifiedAt,
    fresh: standsInGroup(member, groupId, 'claim', now),
  }));
  return {
    memberId: caller.memberId,
    name: profile.nickname,
    tag: tagOf(caller.memberId),
    avatar: shown(profile.picture),
    profile: {
      open: context.userContent,
      waitingName: profile.waiting.nickname?.text ?? null,
      waitingPicture: shown(profile.waiting.picture),
      refusedName: profile.refused.nickname,
      refusedPicture: profile.refused.picture,
    },
    role: member?.role ?? 'visitor',
    joinedAt: member?.joinedAt ?? null,
    points: member?.points ?? 0,
    hidden: member?.hidden ?? false,
    watched: member !== null && isWatched(member, context.today),
    ...blockOnWire(member),
    ...wishOnWire(member),
    groups,
  };
}

/** The cards of campaigns, in their order. */
export function cardsOf(campaigns: readonly CampaignWithStock[], context: Presented): CampaignCard[] {
  const { community, member, now } = context;
  return campaigns.map(({ campaign, stock }) => cardOf({ community, campaign, stock, member, at: now }));
}
