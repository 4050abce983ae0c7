// The words of an owner's page, in the language that the app speaks now.
import { withOwnersWords } from '#app/i18n/owners-words';
import { useWords } from '#app/i18n/use-words';
import type { OwnersWords } from '#app/i18n/words';

/** The words of the language now, the owner's included. */
export function useOwnersWords(): OwnersWords {
  return withOwnersWords(useWords());
}
