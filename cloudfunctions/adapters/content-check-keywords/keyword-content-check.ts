// The content check of a server of one's own: the word lists for texts; pictures are looked at by the owner.
import { findWord } from '#core/rules/policy/find-words';
import type { ContentCheck } from '#server/ports/content-check';

/** Creates the check. It never asks anybody outside, and no picture passes it without a person's look. */
export function createKeywordContentCheck(): ContentCheck {
  return {
    async checkText({ text }) {
      const found = findWord(text);
      if (found === null) return { result: 'pass', label: 'normal', word: null };
      return { result: found.kind === 'blocked' ? 'risky' : 'review', label: 'promotion', word: found.word };
    },
    checkPicture: async () => 'review',
  };
}
