// The arithmetic under every language's way to write numbers and times.
import { type Day, dayNumber } from '#core/values/day';

/** A whole number with a comma between thousands; the sign stays in front. */
export function groupedNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Yuan with thousands apart and without needless zeros: 123456 → 1,234.56; 500 → 5. */
export function groupedYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.abs(fen);
  const rest = whole % 100;
  const yuan = groupedNumber((whole - rest) / 100);
  return `${sign}${yuan}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** What stands behind Chinese: a number or a sign keeps a space before it, Chinese joins on. */
export function afterChinese(text: string): string {
  return /^[\d¥A-Za-z]/.test(text) ? ` ${text}` : text;
}

/** A number as two digits. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Minutes after midnight as a clock. */
export function clockOf(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** A day's year, month and day of the month. */
export function partsOf(on: Day): { readonly year: number; readonly month: number; readonly date: number } {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), date: Number(on.slice(8, 10)) };
}

/** A day's place in the week: 0 is Monday. */
export function weekdayOf(on: Day): number {
  return (((dayNumber(on) + 3) % 7) + 7) % 7;
}

/** An instant on the phone's own clock. */
export function localParts(at: number): { readonly month: number; readonly date: number; readonly clock: string } {
  const local = new Date(at);
  return { month: local.getMonth() + 1, date: local.getDate(), clock: `${twoDigits(local.getHours())}:${twoDigits(local.getMinutes())}` };
}
