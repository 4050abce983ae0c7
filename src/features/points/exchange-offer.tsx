// Exchanging points for goods: what it costs, what is missing or left, and the exchange itself, asked for once more before it is paid.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, lockOf, numberOf } from '#app/features/campaign/campaign-parts';
import { exchangeItem } from '#app/features/campaign/gift-picture';
import { go, pages } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { QuietOffer } from '#app/ui/quiet-offer.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';

/** What is offered, with its price and what is left. */
export function ExchangeWorth({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  const { gifts, formats } = words;
  const says = gifts.exchange;
  const left = card.left === null ? '' : card.left === 0 ? says.gone : says.left(card.left);
  return (
    <Card id={`exchange-${card.campaignId}`} title={exchangeItem(words, card)} aside={left === '' ? null : <Tag text={left} />}>
      <Text className="strong">{formats.points(numberOf(card, 'pricePoints'))}</Text>
      <Text className="quiet tabular">{says.had(card.mine.claimed, card.mine.claimedMax)}</Text>
    </Card>
  );
}

/** The same on the home page, where it leads to its own page with the complete terms. */
export function ExchangeOffer({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  const { gifts, formats } = words;
  const says = gifts.exchange;
  const locked = lockOf(card);
  const missing =
    locked?.code === 'points_short' ? says.missing(formats.points(Number((locked.data as { missing?: number }).missing))) : null;
  return (
    <QuietOffer
      id={`offer-${card.campaignId}`}
      title={card.title}
      kind={says.title}
      text={`${exchangeItem(words, card)} · ${formats.points(numberOf(card, 'pricePoints'))}`}
      note={missing}
      way={words.member.daily.see}
      onTap={() => go(pages.campaign, { c: phone.communities.current(), id: card.campaignId })}
    />
  );
}

/** The exchange on the campaign's page. */
export function ExchangeAction({ page, onChange }: { readonly page: ValueOf<'campaign.open'>; readonly onChange: () => void }) {
  const words = useWords();
  const { gifts, formats } = words;
  const says = gifts.exchange;
  const { busy } = useDeed(phone.exchange);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<ValueOf<'points.exchange'> | null>(null);
  const [no, setNo] = useState<No | null>(null);
  const { card, me } = page;
  const locked = no ?? (done === null ? lockOf(card) : null);
  const price = numberOf(card, 'pricePoints');
  const exchange = async () => {
    const reply = await phone.exchange.run({ communityId: phone.communities.current(), campaignId: card.campaignId });
    setAsking(false);
    if (reply === null) return;
    if (reply.ok) setDone(reply.value);
    setNo(reply.ok ? null : (reply as No));
    void phone.home.refresh();
    onChange();
  };
  return (
    <>
      {done?.order ? <DoneNote id="exchange-done" text={says.done(done.order.item, done.order.number)} next={says.doneNext} /> : null}
      {done?.order ? <QuietButton id="open-orders" text={says.orders} onTap={() => go(pages.orders)} /> : null}
      {done?.ticket ? <DoneNote id="exchange-done" text={says.doneCoupon} /> : null}
      {done?.ticket ? <QuietButton id="open-wallet" text={says.wallet} onTap={() => go(pages.wallet)} /> : null}
      {locked === null ? null : <NoNote no={locked} />}
      <QuietButton id="open-statement" text={says.statement} onTap={() => go(pages.statement)} />
      {locked === null ? <PrimaryButton id="exchange" text={says.exchange} busy={busy} onTap={() => setAsking(true)} /> : null}
      <ConfirmSheet
        id="confirm-exchange"
        open={asking}
        title={says.confirmTitle}
        effects={[says.confirm(exchangeItem(words, card), formats.points(price), formats.points(Math.max(0, me.points - price)))]}
        confirmText={says.confirmButton}
        cancelText={says.cancel}
        busy={busy}
        onConfirm={() => void exchange()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
