// The one thing to do on a campaign's page: join, then check in, claim or invite; or why not, and what instead.
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, hasJoined, holdsAll, isClaimed, lockOf, numberOf } from '#app/features/campaign/campaign-parts';
import { WelcomeAction } from '#app/features/campaign/welcome-steps.tsx';
import { CheckInOutcome } from '#app/features/checkin/check-in-outcome.tsx';
import type { CheckInValue } from '#app/features/checkin/create-check-ins';
import { JoinButton } from '#app/features/community/join-button.tsx';
import { VerifyButton } from '#app/features/community/verify-button.tsx';
import { noWayIn } from '#app/features/community/way-in.tsx';
import { isContent } from '#app/features/content/content-card';
import { type ClaimValue, claimNow } from '#app/features/coupon/claim-now';
import { ClaimOutcome } from '#app/features/coupon/claim-outcome.tsx';
import { QuantityPicker } from '#app/features/coupon/quantity-picker.tsx';
import { go, pages } from '#app/features/go';
import { ToBoard } from '#app/features/leaderboard/season-prizes.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { ExchangeAction } from '#app/features/points/exchange-offer.tsx';
import { ReminderOffer } from '#app/features/reminder/reminder-offer.tsx';
import { phone, useDeed, useStamping } from '#app/features/this-phone';
import { sayNo } from '#app/i18n/say';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import './campaign-action.scss';

interface ActionProps {
  readonly page: ValueOf<'campaign.open'>;
  readonly onChange: () => void;
  /** Hears what a check-in answers while its stamp still stands. */
  readonly onCheckedIn: (value: CheckInValue) => void;
}

/** Why not, with the way out of it where this phone has one. */
function Locked({ no, onChange }: { readonly no: No } & Pick<ActionProps, 'onChange'>) {
  return <NoNote no={no}>{no.code === 'not_in_group' ? <VerifyButton id="verify-group" onVerified={onChange} /> : null}</NoNote>;
}

function CheckInAction({ page, onChange, onCheckedIn }: ActionProps) {
  const words = useWords();
  const stamping = useStamping(page.card.campaignId);
  const [outcome, setOutcome] = useState<CheckInValue | null>(null);
  const [no, setNo] = useState<No | null>(null);
  const { card } = page;
  const checkIn = async () => {
    setNo(null);
    const reply = await phone.checkIns.run(card.campaignId, undefined, onCheckedIn);
    if (reply?.ok === true) setOutcome(reply.value);
    else setNo(reply);
    onChange();
  };
  // The stamp on the page stands already; what came of it is the server's to say.
  if (stamping) return <PrimaryButton id="checking-in" text={words.member.daily.checkingIn} busy />;
  if (card.mine.checkedInToday) {
    return (
      <>
        {outcome?.on !== page.today ? (
          <DoneNote id="checked-in" text={words.member.campaign.checkedIn(card.mine.streakDays)} />
        ) : (
          <CheckInOutcome value={outcome} />
        )}
        <ReminderOffer id="remind-checkin" asked={{ kind: 'checkin_open', campaignId: card.campaignId }} until={card.endsOn} />
        <QuietButton id="open-calendar" text={words.member.home.calendar} onTap={() => go(pages.calendar, { id: card.campaignId })} />
      </>
    );
  }
  const locked = lockOf(card);
  const shownNo = no ?? locked;
  return (
    <>
      {shownNo === null ? null : <Locked no={shownNo} onChange={onChange} />}
      {locked === null ? <PrimaryButton id="check-in" text={words.member.campaign.checkIn} onTap={() => void checkIn()} /> : null}
    </>
  );
}

interface ClaimButtonProps {
  readonly card: CampaignCard;
  readonly busy: boolean;
  readonly onClaim: (quantity: number | undefined) => void;
}

/** The tap that claims; of a group price with how many, and what they come to. */
function ClaimButton({ card, busy, onClaim }: ClaimButtonProps) {
  const { member, formats } = useWords();
  const [quantity, setQuantity] = useState(1);
  if (card.type !== 'group_price') {
    const text = busy ? member.daily.claiming : member.campaign.claim;
    return <PrimaryButton id="claim" text={text} busy={busy} onTap={() => onClaim(undefined)} />;
  }
  const pay = formats.money((card.mine.priceFen ?? 0) * quantity);
  return (
    <>
      <QuantityPicker quantity={quantity} max={Math.min(numberOf(card, 'quantityMax'), card.left ?? 1)} onChange={setQuantity} />
      <PrimaryButton id="claim" text={member.wall.reserveMany(quantity, pay)} busy={busy} onTap={() => onClaim(quantity)} />
    </>
  );
}

