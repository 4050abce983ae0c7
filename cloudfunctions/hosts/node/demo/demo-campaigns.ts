// The campaigns of the demo community, by the days of its history: day 0 is the day on which it was made.
import type { InputOf } from '#core/contract';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypes } from '#core/rules/campaign/types/index';
import { addDays, type Day } from '#core/values/day';
import { DEMO_GROUP_ID } from '#server/hosts/node/playground/demo-group';

type Draft = InputOf<'campaign.save'>['draft'];

/** A campaign of the demo. Days are numbers of the history's days, both inclusive. */
export interface DemoCampaign {
  readonly key: string;
  readonly fromDay: number;
  readonly untilDay: number;
  readonly isGroupOnly: boolean;
  /** Coupons can be used until this day. */
  readonly useUntilDay: number;
  /** Members claim it, each when they come across it. */
  readonly isClaimed?: true;
  /** False has no card in the chat: members find it without one. */
  readonly posted?: false;
  /** False stays a draft, for the owner to go on with. */
  readonly published: boolean;
  /** How many a member reserves, of a group price. */
  readonly quantity?: number;
  readonly draft: (day: (number: number) => Day) => Draft;
}

/** How many days of history there are, the present day included. */
export const HISTORY_DAYS = 45;

interface DropSettings {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly days: readonly [from: number, until: number, useUntil: number];
  readonly isGroupOnly: boolean;
  readonly amountOffFen: number;
  readonly thresholdFen: number;
  readonly stock: number;
  readonly perMemberMax?: number;
  readonly published?: boolean;
}

/** What a type's form begins with. */
export function startOf(type: CampaignTypeCode, window: { readonly startsOn: Day; readonly endsOn: Day }): Draft['parameters'] {
  return defaultParameters(campaignTypes[type].parameters, window) as Draft['parameters'];
}

function drop(settings: DropSettings): DemoCampaign {
  const { key, title, summary, isGroupOnly, amountOffFen, thresholdFen, stock, perMemberMax = 1, published = true } = settings;
  const [fromDay, untilDay, useUntilDay] = settings.days;
  return {
    key,
    fromDay,
    untilDay,
    useUntilDay,
    isGroupOnly,
    isClaimed: true,
    published,
    draft: (day) => ({
      type: 'coupon_drop',
      title,
      summary,
      startsOn: day(fromDay),
      endsOn: day(untilDay),
      groupId: isGroupOnly ? DEMO_GROUP_ID : null,
      parameters: {
        ...startOf('coupon_drop', { startsOn: day(fromDay), endsOn: day(useUntilDay) }),
        amountOffFen,
        thresholdFen,
        stock,
        perMemberMax,
      },
    }),
  };
}

/** What the plan tells to those who have checked in on a day. */
const marketNotes = [
  { day: 1, title: '挑小白菜', text: '看根：根须干净、切口不发黑的是当天的。回家不洗，用纸包好立着放，三天还脆。' },
  { day: 20, title: '挑丑橘', text: '皮皱不要紧，捏着有弹性、拿着压手的水分足。蒂头发绿的再放两天更甜。' },
  { day: 43, title: '荠菜怎么洗', text: '先泡十分钟，提着根在水里抖，沙子就下去了。焯水十秒，过凉再切。' },
  { day: 44, title: '草莓怎么存', text: '带蒂、不洗、单层铺开放冷藏。吃之前用淡盐水泡三分钟，再冲一遍。' },
  { day: 45, title: '春笋去涩', text: '带壳对半切，冷水加一把米，煮二十分钟，晾凉再剥壳，不涩也不苦。' },
  { day: 46, title: '蚕豆的两种吃法', text: '嫩的连皮清炒，起锅前放葱花；老的剥皮，做豆瓣汤。今天的是嫩的。' },
];

const percentOff: DemoCampaign = {
  key: 'percent',
  fromDay: 30,
  untilDay: 75,
  useUntilDay: 90,
  isGroupOnly: false,
  isClaimed: true,
  published: true,
  draft: (day) => ({
    type: 'coupon_drop',
    title: '下午茶八折券',
    summary: '领到后七天内有效',
    startsOn: day(30),
    endsOn: day(75),
    groupId: null,
    parameters: {
      ...startOf('coupon_drop', { startsOn: day(30), endsOn: day(75) }),
      benefit: 'percent_off',
      percentOff: 20,
      capFen: 1_000,
      thresholdFen: 2_000,
      stock: 400,
      perMemberMax: 2,
      perMemberDayMax: 1,
      validity: 'from_claim',
      validDays: 7,
    },
  }),
};

