// Days and moments as people say them, in the community's own zone and never in the phone's.
import type { Words } from '#app/i18n/words';
import { dayNumber } from '#core/values/day';

/** A business day, such as 2026-03-01, as words. */
export function dayText(words: Words, day: string): string {
  return words.shared.day(Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** A month, such as 2026-03, as words. */
export function monthText(words: Words, month: string): string {
  return words.shared.month(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}

/** The place of a day in its week: 0 for Monday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** The hour and minute of an instant, as the wall clock of a zone shows them. */
export function clockText(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** The calendar day of an instant in a zone, as 2026-03-01. */
export function wallDayOf(at: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Day and clock of an instant in a zone, as words. */
export function momentText(words: Words, at: number, zone: string): string {
  return `${dayText(words, wallDayOf(at, zone))} ${clockText(at, zone)}`;
}