/** What somebody has who can get no more. */
function heldText(words: Words, { mine }: CampaignCard, no: No): string {
  return no.code === 'sold_out' ? words.member.campaign.heldRestGone(mine.claimed) : sayNo(words, no).reason;
}

function ClaimAction({ page, onChange }: Omit<ActionProps, 'onCheckedIn'>) {
  const words = useWords();
  const { busy } = useDeed(phone.claim);
  const [claimed, setClaimed] = useState<ClaimValue | null>(null);
  const [no, setNo] = useState<No | null>(null);
  const { card } = page;
  const locked = lockOf(card);
  const claim = async (quantity: number | undefined) => {
    setNo(null);
    const reply = await claimNow(card.campaignId, quantity);
    if (reply?.ok === true) setClaimed(reply.value);
    else setNo(reply);
    onChange();
  };
  const shownNo = no ?? (claimed === null ? locked : null);
  return (
    <>
      {claimed === null ? null : <ClaimOutcome value={claimed} reserved={card.type === 'group_price'} />}
      {shownNo === null ? null : holdsAll(card, shownNo) ? (
        <DoneNote id="claimed-all" text={heldText(words, card, shownNo)} />
      ) : (
        <Locked no={shownNo} onChange={onChange} />
      )}
      {claimed === null ? null : (
        <ReminderOffer
          id="remind-coupon"
          asked={{ kind: 'coupon_expiring', couponId: claimed.ticket.couponId }}
          until={claimed.ticket.useUntilOn}
        />
      )}
      {card.mine.claimed > 0 || claimed !== null ? (
        <QuietButton id="open-wallet" text={words.member.campaign.openWallet} onTap={() => go(pages.wallet)} />
      ) : null}
      {locked === null && claimed === null ? <ClaimButton card={card} busy={busy} onClaim={(quantity) => void claim(quantity)} /> : null}
    </>
  );
}

/** Whether what there is to do stands on the page itself. */
function isDoneOnPage({ card }: ActionProps['page']): boolean {
  return isContent(card.type) || card.type === 'trial';
}

/** Whether the edge of the page has something to do, or to say why not. */
export function hasAction(page: ActionProps['page']): boolean {
  if (!isDoneOnPage(page) || !hasJoined(page.me)) return true;
  return lockOf(page.card) !== null && page.card.mine.entry === null;
}

function Action({ page, onChange, onCheckedIn }: ActionProps) {
  const words = useWords();
  const { card, me } = page;
  if (card.state === 'draft') return <DoneNote id="campaign-draft" text={words.member.campaign.draft} />;
  if (!hasJoined(me)) {
    const locked = lockOf(card);
    const closed = noWayIn(page);
    if (closed !== null) return <NoNote no={closed} />;
    // Nobody is asked to join for something that is over.
    return locked?.code === 'campaign_ended' ? <NoNote no={locked} /> : <JoinButton joining={page.community.joining} onJoined={onChange} />;
  }
  if (card.type === 'checkin_plan') return <CheckInAction page={page} onChange={onChange} onCheckedIn={onCheckedIn} />;
  if (isClaimed(card)) return <ClaimAction page={page} onChange={onChange} />;
  if (card.type === 'points_exchange') return <ExchangeAction page={page} onChange={onChange} />;
  const locked = lockOf(card);
  if (card.type === 'season_prize' && locked === null) return <ToBoard />;
  if (card.type === 'welcome_gift' && locked === null) return <WelcomeAction card={card} />;
  if (isDoneOnPage(page)) return locked === null ? null : <Locked no={locked} onChange={onChange} />;
  return locked !== null ? (
    <NoNote no={locked} />
  ) : (
    <PrimaryButton id="invite" text={words.member.campaign.invite} onTap={() => go(pages.invites, { id: card.campaignId })} />
  );
}

export function CampaignAction(props: ActionProps) {
  return (
    <View className="campaign-action">
      <Action {...props} />
    </View>
  );
}
