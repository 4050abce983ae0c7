// Why somebody was put out, in words: a reason in a word, with the owner's own words where there are any.
import type { Words } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

type Block = Pick<NonNullable<ValueOf<'community.home'>['me']['block']>, 'reason' | 'text'>;

/** The reason; `comma` stands between the word and the owner's own. */
export function reasonIn(reasons: Readonly<Record<Block['reason'], string>>, comma: string, { reason, text }: Block): string {
  if (text === '') return reasons[reason];
  return reason === 'other' ? text : `${reasons[reason]}${comma}${text}`;
}

/** The sentence. */
export function sayBlock({ member: { block: says } }: Pick<Words, 'member'>, block: Block): string {
  return says.why(reasonIn(says.reasons, says.comma, block));
}
