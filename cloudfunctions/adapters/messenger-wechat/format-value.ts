// How the values of a message are written in the keywords of a WeChat template: the types, lengths and forms that WeChat accepts.
import type { Benefit } from '#core/rules/coupon/benefit';
import type { Fading } from '#core/rules/membership/fading';
import type { MessageValue } from '#core/rules/reminder/message';
import type { KeywordType } from '#core/rules/reminder/templates';
import { dayFromNumber, zoneOffsetMs } from '#core/values/day';
import { DAY_MS, type Instant, MINUTE_MS } from '#core/values/instant';

/** The most characters of each type of keyword (WeChat, "发送订阅消息", parameter limits). */
const LENGTH_MAX: Readonly<Record<'thing' | 'phrase' | 'number' | 'character_string', number>> = {
  thing: 20,
  phrase: 5,
  number: 32,
  character_string: 32,
};

/** What stands where nothing is left to say: WeChat takes no empty keyword. */
const NOTHING: Readonly<Record<'thing' | 'phrase' | 'character_string', string>> = { thing: '无', phrase: '无', character_string: '-' };

/** The first characters of a text, the last of them an ellipsis where something is cut; an emoji is never cut in two. */
function cut(text: string, lengthMax: number, ellipsis: string): string {
  const characters = [...text];
  if (text.length <= lengthMax) return text;
  let kept = '';
  for (const character of characters) {
    if (kept.length + character.length + ellipsis.length > lengthMax) break;
    kept += character;
  }
  return kept + ellipsis;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function dayText(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

function momentParts(at: Instant, zone: string): { readonly day: string; readonly clock: string } {
  const wall = at + zoneOffsetMs(zone, at);
  const minutes = Math.floor((((wall % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  return {
    day: dayText(dayFromNumber(Math.floor(wall / DAY_MS))),
    clock: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`,
  };
}

/** Yuan with two digits after the point where they say something: 500 → 5, 550 → 5.50. */
function yuanText(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/** What a coupon is worth, in the few characters that a keyword has. */
function benefitText(benefit: Benefit): string {
  switch (benefit.kind) {
    case 'amount_off':
      return `减${yuanText(benefit.amountOffFen)}元`;
    case 'percent_off':
      return `${(100 - benefit.percentOff) / 10}折`;
    case 'group_price':
      return `${yuanText(benefit.priceFen * benefit.quantity)}元 ${benefit.item}`;
    default:
      return benefit.item;
  }
}

/** What fades, the first to end first: points by their number; which tier it is, the page says. */
function fadingText(fading: readonly Fading[]): string {
  return fading.map((one) => (one.what === 'points' ? `${one.points} 积分` : '会员等级')).join('、');
}

function plainText(value: MessageValue): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'day':
      return dayText(value.day);
    case 'moment': {
      const { day, clock } = momentParts(value.at, value.zone);
      return `${day} ${clock}`;
    }
    case 'money':
      return `${yuanText(value.fen)}元`;
    case 'benefit':
      return benefitText(value.benefit);
    case 'count':
      return String(value.count);
    case 'fading':
      return fadingText(value.fading);
  }
}

function numberText(value: MessageValue): string | null {
  if (value.type === 'count') return cut(String(value.count), LENGTH_MAX.number, '');
  return value.type === 'money' ? yuanText(value.fen) : null;
}

function amountText(value: MessageValue): string | null {
  if (value.type === 'money') return plainText(value);
  return value.type === 'benefit' && value.benefit.kind === 'amount_off' ? `${yuanText(value.benefit.amountOffFen)}元` : null;
}

/** A day as a moment is its last minute: what ends on a day ends with it. */
function timeText(value: MessageValue): string | null {
  if (value.type === 'day') return `${dayText(value.day)} 23:59`;
  return value.type === 'moment' ? plainText(value) : null;
}

function dateText(value: MessageValue): string | null {
  if (value.type === 'day') return dayText(value.day);
  return value.type === 'moment' ? momentParts(value.at, value.zone).day : null;
}

/**
 * Writes a value as a type of keyword, never longer than WeChat takes; null where that type cannot say such a value at all
 * (a number for a title), which is a mistake of the installation's settings.
 */
export function formatValue(value: MessageValue, type: KeywordType): string | null {
  switch (type) {
    case 'thing':
      return cut(plainText(value).trim(), LENGTH_MAX.thing, '…') || NOTHING.thing;
    case 'phrase':
      return cut(plainText(value).replace(/[^\p{Script=Han}]/gu, ''), LENGTH_MAX.phrase, '') || NOTHING.phrase;
    case 'character_string':
      return cut(plainText(value).replace(/[^\x21-\x7e]/g, ''), LENGTH_MAX.character_string, '') || NOTHING.character_string;
    case 'number':
      return numberText(value);
    case 'amount':
      return amountText(value);
    case 'date':
      return dateText(value);
    case 'time':
      return timeText(value);
  }
}
