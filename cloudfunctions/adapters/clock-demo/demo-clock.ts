// The demo's clock: real time plus an offset that is kept in the store and moves forward only.
import type { SystemDocument } from '#core/tables';
import { makeId, SYSTEM } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import type { Clock } from '#server/ports/clock';
import type { Store } from '#server/ports/store';

const OFFSET_ID = makeId(SYSTEM, 'clock', 'offset');

/** The clock port, movable. */
export interface DemoClock extends Clock {
  /**
   * Moves the clock forward to an instant, for every process on this store, and answers the new time.
   * @throws RangeError when the instant is not after now: history cannot be unwritten.
   */
  moveTo(at: Instant): Promise<Instant>;
  /** Reads the offset again, since another process may have moved it. */
  refresh(): Promise<Instant>;
}

function offsetOf(document: unknown): number {
  const value = (document as SystemDocument | undefined)?.value;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

/** Opens the demo's clock on a store, over a base clock. */
export async function openDemoClock(store: Store, base: Clock): Promise<DemoClock> {
  let offset = 0;
  // What this process has seen stays the least: a late read never turns the clock back.
  const take = (read: number) => {
    offset = Math.max(offset, read);
    return base.now() + offset;
  };
  const clock: DemoClock = {
    now: () => base.now() + offset,
    async refresh() {
      return take(offsetOf((await store.read([OFFSET_ID])).get(OFFSET_ID)));
    },
    async moveTo(at) {
      if (!Number.isSafeInteger(at) || at <= clock.now()) throw new RangeError('the demo clock moves forward only');
      const wanted = at - base.now();
      const kept = await store.decide([OFFSET_ID], (documents) => {
        const before = documents.get(OFFSET_ID);
        const after = Math.max(offsetOf(before), wanted);
        const document = { id: OFFSET_ID, value: after };
        return { reply: after, writes: [before === undefined ? { kind: 'insert', document } : { kind: 'put', document }] };
      });
      return take(kept);
    },
  };
  await clock.refresh();
  return clock;
}
