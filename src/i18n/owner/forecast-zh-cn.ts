// The words of the forecast in Chinese, and their shape.
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';

export const forecastZhCn = {
  title: '预估',
  later: '填好内容，草稿存下来以后，这里会算出大概的人数和花费。',
  running: (percent: number) => `正在模拟成员会怎么做，已完成 ${percent}%`,
  waiting: '预估一算完就发布，和目标、实际一起留给您对照。',
  publishNow: '不等预估，现在发布',
  worstTitle: '最多要花',
  worstHint: '备好的全部发完、用完，也不会超过这个数。',
  goods: (pieces: string) => `${pieces} 份礼品或服务`,
  nothing: '这个活动不发奖励，没有花费。',
  band: (low: string, high: string) => `十次里有八次不少于 ${low}，不多于 ${high}`,
  costSentence: (middle: string, worst: string) => `大概花 ${middle}，最多不超过 ${worst}。`,
  costWhole: (worst: string) => `大概花 ${worst}，不会更多。`,
  countSentence: (name: string, times: string) => `${name}大概 ${times}。`,
  cases: { high: '多的时候', median: '大概', low: '少的时候' },
  line: { worst: '最多', coupons: (coupons: string) => `备好 ${coupons} 张` },
  heads: { of: '情形', cost: '花费', on: '日期', low: '少的时候', median: '大概', high: '多的时候', orders: '单数' },
  orders: (orders: string) => `${orders} 单`,
  needed: '要新增的订单',
  redemptions: '预计核销',
  taken: '预计参加',
  times: (times: string) => `${times} 次`,
  goneNever: '几乎不会发完。',
  gone: (percent: number, day: string, hour: string) => `${percent}% 的可能发完，多半在 ${day} ${hour} 前后。`,
  breakEvenTitle: '要多少单才回本',
  margin: '每单毛利',
  marginHint: '减券之前，一单扣掉成本能赚多少。',
  breakEven: (orders: string, percent: string) => `要多来 ${orders} 单原本不会来的订单，约占成员的 ${percent}。`,
  ofRedemptions: (percent: string) => `也就是核销里有 ${percent} 是新增的订单。`,
  cannotPay: '每张券的花费比毛利还高，核销再多也回不了本。',
  target: '这次想核销多少次',
  targetTaken: '这次想有多少人次参加',
  targetBeyond: (coupons: string) => `只备好 ${coupons}券，核销到不了这么多次。`,
  targetHint: '可以不填。活动结束时和预估、实际放在一起看。',
  source: {
    prior: '本社群还没有可用的记录，按同类真实活动的经验预估。',
    days: (days: number, percent: number) => `按本社群最近 ${days} 天预估，自己的记录占 ${percent}%，其余按同类真实活动的经验。`,
    audience: (percent: number) => `符合参加条件的成员按 ${percent}% 计算。`,
    /** What a forecast of a type leaves out or takes for granted, beyond what holds for all. */
    about: {
      points_exchange: '没有算成员的积分够不够换，实际只会更少。',
      season_prize: '按每期的名次都有人得奖算。',
      trial: '申请的人数按领券的经验算，写一句回答会让人少一些。',
    } as Partial<Record<CampaignTypeCode, string>>,
    runs: (runs: string) => `模拟了 ${runs} 遍。`,
  },
  compareTitle: '目标、预估和实际',
  compare: { target: '目标', forecast: '预估', actual: '实际', redemptions: '核销', taken: '参加', points: '积分', money: '优惠金额' },
  about: (amount: string) => `约 ${amount}`,
  noTarget: '没填',
  each: {
    day: {
      chart: (day: string, most: string) => `${day}花得最多，大约 ${most}。`,
      row: (day: string) => day,
      note: '浅色是十次里八次的范围，线是大概的数。',
    },
    week: {
      chart: (day: string, most: string) => `${day}起的那一周花得最多，大约 ${most}。`,
      row: (day: string) => `${day}起`,
      note: '时间长，一格是一周。浅色是十次里八次的范围，线是大概的数。',
    },
    four_weeks: {
      chart: (day: string, most: string) => `${day}起的四周花得最多，大约 ${most}。`,
      row: (day: string) => `${day}起`,
      note: '时间长，一格是四周。浅色是十次里八次的范围，线是大概的数。',
    },
  },
};

/** The shape of the forecast's words. */
export type ForecastWords = typeof forecastZhCn;
