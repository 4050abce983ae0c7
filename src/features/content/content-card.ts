// What stands on the share card of a campaign around content: its question or its first words, and that nothing is promised for it.
import type { PicturedCard } from '#app/features/campaign/campaign-parts';
import type { CardPicture } from '#app/features/campaign/card-picture';
import type { Words } from '#app/i18n/words';

type ContentCode = 'quiz' | 'poll' | 'topic' | 'question' | 'notice';
type Own = Pick<CardPicture, 'kind' | 'gives' | 'condition' | 'note' | 'marks'>;

function rowsOf(card: PicturedCard, name: string): readonly Readonly<Record<string, unknown>>[] {
  const value = card.parameters[name];
  return Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : [];
}

function textOf(card: PicturedCard, name: string): string {
  const value = card.parameters[name];
  return typeof value === 'string' ? value : '';
}

/** Whether a campaign is one around content. */
export function isContent(code: PicturedCard['type']): code is ContentCode {
  return code === 'quiz' || code === 'poll' || code === 'topic' || code === 'question' || code === 'notice';
}

/** The part of a share card that is the type's own. */
export function contentCardOf({ owner }: Words, card: PicturedCard, code: ContentCode, group: string): Own {
  const says = owner.card.content;
  const shared = { kind: 'seal' as const, note: group, marks: [says.marks[code]] };
  switch (code) {
    case 'quiz': {
      const questions = rowsOf(card, 'questions');
      const points = card.parameters.rewarded === 1 ? Number(card.parameters.pointsPerRight) : 0;
      const first = questions[0]?.question;
      return { ...shared, gives: says.quiz(questions.length, points), condition: typeof first === 'string' ? first : '' };
    }
    case 'poll': {
      const options = rowsOf(card, 'options').map(({ option }) => String(option));
      return { ...shared, gives: textOf(card, 'question'), condition: options.join(' / ') };
    }
    case 'topic':
      return { ...shared, gives: textOf(card, 'prompt'), condition: says.topic };
    case 'question':
      return { ...shared, gives: textOf(card, 'about'), condition: says.question };
    case 'notice': {
      const [first, second] = rowsOf(card, 'paragraphs').map(({ text }) => String(text));
      return { ...shared, gives: first ?? '', condition: second ?? '' };
    }
  }
}
