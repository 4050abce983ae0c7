// The language that the app speaks, remembered by the phone; Chinese until the person chooses another.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { en } from '#app/i18n/en';
import type { Language, Words } from '#app/i18n/words';
import { zhCn } from '#app/i18n/zh-cn';
import { recall, remember } from '#app/platform/storage';

const catalogues: Readonly<Record<Language, Words>> = { 'zh-CN': zhCn, en };

/** Every language, in the order in which it is offered. */
export const languages: readonly Words[] = [zhCn, en];

/** The language now. */
export const languageStore = createStore<{ readonly language: Language }>(() => ({
  language: recall('language') === 'en' ? 'en' : 'zh-CN',
}));

/** Speaks another language from now on. */
export function chooseLanguage(language: Language): void {
  remember('language', language);
  languageStore.setState({ language });
}

/** The words of the language now. */
export function useWords(): Words {
  return catalogues[useStore(languageStore, (state) => state.language)];
}

/** The words of the language now, where there is no screen to draw again: in a share handler, or on a canvas. */
export function currentWords(): Words {
  return catalogues[languageStore.getState().language];
}

export type { Language } from '#app/i18n/words';
