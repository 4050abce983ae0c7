// Finds watched words in a text, however it is spaced, spelled wide, or broken up by signs that nobody sees.
import { ambiguousWords, blockedWords, type WatchedWord } from '#core/rules/policy/word-lists';

/** A text as it is searched: one spelling of every character (NFKC), small letters, and neither blanks nor punctuation nor signs. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\p{M}]/gu, '');
}

/** A watched word as a pattern; all its letters are plain, so none of them means anything to the pattern but `#`. */
function patternOf(word: string): string {
  return word
    .split('#')
    .map((part) => plainText(part))
    .join('\\d+');
}

interface PlainWord {
  readonly word: string;
  readonly pattern: RegExp;
  readonly except: RegExp | null;
}

function plainWord({ word, except = [] }: WatchedWord): PlainWord {
  return {
    word: word.replace('#', '…'),
    pattern: new RegExp(patternOf(word), 'u'),
    except: except.length === 0 ? null : new RegExp(except.map(patternOf).join('|'), 'gu'),
  };
}

const blocked = blockedWords.map(plainWord);
const ambiguous = ambiguousWords.map(plainWord);

function findIn(list: readonly PlainWord[], plain: string): string | null {
  // What is excused leaves a mark in its place, so that its two sides do not grow together into a word.
  const isSaid = ({ pattern, except }: PlainWord) => pattern.test(except === null ? plain : plain.replace(except, '\n'));
  return list.find(isSaid)?.word ?? null;
}

/** The first watched word that a text says: one that is not allowed, else one that needs a look; null for neither. */
export function findWord(text: string): { readonly word: string; readonly kind: 'blocked' | 'ambiguous' } | null {
  const plain = plainText(text);
  const worst = findIn(blocked, plain);
  if (worst !== null) return { word: worst, kind: 'blocked' };
  const doubtful = findIn(ambiguous, plain);
  return doubtful === null ? null : { word: doubtful, kind: 'ambiguous' };
}