const toast: DemoCampaign = {
  key: 'toast',
  fromDay: 36,
  untilDay: 60,
  useUntilDay: 66,
  isGroupOnly: false,
  isClaimed: true,
  published: true,
  quantity: 2,
  draft: (day) => ({
    type: 'group_price',
    title: '早餐吐司本群价',
    summary: '先预留，到店取货再付款',
    startsOn: day(36),
    endsOn: day(60),
    groupId: null,
    parameters: {
      ...startOf('group_price', { startsOn: day(36), endsOn: day(66) }),
      item: '早餐吐司一条',
      referenceFen: 1_500,
      evidence: '本店门店标价，近七天成交都是 15 元',
      priceFen: 1_200,
      byTier: 1,
      userPriceFen: 1_150,
      fanPriceFen: 1_100,
      coreFanPriceFen: 1_000,
      stock: 400,
      quantityMax: 3,
    },
  }),
};

const plan: DemoCampaign = {
  key: 'plan',
  fromDay: 1,
  untilDay: 120,
  useUntilDay: 120,
  isGroupOnly: false,
  published: true,
  draft: (day) => ({
    type: 'checkin_plan',
    title: '早市打卡',
    summary: '每天来看一眼今天到了什么新鲜货',
    startsOn: day(1),
    endsOn: day(120),
    groupId: null,
    parameters: {
      pointsPerDay: 5,
      milestones: [
        { days: 3, points: 10 },
        { days: 7, points: 30 },
        { days: 21, points: 100 },
        { days: 60, points: 300 },
      ],
      pointsBudget: 120_000,
      more: 1,
      totalMilestones: [{ days: 30, points: 150 }],
      taper: [],
      cycle: 'none',
      rest: 'none',
      makeUp: 'both',
      cardEveryDays: 7,
      cardsHeldMax: 2,
      cardsPerMonth: 1,
      makeUpReachDays: 3,
      grace: 1,
      graceHours: 2,
      graduates: 1,
      graduationDays: 40,
      graduationPoints: 200,
      units: marketNotes,
    },
  }),
};

const invite: DemoCampaign = {
  key: 'invite',
  fromDay: 4,
  untilDay: 70,
  useUntilDay: 80,
  isGroupOnly: false,
  published: true,
  draft: (day) => ({
    type: 'invite_reward',
    title: '请邻居来，一人一张券',
    summary: '邻居第一次打卡或领券时，你们各得一张',
    startsOn: day(4),
    endsOn: day(70),
    groupId: null,
    parameters: {
      ...startOf('invite_reward', { startsOn: day(4), endsOn: day(80) }),
      amountOffFen: 500,
      thresholdFen: 3_000,
      pairs: 80,
    },
  }),
};

/** Every campaign of the demo, in the order in which the owner made them. */
export const demoCampaigns: readonly DemoCampaign[] = [
  plan,
  percentOff,
  toast,
  drop({
    key: 'opening',
    title: '开业见面券',
    summary: '满 30 元减 5 元，到店就能用',
    days: [2, 12, 20],
    isGroupOnly: false,
    amountOffFen: 500,
    thresholdFen: 3_000,
    stock: 120,
  }),
  invite,
  drop({
    key: 'neighbours',
    title: '群友专享',
    summary: '只给群里的邻居，满 59 元减 10 元',
    days: [15, 29, 34],
    isGroupOnly: true,
    amountOffFen: 1_000,
    thresholdFen: 5_900,
    stock: 60,
  }),
  drop({
    key: 'weekend',
    title: '周末水果券',
    summary: '群友每人两张，满 40 元减 6 元',
    days: [36, 58, 65],
    isGroupOnly: true,
    amountOffFen: 600,
    thresholdFen: 4_000,
    stock: 240,
    perMemberMax: 2,
  }),
  drop({
    key: 'return',
    title: '老客回头券',
    summary: '满 25 元减 3 元',
    days: [39, 52, 56],
    isGroupOnly: false,
    amountOffFen: 300,
    thresholdFen: 2_500,
    stock: 180,
  }),
  drop({
    key: 'tasting',
    title: '新品尝鲜券',
    summary: '满 35 元减 5 元',
    days: [46, 53, 60],
    isGroupOnly: true,
    amountOffFen: 500,
    thresholdFen: 3_500,
    stock: 80,
    published: false,
  }),
];

/** The calendar day of a day's number. */
export function dayNames(firstOn: Day): (number: number) => Day {
  return (number) => addDays(firstOn, number);
}
