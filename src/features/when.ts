// Days and moments as people say them, in the community's own zone and never in the phone's.
import type { Words } from '#app/i18n/words';
import { dayNumber, zoneOffsetMs } from '#core/values/day';

/** A business day, such as 2026-03-01, as words. */
export function dayText(words: Words, day: string): string {
  return words.formats.day(day);
}

/** The place of a day in its week: 0 for Monday. */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** Year, month, day, hour and minute of an instant as a zone's wall clock shows them; a phone without zones shows its own. */
function wallOf(at: number, zone: string): readonly [day: string, clock: string] {
  const two = (value: number) => String(value).padStart(2, '0');
  if (typeof Intl === 'undefined') {
    const date = new Date(at);
    return [
      `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
      `${two(date.getHours())}:${two(date.getMinutes())}`,
    ];
  }
  const shift = Math.round(zoneOffsetMs(zone, at) / 60_000) * 60_000;
  const wall = new Date(at + shift).toISOString();
  return [wall.slice(0, 10), wall.slice(11, 16)];
}

/** The hour and minute of an instant, as the wall clock of a zone shows them. */
export function clockText(at: number, zone: string): string {
  return wallOf(at, zone)[1];
}

/** Day and clock of an instant in a zone, as words. */
export function momentText(words: Words, at: number, zone: string): string {
  const [day, clock] = wallOf(at, zone);
  return `${dayText(words, day)} ${clock}`;
}

/** The calendar day of an instant in a zone, such as 2026-03-01. */
export function instantDay(at: number, zone: string): string {
  return wallOf(at, zone)[0];
}

/** The calendar day of an instant in a zone, as words. */
export function instantDayText(words: Words, at: number, zone: string): string {
  return dayText(words, instantDay(at, zone));
}

/** The hour and minute of an instant on the phone's own clock: for what happened on this phone, such as the last good answer. */
export function phoneClockText(at: number): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
