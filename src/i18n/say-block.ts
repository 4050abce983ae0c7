// Why somebody was put out, or turned down, in words: a reason in a word, with the owner's own words where there are any.
import type { Words } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

type Me = ValueOf<'community.home'>['me'];
type Block = Pick<NonNullable<Me['block']>, 'reason' | 'text'>;
type Refused = Pick<Extract<NonNullable<Me['wish']>, { state: 'refused' }>, 'reason' | 'text'>;

/** The reason; `comma` stands between the word and the owner's own. */
export function reasonIn<Reason extends string>(
  reasons: Readonly<Record<Reason, string>>,
  comma: string,
  { reason, text }: { readonly reason: Reason; readonly text: string },
): string {
  if (text === '') return reasons[reason];
  return reason === 'other' ? text : `${reasons[reason]}${comma}${text}`;
}

/** Why somebody was put out, as a sentence. */
export function sayBlock({ member: { block: says } }: Pick<Words, 'member'>, block: Block): string {
  return says.why(reasonIn(says.reasons, says.comma, block));
}

/** Why somebody was turned down, as a sentence. */
export function sayTurnDown({ member: { joining: says } }: Pick<Words, 'member'>, refusal: Refused): string {
  return says.why(reasonIn(says.reasons, says.comma, refusal));
}
