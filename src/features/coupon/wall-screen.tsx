// The wall of benefits: every coupon with what is left and why it is locked, and the invite.

import { hasJoined, hasOwn, isClaimed, lockOf } from '#app/features/campaign/campaign-parts';
import { askHomeAndWallet } from '#app/features/community/ask-home';
import { NoCommunity } from '#app/features/community/no-community.tsx';
import { inOrder } from '#app/features/community/offer-order';
import { useAskedViews, useStandings } from '#app/features/community/use-offer-order';
import { useShareCommunity } from '#app/features/community/use-share-community';
import { WayIn } from '#app/features/community/way-in.tsx';
import { CouponOffer } from '#app/features/coupon/coupon-offer.tsx';
import { go, goTab, pages } from '#app/features/go';
import { InviteOffer } from '#app/features/invite/invite-offer.tsx';
import { Leaves } from '#app/features/leaves.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { useTabWords } from '#app/features/tab-words';
import { phone, useCommunities, usePaged, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

/** So many offers stand on the wall at a time. */
const OFFERS_MAX = 20;

function WallBody({ home, view }: { readonly home: ValueOf<'community.home'>; readonly view: number }) {
  const words = useWords();
  const stood = useStandings(view);
  const wallet = usePaged(phone.wallet);
  const joined = hasJoined(home.me);
  const shown = home.campaigns.filter((card) => card.state === 'live' || card.state === 'paused');
  const coupons = shown.filter(isClaimed);
  const invites = shown.filter((card) => card.type === 'invite_reward');
  const main = coupons.find((card) => lockOf(card) === null && card.mine.claimed < card.mine.claimedMax);
  const usable = wallet.at === null ? null : wallet.items.filter((ticket) => ticket.state === 'usable').length;
  return (
    <>
      {joined ? null : <WayIn home={home} />}
      {hasOwn(home.me) ? (
        <Card list>
          <LinkRow
            id="open-wallet"
            label={words.member.wall.wallet}
            {...(usable === null ? {} : { value: words.member.wall.walletCount(usable) })}
            onTap={() => go(pages.wallet)}
          />
        </Card>
      ) : null}
      <Leaves items={home.me.block === undefined ? inOrder([...coupons, ...invites], stood) : []} rowsMax={OFFERS_MAX}>
        {(card) =>
          isClaimed(card) ? (
            <CouponOffer key={card.campaignId} card={card} joined={joined} main={card === main} />
          ) : (
            <InviteOffer key={card.campaignId} card={card} me={home.me} joined={joined} />
          )
        }
      </Leaves>
      {coupons.length + invites.length === 0 && home.me.block === undefined ? (
        <EmptyState id="no-offers" text={words.member.wall.empty}>
          <QuietButton id="go-home" text={words.member.campaign.goHome} onTap={() => goTab('home')} />
        </EmptyState>
      ) : null}
    </>
  );
}

export function WallScreen() {
  const words = useWords();
  useTabWords();
  useShareCommunity();
  const { communityId } = useCommunities();
  const home = useResource(phone.home);
  const { ask, view } = useAskedViews(askHomeAndWallet);
  return (
    <Screen title={words.member.wall.title} tab>
      {communityId === null ? (
        <NoCommunity onRetry={ask} />
      ) : (
        <ResourceView state={home} skeleton={<Skeleton shape="ticket" count={4} label={words.member.shared.loading} />} onRetry={ask}>
          {(value) => <WallBody home={value} view={view} />}
        </ResourceView>
      )}
    </Screen>
  );
}
