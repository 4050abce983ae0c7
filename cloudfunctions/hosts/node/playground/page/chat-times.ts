// When things were said, as chats write it.
import type { Language } from './words';

interface Clock {
  readonly language: Language;
  readonly state: { readonly now: number; readonly zone: string };
}

type Format = Intl.DateTimeFormatOptions;

const hour: Format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const day: Format = { month: 'short', day: 'numeric' };

function write(clock: Clock, at: number, format: Format): string {
  return new Intl.DateTimeFormat(clock.language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: clock.state.zone, ...format }).format(at);
}

const isToday = (clock: Clock, at: number) => write(clock, at, day) === write(clock, clock.state.now, day);

/** In a list of chats: the hour of today, else the day. */
export function shortTime(clock: Clock, at: number): string {
  return write(clock, at, isToday(clock, at) ? hour : day);
}

/** Between messages: the hour of today, else the day with its hour. */
export function longTime(clock: Clock, at: number): string {
  return write(clock, at, isToday(clock, at) ? hour : { ...day, ...hour });
}

/** The demo's clock: day, weekday and hour. */
export function clockTime(clock: Clock, at: number): string {
  return write(clock, at, { ...day, ...hour, weekday: 'short' });
}
