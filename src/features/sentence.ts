// A "no" as a person reads it: the reason with its number, and the next step.
import type { No } from '#app/features/call';
import type { Words } from '#app/i18n/words';

/** A "no" in words. */
export interface Sentence {
  readonly reason: string;
  readonly next: string | undefined;
  /** The server's reference to its log; null when the "no" is not a failure. */
  readonly reference: string | null;
}

/** Puts a "no" into words. */
export function sentenceOf(_words: Words, no: No): Sentence {
  const reference = (no.data as { reference?: unknown }).reference;
  return { reason: no.code, next: undefined, reference: typeof reference === 'string' ? reference : null };
}
