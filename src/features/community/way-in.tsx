// What stands in the place of everything that is for members, for whoever is none: the way in, or why there is none.
import type { No } from '#app/features/call';
import { BlockedCard } from '#app/features/community/blocked-card.tsx';
import { JoinCard } from '#app/features/community/join-card.tsx';
import { WishCard } from '#app/features/community/wish-card.tsx';
import type { ValueOf } from '#core/contract';

type Home = Pick<ValueOf<'community.home'>, 'community' | 'me' | 'now'>;

export function WayIn({ home }: { readonly home: Home }) {
  const { me, community } = home;
  if (me.block !== undefined) return <BlockedCard community={community} block={me.block} />;
  if (me.wish !== undefined) return <WishCard wish={me.wish} home={home} />;
  return <JoinCard community={community} />;
}

/** Why there is no way in now, where there is no room for more than a note; null where there is one. */
export function noWayIn({ me: { block, wish }, now }: Pick<Home, 'me' | 'now'>): No | null {
  if (block !== undefined) return { ok: false, code: 'blocked', data: block };
  if (wish === undefined) return null;
  if (wish.state === 'waiting') return { ok: false, code: 'join_waiting', data: wish };
  return now < wish.againAt ? { ok: false, code: 'join_refused', data: wish } : null;
}
