// The home tab: today's one thing first, then the community's cards.

import { Text } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { type CampaignCard, hasJoined, isClaimed } from '#app/features/campaign/campaign-parts';
import { tellReach } from '#app/features/campaign/reach';
import { WelcomeSteps } from '#app/features/campaign/welcome-steps.tsx';
import { TodayCheckIn } from '#app/features/checkin/today-check-in.tsx';
import { askHome } from '#app/features/community/ask-home';
import { CommunityHead } from '#app/features/community/community-head.tsx';
import { JoinCard } from '#app/features/community/join-card.tsx';
import { useShareCommunity } from '#app/features/community/use-share-community';
import { Welcome } from '#app/features/community/welcome.tsx';
import { isContent } from '#app/features/content/content-card';
import { ContentOffer } from '#app/features/content/content-offer.tsx';
import { CouponOffer } from '#app/features/coupon/coupon-offer.tsx';
import { go, goTab } from '#app/features/go';
import { InviteOffer } from '#app/features/invite/invite-offer.tsx';
import { SeasonPrizes } from '#app/features/leaderboard/season-prizes.tsx';
import { Leaves } from '#app/features/leaves.tsx';
import { FadingNote } from '#app/features/membership/fading-note.tsx';
import { NoPage } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { ExchangeOffer } from '#app/features/points/exchange-offer.tsx';
import { TrustCard } from '#app/features/promise/trust-card.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { useTabWords } from '#app/features/tab-words';
import { phone, useAsk, useCommunities, useResource } from '#app/features/this-phone';
import { TrialOffer } from '#app/features/trial/trial-offer.tsx';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

/** So many offers stand below today's one thing at a time. */
const OFFERS_MAX = 20;

function CampaignOffer({ card, joined }: { readonly card: CampaignCard; readonly joined: boolean }) {
  if (isClaimed(card)) return <CouponOffer card={card} joined={joined} main={false} brief />;
  if (card.type === 'points_exchange') return <ExchangeOffer card={card} />;
  if (card.type === 'season_prize') return <SeasonPrizes card={card} isOffer />;
  if (card.type === 'welcome_gift') return card.mine.welcome === null ? null : <WelcomeSteps card={card} />;
  if (isContent(card.type)) return <ContentOffer card={card} />;
  if (card.type === 'trial') return <TrialOffer card={card} />;
  if (card.type === 'invite_reward') return <InviteOffer card={card} joined={joined} />;
  return null;
}

function HomeBody({ home }: { readonly home: ValueOf<'community.home'> }) {
  const words = useWords();
  const [justJoined, setJustJoined] = useState(false);
  const joined = hasJoined(home.me);
  const live = home.campaigns.filter((card) => card.state === 'live' || card.state === 'paused');
  const plans = live.filter((card) => card.type === 'checkin_plan');
  const others = live.filter((card) => card.type !== 'checkin_plan');
  const { communityId } = home.community;
  const seen = live.map((card) => card.campaignId).join(' ');
  useEffect(() => {
    if (seen !== '') tellReach(communityId, 'seen', seen.split(' '));
  }, [communityId, seen]);
  return (
    <>
      <CommunityHead home={home} />
      {joined ? null : <JoinCard onJoined={() => setJustJoined(true)} />}
      {justJoined ? <DoneNote id="join-done" text={words.member.home.joined} /> : null}
      <FadingNote fading={home.fading} />
      {joined ? plans.map((card) => <TodayCheckIn key={card.campaignId} card={card} today={home.today} />) : null}
      {live.length === 0 ? (
        <EmptyState id="no-campaigns" text={words.member.home.noCampaigns}>
          {home.me.role === 'owner' ? (
            <PrimaryButton id="open-owner" text={words.member.me.owner} onTap={() => go(ownerPages.today)} />
          ) : (
            <QuietButton id="go-board" text={words.member.home.board} onTap={() => goTab('board')} />
          )}
        </EmptyState>
      ) : null}
      {others.length === 0 ? null : <Text className="section-title">{words.member.wall.heading}</Text>}
      <Leaves items={others} rowsMax={OFFERS_MAX}>
        {(card) => <CampaignOffer key={card.campaignId} card={card} joined={joined} />}
      </Leaves>
      <TrustCard communityId={communityId} />
    </>
  );
}

export function HomeScreen() {
  const words = useWords();
  useTabWords();
  useShareCommunity();
  const communities = useCommunities();
  const home = useResource(phone.home);
  const ask = useCallback(() => void askHome(), []);
  useAsk(ask);
  const skeleton = (
    <>
      <Skeleton shape="card" label={words.member.shared.loading} />
      <Skeleton shape="hero" label={words.member.shared.loading} />
      <Skeleton shape="card" count={2} label={words.member.shared.loading} />
    </>
  );
  if (communities.communityId === null) {
    return (
      <Screen title={words.member.home.title} tab>
        {communities.no !== null ? (
          <NoPage no={communities.no} busy={false} onRetry={ask} />
        ) : communities.status === 'ready' ? (
          <Welcome />
        ) : (
          skeleton
        )}
      </Screen>
    );
  }
  return (
    <Screen title={words.member.home.title} tab>
      <ResourceView state={home} skeleton={skeleton} onRetry={ask}>
        {(value) => <HomeBody home={value} />}
      </ResourceView>
    </Screen>
  );
}
