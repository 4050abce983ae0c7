// From typed text to exact whole numbers: amounts go from digits to fen without ever being a fraction in between.
import { FEN_MAX } from '#core/values/fen';

/** What a text means, or why it means nothing. */
export type Typed =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly problem: 'not_money' | 'too_precise' | 'not_whole' };

/** Full-width digits and points, as Chinese keyboards may bring them, become plain ones; spaces, signs and commas between thousands go. */
function plain(text: string): string {
  const narrow = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[．。]/g, '.');
  return narrow.replace(/[\s,，¥￥]/g, '').replace(/元$/, '');
}

/** Reads an amount in yuan, such as `5`, `5.5`, `.5` or `1,234.50`, as whole fen. */
export function readYuan(text: string): Typed {
  const typed = plain(text);
  if (typed === '') return { kind: 'missing' };
  const match = /^(\d{0,9})(?:\.(\d*))?$/.exec(typed);
  if (match === null || typed === '.') return { kind: 'problem', problem: 'not_money' };
  const cents = match[2] ?? '';
  if (cents.length > 2) return { kind: 'problem', problem: 'too_precise' };
  const fen = Number(`${match[1] || '0'}${cents.padEnd(2, '0')}`);
  return fen > FEN_MAX ? { kind: 'problem', problem: 'not_money' } : { kind: 'number', number: fen };
}

/** Reads a whole number from zero up, such as `30` or `50,000`. */
export function readWhole(text: string): Typed {
  const typed = plain(text);
  if (typed === '') return { kind: 'missing' };
  return /^\d{1,12}$/.test(typed) ? { kind: 'number', number: Number(typed) } : { kind: 'problem', problem: 'not_whole' };
}

/** Fen as somebody would type them: 500 → `5`, 550 → `5.50`. */
export function yuanToType(fen: number): string {
  const rest = fen % 100;
  return `${(fen - rest) / 100}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}
