// Where a card leads: what it is and the complete terms before anything else, then the one thing to do.
import { Text, View } from '@tarojs/components';
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import { CampaignAction, hasAction } from '#app/features/campaign/campaign-action.tsx';
import { CampaignPicture } from '#app/features/campaign/campaign-picture.tsx';
import { FoldedTerms } from '#app/features/campaign/folded-terms.tsx';
import { GlanceScreen } from '#app/features/campaign/glance-screen.tsx';
import { tellReach } from '#app/features/campaign/reach';
import { useCardPicture } from '#app/features/campaign/use-card-picture';
import { WhyCard } from '#app/features/campaign/why-card.tsx';
import { afterCheckIn, type CheckInValue } from '#app/features/checkin/create-check-ins';
import type { Entered } from '#app/features/community/communities';
import { campaignPath, campaignQuery, type Entry, type EntryQuery, readEntry } from '#app/features/community/entry';
import { isContent } from '#app/features/content/content-card';
import { ContentPart } from '#app/features/content/content-part.tsx';
import { goTab } from '#app/features/go';
import { SeasonStanding } from '#app/features/leaderboard/season-standing.tsx';
import { NoNote, NoPage } from '#app/features/no-view.tsx';
import { ComplainSheet } from '#app/features/promise/complain-sheet.tsx';
import { ImprovementNote } from '#app/features/promise/improvement-note.tsx';
import { TrustCard } from '#app/features/promise/trust-card.tsx';
import { createResource } from '#app/features/resource';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone, useAskNow } from '#app/features/this-phone';
import { TrialPart } from '#app/features/trial/trial-part.tsx';
import { sayInviteRefusal, sayTerm } from '#app/i18n/say';
import { useWords } from '#app/i18n/use-words';
import { takeLaunchProof } from '#app/platform/group-proof';
import { isSinglePage } from '#app/platform/launch';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { RefusalNote, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

/** What the server says of a campaign. */
export type CampaignPage = ValueOf<'campaign.open'>;

function PageSkeleton() {
  const words = useWords();
  return (
    <>
      <Skeleton shape="hero" label={words.member.shared.loading} />
      <Skeleton shape="card" count={3} label={words.member.shared.loading} />
    </>
  );
}

/** What the way in has to say: the group was not seen, or the invite counts for nothing. */
function EntryNotes({ entered, invited }: { readonly entered: Entered; readonly invited: boolean }) {
  const words = useWords();
  const refusal = entered.inviteRefusal;
  // A page that is opened again brings its used proof along; the standing from the first time holds.
  const proofNo = entered.proofNo?.code === 'group_proof_used' ? null : entered.proofNo;
  return (
    <>
      {proofNo === null ? null : <NoNote no={proofNo} />}
      {invited && refusal === null ? <Text className="quiet">{words.member.campaign.invitedBy}</Text> : null}
      {refusal === null ? null : (
        <RefusalNote code={`invite-${refusal}`} reason={words.member.campaign.inviteRefused} next={sayInviteRefusal(words, refusal)} />
      )}
    </>
  );
}

function CampaignInside({ entry, campaignId, entered }: { readonly entry: Entry; readonly campaignId: string; readonly entered: Entered }) {
  const words = useWords();
  const { communityId } = entry;
  const page = useMemo(
    () =>
      createResource<CampaignPage>(
        async () => (await phone.caller.view('campaign.open', { communityId, campaignId })) as { ok: true; value: CampaignPage } | No,
      ),
    [communityId, campaignId],
  );
  const state = useStore(page.store);
  const ask = useCallback(() => void page.refresh(), [page]);
  const onCheckedIn = useCallback(
    (value: CheckInValue) => page.put((shown) => ({ ...shown, card: afterCheckIn(shown.card, value, shown.today) })),
    [page],
  );
  useAskNow(ask);
  useEffect(() => tellReach(communityId, 'opened', [campaignId]), [communityId, campaignId]);
  return (
    <Screen
      title={words.member.campaign.title}
      backLabel={words.member.shared.back}
      action={
        state.value === null || !hasAction(state.value) ? null : (
          <CampaignAction page={state.value} onChange={ask} onCheckedIn={onCheckedIn} />
        )
      }
    >
      <ResourceView state={state} skeleton={<PageSkeleton />} onRetry={ask}>
        {(value) => (
          <>
            <ShareThis page={value} />
            <CampaignPicture page={value} onChange={ask} />
            <EntryNotes entered={entered} invited={entry.inviteToken !== null} />
            {isContent(value.card.type) ? <ContentPart card={value.card} me={value.me} zone={value.community.zone} onChange={ask} /> : null}
            {value.card.type === 'trial' ? <TrialPart card={value.card} me={value.me} zone={value.community.zone} onChange={ask} /> : null}
            {value.card.type === 'season_prize' && value.card.state !== 'draft' && value.me.joinedAt !== null ? (
              <SeasonStanding card={value.card} me={value.me} />
            ) : null}
            <FoldedTerms id="terms" title={words.member.campaign.terms} lines={value.terms.map((line) => sayTerm(words, line))} />
            <ImprovementNote page={value} />
            <View className="campaign-links">
              <WhyCard page={value} />
              <TrustCard communityId={communityId} />
              {value.me.joinedAt === null ? null : <ComplainSheet communityId={communityId} campaignId={campaignId} />}
            </View>
            <QuietButton id="go-home" text={words.member.campaign.goHome} onTap={() => goTab('home')} />
          </>
        )}
      </ResourceView>
    </Screen>
  );
}

/** The page as a card for a chat, with its picture, and as a post in Moments, where it only informs. */
function ShareThis({ page }: { readonly page: CampaignPage }) {
  const { card, community } = page;
  const picture = useCardPicture(card, community.name);
  const image = picture === null ? {} : { imageUrl: picture };
  useShareAppMessage(() => ({ title: card.title, path: campaignPath(community.communityId, card.campaignId), ...image }));
  useShareTimeline(() => ({ title: card.title, query: campaignQuery(community.communityId, card.campaignId) }));
  return null;
}

export function CampaignScreen() {
  const { params } = useRouter();
  const entry = useMemo(() => readEntry(params), [params]);
  if (entry !== null && entry.campaignId !== null && isSinglePage()) {
    return <GlanceScreen communityId={entry.communityId} campaignId={entry.campaignId} />;
  }
  return <WholeCampaignScreen params={params} entry={entry} />;
}

function WholeCampaignScreen({ params, entry }: { readonly params: EntryQuery; readonly entry: Entry | null }) {
  const words = useWords();
  const [entered, setEntered] = useState<Entered | No | null>(null);
  const enter = useCallback(async () => {
    setEntered(null);
    if (entry === null) return setEntered({ ok: false, code: 'not_found', data: { what: 'campaign' } });
    const outcome = await phone.communities.enter(entry, await takeLaunchProof(params));
    // A link to the community alone leads to its home; a poster's code names its campaign only to the server.
    if (outcome.ok && entry.campaignId === null && outcome.campaignId === null) return goTab('home');
    setEntered(outcome);
  }, [entry, params]);
  useEffect(() => void enter(), [enter]);
  const campaignId = entry?.campaignId ?? (entered?.ok === true ? entered.campaignId : null);
  if (entered?.ok === true && entry !== null && campaignId !== null) {
    return <CampaignInside entry={entry} campaignId={campaignId} entered={entered} />;
  }
  const no: No | null =
    entered?.ok === false ? entered : entered === null ? null : { ok: false, code: 'not_found', data: { what: 'campaign' } };
  return (
    <Screen title={words.member.campaign.title} backLabel={words.member.shared.back}>
      {no === null ? <PageSkeleton /> : <NoPage no={no} busy={false} onRetry={() => void enter()} />}
    </Screen>
  );
}
