// The home tab: today's one thing first, then the community's cards.

import { Text } from '@tarojs/components';
import { Fragment, useEffect, useRef } from 'react';
import { type CampaignCard, hasJoined, isClaimed } from '#app/features/campaign/campaign-parts';
import { tellReach } from '#app/features/campaign/reach';
import { WelcomeSteps } from '#app/features/campaign/welcome-steps.tsx';
import { TodayCheckIn } from '#app/features/checkin/today-check-in.tsx';
import { askHome } from '#app/features/community/ask-home';
import { CommunityHead } from '#app/features/community/community-head.tsx';
import { FirstStepsCard } from '#app/features/community/first-steps-card.tsx';
import { inOrder, standingOf } from '#app/features/community/offer-order';
import { OneThingCard } from '#app/features/community/one-thing-card.tsx';
import { useAskedViews, useStandings } from '#app/features/community/use-offer-order';
import { useShareCommunity } from '#app/features/community/use-share-community';
import { WayIn } from '#app/features/community/way-in.tsx';
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
import { phone, useCommunities, useResource } from '#app/features/this-phone';
import { TrialOffer } from '#app/features/trial/trial-offer.tsx';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { runsTheDesk } from '#core/rules/community/roles';

/** So many offers stand below today's one thing at a time. */
const OFFERS_MAX = 20;

type Home = ValueOf<'community.home'>;

function isShown({ state }: CampaignCard): boolean {
  return state === 'live' || state === 'paused';
}

interface CampaignOfferProps {
  readonly card: CampaignCard;
  readonly me: Home['me'];
  readonly joined: boolean;
}

function CampaignOffer({ card, me, joined }: CampaignOfferProps) {
  if (isClaimed(card)) return <CouponOffer card={card} joined={joined} main={false} brief />;
  if (card.type === 'points_exchange') return <ExchangeOffer card={card} />;
  if (card.type === 'season_prize') return <SeasonPrizes card={card} isOffer />;
  if (card.type === 'welcome_gift') return card.mine.welcome === null ? null : <WelcomeSteps card={card} />;
  if (isContent(card.type)) return <ContentOffer card={card} />;
  if (card.type === 'trial') return <TrialOffer card={card} />;
  if (card.type === 'invite_reward') return <InviteOffer card={card} me={me} joined={joined} />;
  return null;
}

interface HomeBodyProps {
  readonly home: Home;
  /** Which view of the page it is: its cards keep their order in it. */
  readonly view: number;
}

/** What one can take part in, then what one has taken part in, in the same leaves. */
function Offers({ home, joined, view }: HomeBodyProps & { readonly joined: boolean }) {
  const words = useWords();
  const stood = useStandings(view);
  const offers = home.campaigns.filter((card) => card.type !== 'checkin_plan' && isShown(card));
  const cards = inOrder(offers, stood);
  const firstDone = joined ? cards.find((card) => stood(card) === 'done') : undefined;
  if (cards.length === 0) return null;
  return (
    <>
      {cards[0] === firstDone ? null : <Text className="section-title">{words.member.wall.heading}</Text>}
      <Leaves items={cards} rowsMax={OFFERS_MAX}>
        {(card) => (
          <Fragment key={card.campaignId}>
            {card === firstDone ? <Text className="section-title">{words.member.daily.doneHeading}</Text> : null}
            <CampaignOffer card={card} me={home.me} joined={joined} />
          </Fragment>
        )}
      </Leaves>
    </>
  );
}

/** Nothing is on: an owner begins something, everybody else looks at the board. */
function NothingOn({ isOwner }: { readonly isOwner: boolean }) {
  const { home, me } = useWords().member;
  return (
    <EmptyState id="no-campaigns" text={home.noCampaigns}>
      {isOwner ? (
        <PrimaryButton id="open-owner" text={me.owner} onTap={() => go(ownerPages.today)} />
      ) : (
        <QuietButton id="go-board" text={home.board} onTap={() => goTab('board')} />
      )}
    </EmptyState>
  );
}

/** The plans, those first that are open when the day is first looked at: none changes its place under the finger that stamps it. */
function usePlansOfDay(home: Home): readonly CampaignCard[] {
  const plans = home.campaigns.filter((card) => card.type === 'checkin_plan' && isShown(card));
  const key = [home.today, ...plans.map(({ campaignId }) => campaignId)].join(' ');
  const seen = useRef<{ readonly key: string; readonly ids: readonly string[] }>({ key: '', ids: [] });
  if (seen.current.key !== key) seen.current = { key, ids: inOrder(plans).map(({ campaignId }) => campaignId) };
  return seen.current.ids.flatMap((id) => plans.filter(({ campaignId }) => campaignId === id));
}

/** Today's one thing: the check-in while it is open, and what waits besides once it is done. */
function Today({ home }: { readonly home: Home }) {
  const plans = usePlansOfDay(home);
  const canCheckIn = plans.some((card) => standingOf(card) === 'open');
  // Whether a coupon ends soon is asked for only where it would be said.
  useEffect(() => {
    if (!canCheckIn && phone.wallet.store.getState().at === null) void phone.wallet.refresh();
  }, [canCheckIn]);
  return (
    <>
      <FirstStepsCard community={home.community} canCheckIn={canCheckIn} />
      {plans.length === 0 ? <OneThingCard home={home} /> : null}
      {plans.map((card) => (
        <TodayCheckIn key={card.campaignId} card={card} today={home.today} />
      ))}
      {plans.length === 0 || canCheckIn ? null : <OneThingCard home={home} />}
      <FadingNote fading={home.fading} />
    </>
  );
}

function HomeBody({ home, view }: HomeBodyProps) {
  const joined = hasJoined(home.me);
  const live = home.campaigns.filter(isShown);
  const { communityId } = home.community;
  const seen = live.map((card) => card.campaignId).join(' ');
  useEffect(() => {
    if (seen !== '') tellReach(communityId, 'seen', seen.split(' '));
  }, [communityId, seen]);
  return (
    <>
      <CommunityHead home={home} />
      {joined ? <Today home={home} /> : <WayIn home={home} />}
      {live.length === 0 && home.me.block === undefined ? <NothingOn isOwner={runsTheDesk(home.me.role)} /> : null}
      {home.me.block === undefined ? <Offers home={home} joined={joined} view={view} /> : null}
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
  const { ask, view } = useAskedViews(askHome);
  const skeleton = (
    <>
      <Skeleton shape="head" label={words.member.shared.loading} />
      <Skeleton shape="seal" label={words.member.shared.loading} />
      <Skeleton shape="ticket" count={3} label={words.member.shared.loading} />
    </>
  );
  if (communities.communityId === null) {
    return (
      <Screen title={words.member.home.title} tab>
        {communities.no !== null ? (
          <NoPage no={communities.no} busy={false} onRetry={ask} />
        ) : communities.status === 'ready' ? (
          <Welcome mayFound={communities.mayFound} />
        ) : (
          skeleton
        )}
      </Screen>
    );
  }
  return (
    <Screen title={words.member.home.title} tab>
      <ResourceView state={home} skeleton={skeleton} onRetry={ask}>
        {(value) => <HomeBody home={value} view={view} />}
      </ResourceView>
    </Screen>
  );
}
