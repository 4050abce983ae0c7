// The counter, for one hand: scan or type, see the ticket and its holder, type the amount, see the arithmetic, confirm once.
import { Text, View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import { askHome } from '#app/features/community/ask-home';
import { go } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { asksForOrder, type CounterState, type Redeemed, sumFor } from '#app/features/redemption/create-counter';
import { FoundTicket, HandOver, OrderForm } from '#app/features/redemption/found-ticket.tsx';
import { CODE_DIGITS, groupedDigits } from '#app/features/redemption/grouped-digits';
import { recallTill, type Till } from '#app/features/redemption/kept-till';
import { LateNotes } from '#app/features/redemption/late-notes.tsx';
import { LatestRedemptions } from '#app/features/redemption/latest-redemptions.tsx';
import { NoteActions, Noted, NoteForm } from '#app/features/redemption/note-form.tsx';
import { ScanButton } from '#app/features/redemption/scan-button.tsx';
import { ShiftReport } from '#app/features/redemption/shift-report.tsx';
import { desk } from '#app/features/this-desk';
import { phone, useAsk, useCommunities, useResource } from '#app/features/this-phone';
import { clockText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { buzz } from '#app/platform/buzz';
import { recall, remember } from '#app/platform/storage';
import { useWideWindow } from '#app/platform/wide-window';
import { LinkButton, PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { Field } from '#app/ui/field.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { OfflineBanner, RefusalNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import './counter-screen.scss';

const { counter } = desk;

type Home = ValueOf<'community.home'>;

/** What stands beside the counter, once there is a network to ask; a desk has room for the shift report itself. */
function Beside({ home }: { readonly home: Home }) {
  const { owner, gifts } = useOwnersWords();
  const isWide = useWideWindow();
  return (
    <>
      <LatestRedemptions home={home} />
      {isWide ? <ShiftReport home={home} /> : null}
      <View className="link-card">
        {isWide ? null : <LinkRow id="open-shift" label={owner.shift.link} onTap={() => go(ownerPages.shift)} />}
        <LinkRow id="open-orders" label={gifts.counter.link} onTap={() => go(ownerPages.orders)} />
      </View>
    </>
  );
}

/** Begins with typed digits; the camera's button stands at the bottom edge, where the thumb is. */
function Ready({ state, till, home }: { readonly state: CounterState; readonly till: Till; readonly home: Home | null }) {
  const { owner } = useOwnersWords();
  const { communityId, zone } = till;
  const says = owner.counter;
  const missing = CODE_DIGITS - state.digits.length;
  const check = () => void counter.check(communityId);
  return (
    <Columns {...(home === null ? {} : { below: <Beside home={home} /> })}>
      {state.no === null ? null : <NoNote no={state.no}>{state.no.code === 'offline' ? <Text>{owner.late.onlyScan}</Text> : null}</NoNote>}
      {state.sawNothing ? <RefusalNote code="no_code_seen" reason={says.noCode} /> : null}
      <Card>
        <Field
          id="code-digits"
          label={says.digits}
          value={groupedDigits(state.digits)}
          placeholder={says.digitsExample}
          keyboard="number"
          large
          onChange={counter.type}
          onEnter={check}
          {...(state.digits === '' || missing === 0 ? {} : { hint: says.digitsShort(missing) })}
        />
        <QuietButton id="check-code" text={says.check} busy={state.looking} disabled={missing > 0} onTap={check} />
      </Card>
      <LateNotes zone={zone} />
    </Columns>
  );
}

function Done({ done, zone }: { readonly done: Redeemed; readonly zone: string }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.counter;
  return (
    <View className="redeemed" id="redeem-done" role="status">
      <View className="redeemed__tick" aria-hidden />
      <Text className="redeemed__text">{says.done}</Text>
      <Text className="redeemed__pay" id="redeem-pay">
        {done.sum.orderFen === 0 ? says.nothingToPay : says.pay(formats.money(done.sum.payFen))}
      </Text>
      {done.sum.offFen === 0 ? null : (
        <Text className="redeemed__sum">{`${formats.money(done.sum.orderFen)} − ${formats.money(done.sum.offFen)} = ${formats.money(done.sum.payFen)}`}</Text>
      )}
      <Text className="quiet">{says.doneAt(clockText(done.redeemedAt, zone))}</Text>
    </View>
  );
}

function CounterBody({ till, home }: { readonly till: Till; readonly home: Home | null }) {
  const state = useStore(counter.store);
  const says = useOwnersWords().owner.counter;
  const { zone } = till;
  if (state.done !== null) {
    return (
      <>
        <Done done={state.done} zone={zone} />
        <FoundTicket found={state.done.found} look="torn" status={says.done} />
      </>
    );
  }
  if (state.noted !== null) {
    return (
      <>
        <Noted orderFen={state.noted} />
        <LateNotes zone={zone} />
      </>
    );
  }
  if (state.found === null) {
    return state.unheard === null ? <Ready state={state} till={till} home={home} /> : <NoteForm state={state} code={state.unheard.code} />;
  }
  return (
    <>
      <FoundTicket found={state.found} look="good" />
      {asksForOrder(state.found.ticket) ? <OrderForm state={state} found={state.found} /> : <HandOver found={state.found} />}
      {state.no === null ? null : <NoNote no={state.no} />}
    </>
  );
}

/** What was found is redeemed here; or noted, where the answer was lost. */
function FoundActions({ state }: { readonly state: CounterState }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.counter;
  if (state.found === null) return null;
  const sum = sumFor(state.found.ticket, state.orderText);
  const text = sum.kind !== 'sum' ? says.confirmFirst : sum.orderFen === 0 ? says.confirmHanded : says.confirm(formats.money(sum.payFen));
  return (
    <View className="counter-actions">
      <PrimaryButton
        id="confirm-redemption"
        text={text}
        busy={state.redeeming}
        disabled={sum.kind !== 'sum'}
        onTap={() => void counter.confirm()}
      />
      {state.unheard === null ? null : <QuietButton id="note-scan" text={owner.late.note} onTap={counter.note} />}
      <QuietButton id="another-coupon" text={says.another} onTap={counter.next} />
    </View>
  );
}

/** The one thing to do at each moment, where the thumb is: the next scan is where the last one was. */
function CounterAction({ communityId }: { readonly communityId: string | null }) {
  const state = useStore(counter.store);
  const says = useOwnersWords().owner.late;
  if (state.found !== null) return <FoundActions state={state} />;
  if (state.unheard !== null) return <NoteActions state={state} />;
  if (communityId === null) return null;
  if (state.done === null && state.noted === null) return <ScanButton looking={state.looking} communityId={communityId} />;
  return (
    <View className="counter-actions">
      <ScanButton looking={state.looking} communityId={communityId} text={says.scanNext} />
      <LinkButton id="next-customer" text={says.home} onTap={counter.next} />
    </View>
  );
}

/** Tells the hand how it went, whoever looks elsewhere. */
function useBuzz(): void {
  const went = useStore(counter.store, ({ done, noted, no, sawNothing }) =>
    done !== null || noted !== null ? 'well' : no !== null || sawNothing ? 'wrong' : null,
  );
  useEffect(() => {
    if (went !== null) buzz(went);
  }, [went]);
}

/** The counter of last time, where nobody can be asked: it scans and notes. */
function OfflineCounter({ till }: { readonly till: Till }) {
  const { owner, member } = useOwnersWords();
  const ask = useCallback(() => void askHome(), []);
  // The network that comes back is asked at once.
  useAsk(ask);
  return (
    <Screen title={owner.counter.title} backLabel={member.shared.back} dense action={<CounterAction communityId={till.communityId} />}>
      <OfflineBanner text={owner.late.offline} retryText={member.shared.retry} onRetry={ask} />
      <CounterBody till={till} home={null} />
    </Screen>
  );
}

export function CounterScreen() {
  const says = useOwnersWords().owner.counter;
  const { communityId, no } = useCommunities();
  const home = useResource(phone.home);
  useBuzz();
  // What is finished is not what the next opening of this page is about.
  useDidHide(() => {
    const { done, noted } = counter.store.getState();
    if (done !== null || noted !== null) counter.next();
  });
  const isCutOff = home.value === null && (home.no ?? no)?.code === 'offline';
  const till = isCutOff ? recallTill({ recall, remember }) : null;
  if (till !== null) return <OfflineCounter till={till} />;
  return (
    <OwnerScreen title={says.title} who="clerk" action={<CounterAction communityId={communityId} />}>
      {(shown) => <CounterBody till={shown.community} home={shown} />}
    </OwnerScreen>
  );
}
