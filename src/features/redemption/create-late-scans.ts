// The counter without a network: what was scanned is noted on the phone, and settled one by one when the network is back.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import type { Memory } from '#app/features/community/communities';
import { type KeptScans, keepScans, type NotedScan, type RefusedScan, recallScans } from '#app/features/redemption/kept-scans';
import type { ValueOf } from '#core/contract';

/** A noted scan that has been redeemed: the server has said so. */
export interface SettledScan extends NotedScan {
  readonly title: string | null;
  readonly sum: ValueOf<'redemption.confirm'>['sum'];
}

/** The state of the notes. */
export interface LateScansState extends KeptScans {
  /** What was redeemed since the page was opened, the newest first. */
  readonly settled: readonly SettledScan[];
  readonly settling: boolean;
  /** Why the rest still waits. */
  readonly stopped: No | null;
}

interface Looked {
  readonly ok: true;
  readonly scanToken: string;
  /** Of the coupon's campaign, where it was looked up just now. */
  readonly title: string | null;
}

/** The notes of a counter. */
export interface LateScans {
  readonly store: StoreApi<LateScansState>;
  /** Notes a scan; false where the phone could not keep it. The same code twice is one note. */
  note(scan: NotedScan): boolean;
  /** Whether another note is of a coupon with the same number: most likely the same coupon. */
  hasLike(code: string): boolean;
  /** Sends what waits, the oldest first; while it is under way a second call does nothing. */
  settle(): Promise<void>;
  /** Puts a refused or a settled one away, or drops one that waits: nobody will redeem it. */
  putAway(requestId: string): void;
}

/** Answers that say nothing about the coupon: the note waits on. */
const passing: ReadonlySet<No['code']> = new Set([
  'offline',
  'try_again',
  'internal',
  'slow_down',
  'sign_in_required',
  'session_expired',
  'join_required',
  'join_waiting',
  'join_refused',
  'blocked',
  'clerk_only',
]);

const numberOf = (code: string) => code.slice(0, 6);

/** What has become of a note: redeemed, refused for good, or waiting on. */
type Outcome =
  | { readonly kind: 'settled'; readonly title: string | null; readonly sum: SettledScan['sum'] }
  | { readonly kind: 'refused' | 'waits'; readonly no: No };

/** Looks a code up as of its scan; `onLooked` keeps the token before it is used. */
async function look(caller: Caller, scan: NotedScan, onLooked: (looked: NotedScan) => void): Promise<Looked | No> {
  if (scan.scanToken !== null) return { ok: true, scanToken: scan.scanToken, title: null };
  const { communityId, code, scannedAt } = scan;
  const reply = await caller.view('redemption.scan', { communityId, code, scannedAt });
  if (!reply.ok) return reply as No;
  const { scanToken, ticket } = reply.value;
  onLooked({ ...scan, scanToken });
  return { ok: true, scanToken, title: ticket.title };
}

/** Redeems one note, looking it up first where it has not been. */
async function settleScan(caller: Caller, scan: NotedScan, onLooked: (looked: NotedScan) => void, triesLeft: number): Promise<Outcome> {
  const { communityId, orderFen, requestId } = scan;
  const looked = await look(caller, scan, onLooked);
  const reply = looked.ok
    ? await caller.change('redemption.confirm', { communityId, scanToken: looked.scanToken, orderFen }, requestId)
    : looked;
  if (looked.ok && reply.ok) return { kind: 'settled', title: looked.title, sum: reply.value.sum };
  const no = reply as No;
  if (passing.has(no.code)) return { kind: 'waits', no };
  // A look that is too old has redeemed nothing, or its answer would have come back: look again.
  if (no.code === 'scan_expired' && triesLeft > 0) return settleScan(caller, { ...scan, scanToken: null }, onLooked, triesLeft - 1);
  return { kind: 'refused', no };
}

function without<Scan extends NotedScan>(scans: readonly Scan[], requestId: string): readonly Scan[] {
  return scans.filter((scan) => scan.requestId !== requestId);
}

/** Makes the notes of a phone; `onRedeemed` runs after each redemption. */
export function createLateScans(caller: Caller, memory: Memory, onRedeemed: () => void): LateScans {
  const store = createStore<LateScansState>(() => ({ ...recallScans(memory), settled: [], settling: false, stopped: null }));

  function keep(change: (kept: KeptScans) => KeptScans): boolean {
    const { waiting, refused } = store.getState();
    const kept = change({ waiting, refused });
    store.setState(kept);
    return keepScans(memory, kept);
  }

  const onLooked = (looked: NotedScan) =>
    keep((kept) => ({ ...kept, waiting: kept.waiting.map((scan) => (scan.requestId === looked.requestId ? looked : scan)) }));

  /** Settles one note; the "no" that keeps it waiting, or null when it is settled either way. */
  async function settleOne(scan: NotedScan): Promise<No | null> {
    const outcome = await settleScan(caller, scan, onLooked, 1);
    if (outcome.kind === 'waits') return outcome.no;
    const refused: readonly RefusedScan[] = outcome.kind === 'refused' ? [{ ...scan, no: outcome.no }] : [];
    keep((kept) => ({ waiting: without(kept.waiting, scan.requestId), refused: [...kept.refused, ...refused] }));
    if (outcome.kind === 'settled') {
      const { title, sum } = outcome;
      store.setState({ settled: [{ ...scan, title, sum }, ...store.getState().settled] });
      onRedeemed();
    }
    return null;
  }

  return {
    store,
    note(scan) {
      const { waiting } = store.getState();
      if (waiting.some(({ code, communityId }) => code === scan.code && communityId === scan.communityId)) return true;
      if (keep((kept) => ({ ...kept, waiting: [...kept.waiting, scan] }))) return true;
      store.setState({ waiting });
      return false;
    },
    hasLike: (code) => store.getState().waiting.some((scan) => numberOf(scan.code) === numberOf(code)),
    async settle() {
      const { settling, waiting } = store.getState();
      if (settling || waiting.length === 0) return;
      store.setState({ settling: true, stopped: null });
      let stopped: No | null = null;
      try {
        for (const scan of waiting) {
          // One may have been dropped meanwhile.
          if (!store.getState().waiting.some(({ requestId }) => requestId === scan.requestId)) continue;
          stopped = (await settleOne(scan)) ?? stopped;
          // What went wrong with one alone does not hold up the others.
          if (stopped !== null && stopped.code !== 'internal') break;
        }
      } finally {
        store.setState({ settling: false, stopped });
      }
    },
    putAway(requestId) {
      keep(({ waiting, refused }) => ({ waiting: without(waiting, requestId), refused: without(refused, requestId) }));
      store.setState({ settled: without(store.getState().settled, requestId) });
    },
  };
}
