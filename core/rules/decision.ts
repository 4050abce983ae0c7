// A decision: what happened and the answer, or a refusal. Rules return it; one place turns it into writes.
import type { Refusal } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';

/** What a rule answers. `value` is kept in the journal, so it holds no names and nothing that changes by itself. */
export type Decision<Value> =
  | { readonly kind: 'done'; readonly value: Value; readonly events: readonly JournalEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A decision that happened. */
export function done<Value>(value: Value, events: readonly JournalEvent[]): Decision<Value> {
  return { kind: 'done', value, events };
}

/** A decision that refuses. */
export function refused(refusal: Refusal): { readonly kind: 'refused'; readonly refusal: Refusal } {
  return { kind: 'refused', refusal };
}
