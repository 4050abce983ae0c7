// In a browser the English words are a script of their own: most who come read Chinese, and would load them for nothing.
import type { Words } from '#app/i18n/words';

let here: Words | null = null;

export function englishHere(): Words | null {
  return here;
}

export async function bringEnglish(): Promise<Words | null> {
  try {
    here ??= (await import('#app/i18n/en')).en;
  } catch {
    // Offline, or a newer version has replaced the script: the other language stays.
  }
  return here;
}

export async function bringEnglishFirst(): Promise<Words | null> {
  const { style } = document.documentElement;
  style.visibility = 'hidden';
  const words = await bringEnglish();
  style.visibility = '';
  return words;
}
