// One sign in words, with what is usual beside it: said alike to the owner and to the member.
import type { Words } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

type Finding = NonNullable<ValueOf<'risk.mine'>['review']>['findings'][number];

/** What was found, and what is usual; null where nothing is compared. */
export function sayFinding(words: Words, { sign, have, of, usual }: Finding): { readonly text: string; readonly usual: string | null } {
  const says = words.member.review;
  const text = says.signs[sign](have, of ?? have);
  if (sign === 'never_back') return { text, usual: usual === null ? null : says.usual.gone(usual) };
  // Where there is no other inviter, nothing is usual.
  return { text, usual: usual === null || usual === 0 ? null : says.usual.pace(usual) };
}
