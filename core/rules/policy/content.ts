// What follows from a content check: a refusal for what may not be said, a note for what has to be looked at first.
import { type Refusal, refuse } from '#core/refusals';
import type { ContentNote } from '#core/tables';

/** What a text is about that should not be said; `promotion` is our own word lists, `unchecked` says that nobody could look yet. */
export type ContentLabel =
  | 'normal'
  | 'advertising'
  | 'politics'
  | 'sexual'
  | 'abuse'
  | 'crime'
  | 'fraud'
  | 'vulgar'
  | 'copyright'
  | 'promotion'
  | 'unchecked'
  | 'other';

/** All labels, in a fixed order. */
export const contentLabels: readonly ContentLabel[] = [
  'normal',
  'advertising',
  'politics',
  'sexual',
  'abuse',
  'crime',
  'fraud',
  'vulgar',
  'copyright',
  'promotion',
  'unchecked',
  'other',
];

/** What a checker says of a text: it may be shown, somebody has to look first, or it may not be shown. */
export interface TextVerdict {
  readonly result: 'pass' | 'review' | 'risky';
  readonly label: ContentLabel;
  /** The word that it is about, where the checker names one. */
  readonly word: string | null;
}

/** A text that has been checked, by the path of its field in the input. */
export interface CheckedText {
  readonly path: string;
  readonly verdict: TextVerdict;
}

function refusalOf({ path, verdict }: CheckedText): Refusal<'content_refused'> {
  return refuse('content_refused', { path, label: verdict.label, word: verdict.word });
}

/** The refusal for the first text that may not be said; null when there is none. */
export function contentRefusal(checked: readonly CheckedText[]): Refusal<'content_refused'> | null {
  const worst = checked.find(({ verdict }) => verdict.result === 'risky');
  return worst === undefined ? null : refusalOf(worst);
}

/** The path of the note on a bound group's label. */
export function labelPath(groupId: string): string {
  return `groups.${groupId}`;
}

/** The owner's texts of a community that anybody sees beside a campaign for a group, or for all: those that still need a look. */
export function notesBeside(notes: readonly ContentNote[], groupId: string | null): readonly ContentNote[] {
  return notes.flatMap(({ path, word }) => {
    if (!path.startsWith('groups.')) return [{ path: `community.${path}`, word }];
    return groupId !== null && path === labelPath(groupId) ? [{ path: 'groupId', word }] : [];
  });
}

/**
 * The refusal for the first text that has not passed and is not the one that stands there: what is shown already is only replaced by what
 * may be shown.
 */
export function replacementRefusal(checked: readonly CheckedText[], isNew: (path: string) => boolean): Refusal<'content_refused'> | null {
  const doubtful = checked.find(({ path, verdict }) => verdict.result !== 'pass' && isNew(path));
  return doubtful === undefined ? null : refusalOf(doubtful);
}

/**
 * The texts that have to be looked at before anybody is shown them. What our own word lists find ambiguous is not among them: the policy
 * check warns of it, and the owner confirms it.
 */
export function contentNotes(checked: readonly CheckedText[]): readonly ContentNote[] {
  return checked.flatMap(({ path, verdict: { result, label, word } }) =>
    result === 'review' && label !== 'promotion' ? [{ path, word }] : [],
  );
}
