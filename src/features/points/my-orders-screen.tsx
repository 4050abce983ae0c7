// What I have exchanged points for, the newest first: what waits for me at the counter, what I have had, what was cancelled and why.
import { Text } from '@tarojs/components';
import { useCallback } from 'react';
import { useCommunityOfPath } from '#app/features/community/use-community-of-path';
import { goTab } from '#app/features/go';
import { PagedView } from '#app/features/paged-view.tsx';
import { type Order, orderKey } from '#app/features/points/create-orders';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';

const tones = { ordered: 'amber', handed_over: 'green', cancelled: 'plain', void: 'plain' } as const;

function OrderCard({ order, zone }: { readonly order: Order; readonly zone: string }) {
  const words = useWords();
  const says = words.gifts.exchange;
  const { item, number, points, state, orderedAt, settledAt, brokenAt, reason } = order;
  const price = words.formats.points(points);
  const isBroken = state === 'ordered' && brokenAt !== null;
  return (
    <Card
      id={`order-${orderKey(order)}`}
      title={item}
      aside={<Tag text={isBroken ? words.gifts.counter.reported : says.states[state]} tone={tones[state]} />}
    >
      <Text className="said-number">{says.number(number)}</Text>
      <Text className="quiet tabular">{`${price} · ${momentText(words, orderedAt, zone)}`}</Text>
      {state === 'ordered' ? <Text>{isBroken ? says.broken : says.doneNext}</Text> : null}
      {reason === null ? null : <Text>{says.cancelled(reason)}</Text>}
      {settledAt === null ? null : <Text className="quiet tabular">{says.settledAt[state](momentText(words, settledAt, zone))}</Text>}
    </Card>
  );
}

function MyOrders({ zone }: { readonly zone: string }) {
  const words = useWords();
  const says = words.gifts.exchange;
  const state = usePaged(phone.orders);
  const ask = useCallback(() => void phone.orders.refresh(), []);
  useAskNow(ask);
  return (
    <PagedView
      state={state}
      paged={phone.orders}
      skeleton={<Skeleton shape="card" count={3} label={words.member.shared.loading} />}
      empty={
        <EmptyState id="no-orders" text={says.noOrders}>
          <QuietButton id="see-offers" text={says.open} onTap={() => goTab('home')} />
        </EmptyState>
      }
    >
      {(orders) => orders.map((order) => <OrderCard key={orderKey(order)} order={order} zone={zone} />)}
    </PagedView>
  );
}

export function MyOrdersScreen() {
  const words = useWords();
  useCommunityOfPath();
  return (
    <Screen title={words.gifts.exchange.orders} backLabel={words.member.shared.back}>
      <WithCommunity skeleton={<Skeleton shape="card" count={3} label={words.member.shared.loading} />}>
        {(home) => <MyOrders zone={home.community.zone} />}
      </WithCommunity>
    </Screen>
  );
}
