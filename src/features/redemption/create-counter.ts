// The counter: a code becomes a ticket, an amount becomes a sum, and one confirmation redeems it once.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import type { SaidWorth } from '#app/features/coupon/coupon-text';
import { createDeed } from '#app/features/deed';
import { CODE_DIGITS } from '#app/features/redemption/grouped-digits';
import { readYuan } from '#app/features/typed-number';
import type { ValueOf } from '#core/contract';
import { type Benefit, needsOrder, sumOf, type WorthTerms } from '#core/rules/coupon/benefit';
import type { Fen } from '#core/values/fen';

/** What a scan found. */
export type Found = ValueOf<'redemption.scan'>;

/** A redemption that was just done, for the success screen. */
export interface Redeemed extends ValueOf<'redemption.confirm'> {
  readonly found: Found;
}

/** The state of the counter. `found` and `done` are never both there. */
export interface CounterState {
  readonly digits: string;
  readonly orderText: string;
  readonly looking: boolean;
  readonly found: Found | null;
  readonly redeeming: boolean;
  readonly done: Redeemed | null;
  readonly no: No | null;
  /** A camera looked and saw no code. */
  readonly sawNothing: boolean;
}

/** The sum of an order as it is typed, by the same rule as the server's; the server's own comes with the confirmation. */
export type Sum =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly problem: 'not_money' | 'too_precise' | 'not_whole' }
  | { readonly kind: 'below'; readonly missingFen: number }
  | { readonly kind: 'sum'; readonly orderFen: number; readonly offFen: number; readonly payFen: number };

function termsOf({ benefit, thresholdFen }: SaidWorth): WorthTerms {
  return { benefit: benefit as Benefit, thresholdFen: thresholdFen as Fen };
}

/** Whether the clerk has to type what the order comes to. */
export function asksForOrder(ticket: SaidWorth): boolean {
  return needsOrder(termsOf(ticket));
}

/** The arithmetic for a ticket and a typed amount; nothing is typed for what needs no order. */
export function sumFor(ticket: SaidWorth, orderText: string): Sum {
  const terms = termsOf(ticket);
  if (!needsOrder(terms)) return { kind: 'sum', ...sumOf(terms, 0 as Fen) };
  const typed = readYuan(orderText);
  if (typed.kind === 'missing') return { kind: 'none' };
  if (typed.kind === 'problem') return typed;
  const orderFen = typed.number;
  if (orderFen < ticket.thresholdFen) return { kind: 'below', missingFen: ticket.thresholdFen - orderFen };
  if (orderFen === 0) return { kind: 'none' };
  return { kind: 'sum', ...sumOf(terms, orderFen as Fen) };
}

/** The counter. */
export interface Counter {
  readonly store: StoreApi<CounterState>;
  /** Takes digits in any writing; only the first ten count. */
  type(text: string): void;
  typeOrder(text: string): void;
  /** Looks up a scanned text; null when the camera saw none. */
  scanned(communityId: string, text: string | null): Promise<void>;
  /** Looks up the typed digits. */
  check(communityId: string): Promise<void>;
  /** Redeems what was found for the amount that is typed; a second tap while it is under way does nothing. */
  confirm(): Promise<void>;
  /** Back to the beginning, for the next customer. */
  next(): void;
}

const empty: CounterState = {
  digits: '',
  orderText: '',
  looking: false,
  found: null,
  redeeming: false,
  done: null,
  no: null,
  sawNothing: false,
};

/** Makes a counter; `onRedeemed` runs after each redemption, so that the list beside it can be asked for again. */
export function createCounter(caller: Caller, newId: () => string, onRedeemed: () => void): Counter {
  const store = createStore<CounterState>(() => empty);
  const redeeming = createDeed(
    (input: { communityId: string; scanToken: string; orderFen: number }, requestId: string) =>
      caller.change('redemption.confirm', input, requestId),
    newId,
  );

  let scannedIn = '';

  async function look(communityId: string, code: string): Promise<void> {
    if (store.getState().looking) return;
    scannedIn = communityId;
    store.setState({ looking: true, no: null, sawNothing: false, done: null, found: null });
    const reply = await caller.view('redemption.scan', { communityId, code });
    if (!reply.ok) return store.setState({ looking: false, no: reply as No });
    store.setState({ looking: false, found: reply.value, digits: '' });
  }

  return {
    store,
    type(text) {
      const narrow = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
      store.setState({ digits: narrow.replace(/\D/g, '').slice(0, CODE_DIGITS), no: null, sawNothing: false });
    },
    typeOrder: (text) => store.setState({ orderText: text, no: null }),
    async scanned(communityId, text) {
      if (text === null) return store.setState({ sawNothing: true, no: null });
      await look(communityId, text.trim());
    },
    async check(communityId) {
      const { digits } = store.getState();
      if (digits.length === CODE_DIGITS) await look(communityId, digits);
    },
    async confirm() {
      const { found, orderText, redeeming: busy } = store.getState();
      if (found === null || busy) return;
      const sum = sumFor(found.ticket, orderText);
      if (sum.kind !== 'sum') return;
      store.setState({ redeeming: true, no: null });
      const reply = await redeeming.run({ communityId: scannedIn, scanToken: found.scanToken, orderFen: sum.orderFen });
      if (reply === null) return;
      if (reply.ok) {
        store.setState({ ...empty, done: { ...reply.value, found } }, true);
        return onRedeemed();
      }
      // A scan that is too old is scanned again; the amount stays as it was typed.
      const isGone = reply.code === 'scan_expired' || reply.code === 'already_redeemed' || reply.code === 'not_found';
      store.setState({ redeeming: false, no: reply as No, found: isGone ? null : found });
    },
    next: () => store.setState(empty, true),
  };
}
