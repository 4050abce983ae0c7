// The counter: a code becomes a ticket, an amount becomes a sum, and one confirmation redeems it once.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import type { SaidWorth } from '#app/features/coupon/coupon-text';
import { createDeed } from '#app/features/deed';
import type { LateScans } from '#app/features/redemption/create-late-scans';
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

/** A scan that no network answered, or a redemption whose answer was lost: it can be noted. */
export interface Unheard {
  readonly code: string;
  /** By the server's time, in ms. */
  readonly scannedAt: number;
  readonly scanToken: string | null;
  /** The id of the redemption whose answer was lost; null where none was sent. */
  readonly requestId: string | null;
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
  readonly unheard: Unheard | null;
  /** The amount of what was just noted, in fen, 0 where none was typed; null where nothing was. */
  readonly noted: number | null;
  /** The phone could not keep the note. */
  readonly notKept: boolean;
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
  /** Notes what no network answered, with the amount that is typed; nothing is redeemed. */
  note(): void;
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
  unheard: null,
  noted: null,
  notKept: false,
};

/** The amount of a note, in fen: none typed is none; null for what is no amount. */
export function notedOrder(orderText: string): number | null {
  const typed = readYuan(orderText);
  if (typed.kind === 'missing') return 0;
  return typed.kind === 'problem' ? null : typed.number;
}

/** What a counter is made of. */
export interface CounterParts {
  readonly caller: Caller;
  readonly newId: () => string;
  /** Runs after each redemption, so that the list beside it can be asked for again. */
  readonly onRedeemed: () => void;
  readonly late: Pick<LateScans, 'note'>;
  /** The server's time, in ms, as the phone knows it. */
  readonly now: () => number;
}

/** Makes a counter. */
export function createCounter({ caller, newId, onRedeemed, late, now }: CounterParts): Counter {
  const store = createStore<CounterState>(() => empty);
  /** The scan that is at the counter, and the id of its last confirmation. */
  let scan = { communityId: '', code: '', scannedAt: 0, requestId: null as string | null };
  const redeeming = createDeed((input: { communityId: string; scanToken: string; orderFen: number }, requestId: string) => {
    scan = { ...scan, requestId };
    return caller.change('redemption.confirm', input, requestId);
  }, newId);

  async function look(communityId: string, code: string, canBeNoted: boolean): Promise<void> {
    if (store.getState().looking) return;
    scan = { communityId, code, scannedAt: now(), requestId: null };
    store.setState({ ...empty, digits: store.getState().digits, orderText: store.getState().orderText, looking: true });
    const reply = await caller.view('redemption.scan', { communityId, code });
    if (reply.ok) return store.setState({ looking: false, found: reply.value, digits: '' });
    const isUnheard = canBeNoted && reply.code === 'offline';
    store.setState({ looking: false, no: isUnheard ? null : (reply as No), unheard: isUnheard ? { ...scan, scanToken: null } : null });
  }

  return {
    store,
    type(text) {
      const narrow = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
      store.setState({ digits: narrow.replace(/\D/g, '').slice(0, CODE_DIGITS), no: null, sawNothing: false });
    },
    typeOrder: (text) => store.setState({ orderText: text, no: null }),
    async scanned(communityId, text) {
      if (text === null) return store.setState({ ...empty, digits: store.getState().digits, sawNothing: true });
      await look(communityId, text.trim(), true);
    },
    async check(communityId) {
      const { digits } = store.getState();
      if (digits.length === CODE_DIGITS) await look(communityId, digits, false);
    },
    async confirm() {
      const { found, orderText, redeeming: busy } = store.getState();
      if (found === null || busy) return;
      const sum = sumFor(found.ticket, orderText);
      if (sum.kind !== 'sum') return;
      store.setState({ redeeming: true, no: null, unheard: null });
      const { scanToken } = found;
      const reply = await redeeming.run({ communityId: scan.communityId, scanToken, orderFen: sum.orderFen });
      if (reply === null) return;
      if (reply.ok) {
        store.setState({ ...empty, done: { ...reply.value, found } }, true);
        return onRedeemed();
      }
      // A scan that is too old is scanned again; the amount stays as it was typed.
      const isGone = reply.code === 'scan_expired' || reply.code === 'already_redeemed' || reply.code === 'not_found';
      const unheard = reply.code === 'offline' ? { ...scan, scanToken } : null;
      store.setState({ redeeming: false, no: reply as No, found: isGone ? null : found, unheard });
    },
    note() {
      const { unheard, found, orderText } = store.getState();
      const sum = found === null ? null : sumFor(found.ticket, orderText);
      const orderFen = sum === null ? notedOrder(orderText) : sum.kind === 'sum' ? sum.orderFen : null;
      if (unheard === null || orderFen === null) return;
      const { communityId } = scan;
      const { code, scannedAt, scanToken, requestId } = unheard;
      const isKept = late.note({ requestId: requestId ?? newId(), communityId, code, scannedAt, orderFen, scanToken });
      store.setState(isKept ? { ...empty, noted: orderFen } : { notKept: true });
    },
    next: () => store.setState(empty, true),
  };
}
