// The content check of a server of one's own: the word lists for texts; pictures are looked at by the owner.
import type { TextVerdict } from '#core/rules/policy/content';
import { findContact } from '#core/rules/policy/find-contact';
import { findWord } from '#core/rules/policy/find-words';
import type { ContentCheck, TextScene } from '#server/ports/content-check';

/** Where members show themselves and speak to each other: a way to elsewhere is looked at there. A shop's own posts may name one. */
const membersScenes: ReadonlySet<TextScene> = new Set(['profile', 'comment']);

function verdictOn(text: string, scene: TextScene): TextVerdict {
  const found = findWord(text);
  if (found?.kind === 'blocked') return { result: 'risky', label: 'promotion', word: found.word };
  const contact = membersScenes.has(scene) ? findContact(text) : null;
  if (contact !== null) return { result: 'review', label: 'advertising', word: contact };
  if (found !== null) return { result: 'review', label: 'promotion', word: found.word };
  return { result: 'pass', label: 'normal', word: null };
}

/** Creates the check. It never asks anybody outside, and no picture passes it without a person's look. */
export function createKeywordContentCheck(): ContentCheck {
  return {
    checkText: async ({ text, scene }) => verdictOn(text, scene),
    checkPicture: async () => 'review',
  };
}
