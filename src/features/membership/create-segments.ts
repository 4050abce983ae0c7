// The owner's segments: those that are saved, and a count that goes through all members a page at a time and says how far it is.
import type { Caller, No } from '#app/features/call';
import { createDeed, type Deed } from '#app/features/deed';
import { createWalk, type Walk } from '#app/features/membership/create-walk';
import { createResource, type Resource } from '#app/features/resource';
import type { InputOf, ValueOf } from '#core/contract';

/** The conditions of a segment. */
export type Conditions = InputOf<'membership.countSegment'>['conditions'];
/** One condition. */
export type Condition = Conditions[number];
/** Somebody who is in. */
export type SegmentRow = ValueOf<'membership.countSegment'>['members'][number];

/** What the screen of segments holds. */
export interface Segments {
  readonly saved: Resource<ValueOf<'membership.segments'>>;
  /** Counts who is in; a count that was under way is given up. */
  readonly counted: Walk<Conditions, SegmentRow>;
  readonly save: Deed<InputOf<'membership.saveSegment'>, 'membership.saveSegment'>;
  readonly remove: Deed<InputOf<'membership.removeSegment'>, 'membership.removeSegment'>;
  clear(): void;
}

/** Makes the stores of the screen of segments. */
export function createSegments(caller: Caller, newId: () => string, here: () => { readonly communityId: string }): Segments {
  const saved = createResource(
    async () => (await caller.view('membership.segments', here())) as { ok: true; value: ValueOf<'membership.segments'> } | No,
  );
  const counted = createWalk<Conditions, SegmentRow>(async (conditions, cursor) => {
    const reply = await caller.view('membership.countSegment', { ...here(), conditions, ...(cursor === undefined ? {} : { cursor }) });
    if (!reply.ok) return reply as No;
    const { members, lookedAt, total } = reply.value;
    return { ok: true, rows: members, lookedAt, total, cursor: reply.value.cursor };
  });

  return {
    saved,
    counted,
    save: createDeed((input, requestId) => caller.change('membership.saveSegment', input, requestId), newId),
    remove: createDeed((input, requestId) => caller.change('membership.removeSegment', input, requestId), newId),
    clear() {
      for (const held of [saved, counted]) held.clear();
    },
  };
}
