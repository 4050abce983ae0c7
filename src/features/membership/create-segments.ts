// The owner's segments: those that are saved, and a count that goes through all members a page at a time and says how far it is.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createDeed, type Deed } from '#app/features/deed';
import { createResource, type Resource } from '#app/features/resource';
import type { InputOf, ValueOf } from '#core/contract';

/** The conditions of a segment. */
export type Conditions = InputOf<'membership.countSegment'>['conditions'];
/** One condition. */
export type Condition = Conditions[number];
/** Somebody who is in. */
export type SegmentRow = ValueOf<'membership.countSegment'>['members'][number];

/** A count that is under way or done. */
export interface SegmentCount {
  /** The conditions that are counted, as text; null before any. */
  readonly of: string | null;
  readonly members: readonly SegmentRow[];
  readonly lookedAt: number;
  readonly total: number;
  readonly busy: boolean;
  readonly no: No | null;
}

/** What the screen of segments holds. */
export interface Segments {
  readonly saved: Resource<ValueOf<'membership.segments'>>;
  readonly counted: StoreApi<SegmentCount>;
  readonly save: Deed<InputOf<'membership.saveSegment'>, 'membership.saveSegment'>;
  readonly remove: Deed<InputOf<'membership.removeSegment'>, 'membership.removeSegment'>;
  /** Counts who is in; a count that was under way is given up. */
  count(conditions: Conditions): Promise<void>;
  clear(): void;
}

const nothing: SegmentCount = { of: null, members: [], lookedAt: 0, total: 0, busy: false, no: null };

/** Makes the stores of the screen of segments. */
export function createSegments(caller: Caller, newId: () => string, here: () => { readonly communityId: string }): Segments {
  const saved = createResource(
    async () => (await caller.view('membership.segments', here())) as { ok: true; value: ValueOf<'membership.segments'> } | No,
  );
  const counted = createStore<SegmentCount>(() => nothing);
  let generation = 0;

  return {
    saved,
    counted,
    save: createDeed((input, requestId) => caller.change('membership.saveSegment', input, requestId), newId),
    remove: createDeed((input, requestId) => caller.change('membership.removeSegment', input, requestId), newId),
    async count(conditions) {
      generation += 1;
      const mine = generation;
      counted.setState({ ...nothing, of: JSON.stringify(conditions), busy: true });
      let cursor: string | null = null;
      do {
        const input: InputOf<'membership.countSegment'> = { ...here(), conditions, ...(cursor === null ? {} : { cursor }) };
        const reply = await caller.view('membership.countSegment', input);
        // Another count has been asked for since.
        if (mine !== generation) return;
        if (!reply.ok) return counted.setState({ busy: false, no: reply as No });
        const before = counted.getState();
        const { members, lookedAt, total } = reply.value;
        counted.setState({ members: [...before.members, ...members], lookedAt: before.lookedAt + lookedAt, total });
        cursor = reply.value.cursor;
      } while (cursor !== null);
      counted.setState({ busy: false });
    },
    clear() {
      generation += 1;
      saved.clear();
      counted.setState(nothing);
    },
  };
}
