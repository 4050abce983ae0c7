// What each operation rule must find and must leave alone: texts as an owner may write them, and descriptions that no type of ours has.
import type { CampaignFacts, InviteFacts } from '#core/rules/policy/campaign-facts';
import type { PolicyRuleId } from '#core/rules/policy/rule-ids';

/** A title, or a campaign that differs from a plain one in some facts. */
export type PolicyCase = string | Partial<CampaignFacts>;

/** The terms of a coupon, complete. */
const everySubject: CampaignFacts['terms'] = [
  ...(['window', 'eligibility', 'steps', 'reward', 'quantity', 'per_person'] as const),
  ...(['use_window', 'where', 'out_of_stock', 'organiser', 'contact'] as const),
];

/** A campaign that no rule minds: a coupon for everybody, with its number and its terms. */
export const plainFacts: CampaignFacts = {
  rewardedFor: 'claim',
  lockedUntil: null,
  rewardForms: ['coupon'],
  amount: 'fixed',
  isRandom: false,
  quantity: 100,
  invite: null,
  isVote: false,
  ranksCandidates: false,
  price: null,
  sells: [],
  collects: [],
  showsNames: false,
  leadsTo: [],
  terms: everySubject,
  termsDisplay: { fontPx: 14, contrast: 4.5, taps: 1 },
  worsened: [],
  unchecked: [],
  licences: '',
  texts: [],
};

const goodInvite: InviteFacts = {
  friendDoes: ['checks_in'],
  teamSize: 2,
  paidAfterDays: 0,
  usableAfterInvites: 0,
  inviterMax: 5,
  inviterDayMax: 3,
  depth: 1,
  commissionPercent: 0,
  entryFeeFen: 0,
};
const inviting = (part: Partial<InviteFacts> = {}, rest: Partial<CampaignFacts> = {}): PolicyCase => ({
  rewardedFor: 'friend_first_action',
  invite: { ...goodInvite, ...part },
  ...rest,
});
const invitingWith = (text: string) => inviting({}, { texts: [{ path: 'title', text }] });
const without = (...missing: readonly string[]): PolicyCase => ({ terms: everySubject.filter((subject) => !missing.includes(subject)) });
const priced = (part: Partial<NonNullable<CampaignFacts['price']>>, text = '本周好价'): PolicyCase => ({
  price: { priceFen: 1_000, referenceFen: 1_500, evidence: '3 月 1 日本店成交价 15 元', feeFen: 0, ...part },
  texts: [{ path: 'title', text }],
});
const shown = (part: Partial<CampaignFacts['termsDisplay']>): PolicyCase => ({ termsDisplay: { ...plainFacts.termsDisplay, ...part } });
const licensed = (licences: string, text: string): PolicyCase => ({ licences, texts: [{ path: 'title', text }] });

/** An honest invite, as it should be written. */
const honestInvite = '邀请好友一起签到：好友完成首次签到后，你和 TA 各得 2 元券（每人最多 5 张，5 月 31 日前到店使用）';

