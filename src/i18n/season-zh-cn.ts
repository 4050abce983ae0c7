// Prizes of the check-in board, in Chinese: their form, their terms, and what screens say of places and settlements.
import { benefitsZhCn } from '#app/i18n/benefit-zh-cn';
import { afterChinese } from '#app/i18n/format-parts';
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { benefitSentence } from '#app/i18n/say-benefit';
import type { CampaignTypeWords, Words } from '#app/i18n/words';
import { type PrizeStep, prizeOfStep } from '#core/rules/leaderboard/prizes';

export const seasonTypeZhCn: Readonly<Record<'season_prize', CampaignTypeWords>> = {
  season_prize: {
    name: '榜单奖',
    costs: '每期前几名的奖。',
    explanation: '打卡榜每周或每月结束，前几名得积分或券。名次看自己打卡的天数，到期自动结算一次。',
    titleExample: '例如：本周打卡榜前十有奖',
    parameters: {
      period: { label: '多久一期', options: { week: '每周（周一到周日）', month: '每月' } },
      ranks: {
        label: '名次和奖',
        hint: '一行一档，从第一名往下排。后一档的积分不能高过前一档。',
        columns: {
          untilRank: { label: '到第几名', unit: '名' },
          gives: {
            label: '每人得',
            options: { points: '积分', amount_off: '减金额的券', percent_off: '打折的券', gift: '赠品券', service: '服务券' },
          },
          points: { label: '积分', unit: '积分' },
          amountOffFen: { label: '减多少', unit: '元' },
          percentOff: { label: '减百分之', unit: '%' },
          capFen: { label: '至多减', unit: '元' },
          item: { label: '是什么' },
          thresholdFen: { label: '订单满（0 不限）', unit: '元' },
          validDays: { label: '到手后可用', unit: '天' },
        },
      },
    },
  },
};

/** 第 1 名, 第 2–3 名. */
function placesZhCn(from: number, until: number): string {
  return from === until ? `第 ${from} 名` : `第 ${from}–${until} 名`;
}

/** What a step brings, whole, for the terms. */
function prizeIn(step: PrizeStep): string {
  const prize = prizeOfStep(step);
  if (prize.kind === 'points') return f.points(prize.points);
  const { benefit, thresholdFen, validDays } = prize;
  return `一张券（${benefitSentence(benefitsZhCn, benefit, thresholdFen === 0 ? null : f.money(thresholdFen))}，到手当天起 ${f.days(validDays)}内可用）`;
}

export const seasonTermsZhCn: Pick<
  Words['terms'],
  'season_counts' | 'season_prizes' | 'season_places' | 'season_ties' | 'season_passed_over' | 'season_paid' | 'season_ended_early'
> = {
  season_counts: ({ period }) =>
    `排名方法：看打卡榜，${period === 'week' ? '一周（周一到周日）' : '一个月'}一期，自己打卡一天算一天。发布以后、活动期间结束的每一期都发奖；第一期可以从活动开始以前算起。`,
  season_prizes: ({ ranks }) =>
    `每期的奖：${ranks.map((step, index) => `${placesZhCn((ranks[index - 1]?.untilRank ?? 0) + 1, step.untilRank)}每人${afterChinese(prizeIn(step))}`).join('，')}。`,
  season_places: ({ places }) =>
    `数量：每期 ${f.count(places)} 个名次，各期的奖在发布时已全部留出，不会发完。上榜的人不够时，空着的名次不发。`,
  season_ties: () => '每个名次只有一位成员，每人每期最多得一份。天数相同的，先打到这个天数的排在前面。',
  season_passed_over: ({ rows }) =>
    `群主、副群主和店员不参加；结算时已经注销、不符合参加条件的也不发，名次由后面的人依次补上，原因留有记录。在榜上隐藏的成员不排名。最多看到榜上第 ${f.count(rows)} 位。`,
  season_paid: () => '每一期结束后自动结算，只结算一次，积分直接到账，券直接进券包，不用领取。活动暂停也照常结算。',
  season_ended_early: () =>
    '提前结束：已经结束的一期照常结算发奖；活动开始以后、正在进行的那一期，按提前结束时的名次和条件排奖，由主办方补给，补上前记为待兑现。',
};

