// Orders: goods that points were given for, until a clerk hands them over or the owner cancels with everything given back.
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { forgetPlenty } from '#core/rules/campaign/low-stock';
import { countIn } from '#core/rules/community/tally';
import { countOne } from '#core/rules/coupon/project';
import { type Decision, done, refused } from '#core/rules/decision';
import { countForDay, reachStage } from '#core/rules/leaderboard/project';
import { sumOfLots } from '#core/rules/points/lots';
import { returnPoints } from '#core/rules/points/spend';
import type { CampaignDocument, MemberDocument, OrderDocument, PromiseKey } from '#core/tables';
import type { Day } from '#core/values/day';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { points } from '#core/values/points';

/** Where an order stands: `void` when its holder had everything about them erased before it was handed over. */
export type OrderState = OrderDocument['state'] | 'void';

/** Where an order stands for its holder. */
export function orderState(order: OrderDocument, holder: Pick<MemberDocument, 'erasedAt'>): OrderState {
  const isVoid = order.state === 'ordered' && holder.erasedAt !== undefined && order.orderedAt <= holder.erasedAt;
  return isVoid ? 'void' : order.state;
}

const keyOf = ({ campaignId, memberId, n }: OrderDocument) => ({ campaignId, memberId, n });

/** The promise that an order is to its member. */
function promiseOfOrder({ campaignId, memberId, n }: Pick<OrderDocument, 'campaignId' | 'memberId' | 'n'>): PromiseKey {
  return { campaignId, memberId, about: `exchange-${n}` };
}

/** The points that the campaign held for an order go back to the owner, who had issued them. */
function settled({ campaignId, lots }: OrderDocument): JournalEvent {
  return { kind: 'points_settled', campaignId, points: sumOfLots(lots) };
}

/** An order that could not be handed over is a promise that broke: what becomes of the order settles that too. */
function madeGood(order: OrderDocument, words: string | null): JournalEvent[] {
  const nothing = { coupons: 0, points: points(0), issued: [] } as const;
  return order.brokenAt === undefined ? [] : [{ kind: 'promise_settled', ...promiseOfOrder(order), ...nothing, words }];
}

/** Hands the goods over: the points that the campaign held are the owner's again. */
export function decideHandOver(order: OrderDocument | null, holder: MemberDocument | null): Decision<Record<never, never>> {
  if (order === null || holder === null) return refused(refuse('not_found', { what: 'order' }));
  const state = orderState(order, holder);
  if (state !== 'ordered') return refused(refuse('order_not_open', { state }));
  return done({}, [{ kind: 'order_handed_over', ...keyOf(order) }, settled(order), ...madeGood(order, null)]);
}

/** Cancels an order: its points go back to the member, its goods to the stock. Whoever has left for good gets nothing back. */
export function decideCancel(
  order: OrderDocument | null,
  holder: MemberDocument | null,
  campaign: CampaignDocument | null,
  wish: { readonly reason: string; readonly today: Day },
): Decision<{ points: number }> {
  if (order === null || holder === null || campaign === null) return refused(refuse('not_found', { what: 'order' }));
  if (order.state !== 'ordered') return refused(refuse('order_not_open', { state: order.state }));
  const { campaignId, memberId, lots } = order;
  const { reason, today } = wish;
  const hasLeft = orderState(order, holder) === 'void';
  const moved = hasLeft ? settled(order) : returnPoints({ memberId, campaignId, lots, today });
  const cancelled = { kind: 'order_cancelled', ...keyOf(order), reason, restocked: campaign.state !== 'ended' } as const;
  return done({ points: hasLeft ? 0 : sumOfLots(lots) }, [cancelled, moved, ...madeGood(order, reason)]);
}

