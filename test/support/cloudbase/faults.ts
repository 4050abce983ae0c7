// Faults on order: which request they hit, and what they do to it.
import type { RequestRecord } from './request-record';

/** What happens to a request. */
export type Fault =
  /** Answered with an error instead of being applied; in a transaction the failed statement ends it, unless said otherwise. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly endsTransaction?: boolean }
  /** Answered with `TransactionConflict` instead of being applied, and the transaction is aborted: at a write or at the commit. */
  | { readonly kind: 'conflict' }
  /** Answered with an HTTP status, not applied. */
  | { readonly kind: 'status'; readonly status: number }
  /** The connection is dropped; not applied. */
  | { readonly kind: 'drop' }
  /** Applied, then the connection is dropped: the caller never learns that it was done. */
  | { readonly kind: 'drop_answer' }
  /** Never answered, so that the client gives up by itself; applied or not. */
  | { readonly kind: 'silence'; readonly applied: boolean }
  /** Answered late, in ms; applied before or after waiting. */
  | { readonly kind: 'delay'; readonly ms: number; readonly applied: 'before' | 'after' };

/** Which requests a fault hits. */
export interface FaultOrder {
  readonly action?: string;
  readonly collection?: string;
  /** A further condition, for example `({ reusedSocket }) => reusedSocket` for a connection that the gateway dropped while it was idle. */
  readonly when?: (request: RequestRecord) => boolean;
  /** The first matching request that is hit, counted from 1 from now on; 1 if not given. */
  readonly occurrence?: number;
  /** How many matching requests are hit from there on; 1 if not given. */
  readonly times?: number;
  readonly fault: Fault;
}

interface PendingOrder {
  readonly order: FaultOrder;
  seen: number;
}

/** The faults that are still to come. */
export class Faults {
  #pending: PendingOrder[] = [];

  /** Orders a fault. */
  inject(order: FaultOrder): void {
    this.#pending.push({ order, seen: 0 });
  }

  /** How many orders have not been carried out to the end. */
  get pending(): number {
    return this.#pending.length;
  }

  /** Forgets all orders. */
  clear(): void {
    this.#pending = [];
  }

  /** What happens to this request; the order that was placed first wins, and each order counts every request that it matches. */
  take(request: RequestRecord): Fault | null {
    let chosen: Fault | null = null;
    for (const pending of this.#pending) {
      const { action, collection, when, occurrence = 1, fault } = pending.order;
      if (action !== undefined && action !== request.action) continue;
      if (collection !== undefined && collection !== request.collection) continue;
      if (when && !when(request)) continue;
      pending.seen += 1;
      if (pending.seen >= occurrence) chosen ??= fault;
    }
    this.#pending = this.#pending.filter(({ order, seen }) => seen < (order.occurrence ?? 1) + (order.times ?? 1) - 1);
    return chosen;
  }
}
