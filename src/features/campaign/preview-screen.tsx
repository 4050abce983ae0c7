// Before publishing: the card as the chat will show it, the complete terms that members will read, and what will be set aside.
import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useCallback, useMemo, useState } from 'react';
import type { FieldProblem } from '#app/features/campaign/campaign-form';
import { ChatCard } from '#app/features/campaign/chat-card.tsx';
import { CommunityProblems, isOfCommunity } from '#app/features/campaign/community-problems.tsx';
import { fieldName } from '#app/features/campaign/field-names';
import { PolicyFindings, usePolicyWords } from '#app/features/campaign/policy-findings.tsx';
import { PostButton, PostOutcome, usePost } from '#app/features/campaign/post-to-group.tsx';
import { PublishSheet } from '#app/features/campaign/publish-sheet.tsx';
import { RunningWelcome, runningWelcome } from '#app/features/campaign/running-welcome.tsx';
import { sayProblem } from '#app/features/campaign/say-problem';
import { useCardPicture } from '#app/features/campaign/use-card-picture';
import { ForecastCard } from '#app/features/forecast/forecast-card.tsx';
import { forecaster } from '#app/features/forecast/this-forecaster';
import { useOutlook } from '#app/features/forecast/use-outlook';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import type { Resource } from '#app/features/resource';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { sayTerm } from '#app/i18n/say';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { DoneNote, RefusalNote } from '#app/ui/states.tsx';
import { TermsList } from '#app/ui/terms-list.tsx';
import type { ValueOf } from '#core/contract';
import type { PolicyRuleId } from '#core/rules/policy/rule-ids';
import './preview-screen.scss';

type Preview = ValueOf<'campaign.preview'>;
type Home = ValueOf<'community.home'>;

/** Back to the form: the one that is still open behind this page, or a new one. */
function backToForm(campaignId: string): void {
  const pages = Taro.getCurrentPages();
  const before = pages[pages.length - 2];
  if (before?.route?.includes('owner/editor') === true) void Taro.navigateBack();
  else void Taro.redirectTo({ url: `${ownerPages.editor}?id=${encodeURIComponent(campaignId)}` });
}

/** What the operation rules found; of texts that a person has to look at, only what nothing else says. */
function Findings({ preview }: { readonly preview: Preview }) {
  const words = useOwnersWords();
  const { problems, findings, draft } = preview;
  return (
    <PolicyFindings
      id="findings"
      title={usePolicyWords().title}
      findings={findings.filter(({ rule }) => problems.length === 0 || rule !== 'UGC-01')}
      nameOf={(path) => fieldName(words, draft.type, path)}
    />
  );
}

/** It is done: what comes next is the group. */
function Published({ startsOn, today }: { readonly startsOn: string; readonly today: string }) {
  const { owner, formats } = useOwnersWords();
  const { preview, publish } = owner;
  if (startsOn <= today) return <DoneNote id="publish-done" text={preview.published} next={preview.publishedNext} />;
  return <DoneNote id="publish-done" text={publish.scheduled(formats.day(startsOn))} next={publish.scheduledNext} />;
}

function Reserve({ reserve }: { readonly reserve: Preview['reserve'] }) {
  const { owner, formats, gifts } = useOwnersWords();
  const says = owner.preview;
  const { goods = 0 } = reserve;
  if (reserve.coupons + reserve.points + goods === 0) return null;
  return (
    <Card id="reserve" title={says.reserveTitle}>
      <View className="reserve">
        {reserve.coupons === 0 ? null : <Text className="reserve__number">{says.reserveCoupons(formats.count(reserve.coupons))}</Text>}
        {reserve.points === 0 ? null : <Text className="reserve__number">{says.reservePoints(formats.count(reserve.points))}</Text>}
        {goods === 0 ? null : <Text className="reserve__number">{gifts.counter.reserve(formats.count(goods))}</Text>}
      </View>
      <Text className="quiet">{says.reserveHint}</Text>
    </Card>
  );
}

function Problems({ preview }: { readonly preview: Preview }) {
  const words = useOwnersWords();
  const { preview: says } = words.owner;
  const problems = preview.problems as readonly FieldProblem[];
  const own = problems.filter((problem) => !isOfCommunity(problem));
  if (own.length === 0) return <CommunityProblems problems={problems} />;
  return (
    <>
      <CommunityProblems problems={problems} />
      <RefusalNote code="draft_incomplete" reason={says.problems}>
        {own.map((problem) => (
          <Text key={problem.path} className="quiet">
            {says.problemOf(fieldName(words, preview.draft.type, problem.path) ?? problem.path, sayProblem(words, problem))}
          </Text>
        ))}
      </RefusalNote>
    </>
  );
}

