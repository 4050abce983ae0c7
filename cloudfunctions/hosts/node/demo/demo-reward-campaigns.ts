// What the demo community rewards besides its coupons: a welcome gift, the prizes of the board, goods for points, and two trials.
import { type DemoCampaign, startOf } from '#server/hosts/node/demo/demo-campaigns';

const welcome: DemoCampaign = {
  key: 'welcome',
  fromDay: 20,
  untilDay: 90,
  useUntilDay: 90,
  isGroupOnly: false,
  // Whoever comes finds it on their own first page.
  posted: false,
  published: true,
  draft: (day) => ({
    type: 'welcome_gift',
    title: '新邻居见面礼',
    summary: '第一次打卡或领券就到账',
    startsOn: day(20),
    endsOn: day(90),
    groupId: null,
    parameters: { ...startOf('welcome_gift', { startsOn: day(20), endsOn: day(90) }), gives: 'points', points: 20, gifts: 300 },
  }),
};

const season: DemoCampaign = {
  key: 'season',
  fromDay: 22,
  untilDay: 70,
  useUntilDay: 70,
  isGroupOnly: false,
  // The board itself tells of its prizes.
  posted: false,
  published: true,
  draft: (day) => ({
    type: 'season_prize',
    title: '早起榜周奖',
    summary: '一周来得最勤的十位，下周一到账',
    startsOn: day(22),
    endsOn: day(70),
    groupId: null,
    parameters: {
      period: 'week',
      ranks: [
        { untilRank: 1, points: 60 },
        { untilRank: 3, points: 40 },
        { untilRank: 10, points: 15 },
      ],
    },
  }),
};

const bag: DemoCampaign = {
  key: 'bag',
  fromDay: 34,
  untilDay: 85,
  useUntilDay: 85,
  isGroupOnly: false,
  published: true,
  draft: (day) => ({
    type: 'points_exchange',
    title: '积分换买菜袋',
    summary: '攒够 120 积分，到店领一只',
    startsOn: day(34),
    endsOn: day(85),
    groupId: null,
    parameters: {
      ...startOf('points_exchange', { startsOn: day(34), endsOn: day(85) }),
      gives: 'goods',
      item: '帆布买菜袋',
      pricePoints: 120,
      stock: 60,
      perMemberMax: 1,
    },
  }),
};

interface TrialSettings {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly days: readonly [from: number, until: number, useUntil: number, reportUntil: number];
  readonly item: string;
  readonly places: number;
  readonly question: string;
  readonly ranked: boolean;
}

function trial({ key, title, summary, days, item, places, question, ranked }: TrialSettings): DemoCampaign {
  const [fromDay, untilDay, useUntilDay, reportUntilDay] = days;
  return {
    key,
    fromDay,
    untilDay,
    useUntilDay,
    isGroupOnly: false,
    published: true,
    draft: (day) => ({
      type: 'trial',
      title,
      summary,
      startsOn: day(fromDay),
      endsOn: day(untilDay),
      groupId: null,
      parameters: {
        item,
        places,
        question,
        selection: ranked ? 'criteria' : 'first_come',
        by: 'streak',
        useUntilOn: day(useUntilDay),
        reportUntilOn: day(reportUntilDay),
      },
    }),
  };
}

/** The campaigns, in the order in which the owner made them. */
export const rewardCampaigns: readonly DemoCampaign[] = [
  welcome,
  season,
  trial({
    key: 'yoghurt',
    title: '现酿酸奶试吃',
    summary: '请八位常来的邻居先尝',
    days: [25, 29, 36, 40],
    item: '现酿酸奶一杯',
    places: 8,
    question: '你家平时怎么喝酸奶？',
    ranked: true,
  }),
  bag,
  trial({
    key: 'bread',
    title: '全麦面包试吃',
    summary: '先到先得，吃完说说味道',
    days: [41, 50, 56, 60],
    item: '全麦面包一个',
    places: 15,
    question: '你平时早餐吃什么？',
    ranked: false,
  }),
];
