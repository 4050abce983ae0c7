// What is given besides check-ins and claims, in Chinese: the welcome gift and the points exchange, with their terms and their "no".
import { benefitParametersZhCn } from '#app/i18n/benefit-zh-cn';
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { useWindowZhCn } from '#app/i18n/use-window-zh-cn';
import type { CampaignTypeWords, Words } from '#app/i18n/words';

/** What the form asks of a coupon that is given; whoever gets it has it at once. */
const { referenceFen: _reference, priceFen: _price, evidence: _evidence, ...coupon } = benefitParametersZhCn;

type GiftTypes = 'welcome_gift' | 'points_exchange';

export const giftTypesZhCn: Readonly<Record<GiftTypes, CampaignTypeWords>> = {
  welcome_gift: {
    name: '新人礼',
    costs: '每人一份礼，总数你定。',
    explanation: '新成员亲自完成第一次打卡或领券，当场得一份礼；每人在本社群只有一次。',
    titleExample: '例如：第一次打卡或领券就有礼',
    parameters: {
      gives: { label: '送什么', options: { points: '积分', coupon: '一张券' } },
      points: { label: '每份礼', unit: '积分', hint: '第一次打卡或领券当时到账。' },
      ...coupon,
      ...useWindowZhCn,
      gifts: { label: '一共准备', unit: '份', hint: '发布时全部留出，发完为止。' },
    },
  },
  points_exchange: {
    name: '积分兑换',
    costs: '换走的东西，份数你定。',
    explanation: '成员用攒下的积分换一样东西，到店由店员交付；也可以换一张券，当场进券包。',
    titleExample: '例如：100 积分换一杯咖啡',
    parameters: {
      gives: { label: '换的是', options: { goods: '一样东西', coupon: '一张券' } },
      ...coupon,
      item: { label: '换什么', hint: '写清楚一份是什么，例如「美式咖啡一杯」。' },
      ...useWindowZhCn,
      pricePoints: { label: '每份要', unit: '积分', hint: '积分只能攒，不能买，也不折现。' },
      stock: { label: '一共准备', unit: '份', hint: '发布时全部备好，换完为止。' },
      perMemberMax: { label: '每人最多换', unit: '份' },
    },
  },
};

export const giftTermsZhCn: Pick<
  Words['terms'],
  | 'welcome_points'
  | 'welcome_gifts'
  | 'welcome_moment'
  | 'welcome_once'
  | 'exchange_goods'
  | 'exchange_coupon'
  | 'exchange_stock'
  | 'exchange_per_member'
  | 'exchange_collect'
  | 'exchange_cancelled'
  | 'exchange_after_end'
  | 'exchange_gone'
  | 'points_no_money'
> = {
  welcome_points: ({ points }) => `礼物内容：${f.points(points)}。`,
  welcome_gifts: ({ gifts }) => `数量：共备 ${f.count(gifts)} 份，发布时已全部备好，发完为止；发完以后打卡、领券照常。`,
  welcome_moment: () => '发放条件：加入后亲自完成第一次打卡或领券（预留本群价也算），礼物在那一刻到账。只来看看，或被谁带来，都不发。',
  welcome_once: () => '每人在本社群只得一次新人礼，不论哪一期；以前打过卡或领过券的成员，以及注销后再加入的人，不再发。',
  exchange_goods: ({ item, points }) => `兑换内容：${f.points(points)}换「${item}」一份，兑换时一次扣清。`,
  exchange_coupon: ({ points }) => `兑换方法：${f.points(points)}换一张券，兑换时一次扣清，券当场进券包。`,
  exchange_stock: ({ stock }) => `数量：共 ${f.count(stock)} 份，发布时已全部备好。`,
  exchange_per_member: ({ max }) => `每人最多换 ${f.count(max)} 份；被取消的不算。`,
  exchange_collect: ({ organiser }) => `领取方法：到${organiser}报兑换单号，由店员当面交付。`,
  exchange_cancelled: () => '主办方交付不了时，会写明原因取消，这一份的积分全部退回，份数也放回。',
  exchange_after_end: () => '活动到期或提前结束以后，已经换到、还没领的，照常到店领取。',
  exchange_gone: () => '换完即止。换完以后不能再换，积分留着。',
  points_no_money: () => '积分只能由参加活动得到，不出售，不兑换现金，也不能转给别人。',
};

