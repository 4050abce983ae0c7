// Finds watched words in a text, however it is spaced, spelled wide, or broken up by signs that nobody sees.
import type { PolicyText } from '#core/rules/policy/campaign-facts';
import type { PolicyRuleId } from '#core/rules/policy/rule-ids';
import { type WatchedWord, type WordGroup, wordGroups } from '#core/rules/policy/word-lists';

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

function isSaid({ pattern, except }: PlainWord, plain: string): boolean {
  // What is excused leaves a mark in its place, so that its two sides do not grow together into a word.
  return pattern.test(except === null ? plain : plain.replace(except, '\n'));
}

/** Finds words in texts; made once for a list. @returns the first of them that a text says, or null */
export function finderOf(list: readonly WatchedWord[]): (text: string) => string | null {
  const plainWords = list.map(plainWord);
  return (text) => {
    const plain = plainText(text);
    return plainWords.find((word) => isSaid(word, plain))?.word ?? null;
  };
}

const everywhere = (severity: WordGroup['severity']) =>
  finderOf(wordGroups.filter((group) => group.where === 'everywhere' && group.severity === severity).flatMap(({ words }) => words));

const findBlocked = everywhere('block');
const findAmbiguous = everywhere('warn');

/** The first word of those watched everywhere that a text says: one that is not allowed, else one that needs a look; null for neither. */
export function findWord(text: string): { readonly word: string; readonly kind: 'blocked' | 'ambiguous' } | null {
  const worst = findBlocked(text);
  if (worst !== null) return { word: worst, kind: 'blocked' };
  const doubtful = findAmbiguous(text);
  return doubtful === null ? null : { word: doubtful, kind: 'ambiguous' };
}

/** Each group with its finder, the blocking ones first. */
const finders = [...wordGroups]
  .sort((one, other) => one.severity.localeCompare(other.severity))
  .map((group) => ({ group, find: finderOf(group.words) }));

/** The worst word of a rule in each text that says one. `isInvite`: the words that matter where an invite is rewarded are watched, too. */
export function findInTexts(
  texts: readonly PolicyText[],
  rule: PolicyRuleId,
  isInvite: boolean,
): { readonly path: string; readonly about: string; readonly severity: WordGroup['severity'] }[] {
  const own = finders.filter(({ group }) => group.rule === rule && (group.where !== 'invites' || isInvite));
  return texts.flatMap(({ path, text }) => {
    for (const { group, find } of own) {
      const about = find(text);
      if (about !== null) return [{ path, about, severity: group.severity }];
    }
    return [];
  });
}
