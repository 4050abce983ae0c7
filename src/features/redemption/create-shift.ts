// The shift report: what was redeemed on a day, today's unless another is chosen.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createResource, type Resource } from '#app/features/resource';
import type { ValueOf } from '#core/contract';

/** A day's shift as it came. */
export type Shift = ValueOf<'redemption.shift'>;

/** The report. */
export interface ShiftReport {
  readonly report: Resource<Shift>;
  /** The day that was chosen; null is today, whatever day that is by now. */
  readonly chosen: StoreApi<{ readonly on: string | null }>;
  /** Shows another day. */
  choose(on: string | null): void;
  /** Back to today of nobody, for another community. */
  clear(): void;
}

/** Makes the report. */
export function createShift(caller: Caller, here: () => { readonly communityId: string }): ShiftReport {
  const chosen = createStore<{ on: string | null }>(() => ({ on: null }));
  const report = createResource(async () => {
    const { on } = chosen.getState();
    const reply = await caller.view('redemption.shift', { ...here(), ...(on === null ? {} : { on }) });
    return reply as { ok: true; value: Shift } | No;
  });
  return {
    report,
    chosen,
    choose(on) {
      chosen.setState({ on });
      report.clear();
      void report.refresh();
    },
    clear() {
      chosen.setState({ on: null });
      report.clear();
    },
  };
}
