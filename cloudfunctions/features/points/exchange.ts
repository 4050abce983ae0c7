// Exchanging points, and what becomes of the orders: a member's own, and the counter's list with its two ways to settle one.
import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { answersTo } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { ticketOf } from '#core/rules/coupon/ticket';
import { type Decision, refused } from '#core/rules/decision';
import { maskedPerson } from '#core/rules/membership/member';
import { decideExchange, type ExchangeValue } from '#core/rules/points/exchange';
import { sumOfLots } from '#core/rules/points/lots';
import { decideCancel, decideHandOver, orderState } from '#core/rules/points/order';
import type { MemberDocument, OrderDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

type Order = ValueOf<'points.myOrders'>['orders'][number];

const ORDERS_PAGE = 30;

function orderOnWire(order: OrderDocument, holder: Pick<MemberDocument, 'erasedAt'>): Order {
  const { campaignId, memberId, n, number, item, lots, orderedAt, settledAt, brokenAt = null, reason } = order;
  return {
    campaignId,
    memberId,
    n,
    number,
    item,
    points: sumOfLots(lots),
    state: orderState(order, holder),
    orderedAt,
    settledAt,
    brokenAt,
    reason,
  };
}

/** Exchanges points for what a campaign offers: paid and given in the same step. */
export const exchange = change<'points.exchange'>()({
  documents: (input) => [makeId(input.communityId, 'campaign', input.campaignId), makeId(input.communityId, 'stock', input.campaignId)],
  decide(input, workspace, context): Decision<ExchangeValue & { campaignId: string }> {
    const { campaignId } = input;
    const campaign = workspace.find('campaign', campaignId);
    if (campaign === null || campaign.state === 'draft' || !answersTo(campaign.type, 'exchange')) {
      return refused(refuse('not_found', { what: 'campaign' }));
    }
    const decision = decideExchange({
      community: workspace.get('community'),
      campaign,
      stock: workspace.get('stock', campaignId),
      member: workspace.get('member', context.caller.memberId),
      at: context.now,
      numberOf: context.codes.couponNumber,
    });
    return decision.kind === 'done' ? { ...decision, value: { ...decision.value, campaignId } } : decision;
  },
  reply({ kind, n, left, campaignId }, workspace, context) {
    const { memberId } = context.caller;
    const holder = workspace.get('member', memberId);
    const community = workspace.get('community');
    const today = dayOf(context.now, calendarOf(community));
    const key = [campaignId, memberId, String(n)] as const;
    return {
      order: kind === 'goods' ? orderOnWire(workspace.get('order', ...key), holder) : null,
      ticket: kind === 'coupon' ? ticketOf(workspace.get('coupon', ...key), holder, community, today) : null,
      balance: holder.points,
      left,
    };
  },
});

/** What I have exchanged points for, the newest first. */
export const myOrders: ViewHandler<'points.myOrders'> = async (input, context) => {
  const range = { prefix: [context.caller.memberId], order: 'descending' } as const;
  const page = await context.store.list('order.byMember', context.communityId, range, ORDERS_PAGE, input.cursor);
  const orders = page.documents as unknown as readonly OrderDocument[];
  return { value: { orders: orders.map((order) => orderOnWire(order, context.member ?? {})), cursor: page.cursor } };
};

/** The orders of everybody in one state: those that wait with the oldest first, those that are settled with the newest. */
export const orders: ViewHandler<'points.orders'> = async (input, context) => {
  const { state, cursor } = input;
  const range = { prefix: [state], order: state === 'ordered' ? 'ascending' : 'descending' } as const;
  const page = await context.store.list('order.byState', context.communityId, range, ORDERS_PAGE, cursor);
  const found = page.documents as unknown as readonly OrderDocument[];
  const people = await context.people(found.map(({ memberId }) => memberId));
  const rows = found.map((order) => ({ ...orderOnWire(order, {}), holder: people.get(order.memberId) ?? maskedPerson(order.memberId) }));
  return { value: { orders: rows, cursor: page.cursor } };
};

interface OneOrder {
  readonly communityId: string;
  readonly campaignId: string;
  readonly memberId: string;
  readonly n: number;
}

function documentsOf({ communityId, campaignId, memberId, n }: OneOrder): readonly Id[] {
  return [
    makeId(communityId, 'order', campaignId, memberId, String(n)),
    makeId(communityId, 'member', memberId),
    makeId(communityId, 'stock', campaignId),
  ];
}

/** A clerk hands the goods over. */
export const handOver = change<'points.handOver'>()({
  documents: documentsOf,
  decide: ({ campaignId, memberId, n }, workspace) =>
    decideHandOver(workspace.find('order', campaignId, memberId, String(n)), workspace.find('member', memberId)),
  reply: (value) => value,
});

/** The owner cancels an order: the points go back to the member, the goods to the stock. */
export const cancelOrder = change<'points.cancelOrder'>()({
  documents: (input) => [...documentsOf(input), makeId(input.communityId, 'campaign', input.campaignId)],
  decide({ campaignId, memberId, n, reason }, workspace, { now }) {
    const order = workspace.find('order', campaignId, memberId, String(n));
    const holder = workspace.find('member', memberId);
    return decideCancel(order, holder, workspace.find('campaign', campaignId), {
      reason,
      today: dayOf(now, calendarOf(workspace.get('community'))),
    });
  },
  reply: (value) => value,
});
