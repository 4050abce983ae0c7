// The words of check-ins in Chinese: the plan, the calendar, and why a day is not counted.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words } from '#app/i18n/words';

export const checkinZhCn = {
  plan: {
    ladders: { streak: '连续', total: '累计' },
    reach: { streak: (days: number) => `连续 ${days} 天`, total: (days: number) => `累计 ${days} 天` },
    restDays: (weekdays: string) => `休息日：${weekdays}，不打卡也不会断。`,
    restToday: '今天是休息日，不打卡也不会断。',
    grace: (until: string) => `昨天还没打卡，${until} 前可以补记，算本人打卡。`,
    graceDo: '补记昨天',
    unitWaits: '打卡后就能看今天的内容。',
    unitDay: (day: number) => `第 ${day} 天`,
    units: '打开过的内容',
    graduation: '结业',
    toGraduation: (days: number, points: number) => `再打卡 ${days} 天结业，得 ${points} 积分。`,
    graduatedOn: (day: string) => `${day}已结业，可以继续打卡。`,
    graduated: (days: number, points: number) =>
      points === 0 ? `打卡满 ${days} 天，结业了。` : `打卡满 ${days} 天，结业了，另得 ${points} 积分。`,
    makeUp: '补签卡',
    makeUpMissing: (days: number) => `${days} 天可以补签`,
    makeUpDay: (day: string) => `用一张卡补 ${day}`,
    cards: (cards: number) => `${cards} 张`,
    cardsLeft: (cards: number, monthly: number) =>
      monthly === 0 ? `还有 ${cards} 张补签卡。` : `还有 ${cards} 张补签卡，其中 ${monthly} 张只在本月有效。`,
    nextCard: (checkIns: number) => `再打卡 ${checkIns} 次，得一张。`,
    nothingMissing: (days: number) => `最近 ${days} 天没有要补的。`,
    madeUp: (day: string, streakDays: number) => `${day}补上了，现在连续 ${streakDays} 天。`,
    counts: '补签只算连续天数，不发积分，也不算榜单。',
    cardEarned: '得到一张补签卡。',
  },
  calendar: {
    title: '打卡日历',
    weekdays: ['一', '二', '三', '四', '五', '六', '日'] as readonly string[],
    states: {
      before: '未加入',
      checked: '已打卡',
      made_up: '补签',
      rest: '休息日',
      missed: '缺卡',
      open: '今天待打',
      future: '还没到',
      after: '计划外',
    },
    streak: '现在连续',
    best: '最长连续',
    total: '累计',
    days: (days: number) => `${days} 天`,
    path: '里程碑',
    paid: '已得',
    missing: (days: number) => `还差 ${days} 天`,
    previous: '上个月',
    next: '下个月',
    honest: '缺了的那天就是缺了，补签的那天也看得出来。',
    none: '这里没有进行中的打卡计划。',
  },
};

export const checkinNoZhCn = {
  already_checked_in: ({ streakDays, nextOn }) => ({
    reason: `今天已打卡，连续第 ${f.days(streakDays)}。`,
    next: `${f.day(nextOn)}再来，就是连续第 ${f.days(streakDays + 1)}。`,
  }),
  grace_over: ({ on, hours }) => ({
    reason:
      hours === 0 ? `${f.day(on)}已经过去，不能再打卡。` : `补记 ${f.day(on)}的时间已过，只在当天结束后的 ${f.count(hours)} 小时内可以。`,
    next: '打今天的卡，连续从今天数起。',
  }),
  day_not_missing: ({ on }) => ({
    reason: `${f.day(on)}不用补：已经打过卡、是休息日，或者不在你参加的日子里。`,
    next: '在日历上选一个缺卡的日子。',
  }),
  make_up_too_late: ({ reachOn, reachDays }) => ({
    reason: `补签卡只能补最近 ${f.days(reachDays)}，最早补到 ${f.day(reachOn)}。`,
    next: '选一个更近的缺卡日。',
  }),
  no_make_up_card: ({ missingCheckIns, nextMonthOn }) => ({
    reason: '你现在没有补签卡。',
    next:
      missingCheckIns !== null
        ? `再打卡 ${f.count(missingCheckIns)} 次得一张。`
        : nextMonthOn !== null
          ? `${f.day(nextMonthOn)}有新的补签卡。`
          : '这个计划没有补签卡，从今天接着打。',
  }),
} satisfies Partial<Words['no']>;
