// A "no" as a person reads it: the reason with its number, and the next step.
import type { No } from '#app/features/call';
import type { Sentence, Words } from '#app/i18n/words';

/** Puts a "no" into words. A code that this version of the app does not know yet reads as a failure of ours. */
export function sentenceOf(words: Words, no: No): Sentence {
  const say = words.no[no.code] as ((data: unknown) => Sentence) | undefined;
  return say === undefined ? words.no.unknown_action({ action: no.code }) : say(no.data);
}
