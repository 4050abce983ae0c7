// The operation rules in Chinese: what each is called, what it says of what it found, and how to mend that.
import type { PolicyWords } from '#app/i18n/owner/policy-words';

const said = (about: string | null, otherwise: string, so: string) => (about === null ? otherwise : `写了「${about}」，${so}`);

export const policyZhCn: PolicyWords = {
  title: '规则检查',
  intro: {
    blocked: '这些地方平台或法规不允许，改好才能发布。',
    open: '这些地方请再看一眼，发布时要逐条打勾。',
  },
  severities: { block: '不能发布', warn: '请确认', info: '说明' },
  mend: (how) => `怎么改：${how}`,
  confirm: '我看过了，没有问题',
  confirmedTitle: '发布时确认过的提醒',
  between: '、',
  colon: '：',
  space: '',
  clauses: {
    operation_rules: (numbers) => `微信小程序运营规范 ${numbers}`,
    review_rejections: (numbers) => `常见拒绝情形 ${numbers}`,
    promotion_rules: (numbers) => (numbers === '' ? '《规范促销行为暂行规定》' : `《规范促销行为暂行规定》第 ${numbers} 条`),
    advertising_law: (numbers) => `《广告法》第 ${numbers} 条`,
    pyramid_selling_ban: (numbers) => `《禁止传销条例》第 ${numbers} 条`,
    price_law: () => '《价格法》',
    category_rules: () => '小程序服务类目要求',
  },
  subjects: {
    window: '活动时间',
    eligibility: '谁能参加',
    steps: '怎么参加',
    reward: '给什么、给多少',
    quantity: '总数量',
    per_person: '每人上限',
    use_window: '使用时间',
    where: '在哪里用',
    out_of_stock: '发完怎么办',
    organiser: '主办方全名',
    contact: '咨询和投诉方式',
  },
  rules: {
    'SHARE-01': {
      name: '不奖励转发',
      says: (about) => said(about, '奖励是为转发发的，平台不允许。', '像是为转发发奖励，平台不允许。'),
      mend: '奖励成员自己做的事：打卡、到店、使用；转发随大家的意。',
    },
    'SHARE-02': {
      name: '不用转发当门槛',
      says: (about) => said(about, '要先转发才看得到或领得到，平台不允许。', '像是要先转发才给看、给领，平台不允许。'),
      mend: '内容和优惠直接给，不以转发为条件。',
    },
    'SHARE-03': {
      name: '好友要自己参与',
      says: () => '好友什么都没做，邀请人就得奖励，平台不允许。',
      mend: '改成好友亲自打卡、领取或到店以后再发。',
    },
    'SHARE-04': {
      name: '邀请奖励要确定',
      says: (about) => said(about, '邀请的奖励没有定下数额，平台不允许。', '邀请的奖励要是一个定下来的数。'),
      mend: '写清每位好友、每次发多少，人人一样。',
    },
    'SHARE-05': {
      name: '一队最多 5 人',
      says: (about) => said(about, '一队超过 5 人，平台不允许。', '一队连发起人在内最多 5 人。'),
      mend: '把一队减到 5 人以内，发起人也算一个。',
    },
    'SHARE-06': {
      name: '邀请奖励当场发',
      says: (about) => said(about, '邀请的奖励不是当场就发、就能用，平台不允许。', '邀请的奖励要当场发，当场能用。'),
      mend: '好友参与的那一刻就发，不再附加别的条件。',
    },
    'SHARE-07': {
      name: '邀请奖励要有上限',
      says: (about) => `每人得奖励的次数超过 ${about ?? '5'}，分享太多时平台会限制打开。`,
      mend: '降低每人每天和每个活动的上限。',
    },
    'SHARE-08': {
      name: '不诱导分享',
      says: (about) => said(about, '像是在诱导分享，平台不允许。', '容易被当成诱导分享。'),
      mend: '换成活动本身的好处，例如「邀请好友一起打卡」并写清条件。',
    },
    'DIST-01': {
      name: '只有一层邀请',
      says: (about) => said(about, '好友再带来的人或消费也算奖励，这是多层分销。', '像是多层分销的说法。'),
      mend: '只奖励直接邀请的好友，不收参加费，不按消费提成。',
    },
    'LOT-01': {
      name: '不靠运气',
      says: (about) => said(about, '谁得到、得多少由运气决定，平台不允许。', '像是靠运气得奖，平台不允许。'),
      mend: '改成做到就有，人人一样。',
    },
    'RULE-01': {
      name: '条款要完整',
      says: (about) => said(about, '条款不完整。', '要说清楚，成员才知道能得到什么。'),
      mend: '补上这一项的准确内容：时间、数量、每人上限、怎么用、找谁。',
    },
    'RULE-02': {
      name: '条款要看得清',
      says: () => '条款太小、太淡或藏得太深。',
      mend: '条款用 14 像素以上的字，和底色分明，点一下就能看到。',
    },
    'RULE-03': {
      name: '说好的不能变差',
      says: () => '这一项改得对成员不利，发布以后不允许。',
      mend: '只能改得更好：更多、更久、条件更少。',
    },
    'RULE-04': {
      name: '数量要有数',
      says: (about) => said(about, '没有写一共有多少。', '后面要有一个数。'),
      mend: '写清数量，例如「一共 50 份」。',
    },
    'PRICE-01': {
      name: '比价要有依据',
      says: (about) => said(about, '写了参考价，没有写它的依据。', '要有真实的价格或时间作依据。'),
      mend: '写清参考价是哪天在本店成交的，取最近 7 天里低的那个，或去掉比较。',
    },
    'PRICE-02': {
      name: '说不要钱就不收钱',
      says: (about) => said(about, '说不要钱，又另收费用。', '请确认大家真的一分钱也不用付。'),
      mend: '去掉另收的费用，或写清一共要付多少。',
    },
    'WORD-01': {
      name: '不夸大',
      says: (about) => said(about, '说法太满。', '说法太满，或保证了做不到的事。'),
      mend: '写看得见的事实：产地、分量、做法、日期。',
    },
    'WORD-02': {
      name: '不冒充平台',
      says: (about) => said(about, '像是平台或系统发的。', '容易被当成平台或系统发的。'),
      mend: '用自己店的名字说话。',
    },
    'SUB-01': {
      name: '不奖励接收提醒',
      says: (about) => said(about, '接收提醒就给奖励，平台不允许。', '像是接收提醒就给奖励，平台不允许。'),
      mend: '提醒只随大家的意，和奖励分开。',
    },
    'FOL-01': {
      name: '不奖励关注和加人',
      says: (about) => said(about, '关注、加人、进群或下载就给奖励，平台不允许。', '像是为关注、加人、进群或下载给奖励。'),
      mend: '奖励成员在店里做的事，去掉这个条件。',
    },
    'VOTE-01': {
      name: '投票没有奖励',
      says: (about) => said(about, '投票给奖励，或给人排名，平台不允许。', '像是给投票奖励或给人排名。'),
      mend: '投票只收集意见，不发积分和券。',
    },
    'PAY-01': {
      name: '不发现金，不卖积分',
      says: (about) => said(about, '发现金、红包，或出售积分、会员，平台不允许。', '像是发钱或卖积分，平台不允许。'),
      mend: '改成到店使用的券，或做到就有的积分。',
    },
    'PRIV-01': {
      name: '不多要个人信息',
      says: (about) => said(about, '要了用不着的个人信息，或公开了真实姓名。', '这里用不着这样的个人信息。'),
      mend: '去掉这一句；到店核销只看券码，不用留任何信息。',
    },
    'MINOR-01': {
      name: '只卖给成年人',
      says: (about) => said(about, '这类商品不能卖给未成年人。', '这类商品不能卖给未成年人。'),
      mend: '核销时看清年龄；有券或礼品的活动，条款已写明年满 18 周岁。',
    },
    'CAT-01': {
      name: '有的商品要许可',
      says: (about) => said(about, '这类商品要有许可。', '这类商品要有许可，社群资料里还没有登记。'),
      mend: '在社群资料里填上许可证，或换一种商品。',
    },
    'UGC-01': {
      name: '文字先检查',
      says: () => '这段文字还没有通过内容检查。',
      mend: '换个说法，或稍后再保存一次。',
    },
    'JUMP-01': {
      name: '不让人去别处',
      says: (about) => said(about, '要先去别的小程序或应用，平台不允许。', '像是要先去别的小程序或应用。'),
      mend: '所有步骤都在这里和店里完成。',
    },
    'LOG-01': {
      name: '记录留两年',
      says: () => '规则、公告、领取和核销的记录至少保留两年。',
      mend: '不用做什么，系统会一直留着；需要时可以导出。',
    },
  },
};