function ToManage({ campaignId }: { readonly campaignId: string }) {
  const { toManage } = useOwnersWords().owner.preview;
  return (
    <QuietButton id="to-manage" text={toManage} onTap={() => void Taro.redirectTo({ url: `${ownerPages.manage}?id=${campaignId}` })} />
  );
}

interface InsideProps {
  readonly preview: Preview;
  readonly home: Home;
  readonly asked: Resource<Preview>;
}

function PreviewInside({ preview, home, asked }: InsideProps) {
  const words = useOwnersWords();
  const says = words.owner.preview;
  const { card } = preview;
  const { communityId, name } = home.community;
  const { campaignId } = card;
  const picture = useCardPicture(card, name);
  const [published, setPublished] = useState(false);
  const [asking, setAsking] = useState(false);
  const post = usePost({ communityId, campaignId, title: card.title, picture });
  const isDraft = card.state === 'draft' && !published;
  const isSound = preview.problems.length === 0;
  const written = { type: preview.draft.type, campaigns: home.campaigns };
  const isHeldUp = preview.findings.some(({ severity }) => severity === 'block') || runningWelcome(written) !== undefined;
  const mayPublish = isDraft && isSound && !isHeldUp;
  const aim = useOutlook({ communityId, campaignId }, preview.draft, isDraft && isSound);
  const publish = async (confirmed: readonly PolicyRuleId[]) => {
    const reply = await desk.publish.run({ communityId, campaignId, confirmed: [...confirmed], outlook: aim.outlook() });
    if (reply?.ok !== true) return;
    desk.editor.published(campaignId);
    setAsking(false);
    setPublished(true);
    void asked.refresh();
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const close = () => {
    setAsking(false);
    desk.publish.dismiss();
  };
  const below = (
    <>
      {isDraft && isSound ? <ForecastCard type={preview.draft.type} forecaster={forecaster} aim={aim} /> : null}
      <View className="actions">
        {mayPublish ? <PrimaryButton id="publish" text={says.publish} onTap={() => setAsking(true)} /> : null}
        {isDraft ? <QuietButton id="edit-draft" text={says.edit} onTap={() => backToForm(campaignId)} /> : null}
        {isDraft ? null : <ToManage campaignId={campaignId} />}
      </View>
    </>
  );
  return (
    <>
      {published && post.sent === null ? <Published startsOn={preview.draft.startsOn} today={home.today} /> : null}
      <PostOutcome post={post} />
      {!isDraft && (published || card.state === 'live') ? <PostButton post={post} /> : null}
      <Columns
        above={
          <>
            <Text className="section-title">{says.cardTitle}</Text>
            <ChatCard title={card.title} picture={picture} />
          </>
        }
        below={below}
      >
        {isDraft ? <RunningWelcome {...written} /> : null}
        {preview.problems.length > 0 ? <Problems preview={preview} /> : null}
        {isDraft ? <Findings preview={preview} /> : null}
        {preview.terms.length === 0 ? null : (
          <TermsList id="terms" title={says.termsTitle} lines={preview.terms.map((line) => sayTerm(words, line))} />
        )}
        {isDraft && preview.problems.length === 0 ? <Text className="quiet">{says.termsHint}</Text> : null}
        {isDraft ? <Reserve reserve={preview.reserve} /> : null}
      </Columns>
      <PublishSheet preview={preview} home={home} open={asking && mayPublish} wait={aim} onPublish={publish} onClose={close} />
    </>
  );
}

function PreviewBody({ home, campaignId }: { readonly home: Home; readonly campaignId: string }) {
  const { communityId } = home.community;
  const asked = useMemo(() => desk.preview(communityId, campaignId), [communityId, campaignId]);
  const state = useResource(asked);
  const ask = useCallback(() => void asked.refresh(), [asked]);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {(preview) => <PreviewInside preview={preview} home={home} asked={asked} />}
    </ResourceView>
  );
}

export function PreviewScreen() {
  const says = useOwnersWords().owner.preview;
  const { params } = useRouter();
  return (
    <OwnerScreen title={says.title} who="co_owner">
      {(home) => <PreviewBody home={home} campaignId={params.id ?? ''} />}
    </OwnerScreen>
  );
}
