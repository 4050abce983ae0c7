// A coupon that can be claimed: what it is worth, what is left, why it is locked, and the tap that claims it.
import { useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, holdsAll, lockOf, numberOf } from '#app/features/campaign/campaign-parts';
import { campaignPath } from '#app/features/community/entry';
import { VerifyButton } from '#app/features/community/verify-button.tsx';
import { type ClaimValue, claimNow } from '#app/features/coupon/claim-now';
import { ClaimOutcome } from '#app/features/coupon/claim-outcome.tsx';
import { conditionLines, heldOfText, stubOf, usableText, worthOfCard } from '#app/features/coupon/coupon-text';
import { go, pages } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { ReminderOffer } from '#app/features/reminder/reminder-offer.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { sayNo } from '#app/i18n/say';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Ticket } from '#app/ui/ticket.tsx';

/** At this share of the stock, or below, what is left is said as running low. */
const LOW_SHARE = 0.2;

export interface CouponOfferProps {
  readonly card: CampaignCard;
  readonly joined: boolean;
  /** The first coupon that can be claimed carries the page's main action. */
  readonly main: boolean;
  /** Beside other things there is no room for why a coupon is locked: its own page says so. */
  readonly brief?: boolean;
}

function LeftTag({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  if (card.left === null) return null;
  // Whoever holds one reads that they do, and not that there is none.
  if (card.left === 0) return card.mine.claimed > 0 ? null : <Tag text={words.member.wall.gone} />;
  const isLow = card.left <= numberOf(card, 'stock') * LOW_SHARE;
  const { wall } = words.member;
  const text = card.type === 'group_price' ? (isLow ? wall.lastPiecesLeft : wall.piecesLeft) : isLow ? wall.lastLeft : wall.left;
  return <Tag text={text(card.left)} tone={isLow ? 'amber' : 'plain'} />;
}

/** What is left, for whom it is, and how much of it somebody has, where no button says so. */
function OfferTags({ card, isSaid }: { readonly card: CampaignCard; readonly isSaid: boolean }) {
  const words = useWords();
  const { mine, groupLabel } = card;
  return (
    <>
      <LeftTag card={card} />
      {groupLabel === null ? null : <Tag text={words.member.shared.groupOnly(groupLabel)} tone="blue" />}
      {mine.claimed > 0 && !isSaid ? <Tag text={heldOfText(words, card)} tone="green" /> : null}
    </>
  );
}

/** What the tap does; while it is being done, that: no ticket is on show that is not there. */
function claimText({ member }: Words, card: CampaignCard, isClaiming: boolean): string {
  if (isClaiming) return member.daily.claiming;
  if (card.type === 'group_price') return member.wall.reserve;
  return card.mine.claimed > 0 ? member.wall.claimMore : member.wall.claim;
}

/** What there is to do with what was just claimed. */
function NextToDo({ campaignId, ticket }: { readonly campaignId: string } & Pick<ClaimValue, 'ticket'>) {
  const { couponId, useUntilOn } = ticket;
  const text = useWords().member.wall.openTicket;
  return (
    <>
      <QuietButton id={`open-ticket-${campaignId}`} text={text} onTap={() => go(pages.ticket, { coupon: couponId })} />
      <ReminderOffer id={`remind-${campaignId}`} asked={{ kind: 'coupon_expiring', couponId }} until={useUntilOn} />
    </>
  );
}

export function CouponOffer({ card, joined, main, brief = false }: CouponOfferProps) {
  const words = useWords();
  const { busy } = useDeed(phone.claim);
  const [claimed, setClaimed] = useState<ClaimValue | null>(null);
  const [no, setNo] = useState<No | null>(null);
  const [tapped, setTapped] = useState(false);
  const [wasMain, setWasMain] = useState(main);
  const locked = lockOf(card);
  const hasAll = holdsAll(card, locked);
  const { mine } = card;
  const worth = worthOfCard(card);
  // How many is asked for on its own page.
  const isReserved = card.type === 'group_price';
  const canClaim = joined && locked === null && mine.claimed < mine.claimedMax;
  // The button that was tapped stands on, so that a second tap meets nothing else and the keyboard keeps its place.
  const isDoneHere = (tapped || claimed !== null) && !canClaim;
  const isBusy = tapped && busy;
  const openPage = () => {
    // A second tap may meet the words, while the busy button has moved below them.
    if (!isBusy) go(campaignPath(phone.communities.current(), card.campaignId));
  };
  const claim = async () => {
    setTapped(true);
    setWasMain(main);
    setClaimed(null);
    setNo(null);
    const reply = await claimNow(card.campaignId);
    setTapped(false);
    if (reply?.ok === true) setClaimed(reply.value);
    else setNo(reply);
  };
  const shownNo = no ?? (!brief && !hasAll ? locked : null);
  const Button = (isDoneHere ? wasMain : main) ? PrimaryButton : QuietButton;
  return (
    <Ticket
      id={`offer-${card.campaignId}`}
      worth={stubOf(words, worth)}
      conditions={conditionLines(words, worth)}
      title={card.title}
      lines={[usableText(words, card), ...(brief && locked !== null && !hasAll ? [sayNo(words, locked).reason] : [])]}
      look={locked === null || hasAll ? 'good' : 'off'}
      tags={<OfferTags card={card} isSaid={isDoneHere} />}
      onTap={openPage}
      action={
        canClaim || isDoneHere ? (
          <Button
            id={`claim-${card.campaignId}`}
            text={isDoneHere && !isBusy ? heldOfText(words, card) : claimText(words, card, isBusy)}
            busy={isBusy}
            disabled={isDoneHere}
            onTap={() => (isReserved ? openPage() : void claim())}
          />
        ) : null
      }
    >
      {claimed === null ? null : <ClaimOutcome value={claimed} reserved={false} />}
      {shownNo === null ? null : (
        <NoNote no={shownNo}>{shownNo.code === 'not_in_group' ? <VerifyButton id={`verify-${card.campaignId}`} /> : null}</NoNote>
      )}
      {claimed === null ? null : <NextToDo campaignId={card.campaignId} ticket={claimed.ticket} />}
    </Ticket>
  );
}
