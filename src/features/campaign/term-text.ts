// The terms of a campaign as sentences.
import type { ValueOf } from '#core/contract';
import type { Words } from '#app/i18n/words';

/** The sentences of terms lines, in their order. A code that this version does not know shows as it is: no term goes unsaid. */
export function termTexts(words: Words, terms: ValueOf<'campaign.open'>['terms']): string[] {
  return terms.map(({ code, data }) => {
    const say = words.terms[code as keyof Words['terms']] as ((data: unknown) => string) | undefined;
    return say === undefined ? `${code} ${JSON.stringify(data)}` : say(data);
  });
}
