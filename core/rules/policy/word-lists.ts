// The watched words of the operation rules as data: one list, in which each word belongs to a rule and says how bad it is and why.
import type { PolicyRuleId } from '#core/rules/policy/rule-ids';

/**
 * One watched word. It is looked for in text without blanks, punctuation and signs. `#` stands for one or more digits. `except` are
 * longer phrases in which the word is harmless.
 */
export interface WatchedWord {
  readonly word: string;
  readonly except?: readonly string[];
}

/** Words that are watched for one reason. */
export interface WordGroup {
  readonly rule: PolicyRuleId;
  readonly severity: 'block' | 'warn';
  readonly reason: string;
  /** Everywhere that people write, members' names included; only in what belongs to a campaign; or only where an invite is rewarded. */
  readonly where: 'everywhere' | 'campaigns' | 'invites';
  readonly words: readonly WatchedWord[];
}

type Given = string | readonly [word: string, ...except: string[]];

function group(rule: PolicyRuleId, severity: WordGroup['severity'], reason: string, ...given: readonly Given[]): WordGroup {
  const words = given.map((one): WatchedWord => {
    if (typeof one === 'string') return { word: one };
    const [word, ...except] = one;
    return { word, except };
  });
  return { rule, severity, reason, where: 'everywhere', words };
}

const inCampaigns = (whole: WordGroup): WordGroup => ({ ...whole, where: 'campaigns' });
const inInvites = (whole: WordGroup): WordGroup => ({ ...whole, where: 'invites' });

const sharing: readonly WordGroup[] = [
  group('SHARE-01', 'block', 'a reward for passing something on', '转发领', ['分享领', '分享领悟', '分享领养'], ['集赞', '收集赞']),
  inCampaigns(
    group(
      'SHARE-01',
      'block',
      'a reward for passing something on',
      '转发有奖',
      '转发得券',
      '转发得积分',
      '分享得券',
      '分享得积分',
      '分享有礼',
      '分享送',
    ),
  ),
  group('SHARE-02', 'block', 'content behind a share', '分享后可', '分享解锁'),
  inCampaigns(
    group('SHARE-02', 'block', 'content behind a share', '转发后可', '转发解锁', '分享后查看', '转发后查看', '分享后领', '转发后领'),
  ),
  inInvites(group('SHARE-04', 'block', 'an invite whose reward is not a fixed one', '最高可', '最高得', '最高#元', '随机', '金额不等')),
  inCampaigns(group('SHARE-06', 'block', 'an invite whose reward comes later', '邀满#人后发放', '次月发放', '活动结束后统一发放')),
  group('SHARE-08', 'block', 'asking to pass something on', '转发朋友圈', '分享朋友圈', '分享到#群', '不转不是', '是中国人就转'),
  inCampaigns(group('SHARE-08', 'block', 'asking to pass something on', '转发到#群', '转发到朋友圈', '分享到朋友圈', '求转发', '必须转发')),
  group('SHARE-08', 'warn', 'often the beginning of asking to pass something on', ['邀请好友', '邀请好友一起'], '助力'),
];

const distribution: readonly WordGroup[] = [
  group('DIST-01', 'block', 'pay for people who bring people', '发展下线', '下级代理', '团队奖', '团队佣金', '分销返佣', '拉人头'),
  inCampaigns(group('DIST-01', 'block', 'pay for people who bring people', '二级返利', '多级返利', '入会费', '好友消费返', '躺着分佣')),
  group(
    'DIST-01',
    'warn',
    'words of levels and agents',
    ['下线', '活动下线', '已下线', '下线时间', '下线日期', '线下线上'],
    ['上级', '晚上级', '马上级'],
    '代理',
  ),
];

const chance: readonly WordGroup[] = [
  group('LOT-01', 'block', 'chance decides', '抽奖', '大转盘', '刮刮乐', '砸金蛋', '盲盒', '手气', '竞猜', '助力抽'),
  group('LOT-01', 'block', 'chance decides', ['中奖', '其中奖', '集中奖励', '途中奖励'], ['下注', '下注意', '下注明', '下注册', '下注销']),
  inCampaigns(group('LOT-01', 'block', 'chance decides', '摇号', '幸运转盘', '扭蛋', '盲袋', '猜中有奖', '有奖竞答抽')),
  group('VOTE-01', 'block', 'votes and rankings that are bought', '刷票', '打榜'),
  inCampaigns(
    group('VOTE-01', 'block', 'votes that earn something', '投票领', '投票得券', '投票得积分', '投票送', '付费投票', '明星榜', '偶像榜'),
  ),
];