/** For each rule: what it must find (`found`), and near misses that it must leave alone (`fine`). */
export const policyCases: Readonly<Record<PolicyRuleId, { readonly found: readonly PolicyCase[]; readonly fine: readonly PolicyCase[] }>> =
  {
    'SHARE-01': {
      found: [
        { rewardedFor: 'share' },
        { rewardedFor: 'share_to_timeline' },
        { rewardedFor: 'friend_opens' },
        '转发领 5 元券',
        '集 赞 满 20 换杯子',
      ],
      fine: [honestInvite, '转发随意，打卡有礼', '收集赞美卡片', { rewardedFor: 'check_in' }, '分享领养故事会'],
    },
    'SHARE-02': {
      found: [{ lockedUntil: 'share' }, { lockedUntil: 'forward' }, '分享解锁菜谱', '转发后可查看价格', '分享后领取优惠'],
      fine: ['分享后厨的一天', '打卡解锁菜谱', { lockedUntil: 'check_in' }, '查看规则', '生成海报'],
    },
    'SHARE-03': {
      found: [
        inviting({ friendDoes: ['nothing'] }),
        inviting({ friendDoes: ['opens'] }),
        inviting({ friendDoes: ['joins'] }),
        inviting({ friendDoes: ['opens'], inviterMax: 1 }),
        inviting({ friendDoes: ['checks_in', 'joins'] }),
        inviting({ friendDoes: [] }),
        inviting({ friendDoes: ['joins'], teamSize: 3 }),
      ],
      fine: [
        inviting(),
        inviting({ friendDoes: ['checks_in', 'claims'] }),
        inviting({ friendDoes: ['redeems'] }),
        { rewardedFor: 'claim' },
        honestInvite,
      ],
    },
    'SHARE-04': {
      found: [
        inviting({}, { amount: 'range' }),
        inviting({}, { amount: 'random' }),
        invitingWith('邀请一位最高可得 20 元'),
        invitingWith('好友来了，随机金额'),
        invitingWith('最高 88 元等你'),
      ],
      fine: [inviting(), invitingWith(honestInvite), invitingWith('每人最多 5 张'), '最高气温 30 度', invitingWith('你和好友各得 2 元')],
    },
    'SHARE-05': {
      found: [inviting({ teamSize: 6 }), inviting({ teamSize: 50 }), '10 人成团', '８人拼团价', '十人团更便宜'],
      fine: [inviting({ teamSize: 5 }), '5 人成团', '3 人拼团', '6 人团聚餐券', '前 20 人到店有礼'],
    },
    'SHARE-06': {
      found: [
        inviting({ paidAfterDays: 1 }),
        inviting({ paidAfterDays: 30 }),
        inviting({ usableAfterInvites: 3 }),
        '邀满 3 人后发放',
        '活动结束后统一发放',
      ],
      fine: [inviting(), '当场到账', '好友打卡那一刻两张券同时到账', '活动结束后券照常使用', { rewardedFor: 'check_in' }],
    },
    'SHARE-07': {
      found: [
        inviting({ inviterMax: 6 }),
        inviting({ inviterDayMax: 4 }),
        inviting({ inviterMax: null }),
        inviting({ inviterDayMax: null }),
        inviting({ inviterMax: 100, inviterDayMax: 10 }),
      ],
      fine: [inviting(), inviting({ inviterMax: 1, inviterDayMax: 1 }), inviting({ inviterDayMax: 2 }), { quantity: 10_000 }, honestInvite],
    },
    'SHARE-08': {
      found: ['转发朋友圈', '分享到 3 群才有', '不转不是邻居', '邀请好友来', '助力一下', '求转发'],
      fine: [honestInvite, '发送给朋友', '生成海报', '朋友圈里的邻居', '好友来了一起吃'],
    },
    'DIST-01': {
      found: [
        inviting({ depth: 2 }),
        inviting({ commissionPercent: 5 }),
        inviting({ entryFeeFen: 100 }),
        '发展下线有礼',
        '团队佣金日结',
        '招代理',
      ],
      fine: [inviting(), '活动下线时间 5 月 31 日', '线下线上同价', '晚上级别赛', '只算你直接邀请的好友'],
    },
    'LOT-01': {
      found: [{ isRandom: true }, { amount: 'random' }, '周末抽奖', '抽\u200b奖 啦', '大　转　盘', '刮刮乐来了', '开盲盒'],
      fine: ['其中奖励 5 积分', '请看以下注意事项', '转盘蘑菇上新', '人人有份', { amount: 'fixed' }],
    },
    'RULE-01': {
      found: [
        without('quantity'),
        without('organiser'),
        without('use_window', 'where'),
        without('out_of_stock'),
        '瓜分 1000 积分',
        { terms: [] },
      ],
      fine: [
        {},
        { terms: null },
        { rewardForms: [], terms: ['window', 'eligibility', 'steps', 'organiser', 'contact'] },
        { rewardForms: ['points'], terms: everySubject.filter((subject) => subject !== 'where' && subject !== 'use_window') },
        '每人 5 积分',
      ],
    },
    'RULE-02': {
      found: [shown({ fontPx: 13 }), shown({ fontPx: 9 }), shown({ contrast: 4.4 }), shown({ taps: 2 }), shown({ fontPx: 12, taps: 3 })],
      fine: [{}, shown({ fontPx: 16 }), shown({ contrast: 7 }), shown({ taps: 0 }), shown({ fontPx: 20, contrast: 15, taps: 1 })],
    },
    'RULE-03': {
      found: [
        { worsened: ['stock'] },
        { worsened: ['endsOn'] },
        { worsened: ['thresholdFen'] },
        { worsened: ['perMemberMax'] },
        { worsened: ['amountOffFen', 'stock'] },
      ],
      fine: [{}, { quantity: 1_000 }, '数量加到 200 份', '延长到 5 月底', { worsened: [], rewardForms: ['points'] }],
    },
    'RULE-04': {
      found: [{ quantity: 0 }, { quantity: null }, '限量供应', '仅剩几份', '数量有限'],
      fine: [{ quantity: 1 }, '限量 50 份', '限量 20 张，领完为止', { rewardForms: [], quantity: 0 }, { quantity: null, terms: null }],
    },
    'PRICE-01': {
      found: [priced({ evidence: '' }), priced({ evidence: '  ' }), '原价 30 元', '周末秒杀', '9 元起', '今天最后一天'],
      fine: [priced({}), priced({ referenceFen: null, evidence: '' }), '满 30 减 5', '本群专享价 10 元', '6 点起床打卡'],
    },
    'PRICE-02': {
      found: ['免费领水果，邮费自付', '免费送，另收包装费', priced({ feeFen: 800 }, '免费领苹果'), '砍价免费拿', '免 费 领，运 费 9 元'],
      fine: ['领一份水果，包邮', '试吃一份，不收运费', priced({ feeFen: 800 }), '到店自提，无需付邮费', '满 50 元免运费'],
    },
    'WORD-01': {
      found: ['全网最低价', '国 家 级', '最佳水果', '１００％有效', '零·风·险', '附近唯一', '最新鲜'],
      fine: ['第一次签到', '第一天打卡', '活动下线', '新鲜到店', '最后两天的菜'],
    },
    'WORD-02': {
      found: ['微信官方活动', '腾讯 官方', '官方红包', '系统通知：你有一张券', '微信团队送福利'],
      fine: ['用微信打开', '本店官方消息', '通知：明天上新', '店里的系统升级好了', '公告：周三盘点'],
    },
    'SUB-01': {
      found: [{ rewardedFor: 'subscribe' }, { lockedUntil: 'subscribe' }, { rewardedFor: 'tap_message' }, '订阅领 5 积分', '开启提醒领券'],
      fine: ['到期前提醒我', '订阅一周的菜', '可以接收打卡提醒', { rewardedFor: 'check_in' }, '提醒和奖励没有关系'],
    },
    'FOL-01': {
      found: [
        { rewardedFor: 'follow_account' },
        { rewardedFor: 'join_group' },
        { lockedUntil: 'download' },
        '关注公众号领券',
        '进群领 5 元',
        '加好友领',
      ],
      fine: ['仅限本群成员', '关注领域新知识', '和邻居加个好友', { rewardedFor: 'claim' }, '群里见'],
    },
    'VOTE-01': {
      found: [{ isVote: true }, { isVote: true, rewardForms: ['points'] }, { ranksCandidates: true }, '投票得积分', '为偶像打榜'],
      fine: [{ isVote: true, rewardForms: [] }, { isVote: false }, '投票得出的口味', '投票选下周的汤', '打卡榜前三名有礼'],
    },
    'PAY-01': {
      found: [
        { sells: ['points'] },
        { sells: ['membership'] },
        { rewardForms: ['red_packet'] },
        '拆红包',
        '现金红包等你',
        '天天领现金',
        '积分充值',
      ],
      fine: ['每日赚积分，打卡就有', '红豆包上新', { sells: [] }, '积分换水果', '券不兑换现金'],
    },
    'PRIV-01': {
      found: [{ collects: ['phone'] }, { collects: ['birthday', 'location'] }, { showsNames: true }, '留下手机号参加', '写上家庭住址'],
      fine: ['不用留手机号', '无需填写手机号', '咨询电话见条款', '生日蛋糕', { collects: [] }],
    },
    'MINOR-01': {
      found: ['啤酒第二瓶半价', '精酿之夜', '白 酒 品鉴', '雪茄体验', '葡萄酒买一送一'],
      fine: ['酒酿圆子', '啤梨一斤', '烟熏三文鱼', '烟台苹果', '酒店同款毛巾'],
    },
    'CAT-01': {
      found: ['啤酒买二送一', '感冒药满减', '隐形眼镜护理', '配方奶粉专享', licensed('烟草专卖零售许可证', '白酒满减')],
      fine: [
        licensed('食品经营许可证 JY1', '啤酒买二送一'),
        licensed('药品经营许可证 2026', '感冒药满减'),
        '早餐面包',
        '新鲜水果',
        licensed('', '奶茶第二杯半价'),
      ],
    },
    'UGC-01': {
      found: [
        { unchecked: ['title'] },
        { unchecked: ['summary'] },
        { unchecked: ['groupId'] },
        { unchecked: ['community.promise'] },
        { unchecked: ['title', 'item'] },
      ],
      fine: [{}, { unchecked: [] }, '新鲜到店', '早起打卡', honestInvite],
    },
    'JUMP-01': {
      found: [{ rewardedFor: 'open_elsewhere' }, { leadsTo: ['mini_program'] }, { leadsTo: ['app'] }, '下载 APP 再来', '打开另一个小程序'],
      fine: ['打开小程序领券', { leadsTo: [] }, '到店使用', '跳绳打卡', '下载菜单看看'],
    },
    'LOG-01': {
      found: [{}, { rewardForms: ['points'] }, { rewardForms: ['goods'] }, { rewardForms: ['coupon', 'points'] }, '满 30 减 5'],
      fine: [
        { rewardForms: [] },
        { rewardForms: [], isVote: true },
        { rewardForms: [], rewardedFor: null },
        { rewardForms: [], quantity: 0 },
        { rewardForms: [], texts: [{ path: 'title', text: '周三盘点' }] },
      ],
    },
  };
