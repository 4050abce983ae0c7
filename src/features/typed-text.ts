// Typed text as the server will take it: trimmed, long enough, short enough, without characters that cannot be stored.

/** What is wrong with a text. */
export interface TextProblem {
  readonly problem: 'too_short' | 'too_long' | 'odd_characters';
  readonly limit: number | null;
}

/** The problem of a text that must have from `min` to `max` characters; null when it is well. */
export function textProblem(text: string, min: number, max: number): TextProblem | null {
  const typed = text.trim();
  if (/[\p{Cc}\p{Cs}]/u.test(typed)) return { problem: 'odd_characters', limit: null };
  if (typed.length < min) return { problem: 'too_short', limit: min };
  return typed.length > max ? { problem: 'too_long', limit: max } : null;
}
