// The counter's orders: those that wait to be handed over, those that were, those that were cancelled; a clerk hands over or notes that nobody can, the owner cancels.
import { Text } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { PagedView } from '#app/features/paged-view.tsx';
import { type OrderRow, type OrderShelf, orderKey } from '#app/features/points/create-orders';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { WordsSheet } from '#app/features/words-sheet.tsx';
import { useWords } from '#app/i18n/use-words';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card, CardWays } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { DoneNote, EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Choices, Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';
import { runsTheDesk } from '#core/rules/community/roles';

type Home = ValueOf<'community.home'>;

const { orders } = desk;

interface OrderCardProps {
  readonly order: OrderRow;
  readonly zone: string;
  readonly onHandOver: () => void;
  readonly onReport: () => void;
  /** Null for a clerk. */
  readonly onCancel: (() => void) | null;
}

function OrderCard({ order, zone, onHandOver, onReport, onCancel }: OrderCardProps) {
  const words = useWords();
  const { owner, formats, gifts } = words;
  const { item, number, points, state, orderedAt, settledAt, brokenAt, reason, holder } = order;
  const key = orderKey(order);
  const isBroken = state === 'ordered' && brokenAt !== null;
  return (
    <Card id={`order-${key}`} title={item} aside={isBroken ? <Tag text={gifts.counter.reported} tone="amber" /> : null}>
      <Text className="said-number">{gifts.exchange.number(number)}</Text>
      <Text>{owner.shared.person(holder.name, holder.tag)}</Text>
      <Text className="quiet tabular">{`${formats.points(points)} · ${momentText(words, orderedAt, zone)}`}</Text>
      {reason === null ? null : <Text>{gifts.counter.why(reason)}</Text>}
      {settledAt === null ? null : (
        <Text className="quiet tabular">{gifts.exchange.settledAt[state](momentText(words, settledAt, zone))}</Text>
      )}
      {state !== 'ordered' ? null : (
        <CardWays>
          <QuietButton id={`hand-over-${key}`} text={gifts.counter.handOver} onTap={onHandOver} />
          {isBroken ? null : <LinkButton id={`report-${key}`} text={gifts.counter.report} onTap={onReport} />}
          {onCancel === null ? null : <LinkButton id={`cancel-${key}`} text={gifts.counter.cancel} onTap={onCancel} />}
        </CardWays>
      )}
    </Card>
  );
}

interface SettlingProps {
  readonly order: OrderRow | null;
  readonly communityId: string;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

function HandingOver({ order, communityId, onDone, onClose }: SettlingProps) {
  const says = useWords().gifts.counter;
  const { busy, no } = useDeed(orders.handOver);
  const run = async () => {
    if (order === null) return;
    const { campaignId, memberId, n } = order;
    const reply = await orders.handOver.run({ communityId, campaignId, memberId, n });
    if (reply?.ok === true) onDone(says.handedOverDone);
  };
  return (
    <ConfirmSheet
      id="hand-over"
      open={order !== null}
      title={says.handOverTitle}
      effects={order === null ? [] : [says.handOverAsk(order.item, order.number)]}
      confirmText={says.handOver}
      cancelText={says.keep}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

function Cancelling({ order, communityId, onDone, onClose }: SettlingProps) {
  const { gifts, formats } = useWords();
  const says = gifts.counter;
  const deed = useDeed(orders.cancel);
  const run = async (reason: string) => {
    if (order === null) return false;
    const { campaignId, memberId, n } = order;
    const reply = await orders.cancel.run({ communityId, campaignId, memberId, n, reason });
    if (reply?.ok !== true) return false;
    onDone(says.cancelledDone(formats.points(reply.value.points)));
    return true;
  };
  const asks = { label: says.reason, example: says.reasonExample, confirm: says.cancelButton };
  const sheet = order === null ? null : { ...asks, title: says.cancelTitle, effects: [says.cancelAsk(formats.points(order.points))] };
  return <WordsSheet id="cancel-order" says={sheet} lengthMax={60} deed={deed} run={run} onClose={onClose} />;
}

function Reporting({ order, communityId, onDone, onClose }: SettlingProps) {
  const says = useWords().gifts.counter;
  const deed = useDeed(orders.report);
  const run = async (words: string) => {
    if (order === null) return false;
    const { campaignId, memberId, n } = order;
    const reply = await orders.report.run({ communityId, campaignId, memberId, kind: 'exchange', n, words });
    if (reply?.ok !== true) return false;
    onDone(says.reportedDone);
    return true;
  };
  const asks = { label: says.reason, example: says.reasonExample, confirm: says.reportButton };
  const sheet = order === null ? null : { ...asks, title: says.reportTitle, effects: says.reportEffect };
  return <WordsSheet id="report-order" says={sheet} lengthMax={80} deed={deed} run={run} onClose={onClose} />;
}

function Shelf({ shelf, zone, onSettle }: { readonly shelf: OrderShelf; readonly zone: string; readonly onSettle: Settle }) {
  const { gifts, member } = useWords();
  const says = gifts.counter;
  const paged = orders.shelves[shelf];
  const state = usePaged(paged);
  const ask = useCallback(() => void paged.refresh(), [paged]);
  useAskNow(ask);
  return (
    <PagedView
      state={state}
      paged={paged}
      skeleton={<Skeleton shape="card" count={3} label={member.shared.loading} />}
      empty={<EmptyState id="no-orders" text={shelf === 'ordered' ? says.noneWaiting : says.none} />}
    >
      {(rows) =>
        rows.map((order) => (
          <OrderCard
            key={orderKey(order)}
            order={order}
            zone={zone}
            onHandOver={() => onSettle.handOver(order)}
            onReport={() => onSettle.report(order)}
            onCancel={onSettle.cancel === null ? null : () => onSettle.cancel?.(order)}
          />
        ))
      }
    </PagedView>
  );
}

interface Settle {
  readonly handOver: (order: OrderRow) => void;
  readonly report: (order: OrderRow) => void;
  readonly cancel: ((order: OrderRow) => void) | null;
}

function OrderList({ home }: { readonly home: Home }) {
  const says = useWords().gifts.counter;
  const { communityId, zone } = home.community;
  const [shelf, setShelf] = useState<OrderShelf>('ordered');
  const [asked, setAsked] = useState<{ readonly order: OrderRow; readonly by: 'handing' | 'reporting' | 'cancelling' } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const shelves = [
    { value: 'ordered', text: says.waiting },
    { value: 'handed_over', text: says.handedOver },
    { value: 'cancelled', text: says.cancelled },
  ] as const;
  const close = () => {
    setAsked(null);
    orders.handOver.dismiss();
    orders.report.dismiss();
    orders.cancel.dismiss();
  };
  const settling = {
    communityId,
    onClose: close,
    onDone: (said: string) => {
      close();
      setDone(said);
      void orders.shelves[shelf].refresh();
    },
  };
  const onSettle: Settle = {
    handOver: (order) => setAsked({ order, by: 'handing' }),
    report: (order) => setAsked({ order, by: 'reporting' }),
    cancel: runsTheDesk(home.me.role) ? (order) => setAsked({ order, by: 'cancelling' }) : null,
  };
  const choose = (chosen: OrderShelf) => {
    setDone(null);
    setShelf(chosen);
  };
  return (
    <>
      <Choices id="order-shelves" choices={shelves} chosen={shelf} onChoose={choose} />
      {done === null ? null : <DoneNote id="settle-done" text={done} />}
      <Shelf key={shelf} shelf={shelf} zone={zone} onSettle={onSettle} />
      <HandingOver order={asked?.by === 'handing' ? asked.order : null} {...settling} />
      <Reporting order={asked?.by === 'reporting' ? asked.order : null} {...settling} />
      <Cancelling order={asked?.by === 'cancelling' ? asked.order : null} {...settling} />
    </>
  );
}

export function OrdersScreen() {
  const says = useWords().gifts.counter;
  return (
    <OwnerScreen title={says.title} who="clerk">
      {(home) => <OrderList home={home} />}
    </OwnerScreen>
  );
}