export const seasonNoZhCn: Pick<Words['no'], 'staff_takes_no_part' | 'place_without_prize'> = {
  staff_takes_no_part: () => ({ reason: '群主、副群主和店员不参加排奖。', next: '你的打卡照样算天数，名次由成员依次递补。' }),
  place_without_prize: ({ rank, days, places, missingDays, hidden }) => {
    const prized = `前 ${f.count(places)} 名有奖`;
    if (rank === null && hidden) return { reason: `你在榜上隐藏了，不排名；${prized}。`, next: '到榜单页恢复显示，就按你打卡的天数排。' };
    const short = `别人不动的话，再打 ${f.count(missingDays)} 次卡就能进前 ${f.count(places)} 名，一天一次。`;
    if (rank === null) return { reason: `本期还没有打卡，不在榜上；${prized}。`, next: short };
    return { reason: `你本期打卡 ${f.days(days)}，在榜上第 ${f.count(rank)} 位；${prized}。`, next: short };
  },
};

/** What screens say about prizes of the board. */
export const seasonZhCn = {
  titles: { week: '每周打卡榜的奖', month: '每月打卡榜的奖' },
  each: (prize: string) => `每人${afterChinese(prize)}`,
  toBoard: '看榜单',
  wouldWin: '条件都满足，照现在的名次会得奖。',
  places: placesZhCn,
  coupon: (worth: string) => `${worth} 券`,
  thing: (item: string) => `「${item}」券`,
  forOrders: (coupon: string, threshold: string) => `${coupon}（满 ${threshold} 可用）`,
  worth: (prize: string) => `第一名得${afterChinese(prize)}`,
  top: (places: number) => `打卡榜前 ${places} 名有奖`,
  people: (people: number) => `${people} 人得过奖`,
  now: {
    title: '本期我的名次',
    wins: (place: number, prize: string) => `我现在第 ${place} 名，会得${afterChinese(prize)}`,
    below: (place: number) => `我现在第 ${place} 名，这个名次还没有奖，再打几天卡追一追。`,
    farBelow: (after: number) => `我现在排在第 ${after} 名之后，这个名次还没有奖，再打几天卡追一追。`,
    tied: (after: number) => `我现在排在第 ${after} 名之后，和我天数相同的人很多，能不能得奖要看期末的排名。`,
    none: '我现在不在榜上。打一次卡就上榜；在榜单页设了隐藏的，先恢复显示。',
    note: '照现在的榜单算，期末才结算；符合参加条件的成员才得奖。',
  },
  settled: {
    title: (from: string, until: string) => `${from}–${until} 的获奖名单`,
    nobody: '这一期没有人得奖。',
    endedEarly: '活动提前结束，这一期按当时的名次排奖，由主办方补给。',
    owed: (prize: string) => `${prize}（待补）`,
    madeGood: (prize: string) => `${prize}（已另行补上）`,
    passedOver: (who: string, days: number, why: string) => `${who}（打卡 ${days} 天）没有参加排奖：${why}。`,
  },
  endEffect: '已经结束的一期照常结算发奖；正在进行的这一期，按现在的名次记为待补，要一笔一笔补给成员。',
  skipped: {
    left: '已经注销',
    staff: '群主、副群主和店员不参加',
    not_in_group: '结算时不在这个群',
    tier_too_low: '等级没有达到',
    tag_missing: '没有要求的标签',
    streak_too_short: '连续打卡天数不够',
    newcomers_only: '只给新成员',
  },
};

/** The shape that every language fills. */
export type SeasonWords = typeof seasonZhCn;
