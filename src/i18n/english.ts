// The English words: a part of the mini-program's package; a browser fetches them once somebody wants them.
import { en } from '#app/i18n/en';
import type { Words } from '#app/i18n/words';

/** The words, if they are here without waiting. */
export function englishHere(): Words | null {
  return en;
}

/** Brings the words; null where they cannot be had now. */
export async function bringEnglish(): Promise<Words | null> {
  return en;
}

/** Brings the words before anything is shown in another language. */
export const bringEnglishFirst = bringEnglish;
