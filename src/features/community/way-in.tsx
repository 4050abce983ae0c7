// What stands in the place of everything that is for members, for whoever is none: the way in, or why there is none.
import { BlockedCard } from '#app/features/community/blocked-card.tsx';
import { JoinCard } from '#app/features/community/join-card.tsx';
import type { ValueOf } from '#core/contract';

export function WayIn({ home }: { readonly home: Pick<ValueOf<'community.home'>, 'community' | 'me'> }) {
  const { me, community } = home;
  if (me.block !== undefined) return <BlockedCard communityId={community.communityId} block={me.block} />;
  return <JoinCard />;
}
