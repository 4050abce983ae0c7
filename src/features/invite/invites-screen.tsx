// My invites: send one, and see how far each has come and why one does not count.
import { Text, View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { type CampaignCard, lockOf } from '#app/features/campaign/campaign-parts';
import { useCardPicture } from '#app/features/campaign/use-card-picture';
import { worthOfCard } from '#app/features/coupon/coupon-text';
import { go, goTab, pages } from '#app/features/go';
import { type InviteCard, inviteCardOf } from '#app/features/invite/invite-card';
import { sidesOf } from '#app/features/invite/invite-parts';
import { InviteSteps } from '#app/features/invite/invite-steps.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import type { InviteState } from '#app/features/phone';
import { MyReview } from '#app/features/risk/my-review.tsx';
import { phone, useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { WithCommunity } from '#app/features/with-community.tsx';
import { sayInviteRefusal } from '#app/i18n/say';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import { canSendCards, type Sent, sendCard } from '#app/platform/share';
import { LinkButton, PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { DoneNote, EmptyState, RefusalNote, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Thread } from '#app/ui/thread.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

const tones = { opened: 'blue', joined: 'blue', rewarded: 'green', refused: 'plain', reversed: 'amber' } as const;

/** The invites of a leaf: each is a card with a thread of twenty-seven nodes, and a page holds less than a thousand. */
const INVITES_MAX = 30;

/** What the friend's own first action was refused with: until then they had gone all of the way. */
const REFUSED_AT_THE_LAST = ['limit_reached', 'campaign_over', 'sold_out'];

/** How far a friend has come: opened, joined, acted for the first time, and paid. */
function stepsOf({ state, reason, joinedAt }: InviteState): 1 | 2 | 3 | 4 {
  if (state === 'rewarded' || state === 'reversed') return 4;
  if (joinedAt === null) return 1;
  return state === 'refused' && REFUSED_AT_THE_LAST.includes(reason ?? '') ? 3 : 2;
}

interface InviteProps {
  readonly invite: InviteState;
  readonly home: Home;
  /** Makes the button that sends the card once more; null where it cannot be sent. */
  readonly again: ((id: string, campaignId: string) => ReactNode) | null;
}

/** What an invite that is on its way will bring, and to whom; empty where its campaign is no longer shown. */
function useComing(invite: InviteState, home: Home): string {
  const words = useWords();
  const card = home.campaigns.find(({ campaignId }) => campaignId === invite.campaignId);
  if (card === undefined || (invite.state !== 'opened' && invite.state !== 'joined')) return '';
  return words.member.invites.coming[sidesOf(card)](benefitLabel(words.benefits, worthOfCard(card).benefit));
}

function Invite({ invite, home, again }: InviteProps) {
  const words = useWords();
  const say = words.member.invites;
  const { me } = home;
  const friend = invite.friend.name ?? words.member.shared.someone(invite.friend.tag);
  const coming = useComing(invite, home);
  const isOpen = invite.state === 'opened' || invite.state === 'joined';
  const brought = [say.nextStep[invite.state], coming, say.coupons(invite.coupons)].filter((part) => part !== '');
  return (
    <Card>
      <View className="row row--apart">
        <Text className="strong">{friend}</Text>
        <Tag text={say.states[invite.state]} tone={tones[invite.state]} />
      </View>
      <Thread
        from={{ name: me.name, tag: me.tag, picture: me.avatar }}
        to={{ name: invite.friend.name, tag: invite.friend.tag, picture: invite.friend.avatar }}
        steps={stepsOf(invite)}
        names={say.steps}
        broken={invite.state === 'refused' || invite.state === 'reversed'}
        label={`${friend}: ${say.states[invite.state]}`}
      />
      {brought.length === 0 ? null : <Text>{brought.join(words.member.shared.joint)}</Text>}
      {invite.reason === null ? null : <Text>{sayInviteRefusal(words, invite.reason)}</Text>}
      <Text className="quiet tabular">{say.openedAt(words.formats.moment(invite.openedAt))}</Text>
      {invite.reversal === null ? null : (
        <RefusalNote
          code="invite-reversed"
          reason={say.reversed(say.fraud[invite.reversal.reason], invite.reversal.evidence)}
          next={say.appeal}
        />
      )}
      {isOpen && again !== null ? again(`send-again-${invite.friend.memberId}`, invite.campaignId) : null}
    </Card>
  );
}

function InviteList({ home, again }: Omit<InviteProps, 'invite'>) {
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
        rowsMax={INVITES_MAX}
      >
        {(invites) =>
          invites.map((invite) => <Invite key={`${invite.friend.memberId} ${invite.openedAt}`} invite={invite} home={home} again={again} />)
        }
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

/** Sending the card of a campaign: from its own button, and once more from a thread that waits. */
function useSending(card: CampaignCard, community: string) {
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
  const way = canSendCards ? { onTap: () => void send() } : { disabled: invite === null, share: true };
  return { no, sent, button: { busy, ...way } };
}

function Sending({ card, home }: { readonly card: CampaignCard; readonly home: Home }) {
  const words = useWords();
  const say = words.member.invites;
  const { no, sent, button } = useSending(card, home.community.name);
  return (
    <>
      <Card
        id="invite-card"
        title={say.heading[sidesOf(card)](benefitLabel(words.benefits, worthOfCard(card).benefit))}
        aside={say.progress(card.mine.invited, card.mine.invitedMax)}
      >
        <Text className="quiet">{say.intro}</Text>
        <InviteSteps card={card} />
        {no === null ? null : <NoNote no={no} />}
        {sent === null ? null : <SentNote sent={sent} />}
        <PrimaryButton id="send-invite" text={say.send} {...button} />
        <QuietButton id="open-poster" text={say.poster} onTap={() => go(pages.poster, { id: card.campaignId })} />
      </Card>
      <InviteList
        home={home}
        again={(id, campaignId) => (campaignId === card.campaignId ? <LinkButton id={id} text={say.again} {...button} /> : null)}
      />
    </>
  );
}

function InvitesInside({ home, campaignId }: { readonly home: Home; readonly campaignId: string | undefined }) {
  const words = useWords();
  const invites = home.campaigns.filter((card) => card.type === 'invite_reward' && card.state !== 'draft');
  const card = invites.find((one) => one.campaignId === campaignId) ?? invites.find((one) => one.state === 'live') ?? invites[0];
  const locked = card === undefined ? null : lockOf(card);
  if (card !== undefined && locked === null) return <Sending card={card} home={home} />;
  return (
    <>
      {locked === null ? (
        <EmptyState id="no-invite-campaign" text={words.member.invites.none}>
          <QuietButton id="go-wall" text={words.member.wallet.toWall} onTap={() => goTab('wall')} />
        </EmptyState>
      ) : (
        <NoNote no={locked} />
      )}
      <InviteList home={home} again={null} />
    </>
  );
}

export function InvitesScreen() {
  const words = useWords();
  const { params } = useRouter();
  const skeleton = <Skeleton count={4} label={words.member.shared.loading} />;
  return (
    <Screen title={words.member.invites.title} backLabel={words.member.shared.back}>
      <WithCommunity skeleton={skeleton}>
        {(home) => (
          <>
            <MyReview communityId={home.community.communityId} zone={home.community.zone} watched={home.me.watched} />
            <InvitesInside home={home} campaignId={params.id} />
          </>
        )}
      </WithCommunity>
    </Screen>
  );
}
