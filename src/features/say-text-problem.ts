// A text's problem in words, with its limit.
import type { TextProblem } from '#app/features/typed-text';
import type { Words } from '#app/i18n/words';

/** Puts a problem into words. */
export function sayTextProblem({ owner }: Words, { problem, limit, word }: TextProblem): string {
  switch (problem) {
    case 'odd_characters':
      return owner.fields.oddCharacters;
    case 'content_refused':
      return owner.fields.contentRefused(word ?? null);
    case 'too_short':
      return owner.fields.tooShort(limit ?? 0);
    case 'too_long':
      return owner.fields.tooLong(limit ?? 0);
  }
}
