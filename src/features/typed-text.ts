// Typed text as the server will take it: trimmed, long enough, short enough, with something to see and nothing that hides.

/** What is wrong with a text. */
export interface TextProblem {
  readonly problem: 'too_short' | 'too_long' | 'odd_characters' | 'content_refused';
  readonly limit: number | null;
  /** Of a content check: the word that it is about, where it is known. */
  readonly word?: string | null;
}

// The same that the schema of texts refuses: controls, halves of characters, and what cannot be seen or turns the writing round.
const HIDDEN = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The problem of a text that must have from `min` to `max` characters; null when it is well. */
export function textProblem(text: string, min: number, max: number): TextProblem | null {
  const typed = text.trim();
  if (HIDDEN.test(typed) || (typed !== '' && !VISIBLE.test(typed))) return { problem: 'odd_characters', limit: null };
  if (typed.length < min) return { problem: 'too_short', limit: min };
  return typed.length > max ? { problem: 'too_long', limit: max } : null;
}