export const giftNoZhCn: Pick<Words['no'], 'one_welcome' | 'points_short' | 'order_not_open'> = {
  one_welcome: () => ({ reason: '已经有一个新人礼在进行，每位新成员只得一份。', next: '先结束正在进行的那个，再发布这一个。' }),
  points_short: ({ price, balance, missing }) => ({
    reason: `要 ${f.points(price)}，你有 ${f.points(balance)}，还差 ${f.points(missing)}。`,
    next: '每天打卡能攒积分，够了再来换。',
  }),
  order_not_open: ({ state }) => ({
    reason: { handed_over: '这一单已经交付。', cancelled: '这一单已经取消，积分已退回。', void: '这一单的主人已经注销，作废了。' }[state],
    next: '刷新兑换单，看看它现在的状态。',
  }),
};

/** What screens say about gifts. */
export const giftsZhCn = {
  welcome: {
    steps: { joined: '加入社群', arrived: '从群里的卡片打开', acted: '第一次打卡或领券', given: '收到新人礼' },
    worthCoupon: (coupon: string) => `第一次打卡或领券得一张券：${coupon}`,
    arrivedCoupon: (coupon: string) => `新人礼到了：一张券，${coupon}，已在券包里。`,
    worth: (points: number) => `第一次打卡或领券得 ${points} 积分`,
    progress: (done: number, all: number) => `${done}/${all} 步`,
    given: '新人礼已经到账。',
    notNew: '新人礼只给第一次打卡或领券的新成员，你已经打过卡或领过券了。',
    arrived: (points: number) => `新人礼 ${points} 积分到账。`,
    people: (people: number) => `${people} 位新成员已得礼`,
    toAct: '去打卡或领券',
  },
  exchange: {
    title: '积分兑换',
    balance: '现有积分',
    statement: '积分明细',
    missing: (points: string) => `还差 ${points}`,
    left: (left: number) => `剩 ${left} 份`,
    gone: '换完了',
    had: (held: number, max: number) => `已换 ${held}/${max} 份`,
    exchange: '兑换',
    confirmTitle: '确认兑换',
    confirm: (item: string, points: string, balance: string) => `用 ${points}换「${item}」，换后还有 ${balance}。`,
    confirmButton: '确认兑换',
    cancel: '再想想',
    done: (item: string, number: string) => `换到了「${item}」，单号 ${number}。`,
    doneNext: '到店报单号，店员当面交付。',
    doneCoupon: '券已在券包里。',
    people: (people: number) => `${people} 人换过`,
    offers: '可以换的',
    noOffers: '现在没有可以换的，积分先攒着。',
    orders: '我的兑换',
    noOrders: '还没有兑换过。',
    number: (number: string) => `单号 ${number}`,
    states: { ordered: '待领取', handed_over: '已领取', cancelled: '已取消', void: '已作废' },
    cancelled: (reason: string) => `原因：${reason}。积分已退回。`,
    broken: '店里登记了：这一份暂时给不了，会再交付或退回积分。',
    settledAt: {
      ordered: (when: string) => when,
      handed_over: (when: string) => `${when} 领取`,
      cancelled: (when: string) => `${when} 取消`,
      void: (when: string) => `${when} 作废`,
    },
    more: '看更多',
    open: '看看能换什么',
    wallet: '看券包',
  },
  counter: {
    title: '兑换单',
    link: '兑换单',
    waiting: '待交付',
    handedOver: '已交付',
    cancelled: '已取消',
    noneWaiting: '没有等着交付的兑换单。',
    none: '这里还没有兑换单。',
    handOver: '交付',
    handOverTitle: '当面交付',
    handOverAsk: (item: string, number: string) => `核对单号 ${number}，把「${item}」交给本人。交付后不能撤回。`,
    handedOverDone: '已交付。',
    cancel: '取消',
    cancelTitle: '取消这一单',
    cancelAsk: (points: string) => `${points}会退回给成员；活动还在进行，份数就放回。请写明原因，成员会看到。`,
    reason: '原因',
    reasonExample: '例如：缺货，暂时做不了',
    cancelButton: '取消并退回积分',
    cancelledDone: (points: string) => `已取消，退回 ${points}。`,
    report: '交付不了',
    reportTitle: '登记这一单交付不了？',
    reportEffect: ['兑换单照样有效，群主会看到，再补上或退回积分。', '成员会看到这一单暂时给不了。'] as readonly string[],
    reportButton: '登记',
    reportedDone: '登记好了，群主在「待补的承诺」里处理。',
    reported: '待补',
    why: (reason: string) => `原因：${reason}`,
    keep: '先不',
    goods: '实物',
    reserve: (goods: string) => `${goods} 份实物`,
  },
};

/** The shape that every language fills. */
export type GiftWords = typeof giftsZhCn;
