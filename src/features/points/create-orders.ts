// Orders on the phone: a member's own, and at the counter everybody's by how they stand, with the ways to settle one.
import type { Caller, No } from '#app/features/call';
import { createDeed, type Deed } from '#app/features/deed';
import { createPaged, type Paged } from '#app/features/paged';
import type { InputOf, ValueOf } from '#core/contract';

/** An order as its member sees it. */
export type Order = ValueOf<'points.myOrders'>['orders'][number];
/** An order as the counter sees it. */
export type OrderRow = ValueOf<'points.orders'>['orders'][number];
/** What the counter chooses from. */
export type OrderShelf = InputOf<'points.orders'>['state'];

type Here = () => { readonly communityId: string };

const after = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

/** Which order of all of a community: no two have the same. */
export function orderKey({ campaignId, memberId, n }: Pick<Order, 'campaignId' | 'memberId' | 'n'>): string {
  return `${campaignId}-${memberId}-${String(n)}`;
}

/** The caller's own orders, the newest first. */
export function createMyOrders(caller: Caller, here: Here): Paged<Order, null> {
  return createPaged(async (cursor) => {
    const reply = await caller.view('points.myOrders', { ...here(), ...after(cursor) });
    return reply.ok ? { ok: true, items: reply.value.orders, cursor: reply.value.cursor, head: null } : (reply as No);
  });
}

/** The counter's orders. */
export interface OrderDesk {
  readonly shelves: Readonly<Record<OrderShelf, Paged<OrderRow, null>>>;
  readonly handOver: Deed<InputOf<'points.handOver'>, 'points.handOver'>;
  readonly cancel: Deed<InputOf<'points.cancelOrder'>, 'points.cancelOrder'>;
  /** Says that an order cannot be handed over. */
  readonly report: Deed<InputOf<'promise.report'>, 'promise.report'>;
  clear(): void;
}

/** Makes them; `here` says which community's. */
export function createOrderDesk(caller: Caller, newId: () => string, here: Here): OrderDesk {
  const shelf = (state: OrderShelf) =>
    createPaged<OrderRow, null>(async (cursor) => {
      const reply = await caller.view('points.orders', { ...here(), state, ...after(cursor) });
      return reply.ok ? { ok: true, items: reply.value.orders, cursor: reply.value.cursor, head: null } : (reply as No);
    });
  const shelves = { ordered: shelf('ordered'), handed_over: shelf('handed_over'), cancelled: shelf('cancelled') };
  const deeds = {
    handOver: createDeed(
      (input: InputOf<'points.handOver'>, requestId: string) => caller.change('points.handOver', input, requestId),
      newId,
    ),
    cancel: createDeed(
      (input: InputOf<'points.cancelOrder'>, requestId: string) => caller.change('points.cancelOrder', input, requestId),
      newId,
    ),
    report: createDeed((input: InputOf<'promise.report'>, requestId: string) => caller.change('promise.report', input, requestId), newId),
  };
  return {
    shelves,
    ...deeds,
    clear() {
      for (const shown of Object.values(shelves)) shown.clear();
    },
  };
}
