// The language that the app speaks, remembered by the phone; Chinese until the person chooses another.

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { bringEnglish, bringEnglishFirst, englishHere } from '#app/i18n/english';
import type { Language, Words } from '#app/i18n/words';
import { zhCn } from '#app/i18n/zh-cn';
import { tellPageLanguage } from '#app/platform/page-language';
import { recall, remember } from '#app/platform/storage';

/** Every language, with its name in itself, in the order in which it is offered. */
export const languages: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'zh-CN', name: '中文' },
  { language: 'en', name: 'English' },
];

let wanted: Language = recall('language') === 'en' ? 'en' : 'zh-CN';

const wordsStore = createStore<{ readonly words: Words }>(() => ({ words: (wanted === 'en' ? englishHere() : null) ?? zhCn }));

function speak(words: Words | null): boolean {
  if (words === null) return false;
  // Whoever chose again while words were on their way has chosen.
  if (words.language === wanted) {
    remember('language', wanted);
    tellPageLanguage(wanted);
    wordsStore.setState({ words });
  }
  return true;
}

if (wanted !== wordsStore.getState().words.language) void bringEnglishFirst().then(speak);

/** Speaks another language from now on. @returns false when its words cannot be had now: the language stays */
export async function chooseLanguage(language: Language): Promise<boolean> {
  wanted = language;
  return speak(language === 'en' ? await bringEnglish() : zhCn);
}

/** The words of the language now. */
export function useWords(): Words {
  return useStore(wordsStore, ({ words }) => words);
}

/** The words of the language now, where there is no screen to draw again: in a share handler, or on a canvas. */
export function currentWords(): Words {
  return wordsStore.getState().words;
}

export type { Language } from '#app/i18n/words';
