// How numbers, money and times are written in Chinese.
import { clockOf, groupedNumber, localParts, moneyText, partsOf, weekdayOf } from '#app/i18n/format-parts';
import type { Formats } from '#app/i18n/words';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

const zones: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京时间',
  'Asia/Urumqi': '乌鲁木齐时间',
  'Asia/Hong_Kong': '香港时间',
  'Asia/Taipei': '台北时间',
  'Asia/Singapore': '新加坡时间',
  'Asia/Tokyo': '东京时间',
  'Australia/Sydney': '悉尼时间',
  'Europe/London': '伦敦时间',
  'America/New_York': '纽约时间',
  'America/Los_Angeles': '洛杉矶时间',
  UTC: '协调世界时（UTC）',
};

function day(on: string): string {
  const { month, date } = partsOf(on);
  return `${month}月${date}日`;
}

function fullDay(on: string): string {
  return `${partsOf(on).year}年${day(on)}`;
}

export const formatsZhCn: Formats = {
  count: groupedNumber,
  money: moneyText,
  yuanUnit: '元',
  points: (points) => `${groupedNumber(points)} 积分`,
  days: (days) => `${groupedNumber(days)} 天`,
  people: (people) => `${groupedNumber(people)} 人`,
  coupons: (coupons) => `${groupedNumber(coupons)} 张`,
  day,
  fullDay,
  weekdays,
  weekdayList: (some) => weekdays.filter((_, weekday) => some.includes(weekday)).join('、'),
  weekday: (on) => weekdays[weekdayOf(on)] ?? '',
  month: (month) => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`,
  span: (fromOn, untilOn) => {
    if (fromOn === untilOn) return `${day(fromOn)}当天`;
    return fromOn.slice(0, 4) === untilOn.slice(0, 4) ? `${day(fromOn)} 至 ${day(untilOn)}` : `${fullDay(fromOn)} 至 ${fullDay(untilOn)}`;
  },
  clock: (at) => localParts(at).clock,
  moment: (at) => {
    const { month, date, clock } = localParts(at);
    return `${month}月${date}日 ${clock}`;
  },
  dayStart: clockOf,
  zone: (zone) => zones[zone] ?? zone,
};
