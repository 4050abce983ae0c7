// The texts by which an owner says what a community is, each checked beside its field.
import type { No } from '#app/features/call';
import { type TextProblem, textProblem } from '#app/features/typed-text';

/** The texts and how long each may be. */
export const textLimits = {
  name: [2, 20],
  theme: [2, 20],
  promise: [4, 60],
  organiser: [2, 40],
  contact: [5, 40],
  licences: [0, 60],
  groupLabel: [1, 20],
} as const;

/** A text. */
export type TextName = keyof typeof textLimits;

/** The texts with which a community begins; licences come when there is something to sell that needs one. */
export type FirstTextName = Exclude<TextName, 'licences'>;

/** What is wrong with each text; those that are well are not in it. */
export type TextProblems = Readonly<Partial<Record<TextName, TextProblem>>>;

/** The problems of texts. */
export function problemsOf(texts: Readonly<Partial<Record<TextName, string>>>): TextProblems {
  const problems: Partial<Record<TextName, TextProblem>> = {};
  for (const [name, text] of Object.entries(texts) as [TextName, string][]) {
    const [min, max] = textLimits[name];
    const problem = textProblem(text, min, max);
    if (problem !== null) problems[name] = problem;
  }
  return problems;
}

/** The problem that a refused content check is at a field; nothing where the "no" is about something else. */
export function refusedProblem(no: No): TextProblems {
  if (no.code !== 'content_refused') return {};
  const { path, word } = no.data;
  const name = path === 'group.label' || path === 'label' ? 'groupLabel' : path;
  return Object.keys(textLimits).includes(name) ? { [name]: { problem: 'content_refused', limit: null, word } } : {};
}
