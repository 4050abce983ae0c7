// Reads of a campaign around content from its card: questions, options, the owner's words, and the person's own part.
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import type { ValueOf } from '#core/contract';

/** A text of a member's as it stands. */
export type TextRow = ValueOf<'content.thread'>['posts'][number];
/** What came of a quiz or a poll. */
export type Results = ValueOf<'content.results'>;

/** A question of a quiz with its options in order. */
export interface Question {
  readonly question: string;
  readonly options: readonly string[];
}

type Rows = readonly Readonly<Record<string, unknown>>[];

function rowsOf(card: CampaignCard, name: string): Rows {
  const value = card.parameters[name];
  return Array.isArray(value) ? (value as Rows) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The questions of a quiz. */
export function questionsOf(card: CampaignCard): readonly Question[] {
  return rowsOf(card, 'questions').map((row) => ({
    question: textOf(row.question),
    options: [row.optionA, row.optionB, row.optionC, row.optionD].map(textOf).filter((option) => option !== ''),
  }));
}

/** The choices in a quiz as they were kept, from 1, question by question; none where the quiz does not have them. */
export function readChosen(kept: string | null, questions: readonly Question[]): readonly number[] {
  const chosen = (kept ?? '').split(',').map(Number);
  const isIts = (option: number, index: number) =>
    Number.isInteger(option) && option >= 1 && option <= (questions[index]?.options.length ?? 0);
  return chosen.every(isIts) ? chosen : [];
}

/** The options of a poll. */
export function optionsOf(card: CampaignCard): readonly string[] {
  return rowsOf(card, 'options').map((row) => textOf(row.option));
}

/** The paragraphs of a notice. */
export function paragraphsOf(card: CampaignCard): readonly string[] {
  return rowsOf(card, 'paragraphs').map((row) => textOf(row.text));
}

/** What the owner asks or says first, whatever the type. */
export function leadOf(card: CampaignCard): string {
  const { question, prompt, about } = card.parameters;
  if (card.type === 'quiz') return questionsOf(card)[0]?.question ?? '';
  if (card.type === 'notice') return paragraphsOf(card)[0] ?? '';
  return textOf(question) || textOf(prompt) || textOf(about);
}

/** The share of a count in a total, in whole percent; 0 where there is nothing. */
export function percentOf(count: number, total: number): number {
  return total === 0 ? 0 : Math.round((count / total) * 100);
}

/**
 * The shares of counts in a total, in whole percent. Counts that add up to the total have shares that add up to 100: whatever rounding down
 * leaves goes to those of which it took most. Where one person counts several times each is a share of the people, by itself.
 */
export function percentsOf(counts: readonly number[], total: number): readonly number[] {
  if (total === 0 || counts.reduce((sum, count) => sum + count, 0) !== total) return counts.map((count) => percentOf(count, total));
  const lost = counts.map((count) => (count * 100) % total);
  const missing = lost.reduce((sum, one) => sum + one, 0) / total;
  const first = counts.map((_count, index) => index).sort((one, other) => (lost[other] ?? 0) - (lost[one] ?? 0) || one - other);
  const raised = new Set(first.slice(0, missing));
  return counts.map((count, index) => Math.floor((count * 100) / total) + (raised.has(index) ? 1 : 0));
}

/** A choice after a tap: one of several takes the place of the one before where only one may be chosen; a tap again takes it off. */
export function withChoice(chosen: readonly number[], option: number, max: number): readonly number[] {
  if (chosen.includes(option)) return chosen.filter((other) => other !== option);
  if (max === 1) return [option];
  return chosen.length >= max ? chosen : [...chosen, option].sort((one, other) => one - other);
}
