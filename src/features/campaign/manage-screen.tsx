// One published campaign: how far people go, what was set aside and given, and posting, pausing, resuming or ending it.
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import { FunnelBars } from '#app/features/analytics/funnel.tsx';
import { stageOf } from '#app/features/campaign/campaign-parts';
import { fieldName } from '#app/features/campaign/field-names';
import { PolicyFindings, usePolicyWords } from '#app/features/campaign/policy-findings.tsx';
import { PostButton, PostOutcome, usePost } from '#app/features/campaign/post-to-group.tsx';
import { StateTag } from '#app/features/campaign/state-tag.tsx';
import { useCardPicture } from '#app/features/campaign/use-card-picture';
import { campaignPath } from '#app/features/community/entry';
import { CompareCard } from '#app/features/forecast/compare-card.tsx';
import { go, pages } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { EndHolders } from '#app/features/promise/end-holders.tsx';
import { WarnField } from '#app/features/promise/warn-field.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, useResource } from '#app/features/this-phone';
import { TrialResults } from '#app/features/trial/trial-results.tsx';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { DoneNote, EmptyState } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import './manage-screen.scss';

type Step = 'pause' | 'resume' | 'end';
type Home = ValueOf<'community.home'>;

/** What was set aside, given, and left, as a table with its numbers in line. */
function Promised({ campaign }: { readonly campaign: OwnerCampaign }) {
  const { owner, formats, gifts } = useWords();
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

function useSentence({ card, funnel }: OwnerCampaign, today: string): string {
  const { owner, formats } = useWords();
  const { asked, unseen } = owner.manage;
  if (stageOf(card, today) === 'scheduled') return owner.shared.starts(formats.day(card.startsOn));
  if (funnel.opened === 0) return unseen;
  if (card.type === 'coupon_drop' || card.type === 'group_price') {
    return asked[card.type](funnel.opened, funnel.claimed, funnel.redeemed);
  }
  return asked[card.type](funnel.opened, funnel.claimed);
}

/** What ending a campaign gave back and what stays with members; empty when neither is anything. */
function sayReleased({ owner, formats }: Words, released: ValueOf<'campaign.end'>): string {
  const says = owner.manage;
  const { pointsReleased, couponsReleased, goodsReleased, couponsHeld } = released;
  const points = pointsReleased === 0 ? null : formats.points(pointsReleased);
  const coupons = couponsReleased === 0 ? null : formats.coupons(couponsReleased);
  const goods = goodsReleased === 0 ? null : formats.count(goodsReleased);
  const back = points === null && coupons === null && goods === null ? '' : says.givenBack(points, coupons, goods);
  return `${back}${couponsHeld === 0 ? '' : says.stillHeld(formats.coupons(couponsHeld))}`;
}

/** The steps of a campaign's life, each asked for with what it does. */
function Life({ campaign, communityId }: { readonly campaign: OwnerCampaign; readonly communityId: string }) {
  const words = useWords();
  const { owner, season } = words;
  const says = owner.manage;
  const [step, setStep] = useState<Step | null>(null);
  const [done, setDone] = useState<{ readonly text: string; readonly next?: string } | null>(null);
  const pause = useDeed(desk.pause);
  const resume = useDeed(desk.resume);
  const end = useDeed(desk.end);
  const { campaignId, state, type } = campaign.card;
  const input = { communityId, campaignId };
  const close = () => {
    setStep(null);
    for (const deed of [desk.pause, desk.resume, desk.end]) deed.dismiss();
  };
  const finish = (outcome: { readonly text: string; readonly next?: string }) => {
    setStep(null);
    setDone(outcome);
    void desk.today.refresh();
  };
  const doPause = async () => {
    if ((await desk.pause.run(input))?.ok === true) finish({ text: says.paused });
  };
  const doResume = async () => {
    if ((await desk.resume.run(input))?.ok === true) finish({ text: says.resumed });
  };
  const doEnd = async () => {
    const reply = await desk.end.run(input);
    if (reply?.ok !== true) return;
    const next = sayReleased(words, reply.value);
    finish({ text: says.ended, ...(next === '' ? {} : { next }) });
  };
  const endEffects = type === 'season_prize' ? [...says.endEffect, season.endEffect] : says.endEffect;
  const sheets = [
    { step: 'pause', title: says.pauseTitle, effects: says.pauseEffect, confirm: says.pause, state: pause, run: doPause },
    { step: 'resume', title: says.resumeTitle, effects: says.resumeEffect, confirm: says.resume, state: resume, run: doResume },
    { step: 'end', title: says.endTitle, effects: endEffects, confirm: says.end, state: end, run: doEnd },
  ] as const;
  return (
    <>
      {done === null ? null : <DoneNote id="life-done" text={done.text} next={done.next} />}
      <View className="life">
        {state === 'live' ? <QuietButton id="pause-campaign" text={says.pause} onTap={() => setStep('pause')} /> : null}
        {state === 'paused' ? <QuietButton id="resume-campaign" text={says.resume} onTap={() => setStep('resume')} /> : null}
        {state === 'live' || state === 'paused' ? <QuietButton id="end-campaign" text={says.end} onTap={() => setStep('end')} /> : null}
      </View>
      {sheets.map((sheet) => (
        <ConfirmSheet
          key={sheet.step}
          id={`sheet-${sheet.step}`}
          open={step === sheet.step}
          title={sheet.title}
          effects={sheet.effects}
          confirmText={sheet.confirm}
          cancelText={owner.shared.cancel}
          busy={sheet.state.busy}
          onConfirm={() => void sheet.run()}
          onClose={close}
        >
          {sheet.step === 'end' ? <EndHolders {...input} type={type} open={step === 'end'} /> : null}
          {sheet.state.no === null ? null : <NoNote no={sheet.state.no} />}
        </ConfirmSheet>
      ))}
    </>
  );
}

function ManageInside({ campaign, home }: { readonly campaign: OwnerCampaign; readonly home: Home }) {
  const words = useWords();
  const policy = usePolicyWords();
  const { owner, formats, campaignTypes } = words;
  const says = owner.manage;
  const { card } = campaign;
  const { communityId, name } = home.community;
  const picture = useCardPicture(card, name);
  const post = usePost({ communityId, campaignId: card.campaignId, title: card.title, picture });
  const isOpen = card.state === 'live' || card.state === 'paused';
  const sentence = useSentence(campaign, home.today);
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
      <Card>
        <Text className="manage-sentence">{sentence}</Text>
        <FunnelBars campaign={campaign} />
        <Text className="quiet">{says.funnelHint}</Text>
      </Card>
      {card.type === 'trial' ? <TrialResults communityId={communityId} campaignId={card.campaignId} /> : null}
      <CompareCard campaign={campaign} />
      <Promised campaign={campaign} />
      {isOpen ? <WarnField campaign={campaign} communityId={communityId} /> : null}
      <PolicyFindings
        id="confirmed-findings"
        title={policy.confirmedTitle}
        findings={campaign.confirmed}
        nameOf={(path) => fieldName(words, card.type, path)}
        isConfirmed
      />
      <View className="link-card">
        <LinkRow id="open-preview" label={says.preview} onTap={() => go(ownerPages.preview, { id: card.campaignId })} />
        {isOpen ? (
          <LinkRow id="open-improve" label={owner.promises.improve.open} onTap={() => go(ownerPages.improve, { id: card.campaignId })} />
        ) : null}
        <LinkRow
          id="open-versions"
          label={owner.promises.versions.title}
          value={String(card.version)}
          onTap={() => go(pages.versions, { c: communityId, id: card.campaignId })}
        />
        <LinkRow id="open-as-member" label={says.openAsMember} onTap={() => go(campaignPath(communityId, card.campaignId))} />
        {card.type === 'invite_reward' ? (
          <LinkRow id="open-invites" label={says.openInvites} onTap={() => go(ownerPages.invites, { id: card.campaignId })} />
        ) : null}
      </View>
      <PostOutcome post={post} />
      {card.state === 'live' ? <PostButton post={post} /> : null}
      <Life campaign={campaign} communityId={communityId} />
    </>
  );
}

function ManageBody({ home, campaignId }: { readonly home: Home; readonly campaignId: string }) {
  const { owner } = useWords();
  const state = useResource(desk.today);
  const ask = useCallback(() => void desk.today.refresh(), []);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {(today) => {
        const campaign = today.campaigns.find(({ card }) => card.campaignId === campaignId);
        return campaign === undefined ? (
          <EmptyState id="no-campaign" text={owner.manage.notFound} />
        ) : (
          <ManageInside campaign={campaign} home={home} />
        );
      }}
    </ResourceView>
  );
}

export function ManageScreen() {
  const says = useWords().owner.manage;
  const { params } = useRouter();
  return (
    <OwnerScreen title={says.title} who="owner">
      {(home) => <ManageBody home={home} campaignId={params.id ?? ''} />}
    </OwnerScreen>
  );
}
