// The words of the deploying commands, Chinese first: one shape for both languages, so that the compiler finds what is missing.
import { wordsEn } from './words-en';
import { wordsZh } from './words-zh';

/** Everything that the commands say. */
export type Words = typeof wordsZh;

/** The words of a language; Chinese where none is named. Any other name than `en` is taken for Chinese. */
export function languageOf(name: string | undefined): Words {
  return name === 'en' ? wordsEn : wordsZh;
}
