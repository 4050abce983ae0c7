// The language that the app speaks, remembered by the phone; Chinese until the person chooses another.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '#app/platform/storage';
import { en } from '#app/i18n/en';
import type { Words } from '#app/i18n/words';
import { zhCN } from '#app/i18n/zh-CN';

/** The languages there are. */
export type Language = 'zh-CN' | 'en';

const catalogues: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN, en };

/** The language now. */
export const languageStore = createStore<{ readonly language: Language }>(() => ({ language: recall('language') === 'en' ? 'en' : 'zh-CN' }));

/** Speaks another language from now on. */
export function chooseLanguage(language: Language): void {
  remember('language', language);
  languageStore.setState({ language });
}

/** The words of the language now. */
export function useWords(): Words {
  return catalogues[useStore(languageStore, (state) => state.language)];
}
