// My invites: send one, and see how far each has come and why one does not count.
import { Text, View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { type CampaignCard, lockOf } from '#app/features/campaign/campaign-parts';
import { useCardPicture } from '#app/features/campaign/use-card-picture';
import { worthOfCard } from '#app/features/coupon/coupon-text';
import { go, pages } from '#app/features/go';
import { type InviteCard, inviteCardOf } from '#app/features/invite/invite-card';
import { sidesOf } from '#app/features/invite/invite-parts';
import { InviteSteps } from '#app/features/invite/invite-steps.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import type { InviteState } from '#app/features/phone';
import { phone, useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { WithCommunity } from '#app/features/with-community.tsx';
import { sayInviteRefusal } from '#app/i18n/say';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import { canSendCards, type Sent, sendCard } from '#app/platform/share';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { DoneNote, EmptyState, RefusalNote, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Thread } from '#app/ui/thread.tsx';
import type { ValueOf } from '#core/contract';

type Me = ValueOf<'community.home'>['me'];

const steps = { opened: 1, joined: 2, rewarded: 3, refused: 1, reversed: 3 } as const;
const tones = { opened: 'blue', joined: 'blue', rewarded: 'green', refused: 'plain', reversed: 'amber' } as const;

function Invite({ invite, me }: { readonly invite: InviteState; readonly me: Me }) {
  const words = useWords();
  const say = words.member.invites;
  const after = invite.reason === null ? say.nextStep[invite.state] : sayInviteRefusal(words, invite.reason);
  const friend = invite.friend.name ?? words.member.shared.someone(invite.friend.tag);
  return (
    <Card>
      <View className="row row--apart">
        <Text className="strong">{friend}</Text>
        <Tag text={say.states[invite.state]} tone={tones[invite.state]} />
      </View>
      <Thread
        from={{ name: me.name, tag: me.tag, picture: me.avatar }}
        to={{ name: invite.friend.name, tag: invite.friend.tag, picture: invite.friend.avatar }}
        steps={invite.state === 'refused' && invite.joinedAt !== null ? 2 : steps[invite.state]}
        broken={invite.state === 'refused' || invite.state === 'reversed'}
        label={`${friend}: ${say.states[invite.state]}`}
      />
      <Text className="quiet">
        {[words.formats.moment(invite.openedAt), after, say.coupons(invite.coupons)].filter((part) => part !== '').join(' · ')}
      </Text>
      {invite.reversal === null ? null : (
        <RefusalNote
          code="invite-reversed"
          reason={say.reversed(say.fraud[invite.reversal.reason], invite.reversal.evidence)}
          next={say.appeal}
        />
      )}
    </Card>
  );
}

function InviteList({ me }: { readonly me: Me }) {
  const words = useWords();
  const state = usePaged(phone.invites);
  const ask = useCallback(() => void phone.invites.refresh(), []);
  useAskNow(ask);
  return (
    <>
      <Text className="section-title">{words.member.invites.list}</Text>
      <PagedView
        state={state}
        paged={phone.invites}
        skeleton={<Skeleton count={3} label={words.member.shared.loading} />}
        empty={<EmptyState id="no-invites" text={words.member.invites.empty} />}
      >
        {(invites) => invites.map((invite) => <Invite key={`${invite.friend.memberId} ${invite.openedAt}`} invite={invite} me={me} />)}
      </PagedView>
    </>
  );
}

/** What became of a card that was handed over. */
function SentNote({ sent }: { readonly sent: Sent }) {
  const say = useWords().member.invites;
  if (sent === 'posted') return <DoneNote id="invite-sent" text={say.sent} />;
  if (sent === 'copied') return <DoneNote id="invite-copied" text={say.copied} />;
  return sent === 'impossible' ? <RefusalNote code="cannot_send" reason={say.impossible} /> : null;
}

function Sending({ card, community }: { readonly card: CampaignCard; readonly community: string }) {
  const words = useWords();
  const { busy, no } = useDeed(phone.invite);
  const [invite, setInvite] = useState<InviteCard | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const picture = useCardPicture(card, community);
  const { campaignId } = card;
  const prepare = useCallback(async () => {
    const issued = await inviteCardOf(campaignId);
    setInvite(issued);
    return issued;
  }, [campaignId]);
  // WeChat's share button needs the card before the tap; a browser asks for it at the tap.
  useEffect(() => {
    if (!canSendCards) void prepare();
  }, [prepare]);
  useShareAppMessage(() => ({ ...(invite?.card ?? { title: card.title }), ...(picture === null ? {} : { imageUrl: picture }) }));
  const send = async () => {
    setSent(null);
    const issued = invite ?? (await prepare());
    if (issued !== null) setSent(await sendCard({ ...issued.card, picture }));
  };
  const say = words.member.invites;
  return (
    <Card
      id="invite-card"
      title={say.heading[sidesOf(card)](benefitLabel(words.benefits, worthOfCard(card).benefit))}
      aside={say.progress(card.mine.invited, card.mine.invitedMax)}
    >
      <Text className="quiet">{say.intro}</Text>
      <InviteSteps card={card} />
      {no === null ? null : <NoNote no={no} />}
      {sent === null ? null : <SentNote sent={sent} />}
      {canSendCards ? (
        <PrimaryButton id="send-invite" text={say.send} busy={busy} onTap={() => void send()} />
      ) : (
        <PrimaryButton id="send-invite" text={say.send} busy={busy} disabled={invite === null} share />
      )}
      <QuietButton id="open-poster" text={say.poster} onTap={() => go(pages.poster, { id: campaignId })} />
    </Card>
  );
}

function InvitesInside({ home, campaignId }: { readonly home: ValueOf<'community.home'>; readonly campaignId: string | undefined }) {
  const words = useWords();
  const invites = home.campaigns.filter((card) => card.type === 'invite_reward' && card.state !== 'draft');
  const card = invites.find((one) => one.campaignId === campaignId) ?? invites.find((one) => one.state === 'live') ?? invites[0];
  const locked = card === undefined ? null : lockOf(card);
  return (
    <>
      {card === undefined ? <EmptyState id="no-invite-campaign" text={words.member.invites.none} /> : null}
      {card !== undefined && locked === null ? <Sending card={card} community={home.community.name} /> : null}
      {locked === null ? null : <NoNote no={locked} />}
      <InviteList me={home.me} />
    </>
  );
}

export function InvitesScreen() {
  const words = useWords();
  const { params } = useRouter();
  const skeleton = <Skeleton count={4} label={words.member.shared.loading} />;
  return (
    <Screen title={words.member.invites.title} backLabel={words.member.shared.back}>
      <WithCommunity skeleton={skeleton}>{(home) => <InvitesInside home={home} campaignId={params.id} />}</WithCommunity>
    </Screen>
  );
}
