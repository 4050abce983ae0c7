// One published campaign: how far people go, what was set aside and given, and posting, pausing, resuming or ending it.
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useMemo } from 'react';
import { FunnelBars } from '#app/features/analytics/funnel.tsx';
import { type Life, LifeButtons, LifeOutcome, LifeSheets, useLife } from '#app/features/campaign/campaign-life.tsx';
import { fieldName } from '#app/features/campaign/field-names';
import { sayHowItGoes } from '#app/features/campaign/how-it-goes';
import { PolicyFindings, usePolicyWords } from '#app/features/campaign/policy-findings.tsx';
import { type Post, PostButton, PostOutcome, usePost } from '#app/features/campaign/post-to-group.tsx';
import { StateTag } from '#app/features/campaign/state-tag.tsx';
import { useCardPicture } from '#app/features/campaign/use-card-picture';
import { campaignPath } from '#app/features/community/entry';
import { CompareCard } from '#app/features/forecast/compare-card.tsx';
import { go, pages } from '#app/features/go';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { WarnField } from '#app/features/promise/warn-field.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { TrialResults } from '#app/features/trial/trial-results.tsx';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import './manage-screen.scss';

type Home = ValueOf<'community.home'>;

/** What was set aside, given, and left, as a table with its numbers in line. */
function Promised({ campaign }: { readonly campaign: OwnerCampaign }) {
  const { owner, formats, gifts } = useOwnersWords();
  const says = owner.manage;
  const rows = [
    { id: 'coupons', label: says.coupons, reserved: campaign.couponsReserved, issued: campaign.couponsIssued },
    { id: 'points', label: says.points, reserved: campaign.pointsReserved, issued: campaign.pointsIssued },
    { id: 'goods', label: gifts.counter.goods, reserved: campaign.goodsReserved, issued: campaign.goodsIssued },
  ].filter(({ reserved }) => reserved > 0);
  if (rows.length === 0) return null;
  return (
    <Card title={says.promiseTitle}>
      <View className="promised">
        <View className="promised__row promised__row--head">
          <Text className="promised__label" />
          {[says.reserved, says.issued, says.left].map((head) => (
            <Text key={head} className="promised__number">
              {head}
            </Text>
          ))}
        </View>
        {rows.map(({ id, label, reserved, issued }) => (
          <View key={id} id={`promised-${id}`} className="promised__row">
            <Text className="promised__label">{label}</Text>
            <Text className="promised__number">{formats.count(reserved)}</Text>
            <Text className="promised__number">{formats.count(issued)}</Text>
            <Text className="promised__number promised__number--left">{formats.count(reserved - issued)}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}

/** The one thing to do with a campaign as it stands: its card goes to the group, or it goes on, or it comes again. */
function MainAction({ campaign, life, post }: { readonly campaign: OwnerCampaign; readonly life: Life; readonly post: Post }) {
  const says = useOwnersWords().owner.manage;
  const { state, campaignId } = campaign.card;
  if (state === 'live') return <PostButton post={post} />;
  if (state === 'paused') return <PrimaryButton id="resume-campaign" text={says.resume} onTap={() => life.ask('resume')} />;
  return <PrimaryButton id="copy-campaign" text={says.again} onTap={() => copyCampaign(campaignId)} />;
}

/** A new draft with what a campaign says. */
function copyCampaign(campaignId: string): void {
  go(ownerPages.editor, { copy: campaignId });
}

/** The ways to everything that can be read of a campaign, or changed in it. */
function CampaignWays({ campaign, communityId }: { readonly campaign: OwnerCampaign; readonly communityId: string }) {
  const { owner } = useOwnersWords();
  const says = owner.manage;
  const { campaignId, type, state, version } = campaign.card;
  const isOpen = state === 'live' || state === 'paused';
  return (
    <View className="link-card">
      {isOpen ? (
        <LinkRow id="open-improve" label={owner.promises.improve.open} onTap={() => go(ownerPages.improve, { id: campaignId })} />
      ) : null}
      {isOpen ? <LinkRow id="copy-campaign" label={says.copy} onTap={() => copyCampaign(campaignId)} /> : null}
      <LinkRow id="open-preview" label={says.preview} onTap={() => go(ownerPages.preview, { id: campaignId })} />
      <LinkRow
        id="open-versions"
        label={owner.versions.title}
        value={String(version)}
        onTap={() => go(pages.versions, { c: communityId, id: campaignId })}
      />
      <LinkRow id="open-as-member" label={says.openAsMember} onTap={() => go(campaignPath(communityId, campaignId))} />
      {type === 'invite_reward' ? (
        <LinkRow id="open-invites" label={says.openInvites} onTap={() => go(ownerPages.invites, { id: campaignId })} />
      ) : null}
    </View>
  );
}

function ManageInside({ campaign, home }: { readonly campaign: OwnerCampaign; readonly home: Home }) {
  const words = useOwnersWords();
  const policy = usePolicyWords();
  const { owner, formats, campaignTypes } = words;
  const { card } = campaign;
  const { communityId, name } = home.community;
  const picture = useCardPicture(card, name);
  const post = usePost({ communityId, campaignId: card.campaignId, title: card.title, picture });
  const life = useLife();
  const isOpen = card.state === 'live' || card.state === 'paused';
  return (
    <>
      <View className="manage-head">
        <View className="row row--apart">
          <Text className="screen__heading" id="campaign-title">
            {card.title}
          </Text>
          <StateTag card={card} today={home.today} />
        </View>
        <Text className="quiet">{`${campaignTypes[card.type].name} · ${formats.span(card.startsOn, card.endsOn)} · ${card.groupLabel === null ? owner.shared.everyone : owner.shared.onlyGroup(card.groupLabel)}`}</Text>
      </View>
      <LifeOutcome life={life} />
      <PostOutcome post={post} />
      <Columns
        above={<MainAction campaign={campaign} life={life} post={post} />}
        below={
          <>
            {isOpen ? <WarnField campaign={campaign} communityId={communityId} /> : null}
            <PolicyFindings
              id="confirmed-findings"
              title={policy.confirmedTitle}
              findings={campaign.confirmed}
              nameOf={(path) => fieldName(words, card.type, path)}
              isConfirmed
            />
            <CampaignWays campaign={campaign} communityId={communityId} />
            <LifeButtons campaign={campaign} life={life} />
          </>
        }
      >
        <Card>
          <Text className="manage-sentence">{sayHowItGoes(words, campaign, home.today)}</Text>
          <FunnelBars campaign={campaign} />
          <Text className="quiet">{owner.manage.funnelHint}</Text>
        </Card>
        {card.type === 'trial' ? <TrialResults communityId={communityId} campaignId={card.campaignId} /> : null}
        <CompareCard campaign={campaign} />
        <Promised campaign={campaign} />
      </Columns>
      <LifeSheets campaign={campaign} communityId={communityId} life={life} />
    </>
  );
}

/** A campaign that ended before the newest thirty were made: the console does not name it any more. */
function OlderCampaign({ home, campaignId }: { readonly home: Home; readonly campaignId: string }) {
  const { owner } = useOwnersWords();
  const { communityId } = home.community;
  const asked = useMemo(() => desk.todayWith(communityId, campaignId), [communityId, campaignId]);
  const state = useResource(asked);
  const ask = useCallback(() => void asked.refresh(), [asked]);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {({ campaigns }) => {
        const campaign = campaigns.find(({ card }) => card.campaignId === campaignId);
        if (campaign === undefined)
          return (
            <EmptyState id="no-campaign" text={owner.manage.notFound}>
              <QuietButton id="open-campaigns" text={owner.console.campaignsLink} onTap={() => go(ownerPages.campaigns)} />
            </EmptyState>
          );
        return <ManageInside campaign={campaign} home={home} />;
      }}
    </ResourceView>
  );
}

function ManageBody({ home, campaignId }: { readonly home: Home; readonly campaignId: string }) {
  const state = useResource(desk.today);
  const ask = useCallback(() => void desk.today.refresh(), []);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {(today) => {
        const campaign = today.campaigns.find(({ card }) => card.campaignId === campaignId);
        return campaign === undefined ? (
          <OlderCampaign home={home} campaignId={campaignId} />
        ) : (
          <ManageInside campaign={campaign} home={home} />
        );
      }}
    </ResourceView>
  );
}

export function ManageScreen() {
  const says = useOwnersWords().owner.manage;
  const { params } = useRouter();
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {(home) => <ManageBody home={home} campaignId={params.id ?? ''} />}
    </OwnerScreen>
  );
}