const prices: readonly WordGroup[] = [
  group('PRICE-01', 'warn', 'a comparison or a hurry that needs evidence', '原价', '特供价', '最后一天', '秒杀', '清仓', '#元起', '#块起'),
  group('PRICE-02', 'block', 'a price that is not what it costs', '砍价免费拿'),
  group('PRICE-02', 'warn', 'for nothing, which it must then be', '免费'),
  group('RULE-04', 'warn', 'scarce, without a number', ['限量', '限量#份', '限量#张', '限量#件', '限量#个', '限量#盒', '限量#斤'], '仅剩'),
  inCampaigns(group('RULE-04', 'warn', 'scarce, without a number', '数量有限', '送完为止不补')),
  group('RULE-01', 'warn', 'a reward of no fixed size', '瓜分', '最高可'),
];

const wording: readonly WordGroup[] = [
  group('WORD-01', 'block', 'absolute claims', '国家级', '最高级', '最佳', '顶级', '极品', '全网最低', '史上最低', '全国第一', '销量第一'),
  group('WORD-01', 'block', 'claims that nobody can keep', ['万能', '千万能'], '100%有效', '零风险'),
  inCampaigns(
    group('WORD-01', 'block', 'medical and financial promises', '包治', '根治', '治愈率', '降血糖', '保本保息', '稳赚', '保收益'),
  ),
  group(
    'WORD-01',
    'warn',
    'claims that are often too much',
    ['第一', '第一次', '第一天', '第一周', '第一个', '第一步', '第一位', '第一件', '第一杯', '第一单', '第一份', '第一期', '第一届'],
    '唯一',
    '绝对',
    '永久',
    '最好',
    '最大',
    '最强',
    '最优',
    '最低',
    '最便宜',
    '最划算',
    '最先进',
    '最全',
    '最新鲜',
    '神券',
  ),
  group('WORD-02', 'block', 'looking like the platform', '微信官方', '腾讯官方', '官方红包', '系统通知'),
  inCampaigns(group('WORD-02', 'block', 'looking like the platform', '微信团队', '腾讯客服', '微信认证活动', '系统消息')),
];

const tasks: readonly WordGroup[] = [
  group('SUB-01', 'block', 'a reward for subscribing', '订阅领'),
  inCampaigns(
    group(
      'SUB-01',
      'block',
      'a reward for subscribing',
      '订阅送',
      '订阅得券',
      '订阅得积分',
      '订阅后可',
      '订阅消息领',
      '开启提醒领',
      '点消息领',
    ),
  ),
  group('FOL-01', 'block', 'a reward for following or joining', '关注公众号领', '加好友领', '加微信领', '进群领', '下载领'),
  inCampaigns(
    group(
      'FOL-01',
      'block',
      'a reward for following or joining',
      '关注领券',
      '关注领积分',
      '关注领取',
      '关注后领',
      '加群领',
      '入群领',
      '下载app领',
    ),
  ),
  inCampaigns(group('JUMP-01', 'block', 'a task somewhere else', '打开另一个小程序', '去其他小程序', '跳转app', '下载app', '打开app领')),
  group(
    'PAY-01',
    'block',
    'money for nothing, and red packets',
    '点一下就有钱',
    '天天领现金',
    '百元现金',
    '躺赚',
    '网赚',
    ['日赚', '每日赚积分'],
    '红包雨',
    '拆红包',
  ),
  inCampaigns(group('PAY-01', 'block', 'paying out', '现金红包', '领红包', '发红包', '可提现', '积分提现')),
  inCampaigns(group('PAY-01', 'block', 'selling what only exists in the app', '购买积分', '积分充值', '出售积分')),
  inCampaigns(
    group(
      'PRIV-01',
      'block',
      'personal data that the campaign does not need',
      '身份证号',
      ['填写手机号', '不用填写手机号', '无需填写手机号', '不填写手机号'],
      ['留下手机号', '不用留下手机号', '无需留下手机号'],
      ['留手机号', '不用留手机号', '无需留手机号'],
      '你的手机号',
      '家庭住址',
      '填写生日',
    ),
  ),
];

/** Every watched word; the operation rules and laws behind each stand at its rule. */
export const wordGroups: readonly WordGroup[] = [...sharing, ...distribution, ...chance, ...prices, ...wording, ...tasks];