/** Records that an order cannot be handed over: it stays open, and somebody's, until it is handed over or its points go back. Twice is once. */
export function decideOrderReport(
  order: OrderDocument | null,
  holder: MemberDocument | null,
  campaign: CampaignDocument | null,
  said: { readonly words: string; readonly at: Instant },
): Decision<Record<never, never>> {
  if (order === null || holder === null || campaign === null || orderState(order, holder) !== 'ordered') {
    return refused(refuse('not_found', { what: 'order' }));
  }
  if (order.brokenAt !== undefined) return done({}, []);
  const { n, number, item, lots } = order;
  const owed = { kind: 'goods', n, number, item, points: sumOfLots(lots), words: said.words } as const;
  const broken = { promise: 'exchange', reason: 'not_honoured', title: campaign.title, owed, brokenAt: said.at } as const;
  return done({}, [{ kind: 'promise_broken', ...promiseOfOrder(order), ...broken }]);
}

type OrderEvent = Extract<JournalEvent, { kind: 'goods_ordered' | 'order_handed_over' | 'order_cancelled' }>;

function place(workspace: Workspace, event: Extract<OrderEvent, { kind: 'goods_ordered' }>, { at, on }: EventContext): void {
  const { campaignId, memberId, n, number, item, lots } = event;
  const member = workspace.get('member', memberId);
  const stock = workspace.get('stock', campaignId);
  const claimers = stock.claimers + (member.claims[campaignId] === undefined ? 1 : 0);
  workspace.put('stock', { ...stock, goodsIssued: (stock.goodsIssued ?? 0) + 1, claimers });
  const isFirstToday = !Object.values(member.claims).some((count) => count.on === on);
  workspace.put('member', { ...member, claims: { ...member.claims, [campaignId]: countOne(member.claims[campaignId], on) } });
  const id = makeId(workspace.communityId, 'order', campaignId, memberId, String(n));
  const open = { state: 'ordered', orderedAt: at, settledAt: null, settledBy: null, reason: null } as const;
  workspace.put('order', { id, campaignId, memberId, n, number, item, lots, ...open });
  reachStage(workspace, memberId, campaignId, 'claimed', at);
  if (isFirstToday) countForDay(workspace, on, 'claimed', memberId, at);
}

/** One more promise kept: counted with its campaign while that runs, and with those that are over once it has ended. */
function countGiven(workspace: Workspace, campaignId: string): void {
  if (!workspace.get('community').openCampaigns.includes(campaignId)) return countIn(workspace, 'kept', 1);
  const stock = workspace.get('stock', campaignId);
  workspace.put('stock', { ...stock, goodsHandedOver: (stock.goodsHandedOver ?? 0) + 1 });
}

/** Applies an event of an order. The actor of a hand-over is the clerk, of a cancelling the owner. */
export function projectOrder(workspace: Workspace, event: OrderEvent, context: EventContext): void {
  if (event.kind === 'goods_ordered') return place(workspace, event, context);
  const { campaignId, memberId } = event;
  const order = workspace.get('order', campaignId, memberId, String(event.n));
  const ended = { settledAt: context.at, settledBy: context.actorId };
  if (event.kind === 'order_handed_over') {
    workspace.put('order', { ...order, ...ended, state: 'handed_over' });
    if (order.brokenAt === undefined) countGiven(workspace, campaignId);
    return reachStage(workspace, memberId, campaignId, 'redeemed', context.at);
  }
  workspace.put('order', { ...order, ...ended, state: 'cancelled', reason: event.reason });
  const stock = workspace.get('stock', campaignId);
  const back = event.restocked ? {} : { goodsReserved: (stock.goodsReserved ?? 0) - 1 };
  workspace.put('stock', { ...stock, goodsIssued: (stock.goodsIssued ?? 0) - 1, ...back });
  forgetPlenty(workspace, campaignId);
  const member = workspace.get('member', memberId);
  const returned = { ...member.returned, [campaignId]: (member.returned?.[campaignId] ?? 0) + 1 };
  workspace.put('member', { ...member, returned });
}
