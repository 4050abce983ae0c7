// The counter, for one hand: scan or type, see the ticket and its holder, type the amount, see the arithmetic, confirm once.
import { Text, View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { useCallback } from 'react';
import { useStore } from 'zustand';
import { conditionText, stubOf } from '#app/features/coupon/coupon-text';
import { go } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { asksForOrder, type CounterState, type Found, type Redeemed, sumFor } from '#app/features/redemption/create-counter';
import { CODE_DIGITS, groupedDigits } from '#app/features/redemption/grouped-digits';
import { desk } from '#app/features/this-desk';
import { useAskNow, useCommunities, usePaged } from '#app/features/this-phone';
import { clockText, momentText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { scanCode } from '#app/platform/scan';
import { Avatar } from '#app/ui/avatar.tsx';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { RefusalNote } from '#app/ui/states.tsx';
import { Ticket } from '#app/ui/ticket.tsx';
import type { ValueOf } from '#core/contract';
import './counter-screen.scss';

const { counter } = desk;

type Community = ValueOf<'community.home'>['community'];

/** Begins with typed digits; the camera's button stands at the bottom edge, where the thumb is. */
function Ready({ state, community }: { readonly state: CounterState; readonly community: Community }) {
  const { owner, gifts } = useWords();
  const says = owner.counter;
  const missing = CODE_DIGITS - state.digits.length;
  return (
    <>
      {state.no === null ? null : <NoNote no={state.no} />}
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
          {...(state.digits === '' || missing === 0 ? {} : { hint: says.digitsShort(missing) })}
        />
        <QuietButton
          id="check-code"
          text={says.check}
          busy={state.looking}
          disabled={missing > 0}
          onTap={() => void counter.check(community.communityId)}
        />
      </Card>
      <LatestRedemptions zone={community.zone} />
      <View className="link-card">
        <LinkRow id="open-orders" label={gifts.counter.link} onTap={() => go(ownerPages.orders)} />
      </View>
    </>
  );
}

/** The last few, so that a clerk sees that the one before has gone through. */
function LatestRedemptions({ zone }: { readonly zone: string }) {
  const words = useWords();
  const { owner, formats } = words;
  const says = owner.counter;
  const { items, at } = usePaged(desk.recent);
  const ask = useCallback(() => void desk.recent.refresh(), []);
  useAskNow(ask);
  if (at === null) return null;
  return (
    <Card title={says.today}>
      {items.length === 0 ? <Text className="quiet">{says.empty}</Text> : null}
      {items.slice(0, 3).map((line) => (
        <View key={`${line.couponId} ${line.redeemedAt}`} className="row row--apart">
          <Text className="quiet tabular">{`${momentText(words, line.redeemedAt, zone)} · ${owner.shared.person(line.holder.name, line.holder.tag)}`}</Text>
          <Text className="strong tabular">{formats.money(line.payFen)}</Text>
        </View>
      ))}
      <LinkRow id="open-redemptions" label={says.recent} onTap={() => go(ownerPages.redemptions)} />
    </Card>
  );
}

/** The camera's button, as large as a thumb wants it. */
function ScanButton({ looking, communityId }: { readonly looking: boolean; readonly communityId: string }) {
  const says = useWords().owner.counter;
  const scan = async () => counter.scanned(communityId, await scanCode());
  return (
    <View
      id="scan"
      className={`scan${looking ? ' scan--busy' : ''}`}
      role="button"
      aria-busy={looking}
      hoverClass="card--pressed"
      onClick={() => void scan()}
    >
      <View className="scan__frame" aria-hidden>
        <View className="scan__corner scan__corner--1" />
        <View className="scan__corner scan__corner--2" />
        <View className="scan__corner scan__corner--3" />
        <View className="scan__corner scan__corner--4" />
        <View className="scan__line" />
      </View>
      <View>
        <Text className="scan__text">{says.scan}</Text>
        <Text className="scan__hint">{says.scanHint}</Text>
      </View>
    </View>
  );
}

function FoundTicket({ found, look, status }: { readonly found: Found; readonly look: 'good' | 'torn'; readonly status?: string }) {
  const words = useWords();
  const { owner, formats } = words;
  const says = owner.counter;
  const { ticket, holder } = found;
  const name = owner.shared.person(holder.name, holder.tag);
  return (
    <Ticket
      id="counter-ticket"
      worth={stubOf(words, ticket)}
      condition={conditionText(words, ticket)}
      title={ticket.title}
      lines={[says.until(formats.day(ticket.useUntilOn))]}
      look={look}
      {...(status === undefined ? {} : { status })}
    >
      <View className="row" id="holder">
        <Avatar name={holder.name} tag={holder.tag} picture={holder.avatar} />
        <View>
          <Text className="quiet">{says.holder}</Text>
          <Text className="counter-holder">{name}</Text>
        </View>
      </View>
    </Ticket>
  );
}

/** Order − off = pay, each on its line with the numbers in line. */
function Arithmetic({ found, orderText }: { readonly found: Found; readonly orderText: string }) {
  const { owner, formats } = useWords();
  const says = owner.counter.arithmetic;
  const sum = sumFor(found.ticket, orderText);
  if (sum.kind !== 'sum') return null;
  return (
    <View className="sum" id="sum">
      <View className="sum__line">
        <Text className="sum__label">{says.order}</Text>
        <Text className="sum__number">{formats.money(sum.orderFen)}</Text>
      </View>
      <View className="sum__line sum__line--off">
        <Text className="sum__label">{says.off}</Text>
        <Text className="sum__number">{`− ${formats.money(sum.offFen)}`}</Text>
      </View>
      <View className="sum__line sum__line--pay">
        <Text className="sum__label">{says.pay}</Text>
        <Text className="sum__number" id="sum-pay">
          {formats.money(sum.payFen)}
        </Text>
      </View>
    </View>
  );
}

/** What is handed over for a coupon that needs no order: a thing, a service, or so many at the group price. */
function HandOver({ found }: { readonly found: Found }) {
  const { benefits } = useWords();
  const { benefit } = found.ticket;
  const isPriced = benefit.kind === 'group_price';
  const text = isPriced
    ? benefits.handOver.gift(benefits.pieces(benefit.item, benefit.quantity))
    : benefit.kind === 'gift' || benefit.kind === 'service'
      ? benefits.handOver[benefit.kind](benefit.item)
      : '';
  return (
    <Card>
      <Text className="strong" id="hand-over">
        {text}
      </Text>
      {isPriced ? <Arithmetic found={found} orderText="" /> : null}
    </Card>
  );
}

function OrderForm({ state, found }: { readonly state: CounterState; readonly found: Found }) {
  const { owner, formats, no } = useWords();
  const says = owner.counter;
  const sum = sumFor(found.ticket, state.orderText);
  const problem =
    sum.kind === 'below'
      ? no.below_threshold({ thresholdFen: found.ticket.thresholdFen as never, missingFen: sum.missingFen as never }).reason
      : sum.kind === 'problem'
        ? sum.problem === 'too_precise'
          ? owner.fields.tooPrecise
          : owner.fields.notMoney
        : undefined;
  return (
    <Card>
      <Field
        id="order-amount"
        label={says.order}
        value={state.orderText}
        unit={formats.yuanUnit}
        placeholder={says.orderExample}
        keyboard="digit"
        large
        problem={problem}
        onChange={counter.typeOrder}
      />
      <Arithmetic found={found} orderText={state.orderText} />
    </Card>
  );
}

function Done({ done, zone }: { readonly done: Redeemed; readonly zone: string }) {
  const { owner, formats } = useWords();
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

function CounterBody({ community }: { readonly community: Community }) {
  const state = useStore(counter.store);
  const says = useWords().owner.counter;
  if (state.done !== null) {
    return (
      <>
        <Done done={state.done} zone={community.zone} />
        <FoundTicket found={state.done.found} look="torn" status={says.done} />
      </>
    );
  }
  if (state.found === null) return <Ready state={state} community={community} />;
  return (
    <>
      <FoundTicket found={state.found} look="good" />
      {asksForOrder(state.found.ticket) ? <OrderForm state={state} found={state.found} /> : <HandOver found={state.found} />}
      {state.no === null ? null : <NoNote no={state.no} />}
    </>
  );
}

/** The one thing to do at each moment, where the thumb is. */
function CounterAction() {
  const state = useStore(counter.store);
  const { communityId } = useCommunities();
  const { owner, formats } = useWords();
  const says = owner.counter;
  if (state.done !== null) return <PrimaryButton id="next-customer" text={says.next} onTap={counter.next} />;
  if (state.found === null) return communityId === null ? null : <ScanButton looking={state.looking} communityId={communityId} />;
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
      <QuietButton id="another-coupon" text={says.another} onTap={counter.next} />
    </View>
  );
}

export function CounterScreen() {
  const says = useWords().owner.counter;
  // A finished redemption is not what the next opening of this page is about.
  useDidHide(() => {
    if (counter.store.getState().done !== null) counter.next();
  });
  return (
    <OwnerScreen title={says.title} who="clerk" action={<CounterAction />}>
      {({ community }) => <CounterBody community={community} />}
    </OwnerScreen>
  );
}
