// The ticket at the counter: a code to scan and digits to read out, as long as they are good; torn once it is used.
import { Text, View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import { FoldedTerms } from '#app/features/campaign/folded-terms.tsx';
import { useCommunityOfPath } from '#app/features/community/use-community-of-path';
import { VerifyButton } from '#app/features/community/verify-button.tsx';
import { worthText } from '#app/features/coupon/coupon-text';
import { WalletTicket } from '#app/features/coupon/wallet-ticket.tsx';
import { go, pages } from '#app/features/go';
import { NoNote, NoPage } from '#app/features/no-view.tsx';
import { ComplainSheet } from '#app/features/promise/complain-sheet.tsx';
import { groupedDigits } from '#app/features/redemption/grouped-digits';
import { createCouponCode, type TicketState } from '#app/features/redemption/ticket-store';
import { ReminderOffer } from '#app/features/reminder/reminder-offer.tsx';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { tellShowingCode } from '#app/platform/showing-code';
import { QuietButton } from '#app/ui/buttons.tsx';
import { QrPicture } from '#app/ui/qr-picture.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { DoneNote, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import './ticket-screen.scss';

type Ticket = ValueOf<'redemption.code'>['ticket'];

/** The terms of a ticket as it was claimed. */
function useTicketTerms(ticket: Ticket): string[] {
  const words = useWords();
  return [
    worthText(words, ticket),
    words.formats.span(ticket.useFromOn, ticket.useUntilOn),
    words.terms.coupon_where({ organiser: ticket.organiser }),
    ...(ticket.groupLabel === null ? [] : [words.member.shared.groupOnly(ticket.groupLabel)]),
    words.member.wallet.frozen(ticket.version),
    words.terms.not_cash({}),
    words.terms.adults_redeem({}),
  ];
}

function CodeCard({ code, leftMs }: { readonly code: NonNullable<TicketState['code']>; readonly leftMs: number }) {
  const words = useWords();
  const share = Math.min(100, Math.max(0, (leftMs / code.lifeMs) * 100));
  return (
    <View className="code-card">
      <Text className="code-card__say" id="say-at-counter">
        {words.member.daily.atCounter}
      </Text>
      <QrPicture id="code-qr" text={code.token} label={words.member.ticket.codeLabel} />
      <Text className="code-card__digits" id="code-digits" aria-label={words.member.ticket.digitsLabel(code.digits)}>
        {groupedDigits(code.digits)}
      </Text>
      <View className="code-card__bar" aria-hidden>
        <View className={`code-card__left${leftMs < 15_000 ? ' code-card__left--short' : ''}`} style={{ width: `${share}%` }} />
      </View>
      <Text className="quiet tabular" id="code-left">
        {words.member.ticket.refreshIn(Math.ceil(leftMs / 1000))}
      </Text>
      <Text className="code-card__hint">{words.member.ticket.show}</Text>
      <Text className="quiet">{[words.member.daily.brightness, words.member.ticket.screenshot].join(words.member.shared.joint)}</Text>
    </View>
  );
}

/** A coupon that was used while its code was on show: what it saved, by whom and when, and the way back. */
function Used({ no, zone }: { readonly no: No<'already_redeemed'>; readonly zone: string }) {
  const words = useWords();
  const { ticket, campaign } = words.member;
  const { offFen, redeemedAt, clerk } = no.data;
  const text = offFen === 0 ? ticket.used : ticket.usedSaved(words.formats.money(offFen));
  return (
    <>
      <DoneNote id="ticket-used" text={text} next={ticket.usedBy(momentText(words, redeemedAt, zone), clerk)} />
      <QuietButton id="open-wallet" text={campaign.openWallet} onTap={() => go(pages.wallet)} />
    </>
  );
}

/** Why there is no code: with the way out where there is one. */
function NoCode({ no, onRetry }: { readonly no: No; readonly onRetry: () => void }) {
  if (no.code === 'offline' || no.code === 'try_again' || no.code === 'internal') return <NoPage no={no} busy={false} onRetry={onRetry} />;
  return <NoNote no={no}>{no.code === 'not_in_group' ? <VerifyButton id="verify-group" onVerified={onRetry} /> : null}</NoNote>;
}

function TicketSkeleton() {
  const { loading } = useWords().member.shared;
  return (
    <>
      <Skeleton shape="code" label={loading} />
      <Skeleton shape="ticket" label={loading} />
    </>
  );
}

function TicketInside({ couponId, zone }: { readonly couponId: string; readonly zone: string }) {
  const code = useMemo(() => createCouponCode(phone.caller, { communityId: phone.communities.current(), couponId }), [couponId]);
  const state = useStore(code.store);
  const wallet = usePaged(phone.wallet);
  const ask = useCallback(() => void code.refresh(), [code]);
  useAskNow(ask);
  // Nobody sees the seconds pass behind another page.
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!shown) return;
    code.tick();
    const timer = setInterval(() => code.tick(), 1_000);
    return () => clearInterval(timer);
  }, [code, shown]);
  const token = state.code?.token ?? null;
  useEffect(() => tellShowingCode(token), [token]);
  useEffect(() => () => tellShowingCode(null), []);
  useDidHide(() => tellShowingCode(null));
  useDidShow(() => tellShowingCode(code.store.getState().code?.token ?? null));
  const refusal = state.no?.code;
  useEffect(() => {
    // The wallet knows how a ticket looks that has no code any more.
    if (refusal !== undefined) void phone.wallet.refresh();
  }, [refusal]);
  const ticket = wallet.items.find((held) => held.couponId === couponId && held.state !== 'usable') ?? state.ticket;
  const lines = ticket === null ? null : <TicketTerms ticket={ticket} />;
  const about = ticket === null ? null : { communityId: phone.communities.current(), campaignId: ticket.campaignId, couponId };
  const complain = about === null ? null : <ComplainSheet {...about} />;
  if (state.code !== null && state.ticket !== null) {
    return (
      <>
        {state.no === null ? null : <NoNote no={state.no} />}
        <CodeCard code={state.code} leftMs={state.leftMs} />
        <WalletTicket ticket={state.ticket} zone={zone} />
        <ReminderOffer id="remind-coupon" asked={{ kind: 'coupon_expiring', couponId }} until={state.ticket.useUntilOn} />
        {lines}
        {complain}
      </>
    );
  }
  if (state.no === null) return <TicketSkeleton />;
  return (
    <>
      {state.no.code === 'already_redeemed' && state.ticket !== null ? (
        <Used no={state.no} zone={zone} />
      ) : (
        <NoCode no={state.no} onRetry={ask} />
      )}
      {ticket === null ? null : <WalletTicket ticket={ticket} zone={zone} />}
      {lines}
      {complain}
    </>
  );
}

function TicketTerms({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords();
  return <FoldedTerms id="ticket-terms" title={words.member.ticket.terms} lines={useTicketTerms(ticket)} />;
}

export function TicketScreen() {
  const words = useWords();
  const { params } = useRouter();
  const couponId = decodeURIComponent(params.coupon ?? '');
  const isLookedAt = useCommunityOfPath();
  const skeleton = <TicketSkeleton />;
  return (
    <Screen title={words.member.ticket.title} backLabel={words.member.shared.back}>
      {isLookedAt ? (
        <WithCommunity skeleton={skeleton}>{(home) => <TicketInside couponId={couponId} zone={home.community.zone} />}</WithCommunity>
      ) : (
        skeleton
      )}
    </Screen>
  );
}
