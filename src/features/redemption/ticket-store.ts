// The rotating code of one coupon: held while it is good, replaced shortly before it ends, gone once the coupon is used.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import type { ValueOf } from '#core/contract';

/** A code, and until when it is good on this phone's own clock: the server's and the phone's need not agree. */
export interface HeldCode {
  readonly digits: string;
  readonly token: string;
  readonly lifeMs: number;
  readonly endsAt: number;
  /** When it ends on the server's clock, which a demo can move. */
  readonly expiresAt: number;
}

/** What the ticket page shows. */
export interface TicketState {
  readonly ticket: ValueOf<'redemption.code'>['ticket'] | null;
  readonly code: HeldCode | null;
  /** How much longer the code is good, in ms; 0 when there is none. */
  readonly leftMs: number;
  readonly loading: boolean;
  readonly no: No | null;
  readonly at: number | null;
}

/** A new code is asked for when the old one has this little left, so that the clerk never scans a dead one. */
const RENEW_MS = 6_000;

/** While a code is shown the server is asked this often whether the coupon has been used meanwhile. */
export const LOOK_MS = 10_000;

/** The code of one coupon. */
export interface CouponCode {
  readonly store: StoreApi<TicketState>;
  refresh(): Promise<void>;
  /** Lets time pass: counts down, and asks when it is time to. Called about once a second while the page is on show. */
  tick(): void;
}

/** Makes the code of one coupon. */
export function createCouponCode(
  caller: Caller,
  input: { readonly communityId: string; readonly couponId: string },
  now: () => number = Date.now,
): CouponCode {
  const store = createStore<TicketState>(() => ({ ticket: null, code: null, leftMs: 0, loading: false, no: null, at: null }));
  let askedAt = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<void> {
    if (store.getState().loading) return;
    askedAt = now();
    store.setState({ loading: true });
    const reply = await caller.view('redemption.code', input);
    if (!reply.ok) {
      // Without network the code on show stays good until its own end; every other "no" takes it away.
      const keeps = reply.code === 'offline' || reply.code === 'try_again' || reply.code === 'slow_down';
      return store.setState({ loading: false, no: reply as No, ...(keeps ? {} : { code: null, leftMs: 0 }) });
    }
    const { ticket, code } = reply.value;
    const lifeMs = code.expiresAt - code.issuedAt;
    const held = store.getState().code;
    const at = now();
    // A code that is still good is not exchanged under the clerk's scanner.
    const keeps = held !== null && held.endsAt - at > RENEW_MS && code.issuedAt < held.expiresAt;
    const { digits, token, expiresAt } = code;
    const next: HeldCode = keeps ? held : { digits, token, lifeMs, endsAt: at + lifeMs, expiresAt };
    store.setState({ ticket, code: next, leftMs: Math.max(0, next.endsAt - at), loading: false, no: null, at });
  }

  return {
    store,
    refresh,
    tick() {
      const { code, no } = store.getState();
      const at = now();
      if (code !== null) {
        const leftMs = Math.max(0, code.endsAt - at);
        store.setState(leftMs === 0 ? { code: null, leftMs } : { leftMs });
      }
      const over = no !== null && code === null;
      const dueMs = code === null || code.endsAt - at <= RENEW_MS ? 3_000 : LOOK_MS;
      if (!over && at - askedAt >= dueMs) void refresh();
    },
  };
}
