// The arithmetic under every language's way to write numbers and times.
import { type Day, dayNumber } from '#core/values/day';

/** A whole number with a comma between thousands; the sign stays in front. */
export function groupedNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Yuan with thousands apart and without needless zeros: 123456 → 1,234.56; 500 → 5. */
export function groupedYuan(fen: number): string {
  const rest = fen % 100;
  const yuan = groupedNumber((fen - rest) / 100);
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}

/**
 * Money, the same in every language, on a ticket and in a sentence: its sign, yuan with a comma between thousands, and fen only where there
 * are some: 500 → ¥5; 550 → ¥5.50; 123450 → ¥1,234.50; -500 → -¥5.
 */
export function moneyText(fen: number): string {
  return fen < 0 ? `-¥${groupedYuan(-fen)}` : `¥${groupedYuan(fen)}`;
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
