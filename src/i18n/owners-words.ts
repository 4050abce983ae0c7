// The owner's words beside everybody's. Only pages of owners and clerks import them, so that only those load them.
import { ownerEn } from '#app/i18n/owner-en';
import { ownerZhCn } from '#app/i18n/owner-zh-cn';
import type { Language, OwnersWords, Words } from '#app/i18n/words';

const owners = { 'zh-CN': ownerZhCn, en: ownerEn } satisfies Record<Language, OwnersWords['owner']>;

const whole = new Map<Language, OwnersWords>();

/** Everything that a language says, the owner's pages included; the same object for the same language. */
export function withOwnersWords(words: Words): OwnersWords {
  const known = whole.get(words.language);
  if (known !== undefined) return known;
  const all = { ...words, owner: owners[words.language] };
  whole.set(words.language, all);
  return all;
}
